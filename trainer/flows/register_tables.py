"""The register's status as data: JSON (version 1) and CSV for a spreadsheet (its columns are version 1 too)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from trainer.flows.learner_csv import csv_bytes
from trainer.flows.register import Standing
from trainer.flows.register_status import CONDITIONS, ClassRow, UnitClass
from trainer.kernel.clock import iso_moment

VERSION = 1
COLUMNS = (
    "unit", "person", "name", "handed_in_at", *CONDITIONS, "studied", "modules", "exam_tries", "exam_passed",
    "exercises_passed", "exercises", "requirements_met", "requirements", "waiting", "unknown_content", "records",
    "keep_until",
)  # fmt: skip


def status_as_json(classes: Sequence[UnitClass]) -> dict[str, Any]:
    """Every class with its learners; titles are maps by language, moments ISO in UTC."""
    return {
        "version": VERSION,
        "units": [
            {"unit": one.unit, "title": dict(one.title), "readiness": one.readiness, "two_raters": one.two_raters,
             "retention_months": one.retention_months, "waiting": one.waiting,
             "learners": [_learner(row) for row in one.rows]}
            for one in classes
        ],
    }  # fmt: skip


def _learner(row: ClassRow) -> dict[str, Any]:
    person = row.person
    return {
        "person": person.person, "name": person.name, "handed_in": iso_moment(row.handed_in_at),
        "keep_until": row.keep_until,
        "conditions": {one.name: {"state": one.state, "what": list(one.what)} for one in row.conditions},
        "studied": list(row.studied), "recognised": list(row.recognised),
        "missing_modules": [one for one in row.modules if one not in {*row.studied, *row.recognised}],
        "exams": [_attempt(one) for one in row.exams],
        "exercises": [_attempt(one) for one in row.exercises],
        "met": [_requirement(one) for one in row.proven], "missing": [_requirement(one) for one in row.missing],
        "counted": list(row.counted),
        "waiting": [asdict(one) for one in row.waiting],
        "records": list(row.records),
    }  # fmt: skip


def _requirement(one: Any) -> dict[str, Any]:
    return {"requirement": one.requirement, "need": one.need, "have": one.have, "attempts": list(one.attempts)}


def _attempt(one: Standing) -> dict[str, Any]:
    short = one.short
    return {
        "attempt": one.attempt, "subject": short.subject, "title": dict(short.title),
        "began": iso_moment(short.started_at),
        "submitted": None if short.submitted_at is None else iso_moment(short.submitted_at),
        "share": round(short.share, 4), "passed": short.passed,
        "voided": one.voided.act.reason if one.voided else short.withdrawn,
        "supervised": one.supervised, "accepted_unsupervised": one.accepted, "content": one.content,
        "played_before": one.played_before, "raters": {part: len(of) for part, of in one.judged.items()},
    }  # fmt: skip


def status_as_csv(classes: Sequence[UnitClass]) -> bytes:
    """A row for each learner of each class; a cell a spreadsheet would take for a formula gets an apostrophe."""
    return csv_bytes(COLUMNS, (tuple(_cells(row)) for one in classes for row in one.rows))


def _cells(row: ClassRow) -> Iterator[object]:
    states = {one.name: one.state for one in row.conditions}
    yield from (row.unit, row.person.person, row.person.name, iso_moment(row.handed_in_at))
    yield from (states[name] for name in CONDITIONS)
    yield from (len({*row.studied, *row.recognised}), len(row.modules), len(row.exams), row.exam_passed)
    passed = sum(bool(one.short.passed) and one.counts for one in row.exercises)
    yield from (passed, len(row.exercises), len(row.proven), len(row.proven) + len(row.missing))
    yield from (len(row.waiting), len(row.unknown), " ".join(row.records), row.keep_until)
