"""The queries of the catalogue, and plain rows made of their answers. Lists are passed to SQLite as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from trainer.catalogue.rows import (
    ExamRow,
    ExerciseRow,
    ItemPlace,
    ItemRow,
    LessonRow,
    ModuleRow,
    PageRow,
    PoolRow,
    QualificationRow,
    StatementCounts,
    StatementRow,
    UnitRow,
)


def _query(select: str, rest: str) -> str:
    """A query with a shared beginning; both parts are constants of this module."""
    return f"{select} {rest}"


_UNIT = """SELECT id, qualification, number, title, outcome, eqf, readiness, counts, modules, minimum, reading, method
    FROM unit"""
_STATEMENT = """SELECT id, qualification, unit, listed, part, text, lessons, items, exercises, observer, taught, tested
    FROM statement"""
_MODULE = "SELECT slug, title, summary, state, lessons, items, exercises, minutes, statements, units FROM module"
_LESSON = "SELECT module, id, position, title, minutes, revision, jurisdiction, pages, statements, checks FROM lesson"
_IN_POOL = """WHERE module IN (SELECT value FROM json_each(?1)) AND "check" <= ?2
    AND use IN (SELECT value FROM json_each(?3)) AND jurisdiction IN (SELECT value FROM json_each(?4))
    AND (?5 = '' OR (valid_from <= ?5 AND (valid_until = '' OR valid_until >= ?5)))"""

QUALIFICATIONS: Final = """SELECT id, title, eqf, description, issuer, jurisdictions, counts, modules, units, ada
    FROM qualification ORDER BY position"""
UNITS_OF: Final = _query(_UNIT, "WHERE qualification = ? ORDER BY position")
UNIT: Final = _query(_UNIT, "WHERE id = ?")
STATEMENTS_OF_UNIT: Final = _query(_STATEMENT, "WHERE unit = ? ORDER BY position")
COMMON_STATEMENTS: Final = _query(_STATEMENT, "WHERE qualification = ? AND unit = '' ORDER BY position")
ALL_STATEMENTS: Final = _query(_STATEMENT, "ORDER BY position")
STATEMENT_TEXTS: Final = "SELECT id, text FROM statement WHERE id IN (SELECT value FROM json_each(?))"
MODULES: Final = _query(_MODULE, "ORDER BY position")
MODULE: Final = _query(_MODULE, "WHERE slug = ?")
LESSONS: Final = _query(_LESSON, "WHERE module = ? AND position >= 0 ORDER BY position")
LESSON: Final = _query(_LESSON, "WHERE module = ? AND id = ? AND position >= 0")
PAGES: Final = """SELECT number, markdown, page.jurisdiction, facts FROM page JOIN lesson ON lesson.rowid = page.lesson
    WHERE module = ? AND id = ? ORDER BY number"""
GLOSSARY: Final = "SELECT id, term, text FROM glossary WHERE module = ? ORDER BY position"
SOURCES: Final = """SELECT id, citation, jurisdiction, valid_from, review_by, certainty FROM source
    WHERE id IN (SELECT value FROM json_each(?))"""
EXAMS: Final = """SELECT id, title, scope, subject, minutes, modules FROM exam
    ORDER BY CASE scope WHEN 'module' THEN 0 WHEN 'unit' THEN 1 ELSE 2 END, id"""
_EXERCISE = """SELECT id, module, units, kind, use, jurisdiction, title, minutes, revision, spoken, statements, facets,
    maximum, digest FROM exercise"""
EXERCISES: Final = _query(_EXERCISE, "ORDER BY units, use DESC, id")
EXERCISES_OF: Final = _query(_EXERCISE, "WHERE ? IN (SELECT value FROM json_each(units)) ORDER BY units, use DESC, id")
EXERCISE_BODIES: Final = "SELECT id, body FROM exercise WHERE id IN (SELECT value FROM json_each(?))"
PERFORMANCE: Final = "SELECT performance FROM unit WHERE id = ?"
#: The id the rubric of rationales is kept under; protocols are kept under that of their unit.
RUBRIC: Final = "rationale"
ASSESSMENT: Final = "SELECT body FROM assessment WHERE id = ?"
FACETS: Final = "SELECT list, id, name, tags FROM facet ORDER BY position"
#: In the order of the index ``item_stratum``, so that nothing is sorted; a stratum then comes in several rows.
_AS_INDEXED = """GROUP BY module, "check", use, jurisdiction, lesson, level"""
STRATA: Final = _query("SELECT module, lesson, level, group_concat(id, ' ') FROM item", f"{_IN_POOL} {_AS_INDEXED}")
STRATA_LINES: Final = _query(
    "SELECT module, lesson, level, group_concat(id || ' ' || digest, char(10)) FROM item", f"{_IN_POOL} {_AS_INDEXED}"
)
POOL: Final = _query(
    """SELECT rowid, id, module, lesson, level, use, jurisdiction, valid_from, valid_until, statements, digest
    FROM item""",
    f"{_IN_POOL} ORDER BY id",
)
ITEMS: Final = """SELECT id, module, lesson, digest, body, "check" FROM item
    WHERE id IN (SELECT value FROM json_each(?))"""
ITEM_PLACES: Final = """SELECT id, module, lesson, level, revision, statements FROM item
    WHERE id IN (SELECT value FROM json_each(?))"""
REVISED: Final = "SELECT id, revision FROM item INDEXED BY item_revised WHERE revision > 1"
DRAWABLE: Final = """SELECT id FROM item WHERE id IN (SELECT value FROM json_each(?1)) AND "check" <= ?2
    AND use IN (SELECT value FROM json_each(?3)) AND jurisdiction IN (SELECT value FROM json_each(?4))
    AND (?5 = '' OR (valid_from <= ?5 AND (valid_until = '' OR valid_until >= ?5)))"""
EQUALS: Final = "SELECT statement, leader FROM equal"
ITEM_DIGESTS: Final = "SELECT id, digest FROM item WHERE id IN (SELECT value FROM json_each(?))"


def pool_values(
    modules: Iterable[str], jurisdictions: Iterable[str], uses: Iterable[str], as_of: str, checks: bool
) -> tuple[str, int, str, str, str]:
    """What ``STRATA`` and ``POOL`` ask for."""
    return json.dumps(list(modules)), int(checks), json.dumps(list(uses)), json.dumps(list(jurisdictions)), as_of


def strata_of(found: Iterable[tuple[Any, list[str]]]) -> dict[Any, list[str]]:
    """Sorted ids by (module, lesson, level), where a stratum may come in several parts."""
    strata: dict[Any, list[str]] = {}
    for place, ids in found:
        strata.setdefault(place, []).extend(ids)
    return {place: sorted(ids) for place, ids in strata.items()}


def text_of(value: str) -> dict[str, str]:
    """A text by language from its JSON."""
    text: dict[str, str] = json.loads(value)
    return text


def list_of(value: str) -> tuple[str, ...]:
    """Ids from their JSON."""
    return tuple(json.loads(value))


def qualification_row(row: Sequence[Any]) -> QualificationRow:
    """A row of ``QUALIFICATIONS``."""
    id, title, eqf, description, issuer, jurisdictions, counts, modules, units, ada = row
    return QualificationRow(
        id, text_of(title), eqf, text_of(description), text_of(issuer), list_of(jurisdictions),
        StatementCounts(*json.loads(counts)), list_of(modules), list_of(units),
        tuple((code, title) for code, title in json.loads(ada)),
    )  # fmt: skip


def unit_row(row: Sequence[Any]) -> UnitRow:
    """A row of ``UNIT`` and ``UNITS_OF``."""
    id, qualification, number, title, outcome, eqf, readiness, counts, modules, minimum, reading, method = row
    return UnitRow(
        id, qualification, number, text_of(title), text_of(outcome), eqf, readiness,
        StatementCounts(*json.loads(counts)), list_of(modules), text_of(minimum), text_of(reading), text_of(method),
    )  # fmt: skip


def statement_row(row: Sequence[Any]) -> StatementRow:
    """A row of any query over statements."""
    id, qualification, unit, listed, part, text, lessons, items, exercises, observer, taught, tested = row
    return StatementRow(
        id, qualification, unit, listed, part, text_of(text), list_of(lessons), items, exercises,
        bool(observer), bool(taught), bool(tested),
    )  # fmt: skip


def module_row(row: Sequence[Any]) -> ModuleRow:
    """A row of ``MODULE`` and ``MODULES``."""
    slug, title, summary, state, lessons, items, exercises, minutes, statements, units = row
    return ModuleRow(
        slug, text_of(title), text_of(summary), state, lessons, items, exercises, minutes,
        list_of(statements), list_of(units),
    )  # fmt: skip


def lesson_row(row: Sequence[Any]) -> LessonRow:
    """A row of ``LESSON`` and ``LESSONS``."""
    module, id, position, title, minutes, revision, jurisdiction, pages, statements, checks = row
    return LessonRow(
        module, id, position, text_of(title), minutes, revision, jurisdiction, pages,
        list_of(statements), list_of(checks),
    )  # fmt: skip


def page_row(row: Sequence[Any], cited: Mapping[str, Mapping[str, str]]) -> PageRow:
    """A row of ``PAGES`` with the citations of its facts, in their order, by language."""
    number, markdown, jurisdiction, listed = row
    facts = list_of(listed)
    known = [cited[fact] for fact in facts if fact in cited]
    languages = dict.fromkeys(language for citation in known for language in citation)
    citations = {language: tuple(text[language] for text in known if language in text) for language in languages}
    return PageRow(number, text_of(markdown), jurisdiction, facts, citations)


def exam_row(row: Sequence[Any]) -> ExamRow:
    """A row of ``EXAMS``."""
    id, title, scope, subject, minutes, modules = row
    return ExamRow(id, text_of(title), scope, subject, minutes, list_of(modules))


def exercise_row(row: Sequence[Any]) -> ExerciseRow:
    """A row of ``EXERCISES``."""
    id, module, units, kind, use, law, title, minutes, revision, spoken, statements, facets, maximum, digest = row
    return ExerciseRow(
        id, module, list_of(units), kind, use, law, text_of(title), minutes, revision, list_of(spoken),
        list_of(statements), json.loads(facets), maximum, digest,
    )  # fmt: skip


def pool_row(row: Sequence[Any]) -> PoolRow:
    """A row of ``POOL``."""
    number, id, module, lesson, level, use, jurisdiction, valid_from, valid_until, statements, digest = row
    return PoolRow(
        number, id, module, lesson, level, use, jurisdiction, valid_from, valid_until, list_of(statements), digest
    )


def item_place(row: Sequence[Any]) -> ItemPlace:
    """A row of ``ITEM_PLACES``."""
    id, module, lesson, level, revision, statements = row
    return ItemPlace(id, module, lesson, level, revision, list_of(statements))


def item_row(row: Sequence[Any]) -> ItemRow:
    """A row of ``ITEMS``."""
    id, module, lesson, digest, body, check = row
    return ItemRow(id, module, lesson, digest, body, bool(check))
