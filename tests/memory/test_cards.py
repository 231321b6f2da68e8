"""Cards agree with fsrs used directly, are the same at every replay, and never depend on when they are computed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random

import fsrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.memory.making import ANSWERS, ATTEMPTS, TODAY, an_answer
from trainer.memory.answers import Answer
from trainer.memory.cards import LONGEST_DAYS, Card, fold, retrievability, review
from trainer.memory.rating import rate
from trainer.memory.upkeep import in_order, rebuilt_cards, updated_cards

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
DIRECT = fsrs.Scheduler(learning_steps=[], relearning_steps=[], maximum_interval=365, enable_fuzzing=False)


def directly(answers: list[Answer]) -> fsrs.Card:
    """What fsrs itself makes of these answers; one state carried along, nothing taken apart and put together."""
    card = fsrs.Card(card_id=1, due=EPOCH)
    latest = EPOCH
    for answer in answers:
        latest = max(latest, EPOCH + timedelta(days=answer.day))
        rating = fsrs.Rating(int(rate(right=answer.points == 1, sure=answer.sure)))
        card, _ = DIRECT.review_card(card, rating, latest)
    return card


@given(st.lists(ANSWERS, min_size=1, max_size=12))
def test_a_card_is_what_fsrs_makes_of_its_answers(answers: list[Answer]) -> None:
    mine = sorted((answer._replace(item="i") for answer in answers), key=lambda answer: answer.at)
    card, due = fold(mine), directly(mine)
    assert card is not None
    assert (card.stability, card.difficulty) == (due.stability, due.difficulty)
    assert EPOCH + timedelta(days=card.due_day) == due.due
    assert card.last_day < card.due_day <= card.last_day + LONGEST_DAYS
    assert (card.answers, card.lapses) == (len(mine), sum(answer.points < 1 for answer in mine))
    assert (card.revision, card.last_at) == (mine[-1].revision, mine[-1].at)


@pytest.mark.parametrize(
    ("right", "sure", "days"), [(False, None, 1), (True, False, 1), (True, None, 2), (True, True, 8)]
)
def test_the_first_interval_of_each_rating(right: bool, sure: bool | None, days: int) -> None:
    card = review(None, an_answer(right=right, sure=sure))
    assert card.due_day - TODAY == days


def test_intervals_grow_with_every_right_answer_on_its_day() -> None:
    card, days = review(None, an_answer()), []
    for _ in range(5):
        days.append(card.due_day - card.last_day)
        card = review(card, an_answer(day=card.due_day))
    assert days == [2, 11, 46, 163, 365]


def test_coming_a_little_earlier_in_the_day_is_a_day_later_all_the_same() -> None:
    first = an_answer(day=TODAY, at=TODAY * 86_400 + 75_000.0)
    second = an_answer(day=TODAY + 2, at=(TODAY + 2) * 86_400 + 70_000.0)
    assert review(review(None, first), second) == review(review(None, an_answer()), second)


def test_a_clock_set_back_shortens_nothing() -> None:
    card = review(None, an_answer())
    again = review(card, an_answer(day=TODAY - 30))
    assert again.last_day == TODAY
    assert again.due_day > TODAY


def test_the_global_generator_and_the_clock_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> float:
        raise AssertionError("chance or time was asked for")

    monkeypatch.setattr("fsrs.scheduler.random", refused)
    monkeypatch.setattr("fsrs.card.time.sleep", refused)
    card = fold([an_answer(), an_answer(day=TODAY + 40), an_answer(day=TODAY + 90, right=False)])
    assert card is not None


def test_an_item_is_known_less_and_less() -> None:
    card = review(None, an_answer())
    likely = [retrievability(card, TODAY + days) for days in (0, 2, 10, 100)]
    assert likely[0] == 1
    assert likely == sorted(likely, reverse=True)
    assert likely[1] == pytest.approx(0.9, abs=0.02)


# -- keeping in step -------------------------------------------------------------------------------------------------


@given(ATTEMPTS, st.randoms(use_true_random=False))
def test_step_by_step_in_any_order_is_the_same_as_rebuilt(
    attempts: dict[str, tuple[Answer, ...]], chance: Random
) -> None:
    order = list(attempts)
    chance.shuffle(order)
    cards: dict[str, Card] = {}
    kept: dict[str, tuple[Answer, ...]] = {}
    for attempt in order:
        half = attempts[attempt][: len(attempts[attempt]) // 2]
        for now in (half, attempts[attempt], attempts[attempt]):  # a practice that was left, then finished, then shown
            cards = updated_cards(cards, kept, attempt, now)
            kept = {**kept, attempt: now}
    assert cards == rebuilt_cards(attempts)


@given(ATTEMPTS)
def test_what_is_taken_away_is_forgotten(attempts: dict[str, tuple[Answer, ...]]) -> None:
    cards = rebuilt_cards(attempts)
    for attempt in attempts:
        without = {**attempts, attempt: ()}
        assert updated_cards(cards, attempts, attempt, ()) == rebuilt_cards(without)


def test_answers_stand_in_the_order_of_time_then_attempt_then_position() -> None:
    a, b, c, d = (an_answer(at=at, position=position) for at, position in ((2.0, 0), (1.0, 1), (1.0, 0), (1.0, 0)))
    assert in_order({"x": [a, b], "w": [d], "v": [c]}) == [c, d, b, a]


def test_only_what_changed_is_reviewed(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = {"a": (an_answer("item-1"), an_answer("item-2", position=1))}
    cards = rebuilt_cards(kept)
    seen: list[str] = []

    def watched(card: Card | None, answer: Answer) -> Card:
        seen.append(answer.item)
        return review(card, answer)

    monkeypatch.setattr("trainer.memory.upkeep.review", watched)
    later = (an_answer("item-2", day=TODAY + 1),)
    updated = updated_cards(cards, kept, "b", later)
    assert seen == ["item-2"]
    assert updated["item-1"] is cards["item-1"]
