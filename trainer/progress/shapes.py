"""Whether foreign JSON has the shape its type says: what an import holds may have been written by anybody."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

#: Whole numbers beyond this are no longer exact everywhere, and nothing here counts so far.
_LARGEST = 1 << 53


def fits(value: object, hint: Any) -> bool:
    """Whether JSON data is what ``hint`` says: a plain type, a collection of them, or a dataclass as a map."""
    if isinstance(hint, type) and is_dataclass(hint):
        return _fits_class(value, hint)
    match get_origin(hint):
        case None:
            return _fits_plain(value, hint)
        case origin if origin is Literal:
            return type(value) is str and value in get_args(hint)
        case origin if origin in (Union, UnionType):
            return any(fits(value, one) for one in get_args(hint))
        case origin if origin is tuple:
            return _fits_tuple(value, get_args(hint))
        case origin if origin is list:
            return isinstance(value, list) and all(fits(one, get_args(hint)[0]) for one in value)
        case _:
            return _fits_map(value, *get_args(hint))


def _fits_plain(value: object, hint: Any) -> bool:
    if hint is Any:
        return True
    if hint in (None, NoneType):
        return value is None
    if hint in (int, float):
        whole = isinstance(value, int) and not isinstance(value, bool)
        known = whole or (hint is float and isinstance(value, float) and math.isfinite(value))
        return known and abs(value) < _LARGEST  # type: ignore[arg-type] # a number, as the line above says
    return type(value) is hint


def _fits_tuple(value: object, hints: tuple[Any, ...]) -> bool:
    if not isinstance(value, list | tuple):
        return False
    if hints[1:] == (...,):
        return all(fits(one, hints[0]) for one in value)
    return len(value) == len(hints) and all(map(fits, value, hints))


def _fits_map(value: object, key: Any, of: Any) -> bool:
    return isinstance(value, Mapping) and all(fits(one, key) and fits(other, of) for one, other in value.items())


def _fits_class(value: object, cls: Any) -> bool:
    """Values that are not known are passed over, as they are when the store is read."""
    hints = _hints(cls)
    return isinstance(value, dict) and all(
        fits(value[field.name], hints[field.name]) if field.name in value else not _needed(field)
        for field in fields(cls)
    )


def _needed(field: Any) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


@cache
def _hints(cls: Any) -> dict[str, Any]:
    return get_type_hints(cls)
