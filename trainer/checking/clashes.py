"""Ids that two content folders both use: each would hide a part of the other, so neither may."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from trainer.banks.read import load_bank
from trainer.checking.findings import Finding, in_order
from trainer.checking.rules.ids import nested_ids
from trainer.checking.tree import Tree
from trainer.content.load import Loaded
from trainer.content.models import Qualification
from trainer.content.yamlfile import Document
from trainer.kernel.problems import N_

#: Ids are used once over everything (the checker's rule of that name).
RULE = "I01"

_CLASH = N_("The id «{id}» is already used in {place}; ids are for ever, so give this one another.")


@dataclass(frozen=True, slots=True)
class Name:
    """An id and where it stands. ``kind``: ids of different kinds do not clash."""

    kind: str
    id: str
    file: str
    line: int


def clashes(new: Tree, others: Mapping[str, Tree]) -> list[Finding]:
    """A finding for each id of ``new`` that one of the ``others`` uses; their keys name them ("" for no name)."""
    taken: dict[tuple[str, str], str] = {}
    for owner, tree in others.items():
        for name in names_in(tree):
            place = f"{owner}/{name.file}" if owner else name.file
            taken.setdefault((name.kind, name.id), f"{place}:{name.line}")
    return in_order(
        [
            Finding(name.file, name.line, RULE, "error", _CLASH, {"id": name.id, "place": taken[name.kind, name.id]})
            for name in names_in(new)
            if (name.kind, name.id) in taken
        ]
    )


def names_in(tree: Tree) -> Iterator[Name]:
    """Every id a content folder defines for all others to see."""
    for standard in tree.qualifications:
        yield from _of_standard(standard)
    if tree.coverage is not None:
        planned, document = tree.coverage.value.modules, tree.coverage.document
        yield from (_name("module", one.slug, document, "modules", i, "slug") for i, one in enumerate(planned))
    if tree.sources is not None:
        sources, document = tree.sources.value.sources, tree.sources.document
        yield from (_name("source", one.id, document, "sources", i, "id") for i, one in enumerate(sources))
    for exam in tree.exams:
        yield _name("exam", exam.value.id, exam.document, "id")
    if tree.rubric is not None:
        yield _name("rubric", "rationale", tree.rubric.document, "revision")
    for protocol in tree.protocols:
        yield _name("protocol", protocol.value.unit, protocol.document, "unit")
    yield from _of_modules(tree)
    for file, path in tree.banks.items():
        yield from (Name("item", entry.item.id, file, entry.line) for entry in load_bank(path, file).items)


def _of_standard(standard: Loaded[Qualification]) -> Iterator[Name]:
    """The standard's own id; units and statements share their names."""
    document = standard.document
    yield _name("qualification", standard.value.id, document, "id")
    for place, id in nested_ids(document.data):
        yield _name("statement", id, document, *place)


def _of_modules(tree: Tree) -> Iterator[Name]:
    for module, lessons in tree.modules:
        yield _name("module", module.value.slug, module.document, "slug")
        for lesson in lessons:
            for index, check in enumerate(lesson.lesson.value.checks):
                yield _name("item", str(check.get("id")), lesson.lesson.document, "checks", index, "id")


def _name(kind: str, id: str, document: Document, *place: str | int) -> Name:
    return Name(kind, id, document.name, document.line_of(place))
