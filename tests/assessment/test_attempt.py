"""The state of an attempt is the fold of its events; what cannot happen leaves it as it was."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.assessment.making import EVENTS, STARTS, Times, started
from trainer.assessment.attempt import AttemptState, NotAllowed, apply, replay, start, time_left
from trainer.assessment.events import (
    CertaintyStated,
    Confirmed,
    Event,
    Flagged,
    HintUsed,
    LanguageSwitched,
    Presented,
    RationaleHandedIn,
    RationaleWritten,
    Recorded,
    Responded,
    Started,
    Submitted,
    Suspended,
    Undone,
    Voided,
    from_data,
)

#: What an exercise still takes when it is over.
LATE = ("RationaleWritten", "RationaleHandedIn")


class AnyAttempt(RuleBasedStateMachine):
    """Whatever happens, in whatever order, at whatever time."""

    @initialize(event=STARTS)
    def begin(self, event: Started) -> None:
        self.at = Times()
        self.events: list[Recorded] = [self.at(event)]
        self.state: AttemptState = start(self.events[0])
        self.chosen: dict[int, object] = {}

    @rule(seconds=st.floats(0, 5000))
    def wait(self, seconds: float) -> None:
        self.at.clock.wait(seconds)

    @rule(seconds=st.floats(-5000, 5000))
    def set_the_clock(self, seconds: float) -> None:
        self.at.clock.move_wall(seconds)

    @rule(event=st.one_of(*EVENTS.values()))
    def happen(self, event: Event) -> None:
        before, kept = self.state, replace(self.state)
        recorded = self.at(event)
        try:
            after = apply(before, recorded)
        except NotAllowed:
            assert before == kept
            assert self.impossible(event)
            return
        assert before == kept
        assert not self.impossible(event)
        if isinstance(event, Responded):
            self.chosen[event.position] = event.response
        self.state = after
        self.events.append(recorded)
        assert after.elapsed >= before.elapsed

    def impossible(self, event: Event) -> bool:
        over = self.state.submitted is not None and not isinstance(event, Voided)
        if isinstance(event, RationaleWritten | RationaleHandedIn):
            return self.state.submitted is None or self.state.exercise.handed_in_at is not None
        if isinstance(event, Undone | HintUsed) and self.state.mode == "assessed":
            return True
        if isinstance(event, Undone) and not self.state.exercise.moves:
            return True
        return over or (isinstance(event, Responded | CertaintyStated) and event.position in self.state.confirmed)

    @rule(event=STARTS)
    def begin_again(self, event: Started) -> None:
        with pytest.raises(NotAllowed):
            apply(self.state, self.at(event))

    @invariant()
    def the_fold_is_the_state(self) -> None:
        assert replay(self.events) == self.state
        assert self.state.responses == self.chosen

    @invariant()
    def time_left_is_never_negative(self) -> None:
        clock = self.at.clock
        left = time_left(self.state, clock.now().timestamp(), clock.monotonic())
        if self.state.time_limit is None:
            assert left is None
        else:
            assert left is not None
            assert 0 <= left <= self.state.time_limit

    @invariant()
    def only_confirmed_answers_of_a_practice_count(self) -> None:
        if self.state.mode == "practice":
            assert self.state.counted.keys() == self.state.responses.keys() & self.state.confirmed
        else:
            assert self.state.counted == self.state.responses


AnyAttempt.TestCase.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
TestAnyAttempt = AnyAttempt.TestCase


def state_after(*events: Event) -> AttemptState:
    at = Times()
    return replay([at(event) for event in (started(), *events)])


def test_answering_flagging_and_moving() -> None:
    state = state_after(
        Presented(0), Responded(0, {"answer": ("a",)}), Flagged(0, True), Presented(2), LanguageSwitched("both"),
        Flagged(2, True), Flagged(0, False), Responded(0, {"answer": ("b",)}), Responded(1, {"answer": ()}),
    )  # fmt: skip
    assert (state.position, state.presented, state.flagged, state.language) == (2, {0, 2}, {2}, "both")
    assert state.answered(0)
    assert not state.answered(1)
    assert not state.answered(2)
    assert state.responses[0] == {"answer": ("b",)}


def test_a_confirmed_answer_cannot_be_changed() -> None:
    state = state_after(Responded(0, {"answer": ("a",)}), Confirmed(0))
    with pytest.raises(NotAllowed, match="confirmed"):
        apply(state, Times()(Responded(0, {"answer": ("b",)})))
    assert apply(state, Times()(Responded(1, {"answer": ("b",)}))).answered(1)


@pytest.mark.parametrize("name", [name for name in EVENTS if name not in ("Voided", *LATE)])
def test_nothing_happens_after_the_end(name: str) -> None:
    state = state_after(Submitted("learner"))
    values: dict[str, object] = {"hint": "tip", "move": {"do": "say", "on": "x", "values": {}}}
    values |= {
        "position": 0,
        "response": {},
        "on": True,
        "sure": True,
        "language": "en",
        "seconds": 5,
        "reason": "time",
    }
    with pytest.raises(NotAllowed, match="over"):
        apply(state, Times()(from_data({"type": name, **values})))


def test_an_attempt_that_is_over_can_still_be_voided() -> None:
    state = state_after(Submitted("time"), Voided("wrong person"))
    assert (state.submitted, state.voided) == ("time", "wrong person")


def test_a_journal_begins_with_its_start_and_has_one() -> None:
    at = Times()
    for events in ([], [at(Suspended())], [at(started()), at(started())]):
        with pytest.raises(NotAllowed):
            replay(events)


def test_the_start_is_kept() -> None:
    at = Times()
    state = replay([at(replace(started(mode="counting", policy="runs_on"), zone_minutes=60))])
    assert (state.mode, state.policy, state.time_limit, state.zone_minutes) == ("counting", "runs_on", 1500, 60)
    assert state.started_at == at.clock.now().timestamp()
    assert not state.over
