"""PyYAML with YAML 1.2 scalars: no ``no`` as False, no ``12:30`` as 750, no octal ``010``; and lines of values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import yaml
from yaml.events import AliasEvent, CollectionEndEvent, CollectionStartEvent, DocumentStartEvent
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MAX_DEPTH = 32
_NULL = {"", "~", "null", "Null", "NULL"}
_BOOL = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_INT = re.compile(r"[-+]?(?:0x[0-9a-fA-F_]+|0o[0-7_]+|0b[01_]+|[0-9_]*[0-9][0-9_]*)")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9_]+|[0-9][0-9_]*(?:\.[0-9_]*)?)(?:[eE][-+]?[0-9_]+)?")
_NO_NUMBER = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_BASES = {"0x": 16, "0o": 8, "0b": 2}


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
        if not isinstance(key, str | int | float | bool | None):
            raise Refusal(line, "a key must be a plain word")
        if key in result:
            raise Refusal(line, f"the key «{key}» stands twice")
        result[key] = _value(value_node)
    return result


def _scalar(node: Node) -> Any:
    assert isinstance(node, ScalarNode)
    text: str = node.value
    if node.style:  # the C loader says "" where the Python one says None for a plain scalar
        return text
    if text in _NULL:
        return None
    if text in _BOOL:
        return _BOOL[text]
    if _INT.fullmatch(text):
        return _int(text.replace("_", ""))
    if _NO_NUMBER.fullmatch(text):
        return float(text.replace(".", ""))
    if _FLOAT.fullmatch(text):
        return float(text.replace("_", ""))
    return text


def _int(text: str) -> int:
    digits = text.lstrip("+-")
    value = int(digits[2:], _BASES[digits[:2]]) if digits[:2] in _BASES else int(digits)
    return -value if text.startswith("-") else value


def hidden_features(text: str) -> Refusal | None:
    """The first anchor, alias, tag, second document or excess of depth; None also for a text that cannot be parsed."""
    documents = depth = 0
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            documents += isinstance(event, DocumentStartEvent)
            depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
            why = "documents" if documents > 1 else "depth" if depth > MAX_DEPTH else _hidden(event)
            if why:
                return Refusal(event.start_mark.line + 1 if event.start_mark else 1, why)
    except yaml.YAMLError:
        return None
    return None


def _hidden(event: Any) -> str:
    if isinstance(event, AliasEvent) or getattr(event, "anchor", None):
        return "alias"
    return "tag" if getattr(event, "tag", None) else ""


def line_of(text: str, path: Sequence[str | int]) -> int:
    """The 1-based line of the value at ``path``, or of the deepest part of the path that exists."""
    try:
        node = _tree(text)
    except Refusal as refusal:
        return refusal.line
    line = 1
    for step in path:
        found = _step(node, step)
        if found is None:
            break
        line, node = found
    return line


@lru_cache(maxsize=1)
def _tree(text: str) -> Node | None:
    """The last text's nodes are kept: a file with many flaws is asked for many lines."""
    return compose(text)


def _step(node: Node | None, step: str | int) -> tuple[int, Node] | None:
    if isinstance(node, MappingNode):
        for key_node, value_node in node.value:
            if key_node.value == str(step):
                return key_node.start_mark.line + 1, value_node
    if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
        child = node.value[step]
        return child.start_mark.line + 1, child
    return None
