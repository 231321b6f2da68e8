"""What follows from all content together: coverage, readiness, the state of modules, the order of lessons."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from trainer.assessment.blueprint import Strata
from trainer.assessment.coverage import NamedItem, StatementCoverage, StatementPlace, cover, places
from trainer.assessment.readiness import exam_is_feasible, needs_of, readiness
from trainer.catalogue.index import Catalogue
from trainer.catalogue.sufficiency import exercises_suffice
from trainer.catalogue.writing.courses import Courses
from trainer.catalogue.writing.target import Target, as_json
from trainer.content.models import Exam, Qualification, QualificationModules, Unit

Covered = Mapping[str, StatementCoverage]

#: Which items a mock exam and a counting exam draw from: a unit exam must be feasible in both pools.
_POOLS = (("practice", "both"), ("exam", "both"))


def write_derived(target: Target, courses: Courses, release: str) -> None:
    """Write every table that no single file decides."""
    _date_items(target)
    _order_lessons(target, courses)
    present = _write_modules(target, courses)
    found = [place for qualification in courses.qualifications for place in places(qualification)]
    covered = cover(
        {place.id: place.part for place in found},
        courses.coverage.same_as,
        _lessons(target),
        _items(target),
        _exercises(target),
        courses.coverage.observer,
    )
    _write_statements(target, found, covered)
    _write_equals(target, courses.coverage.same_as)
    _write_standards(target, courses, found, covered, present, release)


def _date_items(target: Target) -> None:
    """An item without a date of its own is in force from the day its latest source is."""
    target.connection.execute(
        """WITH due (item, day) AS (
            SELECT item.rowid, coalesce(max(source.valid_from), '')
            FROM item LEFT JOIN source ON source.id IN (SELECT value FROM json_each(item.facts))
            WHERE own_from = '' GROUP BY item.rowid
        )
        UPDATE item SET valid_from = day FROM due WHERE item.rowid = due.item AND valid_from <> day"""
    )


def _order_lessons(target: Target, courses: Courses) -> None:
    """A lesson its module does not list has position -1 and is not shown (``trainer check`` reports it)."""
    target.connection.execute("UPDATE lesson SET position = -1")
    target.connection.executemany(
        "UPDATE lesson SET position = ? WHERE module = ? AND id = ?",
        [(n, slug, id) for slug, module in courses.modules.items() for n, id in enumerate(module.lessons)],
    )


def _write_modules(target: Target, courses: Courses) -> set[str]:
    """Planned modules in the order of the coverage map, then present ones that nobody planned; returns the present."""
    connection = target.connection
    lessons = {
        slug: counts
        for slug, *counts in connection.execute(
            "SELECT module, count(*), sum(minutes) FROM lesson WHERE position >= 0 GROUP BY module"
        )
    }
    items = dict(connection.execute('SELECT module, count(*) FROM item WHERE "check" = 0 GROUP BY module').fetchall())
    exercises = dict(connection.execute("SELECT module, count(*) FROM exercise GROUP BY module").fetchall())
    planned = {module.slug: module for module in courses.coverage.modules}
    units: dict[str, list[str]] = {}
    for qualification in courses.coverage.qualifications:
        for unit in qualification.units:
            for slug in unit.modules:
                units.setdefault(slug, []).append(unit.id)
    present = {slug for slug in courses.modules if slug in lessons}
    connection.execute("DELETE FROM module")
    for position, slug in enumerate(dict.fromkeys([*planned, *present])):
        plan, module = planned.get(slug), courses.modules.get(slug) if slug in present else None
        count, minutes = lessons.get(slug, [0, 0]) if module else [0, 0]
        title = module.title if module else plan.title if plan else {}
        summary = module.summary if module else plan.scope if plan else {}
        connection.execute(
            "INSERT INTO module VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (slug, position, as_json(title), as_json(summary), "present" if module else "in_preparation", count,
             items.get(slug, 0), exercises.get(slug, 0), minutes, as_json(plan.covers if plan else []),
             as_json(units.get(slug, []))),
        )  # fmt: skip
    return present


def _lessons(target: Target) -> Iterator[tuple[str, list[str]]]:
    found = target.connection.execute(
        "SELECT module, id, statements FROM lesson WHERE position >= 0 ORDER BY module, position"
    )
    for module, lesson, statements in found:
        yield f"{module}/{lesson}", json.loads(statements)


def _items(target: Target) -> Iterator[NamedItem]:
    for stem, level, statements in target.connection.execute(
        'SELECT stem, level, statements FROM item WHERE "check" = 0'
    ):
        yield NamedItem(stem, level, tuple(json.loads(statements)))


def _exercises(target: Target) -> Iterator[tuple[str, list[str]]]:
    for exercise, statements in target.connection.execute("SELECT id, statements FROM exercise ORDER BY id"):
        yield exercise, json.loads(statements)


def _write_statements(target: Target, found: Sequence[StatementPlace], covered: Covered) -> None:
    target.connection.execute("DELETE FROM statement")
    for position, place in enumerate(found):
        state = covered[place.id]
        target.connection.execute(
            "INSERT OR IGNORE INTO statement VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (place.id, position, place.qualification, place.unit or "", place.listed, place.part,
             as_json(place.statement.text), as_json(state.lessons), state.items, state.exercises, state.observer,
             state.taught, state.tested),
        )  # fmt: skip


def _write_equals(target: Target, groups: Iterable[Sequence[str]]) -> None:
    """Statements of several standards that say the same: an answer on one of them is an answer on all."""
    target.connection.execute("DELETE FROM equal")
    target.connection.executemany(
        "INSERT OR IGNORE INTO equal VALUES (?, ?)",
        [(member, members[0]) for members in groups for member in members],
    )


def _write_standards(
    target: Target, courses: Courses, found: Sequence[StatementPlace], covered: Covered, present: Collection[str],
    release: str,
) -> None:  # fmt: skip
    plans, catalogue = {plan.id: plan for plan in courses.coverage.qualifications}, Catalogue(target.connection)
    target.connection.execute("DELETE FROM qualification")
    target.connection.execute("DELETE FROM unit")
    for position, qualification in enumerate(courses.qualifications):
        own = [place for place in found if place.qualification == qualification.id]
        plan = plans.get(qualification.id) or QualificationModules(id=qualification.id, common_modules=[], units=[])
        _write_qualification(target, position, qualification, plan, own, covered)
        pools = _pools(target, courses.exams.values(), qualification, release)
        for number, unit in enumerate(qualification.units):
            needs = needs_of(unit.id, qualification.id, own, courses.coverage)
            stage = readiness(
                needs, present, covered,
                exam_feasible=exam_is_feasible(unit.id, courses.exams.values(), pools),
                exercises_sufficient=exercises_suffice(catalogue, qualification, unit),
            )  # fmt: skip
            modules = next((entry.modules for entry in plan.units if entry.id == unit.id), [])
            _write_unit(target, qualification.id, number, unit, stage, _counts(own, unit.id, covered), modules)


def _pools(target: Target, exams: Iterable[Exam], qualification: Qualification, release: str) -> list[Strata]:
    """The strata each use offers to the unit exams of a qualification, under its own law, on the release day."""
    units = {unit.id for unit in qualification.units}
    modules = {
        module
        for exam in exams
        if exam.scope == "unit" and exam.subject in units
        for section in exam.sections
        for module in section.modules
    }
    catalogue = Catalogue(target.connection)
    return [catalogue.strata(sorted(modules), qualification.jurisdictions, uses, release) for uses in _POOLS]


def _counts(own: Sequence[StatementPlace], unit: str | None, covered: Covered) -> list[int]:
    """Knowledge, skills, taught, tested; key points are not counted."""
    counted = [place for place in own if place.unit == unit and place.listed != "key_point"]
    knowledge = sum(place.listed == "knowledge" for place in counted)
    taught = sum(covered[place.id].taught for place in counted)
    return [knowledge, len(counted) - knowledge, taught, sum(covered[place.id].tested for place in counted)]


def _write_qualification(
    target: Target, position: int, qualification: Qualification, plan: QualificationModules,
    own: Sequence[StatementPlace], covered: Covered,
) -> None:  # fmt: skip
    issuer = qualification.issuer
    target.connection.execute(
        "INSERT INTO qualification VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (qualification.id, position, as_json(qualification.title), qualification.eqf,
         as_json(qualification.description), as_json({"": issuer} if isinstance(issuer, str) else issuer),
         as_json(qualification.jurisdictions), as_json(_counts(own, None, covered)), as_json(plan.common_modules),
         as_json([unit.id for unit in qualification.units]),
         as_json([[one.code, one.title] for one in qualification.ada if one.code and one.title])),
    )  # fmt: skip


def _write_unit(
    target: Target, qualification: str, position: int, unit: Unit, stage: str, counts: list[int], modules: list[str]
) -> None:
    minimum, method = unit.minimum_performance, unit.assessment_method
    target.connection.execute(
        "INSERT OR IGNORE INTO unit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (unit.id, qualification, position, unit.number, as_json(unit.title), as_json(unit.outcome), unit.eqf, stage,
         as_json(counts), as_json(modules), as_json(minimum.text if minimum else {}),
         as_json(minimum.reading.text if minimum and minimum.reading else {}), as_json(method.text if method else {}),
         minimum.model_dump_json() if minimum else ""),
    )  # fmt: skip
