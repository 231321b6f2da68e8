"""Rows of named values that cost next to nothing to declare.

A frozen dataclass takes half a millisecond to make, a ``NamedTuple`` a twentieth for every field, and the first screen
waits for some thirty of them; these take a hundredth. Like a named tuple a record is a tuple: it unpacks, compares and
goes into JSON as a list.
"""

from __future__ import annotations

from operator import itemgetter
from typing import Any, ClassVar, Self, dataclass_transform


@dataclass_transform(frozen_default=True)
class Record(tuple[Any, ...]):
    """Subclasses declare fields as a dataclass does: ``name: type``, with a default where one is usual."""

    _fields: ClassVar[tuple[str, ...]] = ()
    _defaults: ClassVar[dict[str, Any]] = {}

    def __init_subclass__(cls) -> None:
        cls._fields = tuple(name for name, kind in cls.__annotations__.items() if "ClassVar" not in str(kind))
        cls._defaults = {name: cls.__dict__[name] for name in cls._fields if name in cls.__dict__}
        for place, name in enumerate(cls._fields):
            setattr(cls, name, property(itemgetter(place)))

    def __new__(cls, *values: Any, **named: Any) -> Self:
        """Raises ``TypeError`` for a field that is missing, unknown or given twice."""
        if named or len(values) != len(cls._fields):
            values = cls._completed(values, named)
        return tuple.__new__(cls, values)

    @classmethod
    def _completed(cls, values: tuple[Any, ...], named: dict[str, Any]) -> tuple[Any, ...]:
        given = dict(zip(cls._fields, values, strict=False))
        wrong = [name for name in named if name in given or name not in cls._fields]
        found = {**cls._defaults, **given, **named}
        missing = [name for name in cls._fields if name not in found]
        if wrong or missing or len(values) > len(cls._fields):
            raise TypeError(f"{cls.__name__}: unknown or given twice {wrong}, missing {missing}")
        return tuple(found[name] for name in cls._fields)

    def as_dict(self) -> dict[str, Any]:
        """The values by name."""
        return dict(zip(self._fields, self, strict=True))

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={value!r}" for name, value in self.as_dict().items())
        return f"{type(self).__name__}({shown})"
