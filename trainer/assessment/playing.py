"""An exercise's attempt replayed: the frozen exercise, the play its journal tells, its marks."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.assessment.attempt import AttemptState
from trainer.assessment.paper import Paper
from trainer.exercises.base import Exercise
from trainer.exercises.kinds import exercise_from_json
from trainer.exercises.marks import Assessment
from trainer.exercises.play import Play
from trainer.exercises.runs import play_timed


def exercise_of(paper: Paper) -> Exercise:
    """The exercise as it was when the attempt began."""
    return exercise_from_json(paper.exercise)


@dataclass(frozen=True, slots=True)
class Played:
    """What an exercise's attempt has come to, and its marks."""

    play: Play
    marks: Assessment


def begun(paper: Paper, exercise: Exercise | None = None) -> Play:
    """The exercise before the first move of an attempt on this paper. ``exercise``: it has been read already."""
    return (exercise or exercise_of(paper)).start(paper.seed, paper.spoken)


def played(paper: Paper, state: AttemptState, exercise: Exercise | None = None) -> Play:
    """What the attempt has come to. Raises ``MoveRefused`` when a journal tells a move the exercise does not know."""
    return play_timed(begun(paper, exercise), state.exercise.moves, state.elapsed)


def assessed(paper: Paper, state: AttemptState) -> Assessment:
    """The marks of the attempt: a pure function of the frozen exercise and the journal."""
    return played(paper, state).assess()
