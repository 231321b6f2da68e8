"""The exercise's part of an attempt: moves with their time, taking back, hints, and the rationale after the end."""

from __future__ import annotations

import pytest

from tests.assessment.making import Times, started
from trainer.assessment.attempt import AttemptState, NotAllowed, apply, replay
from trainer.assessment.events import (
    Event,
    HintUsed,
    Mode,
    Moved,
    RationaleHandedIn,
    RationaleWritten,
    Submitted,
    Undone,
    Voided,
)
from trainer.exercises.play import Move

SAY = Moved(Move("say", "kind").as_json())
LINE = RationaleWritten("choices-1", "choices", "Because she had already come once.", (1,), ("a-card",))


def after(*events: Event, mode: Mode = "practice") -> AttemptState:
    at = Times()
    recorded = [at(started(mode=mode, limit=None))]
    for event in events:
        at.clock.wait(10)
        recorded.append(at(event))
    return replay(recorded)


def test_moves_keep_the_time_of_the_attempts_own_clock() -> None:
    state = after(SAY, SAY)
    assert state.exercise.moves == ((10.0, Move("say", "kind")), (20.0, Move("say", "kind")))


def test_what_is_taken_back_is_gone_and_counted() -> None:
    state = after(SAY, Undone(), HintUsed("tip"))
    assert (state.exercise.moves, state.exercise.undone, state.exercise.hints) == ((), 1, ("tip",))
    with pytest.raises(NotAllowed, match="nothing to take back"):
        after(Undone())


@pytest.mark.parametrize("event", [Undone(), HintUsed("tip")])
def test_an_assessed_attempt_takes_nothing_back_and_gives_no_hint(event: Event) -> None:
    with pytest.raises(NotAllowed, match="assessed"):
        after(SAY, event, mode="assessed")


@pytest.mark.parametrize("data", [{}, {"do": 1, "on": "", "values": {}}, {"do": "say", "on": "x", "values": []}])
def test_what_is_no_move_is_refused(data: dict[str, object]) -> None:
    with pytest.raises(NotAllowed, match="no move"):
        after(Moved(data))


def test_the_rationale_comes_after_the_end() -> None:
    with pytest.raises(NotAllowed, match="when the exercise is over"):
        after(SAY, LINE)
    state = after(SAY, Submitted("learner"), LINE)
    assert state.exercise.lines["choices-1"].moments == (1,)
    assert state.elapsed == 20.0, "writing takes none of the attempt's time"


def test_a_line_is_replaced_and_taken_away() -> None:
    other = RationaleWritten("choices-1", "choices", "Another reason altogether.")
    state = after(SAY, Submitted("learner"), LINE, other)
    assert [line.text for line in state.exercise.lines.values()] == ["Another reason altogether."]
    gone = RationaleWritten("choices-1", "choices", "")
    assert not after(SAY, Submitted("learner"), LINE, gone).exercise.lines


def test_handed_in_is_handed_in() -> None:
    state = after(SAY, Submitted("learner"), LINE, RationaleHandedIn())
    assert state.exercise.handed_in_at is not None
    with pytest.raises(NotAllowed, match="handed in"):
        apply(state, Times()(LINE))
    assert apply(state, Times()(Voided("wrong person"))).voided == "wrong person"
