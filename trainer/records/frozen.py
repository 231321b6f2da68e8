"""Frozen dataclasses whose methods are shared rather than generated.

Generating them takes half a millisecond a class: for the twenty classes of a record a tenth of what verifying one may
take. ``fields``, ``replace`` and type checkers see ordinary frozen dataclasses; there are no defaults.
"""

from __future__ import annotations

from dataclasses import FrozenInstanceError, dataclass
from typing import Any, NoReturn, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def frozen(cls: type[T]) -> type[T]:
    """Make a class with annotated fields, all of them required, a frozen dataclass."""
    for name, method in _METHODS.items():
        setattr(cls, name, method)
    return dataclass(init=False, repr=False, eq=False)(cls)


def _init(self: Any, *values: Any, **named: Any) -> None:
    names = self.__dataclass_fields__
    given = dict(zip(names, values, strict=False)) | named
    if len(values) + len(named) != len(names) or given.keys() != names.keys():
        raise TypeError(f"{type(self).__name__} takes {', '.join(names)}, each once")
    self.__dict__.update(given)


def _equal(self: Any, other: object) -> bool:
    return self.__dict__ == other.__dict__ if type(other) is type(self) else NotImplemented


def _hash(self: Any) -> int:
    return hash(tuple(self.__dict__.values()))


def _shown(self: Any) -> str:
    return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self.__dict__.items())})"


def _refuse(self: Any, *named: object) -> NoReturn:
    raise FrozenInstanceError(f"cannot change {type(self).__name__}.{named[0]}")


_METHODS = {
    "__init__": _init, "__eq__": _equal, "__hash__": _hash, "__repr__": _shown, "__setattr__": _refuse,
    "__delattr__": _refuse,
}  # fmt: skip
