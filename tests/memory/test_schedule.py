"""What is due when, with and without an exam date, after edits of substance and of wording."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.memory.making import TODAY
from trainer.memory.schedule import Plan, due_day, due_now, forecast, is_due, plans

PLANS = st.lists(
    st.builds(
        lambda item, revision, last, ahead: Plan(item, revision, last, last + ahead),
        st.from_regex(r"[a-z]{1,4}", fullmatch=True), st.integers(1, 3), st.integers(TODAY - 60, TODAY),
        st.integers(1, 365),
    ),
    max_size=20, unique_by=lambda plan: plan.item,
)  # fmt: skip
EXAMS = st.none() | st.integers(TODAY - 5, TODAY + 100)
REVISIONS = st.dictionaries(st.from_regex(r"[a-z]{1,2}", fullmatch=True), st.integers(2, 4), max_size=5)


def a_card(due: int, last: int = TODAY - 10, revision: int = 1, item: str = "i") -> Plan:
    return Plan(item, revision, last, due)


@given(PLANS, st.integers(TODAY + 1, TODAY + 100))
def test_nothing_is_put_off_past_the_eve_of_the_exam(cards: list[Plan], exam: int) -> None:
    assert all(due_day(card, TODAY, exam) <= exam - 1 for card in cards)
    assert all(due_day(card, TODAY, exam) == card.due_day for card in cards if card.due_day < exam)


@given(PLANS, st.integers(TODAY - 100, TODAY))
def test_an_exam_that_is_over_moves_nothing(cards: list[Plan], exam: int) -> None:
    assert [due_day(card, TODAY, exam) for card in cards] == [card.due_day for card in cards]


def test_on_the_eve_everything_is_asked_once() -> None:
    eve = TODAY + 1
    assert is_due(a_card(TODAY + 90), TODAY, exam_day=eve)
    assert not is_due(a_card(TODAY + 90, last=TODAY), TODAY, exam_day=eve)
    assert not is_due(a_card(TODAY + 90), TODAY, exam_day=TODAY)


def test_a_new_revision_is_due_at_once_and_an_edit_of_wording_is_not() -> None:
    card = a_card(TODAY + 90)
    assert is_due(card, TODAY, revision=2)
    assert due_day(card, TODAY, revision=2) == TODAY
    assert not is_due(card, TODAY, revision=1)
    assert not is_due(card, TODAY, revision=None)
    assert not is_due(a_card(TODAY + 90, revision=2), TODAY, revision=2)


def test_the_longest_due_comes_first() -> None:
    cards = [a_card(TODAY, item="c"), a_card(TODAY - 3, item="b"), a_card(TODAY - 3, item="a"), a_card(TODAY + 1)]
    assert due_now(cards, TODAY) == ["a", "b", "c"]


@given(PLANS, EXAMS, REVISIONS)
def test_a_forecast_counts_every_card_once_and_begins_with_what_is_due(
    cards: list[Plan], exam: int | None, revisions: dict[str, int]
) -> None:
    counts = forecast(cards, TODAY, 500, exam, revisions)
    assert sum(counts) == len(cards)
    assert counts[0] == len(due_now(cards, TODAY, exam, revisions))


@given(PLANS, EXAMS)
def test_a_forecast_comes_true_when_nothing_is_answered(cards: list[Plan], exam: int | None) -> None:
    """Day by day, until the exam is over: then what it had called back goes its own way again."""
    last = min(14, exam - TODAY) if exam is not None and exam > TODAY else 14
    counts = forecast(cards, TODAY, 14, exam)
    due = [len(due_now(cards, TODAY + ahead, exam)) for ahead in range(last)]
    assert due == [sum(counts[: ahead + 1]) for ahead in range(last)]


@pytest.mark.parametrize("days", [0, 1, 14])
def test_a_forecast_is_as_long_as_asked(days: int) -> None:
    assert list(forecast([], TODAY, days)) == [0] * days


def test_a_glance_is_read_back() -> None:
    assert plans({"i": [2, TODAY, TODAY + 3]}) == [Plan("i", 2, TODAY, TODAY + 3)]
