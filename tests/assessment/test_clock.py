"""Which time counts: engine time within a run, wall time across runs where the policy says so, never less than none."""

from __future__ import annotations

import pytest

from tests.assessment.making import Times, started
from trainer.assessment.attempt import AttemptState, apply, start, time_left
from trainer.assessment.events import ClockPolicy, ClockSetBack, Event, Extended, Resumed, Suspended, Ticked

BOTH = pytest.mark.parametrize("policy", ["stops", "runs_on"])


class Sitting:
    """An attempt of 1500 seconds on a clock one can turn."""

    def __init__(self, policy: ClockPolicy, limit: int | None = 1500) -> None:
        self.at = Times()
        self.clock = self.at.clock
        self.state: AttemptState = start(self.at(started(policy=policy, limit=limit)))

    def happen(self, event: Event) -> None:
        self.state = apply(self.state, self.at(event))

    def left(self, *, new_run: bool = False) -> float | None:
        return time_left(self.state, self.clock.now().timestamp(), self.clock.monotonic(), new_run=new_run)


@BOTH
def test_within_a_run_engine_time_counts(policy: ClockPolicy) -> None:
    sitting = Sitting(policy)
    sitting.clock.wait(100)
    assert sitting.left() == 1400
    sitting.clock.move_wall(3600)
    assert sitting.left() == 1400
    sitting.happen(Ticked())
    sitting.clock.wait(50)
    sitting.happen(Ticked())
    assert sitting.state.elapsed == 150


@pytest.mark.parametrize(("policy", "left"), [("stops", 1400), ("runs_on", 1100)])
def test_time_away_after_leaving(policy: ClockPolicy, left: int) -> None:
    sitting = Sitting(policy)
    sitting.clock.wait(100)
    sitting.happen(Suspended())
    sitting.clock.wait(300)
    assert sitting.left() == left
    sitting.happen(Resumed())
    assert sitting.left() == left
    sitting.clock.wait(10)
    assert sitting.left() == left - 10


@pytest.mark.parametrize(("policy", "left"), [("stops", 1400), ("runs_on", 1100)])
@pytest.mark.parametrize("engine", [0.0, 5e8])
def test_time_away_after_a_crash_whatever_the_engine_clock_says(policy: ClockPolicy, left: int, engine: float) -> None:
    sitting = Sitting(policy)
    sitting.clock.wait(100)
    sitting.happen(Ticked())
    sitting.clock.restart(away=300, engine=engine)
    assert sitting.left(new_run=True) == left
    sitting.happen(Resumed())
    assert sitting.left() == left


def test_a_crash_loses_no_more_than_the_time_since_the_last_event() -> None:
    sitting = Sitting("stops")
    sitting.clock.wait(60)
    sitting.happen(Ticked())
    sitting.clock.wait(9)
    sitting.clock.restart(away=1000)
    sitting.happen(Resumed())
    assert sitting.state.elapsed == 60


@BOTH
def test_a_clock_set_back_gives_no_time_and_takes_none(policy: ClockPolicy) -> None:
    sitting = Sitting(policy)
    sitting.clock.wait(100)
    sitting.happen(Suspended())
    sitting.clock.restart(away=-3600)
    sitting.happen(Resumed())
    sitting.happen(ClockSetBack(3600.0))
    assert sitting.left() == 1400
    sitting.clock.wait(10)
    assert sitting.left() == 1390


def test_after_a_clock_set_back_time_away_is_counted_from_the_new_hour() -> None:
    sitting = Sitting("runs_on")
    sitting.clock.restart(away=-3600)
    sitting.happen(Resumed())
    sitting.happen(ClockSetBack(3600.0))
    sitting.clock.restart(away=200)
    sitting.happen(Resumed())
    assert sitting.left() == 1300


@BOTH
def test_more_time(policy: ClockPolicy) -> None:
    sitting = Sitting(policy)
    sitting.clock.wait(1600)
    assert sitting.left() == 0
    sitting.happen(Extended(300))
    assert sitting.state.time_limit == 1800
    assert sitting.left() == 200


@BOTH
def test_time_left_is_never_negative(policy: ClockPolicy) -> None:
    sitting = Sitting(policy)
    sitting.clock.wait(99_999)
    assert sitting.left() == 0
    sitting.happen(Ticked())
    assert sitting.left() == 0


@BOTH
def test_engine_time_that_goes_back_counts_as_none(policy: ClockPolicy) -> None:
    sitting = Sitting(policy)
    sitting.clock.engine -= 500
    sitting.happen(Ticked())
    assert sitting.state.elapsed == 0


@BOTH
def test_without_a_limit_nothing_is_left_to_count(policy: ClockPolicy) -> None:
    sitting = Sitting(policy, limit=None)
    sitting.clock.wait(1e6)
    assert sitting.left() is None
