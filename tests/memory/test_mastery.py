"""Mastery: the formula, its bounds, and the reasons it gives."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.memory.mastery import MASTERED, Mastery, mastery, mastery_by, mean

POINTS = st.lists(st.floats(0, 1), max_size=40)


@given(POINTS)
def test_it_is_the_weighted_sum_the_formula_says(points: list[float]) -> None:
    count = len(points)
    expected = sum(0.3 * 0.7 ** (count - number) * earned for number, earned in enumerate(points, 1))
    assert mastery(points).value == pytest.approx(expected, abs=1e-9)


@given(POINTS)
def test_it_stays_between_nothing_and_everything(points: list[float]) -> None:
    one = mastery(points)
    assert 0 <= one.value <= one.peak <= 1
    assert one.answers == len(points)
    assert len(one.recent) == min(5, len(points))


@given(POINTS, st.floats(0, 1))
def test_a_better_answer_is_never_worth_less(points: list[float], last: float) -> None:
    assert mastery([*points, 1.0]).value >= mastery([*points, last]).value >= mastery([*points, 0.0]).value


def test_five_right_answers_from_nothing_are_mastery() -> None:
    assert mastery([1.0] * 4).value < MASTERED <= mastery([1.0] * 5).value


@pytest.mark.parametrize(
    ("points", "reason"),
    [
        ([], "untried"), ([1], "few_answers"), ([1, 1], "few_answers"), ([1, 1, 1], "growing"), ([1] * 5, "mastered"),
        ([0], "mistakes"), ([1, 1, 0.5], "mistakes"), ([1] * 5 + [0], "slipping"), ([1] * 6 + [0, 1], "slipping"),
        ([0] * 9 + [1] * 5, "mastered"), ([1] * 20 + [0.9], "mastered"),
    ],
)  # fmt: skip
def test_why_it_stands_where_it_stands(points: list[float], reason: str) -> None:
    one = mastery(points)
    assert one.reason == reason
    assert one.weak == (reason in ("mistakes", "slipping"))


def test_an_answer_counts_for_everything_its_item_tests() -> None:
    tests = {"i": ("a", "b"), "j": ("b",)}
    found = mastery_by([("i", 1.0), ("j", 0.0), ("gone", 1.0)], tests)
    assert found == {"a": mastery([1.0]), "b": mastery([1.0, 0.0])}


def test_a_whole_is_the_mean_of_its_parts() -> None:
    assert mean([]) == 0
    assert mean([Mastery(0.5, 3), Mastery()]) == 0.25
