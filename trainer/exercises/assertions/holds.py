"""Whether an assertion is true of a play, and which moments decided it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from trainer.exercises.assertions.language import Function, Value
from trainer.exercises.assertions.parse import Call, Compared, Joined, Name, Node, Said, Several, parse_assertion


def holds(line: str, functions: Mapping[str, Function], play: Any) -> tuple[bool, tuple[int, ...]]:
    """Whether the line is true of ``play``, and the numbers of the moments it spoke of, in order, each once."""
    trace = list[int]()
    value = value_of(parse_assertion(line), functions, play, trace)
    return bool(value), tuple(sorted(set(trace)))


def value_of(node: Node, functions: Mapping[str, Function], play: Any, trace: list[int]) -> Value:
    """What a tree comes to. Every part of ``and`` and ``or`` is looked at, so that the trace is whole."""
    match node:
        case Said(value):
            return value
        case Name(id):
            return id
        case Several(items):
            return tuple(value_of(item, functions, play, trace) for item in items)
        case Joined(word, parts):
            values = [bool(value_of(part, functions, play, trace)) for part in parts]
            return not values[0] if word == "not" else all(values) if word == "and" else any(values)
        case Compared(sign, left, right):
            return compare(sign, value_of(left, functions, play, trace), value_of(right, functions, play, trace))
        case Call(name, arguments, attribute):
            found = [value_of(argument, functions, play, trace) for argument in arguments]
            return functions[name].run(play, found, attribute or "", trace)


def compare(sign: str, left: Any, right: Any) -> bool:
    """A comparison; what is not there is unlike everything and neither more nor less than anything."""
    if sign == "in":
        return left in right
    if sign in ("==", "!="):
        return bool(left == right) == (sign == "==")
    if left is None or right is None:
        return False
    less, equal = bool(left < right), bool(left == right)
    return {"<": less, "<=": less or equal, ">": not (less or equal), ">=": not less}[sign]
