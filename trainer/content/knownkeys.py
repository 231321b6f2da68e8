"""Which keys a map may have, for the sentence about one that does not belong: read from the JSON Schema."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import Any


def known_keys(schema: dict[str, Any], data: Any, place: Sequence[str | int]) -> tuple[str, list[str]]:
    """The key that was probably meant ("" when none is close) and all keys known where ``place`` ends."""
    nodes, value = [schema], data
    for step in place[:-1]:
        nodes = [child for node in nodes for child in _children(schema, node, value, step)]
        value = value[step]
    found = [key for node in nodes for last in _resolved(schema, node, value) for key in last.get("properties", {})]
    known = list(dict.fromkeys(found))
    taken = set(value) if isinstance(value, dict) else set()
    close = get_close_matches(str(place[-1]), [key for key in known if key not in taken], 1)
    return (close[0] if close else ""), known


def _children(schema: dict[str, Any], node: dict[str, Any], value: Any, step: str | int) -> Iterator[dict[str, Any]]:
    for part in _resolved(schema, node, value):
        if isinstance(step, int):
            yield part.get("items", {})
        elif step in part.get("properties", {}):
            yield part["properties"][step]
        elif isinstance(part.get("additionalProperties"), dict):
            yield part["additionalProperties"]


def _resolved(schema: dict[str, Any], node: dict[str, Any], value: Any) -> Iterator[dict[str, Any]]:
    """The node with references followed and unions opened (by their discriminator where they have one)."""
    if "$ref" in node:
        yield from _resolved(schema, schema["$defs"][node["$ref"].rsplit("/", 1)[-1]], value)
        return
    branches = [*node.get("anyOf", []), *node.get("oneOf", [])]
    if rule := node.get("discriminator"):
        tag = value.get(rule["propertyName"]) if isinstance(value, dict) else None
        branches = [{"$ref": rule["mapping"][tag]}] if tag in rule["mapping"] else branches
    for branch in branches:
        yield from _resolved(schema, branch, value)
    if not branches:
        yield node
