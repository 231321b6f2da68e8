"""The program's check of a rationale: every part, and what is cited did happen."""

from __future__ import annotations

import pytest

from trainer.assessment.exercising import RationaleLine
from trainer.assessment.rationale import Citable, gaps

WHAT = Citable({0, 1, 2}, {"a-card"}, {"F-1"})
ENOUGH = "I asked openly because she had come before."
GOOD = [
    RationaleLine("c", "choices", ENOUGH, (1,)),
    RationaleLine("a", "approach", ENOUGH),
    RationaleLine("t", "tools", ENOUGH, (), ("a-card",)),
    RationaleLine("r", "references", ENOUGH, (), ("F-1",)),
]
PARTS = ("choices", "approach", "tools", "references")


def lacks(*lines: RationaleLine, parts: tuple[str, ...] = PARTS, what: Citable = WHAT) -> set[tuple[str, str]]:
    return {(gap.part, gap.lack) for gap in gaps(parts, lines, what)}


def changed(place: int, line: RationaleLine) -> list[RationaleLine]:
    return [line if number == place else one for number, one in enumerate(GOOD)]


def test_nothing_lacks_where_every_part_is_argued() -> None:
    assert lacks(*GOOD) == set()
    assert lacks(parts=()) == set()


def test_a_part_without_a_line() -> None:
    assert lacks(*GOOD[1:]) == {("choices", "missing")}


@pytest.mark.parametrize(
    ("place", "line", "lack"),
    [
        (0, RationaleLine("c", "choices", "Because of her.", (1,)), "too-short"),
        (0, RationaleLine("c", "choices", ENOUGH), "no-moment"),
        (0, RationaleLine("c", "choices", ENOUGH, (1, 7)), "did-not-happen"),
        (2, RationaleLine("t", "tools", ENOUGH), "no-citation"),
        (2, RationaleLine("t", "tools", ENOUGH, (), ("a-card", "another")), "was-not-used"),
        (3, RationaleLine("r", "references", ENOUGH, (), ("a-card",)), "no-citation"),
    ],
)
def test_what_a_part_lacks(place: int, line: RationaleLine, lack: str) -> None:
    assert lacks(*changed(place, line)) == {(line.part, lack)}


def test_whoever_used_no_tool_says_why_in_words_alone() -> None:
    nothing = Citable({0, 1}, (), ())
    lines = [*GOOD[:2], RationaleLine("t", "tools", ENOUGH), RationaleLine("r", "references", ENOUGH)]
    assert lacks(*lines, what=nothing) == set()


def test_one_good_line_of_a_part_is_enough() -> None:
    assert lacks(*GOOD, RationaleLine("c2", "choices", "Short.")) == set()
