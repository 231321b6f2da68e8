"""Recorded runs, and players without a plan: how an exercise is tested before anybody plays it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.exercises.play import Move, MoveRefused, Play
from trainer.kernel.seed import Stream

if TYPE_CHECKING:
    from trainer.exercises.base import Exercise

#: How long a recorded step takes that does not say so.
STEP_SECONDS = 15.0
#: A player without a plan stops here; exercises end long before.
MOST_MOVES = 200


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a run: a move, or time that passes."""

    move: Move | None
    seconds: float = STEP_SECONDS


class BadStep(ValueError):
    """A step of a recorded run that is refused; ``number`` says which (from 0), ``reason`` why."""

    def __init__(self, number: int, reason: MoveRefused) -> None:
        super().__init__(str(reason))
        self.number, self.reason = number, reason


def play_steps(play: Play, steps: Iterable[Step]) -> Play:
    """The play after these steps, each taking its time. Raises :class:`BadStep`."""
    for number, step in enumerate(steps):
        at = play.at + step.seconds
        if step.move is None:
            play = play.advance(at)
            continue
        try:
            play, _ = play.apply(step.move, at)
        except MoveRefused as reason:
            raise BadStep(number, reason) from None
    return play


def play_run(exercise: Exercise, name: str, spoken: str | None = None) -> Play:
    """A recorded run from the start. Raises :class:`BadStep`; ``KeyError`` when there is no such run."""
    steps = [exercise.step(data) for data in exercise.runs[name]]
    return play_steps(exercise.start("recorded", spoken or exercise.spoken[0]), steps)


def play_timed(play: Play, moves: Iterable[tuple[float, Move]], until: float) -> Play:
    """The play after moves made at these seconds, as a journal tells them. Raises :class:`MoveRefused`."""
    for at, move in moves:
        play, _ = play.apply(move, at)
    return play.advance(until)


def play_at_random(exercise: Exercise, seed: str) -> Play:
    """Somebody who chooses among the possible moves without looking, until it is over."""
    stream = Stream(seed, "random-player", exercise.id)
    play = exercise.start(seed, exercise.spoken[0])
    for _ in range(MOST_MOVES):
        moves = () if play.over else play.moves()
        if not moves:
            break
        at = play.at + STEP_SECONDS
        try:
            play, _moments = play.apply(moves[stream.below(len(moves))], at)
        except MoveRefused:  # meanwhile its world went on: somebody left, the desk closed
            play = play.advance(at)
    return play
