"""Every member of the badge, and of the record in it: changed, dropped, added to, duplicated."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from tests.records import samples
from tests.records.tampering.case import BROKEN_OR_UNKNOWN, Case, Path, at, edited, judged, members, nodes, shown
from trainer.kernel.canonical import canonical_json
from trainer.records.issue import written
from trainer.records.proofs import JCS, RDFC, Suite

#: What linked data takes for nothing, so that no signature covers it.
NOTHING: dict[str, Any] = {
    "image": None, "tag": [], "unknown": "x", "@id": "urn:x", "@type": "Evidence", "@graph": [], "@reverse": {},
    "": "x", "credentialSchema": [], "endorsement": [], "@context": "https://www.w3.org/ns/credentials/v2",
}  # fmt: skip


def different(value: Any) -> list[Any]:
    """Values that are not this one, some of which linked data takes for the same."""
    match value:
        case bool():
            return [not value, str(value).lower()]
        case str():
            return [value + "x", value[:-1], value.swapcase(), [value], {"@value": value}, None]
        case None:
            return ["x", False]
        case int() | float():
            return [value + 1, str(value)]
        case list():
            # A part told again without one of its members is nothing new to linked data.
            last = value[-1] if value and isinstance(value[-1], dict) else {}
            again = [[*value, {key: one for key, one in last.items() if key != name}] for name in last]
            return [[], [*value, value[-1]], [*value, None], value[0] if value else "x", *again]
        case _:
            return [{}, [value], None]


def changed(document: Any) -> Iterator[tuple[str, Any]]:
    for path in members(document):
        old = at(document, path)
        for number, new in enumerate(different(old)):
            if new != old:
                yield f"{shown(path)} #{number}", edited(document, path, putting(new))


def putting(value: Any) -> Callable[[Any, Any], None]:
    """An edit that puts a value where another stood, or none."""

    def put(into: Any, name: Any) -> None:
        into[name] = value

    return put


def dropped(document: Any) -> Iterator[tuple[str, Any]]:
    for path in members(document):
        yield shown(path), edited(document, path, lambda into, name: into.pop(name))


def added(document: Any) -> Iterator[tuple[str, Any]]:
    for path in nodes(document):
        for name, value in NOTHING.items():
            if name not in at(document, path):
                yield f"{shown(path)} + {name}", edited(document, (*path, name), putting(value))


def duplicated(document: Any) -> Iterator[tuple[str, bytes]]:
    """The same member with the same value twice."""
    for path in members(document):
        if isinstance(path[-1], str):
            yield shown(path), twice(document, path).encode()


def twice(value: Any, path: Path) -> str:
    """JSON in which the member at ``path`` stands twice."""
    if isinstance(value, list):
        return "[" + ",".join(twice(one, path[1:] if path[:1] == (n,) else ()) for n, one in enumerate(value)) + "]"
    if not isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    parts = []
    for name, one in value.items():
        here = path[:1] == (name,)
        text = json.dumps(name) + ":" + twice(one, path[1:] if here else ())
        parts += [text] * (2 if here and len(path) == 1 else 1)
    return "{" + ",".join(parts) + "}"


def inside(document: Any, edit: Callable[[Any], Iterator[tuple[str, Any]]]) -> Iterator[tuple[str, Any]]:
    """The same done to the record that the last piece of evidence holds."""
    for name, data in edit(json.loads(document["evidence"][-1]["narrative"])):
        text = (data if isinstance(data, bytes) else canonical_json(data)).decode()
        yield name, edited(document, ("evidence", -1, "narrative"), putting(text))


def cases(suite: Suite, edit: Callable[[Any], Iterator[tuple[str, Any]]], deep: bool) -> Iterator[Case]:
    """One case for every edit; a record with one attempt has every kind of member."""
    document = samples.signed(suite=suite, of=samples.record(lines=1))
    for name, damage in inside(document, edit) if deep else edit(document):
        raw = damage if isinstance(damage, bytes) else written(damage)
        yield Case(name, BROKEN_OR_UNKNOWN, partial(judged, raw))


FAMILIES = {
    f"{where} {what}, {suite}": partial(cases, suite, edit, where == "record member")
    for suite in (RDFC, JCS)
    for where in ("badge member", "record member")
    for what, edit in (("changed", changed), ("dropped", dropped), ("added", added), ("duplicated", duplicated))
}
