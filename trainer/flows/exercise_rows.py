"""An exercise's attempt as a row of the learner's list."""

from __future__ import annotations

from trainer.assessment.attempt import AttemptState
from trainer.assessment.evidence import seconds_taken
from trainer.assessment.paper import Paper
from trainer.assessment.playing import Played, played
from trainer.exercises.play import MoveRefused, Play
from trainer.progress.rows import AttemptRow


def exercise_row(paper: Paper, state: AttemptState, known: Played | None = None) -> AttemptRow:
    """The row; marks only once it is over. Criteria stand where an exam has its sections.

    ``known`` is what the attempt has come to, where that is known already.

    A journal that the engine of today does not replay gives a row without marks: the list must open all the same.
    """
    play: Play | None
    try:
        play = known.play if known else played(paper, state)
    except MoveRefused:
        play = None
    marks = None
    if play is not None and state.over:
        marks = known.marks if known else play.assess()
    criteria = [
        {"id": mark.id, "points": str(mark.points), "maximum": mark.maximum, "passed": mark.met}
        for mark in (marks.marks if marks else ())
    ]
    return AttemptRow(
        id=state.attempt,
        kind="exercise",
        mode=state.mode,
        subject=paper.subject,
        title=dict(paper.title),
        paper=state.paper,
        started_at=state.started_at,
        items=0,
        answered=len(state.exercise.moves),
        submitted_at=state.submitted_at,
        reason=state.submitted,
        points=str(marks.points) if marks else "0",
        passed=marks.passed if marks else None,
        seconds=seconds_taken(play, state) if play is not None else state.elapsed,
        sections=criteria,
        maximum=marks.maximum if marks else 0,
        pass_mark=paper.pass_mark,
        last_at=state.last_at,
    )


def played_before(rows: list[AttemptRow], exercise: str, started_at: float) -> int:
    """How often the learner had begun this exercise before, in whatever mode."""
    return sum(row.kind == "exercise" and row.subject == exercise and row.started_at < started_at for row in rows)
