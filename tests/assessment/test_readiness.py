"""Readiness is the highest stage of which every condition holds."""

from __future__ import annotations

import pytest

from tests.fixtures import TINY
from trainer.assessment.coverage import StatementCoverage, places
from trainer.assessment.readiness import UnitNeeds, exam_is_feasible, needs_of, readiness
from trainer.content.load import ContentFolder
from trainer.content.models import Exam

NEEDS = UnitNeeds("u", "q", ("a", "b"), ("k1", "s1"))
TAUGHT = StatementCoverage(("a/l",), taught=True)
TESTED = StatementCoverage(("a/l",), 2, taught=True, tested=True)


@pytest.mark.parametrize(
    ("present", "state", "feasible", "sufficient", "wanted"),
    [
        ({"a"}, TESTED, True, True, "in_preparation"),
        ({"a", "b"}, StatementCoverage(), True, True, "in_preparation"),
        ({"a", "b"}, TAUGHT, True, True, "study"),
        ({"a", "b"}, TESTED, False, True, "study"),
        ({"a", "b"}, TESTED, True, False, "exam"),
        ({"a", "b", "c"}, TESTED, True, True, "certifiable"),
    ],
)
def test_each_stage_needs_all_below_it(
    present: set[str], state: StatementCoverage, feasible: bool, sufficient: bool, wanted: str
) -> None:
    covered = {"k1": TESTED, "s1": state}
    assert readiness(NEEDS, present, covered, exam_feasible=feasible, exercises_sufficient=sufficient) == wanted


def test_a_unit_without_modules_is_in_preparation() -> None:
    assert readiness(UnitNeeds("u", "q", (), ()), set(), {}, exam_feasible=True, exercises_sufficient=True) == (
        "in_preparation"
    )


def needs(unit: str) -> UnitNeeds:
    folder = ContentFolder(TINY)
    coverage = folder.coverage()
    assert coverage
    found = [place for loaded in folder.qualifications() for place in places(loaded.value)]
    return needs_of(unit, unit.partition(".")[0], found, coverage.value)


def test_a_unit_needs_its_own_modules_and_statements() -> None:
    assert needs("tin.u1") == UnitNeeds(
        "tin.u1", "tin", ("greeting", "privacy"), ("tin.u1.k01", "tin.u1.k02", "tin.u1.s01")
    )


def test_a_unit_needs_what_is_stated_for_the_whole_qualification_but_key_points() -> None:
    assert needs("alp.u1") == UnitNeeds(
        "alp.u1", "alp", ("greeting", "privacy"), ("alp.u1.s01", "alp.u1.s02", "alp.k01")
    )


def exams() -> list[Exam]:
    return [loaded.value for loaded in ContentFolder(TINY).exams()]


def pool(count: int) -> dict[tuple[str, str, str], list[str]]:
    return {
        (module, "basics", level): [f"{module}-{level}-{n}" for n in range(count)]
        for module in ("greeting", "privacy")
        for level in ("remember", "apply")
    }


def test_an_exam_is_feasible_when_every_pool_feeds_it() -> None:
    assert exam_is_feasible("tin.u1", exams(), [pool(2), pool(2)])
    assert not exam_is_feasible("tin.u1", exams(), [pool(2), pool(1)])


def test_only_a_unit_exam_of_this_unit_counts() -> None:
    assert not exam_is_feasible("tin.u2", exams(), [pool(9)])
    assert not exam_is_feasible("greeting", exams(), [pool(9)])
