"""Evidence: what a passed, assessed attempt at an exercise proves, with typed facets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from trainer.assessment.attempt import AttemptState
from trainer.assessment.paper import Paper
from trainer.assessment.playing import Played, played
from trainer.assessment.rationale import citable, gaps
from trainer.exercises.base import Exercise
from trainer.exercises.facets import Case
from trainer.exercises.play import Play


@dataclass(frozen=True, slots=True)
class Evidence:
    """One attempt's evidence. ``at`` is when it ended (epoch seconds), ``seconds`` what it took on its own clock.

    ``values`` are the facets by list, ``shows`` what the criteria that were met show, ``given`` what was handed out.
    ``due`` are the parts of the rationale the exercise asks for; ``rationale_complete``: it was handed in and the
    program's check found nothing lacking. ``assessed_by`` is empty until an assessor has judged it.
    """

    attempt: str
    exercise: str
    kind: str
    units: tuple[str, ...]
    at: float
    spoken: str
    cases: tuple[Case, ...]
    values: Mapping[str, tuple[str, ...]]
    shows: frozenset[str] = frozenset()
    given: frozenset[str] = frozenset()
    due: tuple[str, ...] = ()
    rationale_complete: bool = False
    assessed_by: str = ""
    hints: int = 0
    seconds: float = 0.0
    in_time: bool = True
    played_before: int = field(default=0, compare=False)

    def reasons_given(self, part: str) -> bool:
        """Whether the rationale has this part, complete."""
        return part in self.due and self.rationale_complete


def evidence_of(
    paper: Paper, state: AttemptState, played_before: int = 0, known: Played | None = None
) -> Evidence | None:
    """The evidence of an attempt; None unless it was declared assessed, is over, was passed and stands.

    ``known`` is what the attempt has come to, where that is known already.
    """
    if paper.kind != "exercise" or state.mode != "assessed" or not state.over or state.voided is not None:
        return None
    play = known.play if known else played(paper, state)
    marks = known.marks if known else play.assess()
    if not marks.passed:
        return None
    exercise = play.exercise
    return Evidence(
        attempt=state.attempt,
        exercise=exercise.id,
        kind=exercise.kind,
        units=tuple(exercise.units),
        at=state.submitted_at or state.last_at,
        spoken=paper.spoken,
        cases=tuple(exercise.facets.cases),
        values=exercise.facets.values(),
        shows=frozenset(name for mark in marks.marks if mark.met for name in mark.shows),
        given=frozenset(exercise.gives()),
        due=tuple(exercise.rationale),
        rationale_complete=rationale_is_complete(exercise, play, state),
        hints=len(state.exercise.hints),
        seconds=seconds_taken(play, state),
        in_time=state.time_limit is None or seconds_taken(play, state) <= state.time_limit,
        played_before=played_before,
    )


def seconds_taken(play: Play, state: AttemptState) -> float:
    """The attempt's clock at the last thing that happened in what ended by itself, else at its end."""
    return play.moments[-1].at if play.over and play.moments else state.elapsed


def rationale_is_complete(exercise: Exercise, play: Play, state: AttemptState) -> bool:
    """Whether the rationale was handed in and lacks nothing; True where none is asked for."""
    if not exercise.rationale:
        return True
    if state.exercise.handed_in_at is None:
        return False
    return not gaps(exercise.rationale, state.exercise.lines.values(), citable(exercise, play))


def potential(exercise: Exercise, spoken: str, attempt: str = "") -> Evidence:
    """What passing this exercise in this language would prove, its rationale complete."""
    return Evidence(
        attempt=attempt or exercise.id,
        exercise=exercise.id,
        kind=exercise.kind,
        units=tuple(exercise.units),
        at=0.0,
        spoken=spoken,
        cases=tuple(exercise.facets.cases),
        values=exercise.facets.values(),
        shows=frozenset(name for criterion in exercise.rubric() for name in criterion.shows),
        given=frozenset(exercise.gives()),
        due=tuple(exercise.rationale),
        rationale_complete=True,
    )
