"""Frozen dataclasses to JSON data and back, refusing whatever is not exactly of their form.

What a field may hold stands in its annotation: another dataclass, ``tuple[X, ...]``, ``X | None``, ``Literal``,
``LocalText``, a plain type, or ``Annotated[str, Form(…)]``. Every member is always there, ``null`` where there is none.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from trainer.kernel.problems import N_, InputUnreadable
from trainer.kernel.record import Record as Row
from trainer.kernel.text import is_clean

#: More of one kind than any record holds; what is longer was not made by this program.
MOST_ENTRIES = 2000
#: The largest integer every JSON reader keeps exactly.
LARGEST = 2**53 - 1


class Malformed(InputUnreadable):
    """The data is not what this version writes; ``values["member"]`` says where."""


class Form(Row):
    """What a text must look like: the whole of it matches ``pattern``, and at most ``longest`` characters.

    ``dated``: it begins with a day of the calendar.
    """

    pattern: str = r"(?s)\S(?:.*\S)?"
    longest: int = 4000
    dated: bool = False

    def fits(self, text: str) -> bool:
        """Whether ``text`` is of this form and free of control and direction characters."""
        plain = len(text) <= self.longest and is_clean(text) and re.fullmatch(self.pattern, text, re.ASCII) is not None
        return plain and (not self.dated or _is_day(text[:10]))


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


class Range(Row):
    """The least and the largest number a field may hold."""

    least: float
    most: float


def encode(value: object) -> Any:
    """JSON data of a frozen dataclass and all in it; a whole float becomes an integer, as canonical JSON has it."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: encode(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [encode(one) for one in value]
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, float) and value.is_integer() and abs(value) <= LARGEST:
        return int(value)
    return value


def decode(kind: Any, data: object, where: str = "") -> Any:
    """The value of ``kind`` that ``data`` says. Raises :class:`Malformed`, naming the member."""
    origin, arguments = get_origin(kind), get_args(kind)
    if is_dataclass(kind):
        return _decode_class(kind, data, where)
    if origin is Annotated:
        return _constrained(decode(arguments[0], data, where), arguments[1], where)
    if origin in (Union, UnionType):
        inner = next(one for one in arguments if one is not NoneType)
        return None if data is None else decode(inner, data, where)
    if origin is tuple:
        return _decode_list(arguments[0], data, where)
    if origin is Literal:
        return _known(data, isinstance(data, str) and data in arguments, where)
    if origin is dict:
        return _decode_texts(data, where)
    return _decode_plain(kind, data, where)


def _decode_class(kind: Any, data: object, where: str) -> Any:
    if not isinstance(data, Mapping):
        raise _unfit(where)
    hints = _hints(kind)
    for name in data:
        if name not in hints:
            raise Malformed(N_("The member “{member}” does not belong there."), member=ascii(_join(where, name))[1:-1])
    for name in hints:
        if name not in data:
            raise Malformed(N_("The member “{member}” is missing."), member=_join(where, name))
    return kind(**{name: decode(hint, data[name], _join(where, name)) for name, hint in hints.items()})


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind, include_extras=True)


def _decode_list(kind: Any, data: object, where: str) -> tuple[Any, ...]:
    if not isinstance(data, list) or len(data) > MOST_ENTRIES:
        raise _unfit(where)
    return tuple(decode(kind, one, f"{where}[{place}]") for place, one in enumerate(data))


def _decode_texts(data: object, where: str) -> dict[str, str]:
    form = Form()
    if not isinstance(data, Mapping) or not data:
        raise _unfit(where)
    for language, text in data.items():
        if not re.fullmatch(r"[a-z]{2,3}", str(language)) or not isinstance(text, str) or not form.fits(text):
            raise _unfit(_join(where, language))
    return dict(data)


def _decode_plain(kind: Any, data: object, where: str) -> Any:
    if kind is float:
        number = data if isinstance(data, int | float) and not isinstance(data, bool) else math.nan
        return _known(data, abs(number) <= LARGEST, where)
    if kind is int:
        return _known(data, isinstance(data, int) and not isinstance(data, bool) and abs(data) <= LARGEST, where)
    return _known(data, isinstance(data, kind), where)


def _constrained(value: Any, rule: Form | Range, where: str) -> Any:
    fits = rule.fits(value) if isinstance(rule, Form) else rule.least <= value <= rule.most
    return _known(value, fits, where)


def _known(value: Any, fits: bool, where: str) -> Any:
    if not fits:
        raise _unfit(where)
    return value


def _unfit(where: str) -> Malformed:
    return Malformed(N_("The member “{member}” is not what it should be."), member=where or "record")


def _join(where: str, name: object) -> str:
    return f"{where}.{name}" if where else str(name)[:100]
