"""PyYAML with YAML 1.2 scalars: no ``no`` as False, no ``12:30`` as 750, no octal ``010``; and lines of values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_NULL = {"", "~", "null", "Null", "NULL"}
_BOOL = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_INT = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Refusal(Exception):
    """Not valid YAML, or a duplicate key; ``line`` is 1-based."""

    def __init__(self, line: int, why: str) -> None:
        super().__init__(why)
        self.line, self.why = line, why


def compose(text: str) -> Node | None:
    """The tree of nodes with their marks. Raises :class:`Refusal`."""
    try:
        return yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise Refusal(mark.line + 1 if mark else 1, (error.problem or "cannot be parsed").rstrip(".")) from None
    except yaml.YAMLError as error:
        raise Refusal(1, str(error).split("\n", 1)[0]) from None


def construct(text: str) -> Any:
    """Plain data from a text. Raises :class:`Refusal`."""
    node = compose(text)
    return None if node is None else _value(node)


def _value(node: Node) -> Any:
    if isinstance(node, SequenceNode):
        return [_value(child) for child in node.value]
    if isinstance(node, MappingNode):
        return _mapping(node)
    return _scalar(node)


def _mapping(node: MappingNode) -> dict[Any, Any]:
    result: dict[Any, Any] = {}
    for key_node, value_node in node.value:
        key = _value(key_node)
        line = key_node.start_mark.line + 1
        if not isinstance(key, str | int | float | bool | date | None):
            raise Refusal(line, "a key must be a plain word")
        if key in result:
            raise Refusal(line, f"the key «{key}» stands twice")
        result[key] = _value(value_node)
    return result


def _scalar(node: Node) -> Any:
    assert isinstance(node, ScalarNode)
    text: str = node.value
    if node.tag.startswith(("!", "tag:yaml.org,2002:python")):
        raise Refusal(node.start_mark.line + 1, f"the tag «{node.tag}» is not allowed")
    if node.style is not None:
        return text
    if text in _NULL:
        return None
    if text in _BOOL:
        return _BOOL[text]
    if _INT.fullmatch(text):
        return int(text)
    if _FLOAT.fullmatch(text):
        return float(text)
    return _date(text) if _DATE.fullmatch(text) else text


def _date(text: str) -> date | str:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text


def line_of(text: str, path: Sequence[str | int]) -> int:
    """The 1-based line of the value at ``path``, or of the deepest part of the path that exists."""
    try:
        node = compose(text)
    except Refusal as refusal:
        return refusal.line
    line = 1
    for step in path:
        found = _step(node, step)
        if found is None:
            break
        line, node = found
    return line


def _step(node: Node | None, step: str | int) -> tuple[int, Node] | None:
    if isinstance(node, MappingNode):
        for key_node, value_node in node.value:
            if key_node.value == str(step):
                return key_node.start_mark.line + 1, value_node
    if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
        child = node.value[step]
        return child.start_mark.line + 1, child
    return None
