"""How far a unit is: computed from its modules, its statements and its exam, never typed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from trainer.assessment.blueprint import Strata, shortages
from trainer.assessment.coverage import StatementCoverage, StatementPlace
from trainer.content.models import Coverage, Exam

Readiness = Literal["in_preparation", "study", "exam", "certifiable"]


@dataclass(frozen=True, slots=True)
class UnitNeeds:
    """What must be there for a unit: its modules and statements, with those of the whole qualification."""

    unit: str
    qualification: str
    modules: tuple[str, ...]
    statements: tuple[str, ...]


def needs_of(unit: str, qualification: str, places: Iterable[StatementPlace], plan: Coverage) -> UnitNeeds:
    """The needs of a unit. Common modules are due only where the standard states knowledge for the whole."""
    own, common = list[str](), list[str]()
    for place in places:
        if place.qualification != qualification or place.part == "key_point":
            continue
        if place.unit is None:
            common.append(place.id)
        elif place.unit == unit:
            own.append(place.id)
    planned = next((entry for entry in plan.qualifications if entry.id == qualification), None)
    modules = [slug for entry in (planned.units if planned else []) if entry.id == unit for slug in entry.modules]
    if planned and common:
        modules += [slug for slug in planned.common_modules if slug not in modules]
    return UnitNeeds(unit, qualification, tuple(modules), tuple(own + common))


def readiness(
    needs: UnitNeeds,
    present: Collection[str],
    coverage: Mapping[str, StatementCoverage],
    *,
    exam_feasible: bool,
    exercises_sufficient: bool,
) -> Readiness:
    """The highest stage whose conditions, and those of all lower stages, hold."""
    found = [coverage.get(statement, StatementCoverage()) for statement in needs.statements]
    complete = bool(needs.modules) and all(module in present for module in needs.modules)
    if not (complete and all(statement.taught for statement in found)):
        return "in_preparation"
    if not (exam_feasible and all(statement.tested for statement in found)):
        return "study"
    return "certifiable" if exercises_sufficient else "exam"


def exam_is_feasible(unit: str, exams: Iterable[Exam], pools: Iterable[Strata]) -> bool:
    """Whether a unit exam of this unit can be drawn from each of the pools (practice and exam use)."""
    strata = list(pools)
    own = [exam for exam in exams if exam.scope == "unit" and exam.subject == unit]
    return any(not any(shortages(exam, pool) for pool in strata) for exam in own)
