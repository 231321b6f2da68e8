"""The part of an attempt that only exercises have: moves with their time, hints read, the rationale line by line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from trainer.assessment.events import (
    Event,
    HintUsed,
    Mode,
    Moved,
    NotAllowed,
    RationaleHandedIn,
    RationaleWritten,
    Undone,
)
from trainer.exercises.play import Move
from trainer.kernel.changed import changed
from trainer.kernel.problems import N_

#: The events an attempt still takes when it is over.
AFTER_THE_END = (RationaleWritten, RationaleHandedIn)
EXERCISE_EVENTS = (Moved, Undone, HintUsed, *AFTER_THE_END)


@dataclass(frozen=True, slots=True)
class RationaleLine:
    """A line of the rationale: the part it belongs to, its text, the moments it speaks of, what it cites."""

    id: str
    part: str
    text: str
    moments: tuple[int, ...] = ()
    cites: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Exercising:
    """``moves`` with the seconds of the attempt's clock they were made at; ``lines`` in the order first written."""

    moves: tuple[tuple[float, Move], ...] = ()
    undone: int = 0
    hints: tuple[str, ...] = ()
    lines: Mapping[str, RationaleLine] = field(default_factory=dict)
    handed_in_at: float | None = None


def exercised(state: Exercising, event: Event, mode: Mode, elapsed: float, at: float, *, over: bool) -> Exercising:
    """The state after one more event. :class:`NotAllowed` when it cannot happen now; ``at`` is wall time."""
    match event:
        case Moved(move=data):
            try:
                move = Move.from_json(data)
            except ValueError:
                raise NotAllowed(N_("This is no move of an exercise.")) from None
            return changed(state, moves=(*state.moves, (elapsed, move)))
        case Undone():
            _refuse_assessed(mode)
            if not state.moves:
                raise NotAllowed(N_("There is nothing to take back."))
            return changed(state, moves=state.moves[:-1], undone=state.undone + 1)
        case HintUsed(hint=hint):
            _refuse_assessed(mode)
            return changed(state, hints=(*state.hints, hint))
        case RationaleWritten() | RationaleHandedIn():
            if not over:
                raise NotAllowed(N_("The rationale is written when the exercise is over."))
            if state.handed_in_at is not None:
                raise NotAllowed(N_("The rationale was handed in; it is not changed any more."))
            return _written(state, event) if isinstance(event, RationaleWritten) else changed(state, handed_in_at=at)
    return state


def _refuse_assessed(mode: Mode) -> None:
    if mode == "assessed":
        raise NotAllowed(N_("In an assessed attempt nothing is taken back and there are no hints."))


def _written(state: Exercising, event: RationaleWritten) -> Exercising:
    others = {name: line for name, line in state.lines.items() if name != event.line}
    if not event.text:
        return changed(state, lines=others)
    line = RationaleLine(event.line, event.part, event.text, event.moments, event.cites)
    return changed(state, lines={**state.lines, event.line: line})
