"""The small files, read anew at every compile: standards, coverage map, sources, modules with glossary, blueprints,
and what assessors judge by.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from trainer.catalogue.queries import RUBRIC
from trainer.catalogue.writing.target import Doc, Target, as_json
from trainer.content.load import Loaded
from trainer.content.models import Coverage, Exam, Module, PlannedModule, Qualification, QualificationModules


@dataclass(frozen=True, slots=True)
class Courses:
    """What the derived tables are computed from. Qualifications stand in the order of the coverage map."""

    qualifications: tuple[Qualification, ...]
    coverage: Coverage
    modules: dict[str, Module]
    exams: dict[str, Exam]


def write_courses(target: Target) -> Courses:
    """Read the small files of all folders and write sources, glossaries and blueprints."""
    _write_sources(target)
    modules = _unique(target, [(loaded, loaded.value.slug) for folder in target.folders for loaded in folder.modules()])
    exams = _unique(target, [(loaded, loaded.value.id) for folder in target.folders for loaded in folder.exams()])
    standards = _unique(
        target, [(loaded, loaded.value.id) for folder in target.folders for loaded in folder.qualifications()]
    )
    plan = _merged([found.value for folder in target.folders if (found := folder.coverage())])
    _write_glossaries(target, modules)
    _write_exams(target, exams)
    _write_assessments(target)
    order = {entry.id: position for position, entry in enumerate(plan.qualifications)}
    qualifications = sorted(standards.values(), key=lambda standard: order.get(standard.id, len(order)))
    return Courses(tuple(qualifications), plan, modules, exams)


def _merged(maps: Sequence[Coverage]) -> Coverage:
    """One map of all folders. Where two speak of one module or standard the first one counts, as everywhere."""
    modules: dict[str, PlannedModule] = {}
    standards: dict[str, QualificationModules] = {}
    for plan in maps:
        for module in plan.modules:
            modules.setdefault(module.slug, module)
        for standard in plan.qualifications:
            standards.setdefault(standard.id, standard)
    same_as = [group for plan in maps for group in plan.same_as]
    observer = [id for plan in maps for id in plan.observer]
    return Coverage(
        version=1,
        modules=[*modules.values()],
        same_as=same_as,
        observer=observer,
        qualifications=[*standards.values()],
    )


def _unique(target: Target, found: Sequence[tuple[Loaded[Any], str]]) -> dict[str, Any]:
    """The models by id; an id met again is a flaw of the later file."""
    first: dict[str, Loaded[Any]] = {}
    for loaded, id in found:
        if id in first:
            target.clash(loaded.name, 1, id, first[id].name)
        else:
            first[id] = loaded
    return {id: loaded.value for id, loaded in first.items()}


def _write_sources(target: Target) -> None:
    target.connection.execute("DELETE FROM source")
    first: dict[str, str] = {}
    for loaded in [found for folder in target.folders if (found := folder.sources())]:
        for index, source in enumerate(loaded.value.sources):
            if source.id in first:
                line = loaded.document.line_of(("sources", index))
                target.clash(loaded.name, line, source.id, first[source.id])
                continue
            first[source.id] = loaded.name
            target.connection.execute(
                "INSERT INTO source VALUES (?, ?, ?, ?, ?, ?)",
                (source.id, as_json(source.citation), source.jurisdiction, source.valid_from.isoformat(),
                 source.review_by.isoformat(), source.certainty),
            )  # fmt: skip


def _write_glossaries(target: Target, modules: dict[str, Module]) -> None:
    """All terms again: the index forgets the old ones only when their text changed."""
    old = {
        row[:2]: row[2:] for row in target.connection.execute("SELECT module, id, position, term, text FROM glossary")
    }
    new = {
        (slug, term.id): (position, as_json(term.term), as_json(term.text))
        for slug, module in modules.items()
        for position, term in enumerate(module.glossary)
    }
    target.forget_docs(f"term:{slug}/{id}" for (slug, id), row in old.items() if new.get((slug, id)) != row)
    target.connection.execute("DELETE FROM glossary")
    target.connection.executemany(
        "INSERT INTO glossary VALUES (?, ?, ?, ?, ?)", [(*key, *row) for key, row in new.items()]
    )
    fresh = {key for key, row in new.items() if old.get(key) != row}
    target.add_docs(doc for slug, module in modules.items() for doc in _terms(slug, module, fresh))


def _terms(slug: str, module: Module, fresh: set[tuple[str, str]]) -> Iterator[Doc]:
    for term in module.glossary:
        if (slug, term.id) in fresh:
            for language, text in term.text.items():
                name = term.term.get(language, "")
                yield ("term", slug, "", term.id, language, name, 0, f"term:{slug}/{term.id}", text)


def _write_exams(target: Target, exams: dict[str, Exam]) -> None:
    target.connection.execute("DELETE FROM exam")
    for exam in exams.values():
        modules = list(dict.fromkeys(module for section in exam.sections for module in section.modules))
        target.connection.execute(
            "INSERT INTO exam VALUES (?, ?, ?, ?, ?, ?, ?)",
            (exam.id, as_json(exam.title), exam.scope, exam.subject, exam.minutes, as_json(modules),
             exam.model_dump_json()),
        )  # fmt: skip


def _write_assessments(target: Target) -> None:
    """The rubric of rationales, and protocols by their unit."""
    target.connection.execute("DELETE FROM assessment")
    found = [(loaded, RUBRIC) for folder in target.folders if (loaded := folder.rubric())]
    protocols = [(loaded, loaded.value.unit) for folder in target.folders for loaded in folder.protocols()]
    rows = {**_unique(target, found), **_unique(target, protocols)}
    target.connection.executemany(
        "INSERT INTO assessment VALUES (?, ?)", [(id, value.model_dump_json()) for id, value in rows.items()]
    )
