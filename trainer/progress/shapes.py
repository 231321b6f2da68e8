"""Whether foreign JSON has the shape its type says: what an import holds may have been written by anybody."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

#: Whole numbers beyond this are no longer exact everywhere, and nothing here counts so far.
_LARGEST = 1 << 53

Fits = Callable[[object], bool]


def fits(value: object, hint: Any) -> bool:
    """Whether JSON data is what ``hint`` says: a plain type, a collection of them, or a dataclass, as a map or made."""
    return _looks_like(hint)(value)


@cache
def _looks_like(hint: Any) -> Fits:
    """What looks at values of a type; made once, because a hint is slow to take apart."""
    if isinstance(hint, type) and is_dataclass(hint):
        return _class(hint)
    match get_origin(hint):
        case None:
            return _plain(hint)
        case origin if origin is Literal:
            words = get_args(hint)
            return lambda value: type(value) is str and value in words
        case origin if origin in (Union, UnionType):
            return _either([_looks_like(one) for one in get_args(hint)])
        case origin if origin is tuple:
            return _tuple(get_args(hint))
        case origin if origin is list:
            each = _looks_like(get_args(hint)[0])
            return lambda value: isinstance(value, list) and all(map(each, value))
        case _:
            key, of = (_looks_like(one) for one in get_args(hint))
            return lambda value: isinstance(value, Mapping) and all(map(key, value)) and all(map(of, value.values()))


def _plain(hint: Any) -> Fits:
    if hint is Any:
        return lambda value: True
    if hint in (None, NoneType):
        return lambda value: value is None
    if hint is int:
        return _whole
    if hint is float:
        return _number
    return lambda value: type(value) is hint


def _either(ways: list[Fits]) -> Fits:
    def look(value: object) -> bool:
        for way in ways:  # noqa: SIM110 - a class's journals have a million values, and a generator costs as much again
            if way(value):
                return True
        return False

    return look


def _whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and -_LARGEST < value < _LARGEST


def _number(value: object) -> bool:
    """NaN compares with nothing, and what is infinite is too large."""
    return (isinstance(value, float) and -_LARGEST < value < _LARGEST) or _whole(value)


def _tuple(hints: tuple[Any, ...]) -> Fits:
    if hints[1:] == (...,):
        each = _looks_like(hints[0])
        return lambda value: isinstance(value, list | tuple) and all(map(each, value))
    ways = [_looks_like(one) for one in hints]
    return lambda value: (
        isinstance(value, list | tuple)
        and len(value) == len(ways)
        and all(way(one) for way, one in zip(ways, value, strict=True))
    )


def _class(cls: Any) -> Fits:
    """Values that are not known are passed over, as they are when the store is read."""
    hints = get_type_hints(cls)
    ways = [(field.name, _looks_like(hints[field.name]), _needed(field)) for field in fields(cls)]

    def look(value: object) -> bool:
        if isinstance(value, cls):
            for name, way, _ in ways:  # noqa: SIM110 - see above
                if not way(getattr(value, name)):
                    return False
            return True
        return isinstance(value, dict) and all(
            way(value[name]) if name in value else not needed for name, way, needed in ways
        )

    return look


def _needed(field: Any) -> bool:
    return field.default is MISSING and field.default_factory is MISSING
