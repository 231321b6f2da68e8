"""An attempt taken apart into answers."""

from __future__ import annotations

from dataclasses import replace

from tests.assessment.making import Times, started
from tests.builders import a_paper, a_practice, an_item, right_response, some_items, wrong_response
from trainer.assessment.attempt import AttemptState, apply, start
from trainer.assessment.events import CertaintyStated, Confirmed, Event, Responded, Submitted
from trainer.assessment.marking import mark_attempt
from trainer.assessment.paper import Paper
from trainer.memory.answers import Answer, answers_of

ITEMS = some_items(3)


def state_of(paper: Paper, *events: Event, zone: int = 0) -> AttemptState:
    """The state after these events, a minute apart, of a practice or an exam as the paper says."""
    at = Times()
    mode = "practice" if paper.kind == "practice" else "mock"
    state = start(at(replace(started(), mode=mode, zone_minutes=zone, limit_seconds=None)))
    for event in events:
        at.clock.wait(60)
        state = apply(state, at(event))
    return state


def found(paper: Paper, *events: Event, zone: int = 0) -> tuple[Answer, ...]:
    state = state_of(paper, *events, zone=zone)
    return answers_of(paper, state, mark_attempt(paper, state))


def responded(position: int, *, right: bool = True) -> Responded:
    item = ITEMS[position]
    return Responded(position, right_response(item) if right else wrong_response(item))


def test_a_practice_counts_what_was_confirmed_even_before_its_end() -> None:
    paper = a_practice(ITEMS)
    events = [responded(0), CertaintyStated(0, True), Confirmed(0), responded(1, right=False), Confirmed(1),
              responded(2)]  # fmt: skip
    answers = found(paper, *events)
    assert [(a.position, a.item, a.points, a.sure, a.right) for a in answers] == [
        (0, "item-1", 1.0, True, True), (1, "item-2", 0.0, None, False),
    ]  # fmt: skip
    assert answers[1].at - answers[0].at == 120
    assert found(paper, *events, Submitted("learner")) == answers


def test_an_exam_counts_at_its_end_and_never_states_certainty() -> None:
    paper = a_paper(ITEMS)
    events = [responded(0), responded(0, right=False), responded(2)]
    assert found(paper, *events) == ()
    answers = found(paper, *events, Submitted("learner"))
    assert [(a.item, a.points, a.sure) for a in answers] == [("item-1", 0.0, None), ("item-3", 1.0, None)]
    assert answers[1].at - answers[0].at == 60


def test_a_blank_response_is_no_answer() -> None:
    paper = a_paper(ITEMS)
    assert found(paper, Responded(0, {"answer": ()}), Submitted("time")) == ()


def test_the_day_is_the_learners_own() -> None:
    paper = a_practice([an_item()])
    events = [responded(0), Confirmed(0)]
    (here,), (ahead,), (behind,) = (found(paper, *events, zone=zone) for zone in (0, 16 * 60, -9 * 60))
    assert (ahead.day - here.day, behind.day - here.day) == (1, -1)
    assert here.at == ahead.at == behind.at


def test_half_right_is_not_right() -> None:
    assert not Answer(0, "i", 1, 0.5, None, 0.0, 0).right
