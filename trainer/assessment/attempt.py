"""The attempt as a fold: ``replay(events)`` is the whole truth, ``time_left`` the only thing added to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from trainer.assessment.events import (
    CertaintyStated,
    ClockPolicy,
    ClockSetBack,
    Confirmed,
    Extended,
    Flagged,
    LanguageSwitched,
    MistakeNoted,
    Mode,
    NotAllowed,
    Presented,
    Recorded,
    Responded,
    Resumed,
    Started,
    Submitted,
    Suspended,
    Voided,
)
from trainer.assessment.exercising import AFTER_THE_END, EXERCISE_EVENTS, Exercising, exercised
from trainer.items.base import Response
from trainer.kernel.changed import changed
from trainer.kernel.problems import N_

__all__ = ["AttemptState", "NotAllowed", "apply", "gap", "replay", "start", "time_left"]


@dataclass(frozen=True, slots=True)
class AttemptState:
    """What is known of an attempt after its events so far. ``elapsed`` and limits are in seconds.

    ``certainty`` says by position whether the learner was sure, ``answered_at`` when a response became what it is,
    ``noted`` which items seemed mistaken themselves.
    """

    attempt: str
    paper: str
    mode: Mode
    policy: ClockPolicy
    limit_seconds: int | None
    language: str
    started_at: float
    zone_minutes: int = 0
    position: int = 0
    elapsed: float = 0.0
    extended: int = 0
    suspended: bool = False
    submitted: str | None = None
    submitted_at: float | None = None
    voided: str | None = None
    last_at: float = 0.0
    last_engine: float = 0.0
    responses: Mapping[int, Response] = field(default_factory=dict)
    certainty: Mapping[int, bool] = field(default_factory=dict)
    answered_at: Mapping[int, float] = field(default_factory=dict)
    confirmed: frozenset[int] = frozenset()
    flagged: frozenset[int] = frozenset()
    noted: frozenset[int] = frozenset()
    presented: frozenset[int] = frozenset()
    exercise: Exercising = field(default_factory=Exercising)

    @property
    def time_limit(self) -> int | None:
        """The limit with every extension, or None."""
        return None if self.limit_seconds is None else self.limit_seconds + self.extended

    @property
    def over(self) -> bool:
        return self.submitted is not None

    @property
    def counted(self) -> Mapping[int, Response]:
        """The responses that are marked: all of an exam, the confirmed ones of a practice."""
        if self.mode != "practice":
            return self.responses
        return {position: response for position, response in self.responses.items() if position in self.confirmed}

    def answered(self, position: int) -> bool:
        """Whether something is chosen at ``position``."""
        return any(self.responses.get(position, {}).values())


def start(recorded: Recorded) -> AttemptState:
    """The state after ``Started``. :class:`NotAllowed` when the journal begins otherwise."""
    event = recorded.event
    if not isinstance(event, Started):
        raise NotAllowed(N_("The attempt does not begin with its start."))
    return AttemptState(
        event.attempt, event.paper, event.mode, event.policy, event.limit_seconds, event.language,
        started_at=recorded.at, zone_minutes=event.zone_minutes, last_at=recorded.at, last_engine=recorded.engine,
    )  # fmt: skip


def apply(state: AttemptState, recorded: Recorded) -> AttemptState:  # noqa: PLR0912 - one case per event
    """The state after one more event. :class:`NotAllowed` when it cannot happen now."""
    event = recorded.event
    if isinstance(event, Started):
        raise NotAllowed(N_("The attempt has already begun."))
    if state.over and not isinstance(event, (Voided, *AFTER_THE_END)):
        raise NotAllowed(N_("The attempt is over."))
    # One new state an event, and not one for the time and one for the rest: a class's journals have 200,000 events.
    now = _passed_time(state, recorded)
    if isinstance(event, EXERCISE_EVENTS):
        elapsed = now.get("elapsed", state.elapsed)
        done = exercised(state.exercise, event, state.mode, elapsed, recorded.at, over=state.over)
        return changed(state, exercise=done, **now)
    match event:
        case Suspended():
            return changed(state, suspended=True, **now)
        case Resumed():
            return changed(state, suspended=False, **now)
        case Presented(position=p):
            return changed(state, position=p, presented=state.presented | {p}, **now)
        case Responded(position=p, response=response):
            _refuse_confirmed(state, p)
            times = {**state.answered_at, p: recorded.at}
            return changed(state, responses={**state.responses, p: response}, answered_at=times, **now)
        case CertaintyStated(position=p, sure=sure):
            _refuse_confirmed(state, p)
            return changed(state, certainty={**state.certainty, p: sure}, **now)
        case Confirmed(position=p):
            times = {**state.answered_at, p: recorded.at}
            return changed(state, confirmed=state.confirmed | {p}, answered_at=times, **now)
        case Flagged(position=p, on=on):
            return changed(state, flagged=state.flagged | {p} if on else state.flagged - {p}, **now)
        case MistakeNoted(position=p, on=on):
            return changed(state, noted=state.noted | {p} if on else state.noted - {p}, **now)
        case LanguageSwitched(language=language):
            return changed(state, language=language, **now)
        case Extended(seconds=seconds):
            return changed(state, extended=state.extended + seconds, **now)
        case Submitted(reason=reason):
            return changed(state, submitted=reason, submitted_at=recorded.at, **now)
        case Voided(reason=reason):
            return changed(state, voided=reason, **now)
        case _:
            return changed(state, **now)


def _refuse_confirmed(state: AttemptState, position: int) -> None:
    if position in state.confirmed:
        raise NotAllowed(N_("This answer was already confirmed."))


def _passed_time(state: AttemptState, recorded: Recorded) -> dict[str, Any]:
    """What the time since the last event changes: engine time within a run, wall time (never negative) across runs.

    When the attempt is over its clock stands.
    """
    if state.over:
        return {}
    gone = gap(state, recorded.at, recorded.engine, new_run=isinstance(recorded.event, Resumed))
    back = recorded.event.seconds if isinstance(recorded.event, ClockSetBack) else 0.0
    # After a clock set back, later wall times are compared with the new, earlier one.
    last_at = recorded.at if back else max(state.last_at, recorded.at)
    return {"elapsed": state.elapsed + gone, "last_at": last_at, "last_engine": recorded.engine}


def gap(state: AttemptState, at: float, engine: float, *, new_run: bool) -> float:
    """Seconds that count between the last event and now under the attempt's clock policy."""
    if new_run or state.suspended:
        return max(0.0, at - state.last_at) if state.policy == "runs_on" else 0.0
    return max(0.0, engine - state.last_engine)


def replay(events: Iterable[Recorded]) -> AttemptState:
    """The state after all events. :class:`NotAllowed` on an empty or impossible sequence."""
    iterator = iter(events)
    first = next(iterator, None)
    if first is None:
        raise NotAllowed(N_("The attempt does not begin with its start."))
    state = start(first)
    for recorded in iterator:
        state = apply(state, recorded)
    return state


def time_left(state: AttemptState, at: float, engine: float, *, new_run: bool = False) -> float | None:
    """Seconds left at this moment, never below 0; None without a limit."""
    if state.time_limit is None:
        return None
    return max(0.0, state.time_limit - state.elapsed - gap(state, at, engine, new_run=new_run))
