"""After an exercise: its marks, each lost point explained, and the replay with comments turn by turn."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.assessment.attempt import AttemptState, replay
from trainer.assessment.evidence import seconds_taken
from trainer.assessment.paper import Paper
from trainer.assessment.playing import exercise_of, played
from trainer.assessment.rationale import Gap, citable, gaps
from trainer.exercises.marks import CriterionMark
from trainer.exercises.play import Comment, Play, ShownMoment, View
from trainer.flows.exercise_rows import played_before
from trainer.flows.running import journal_path
from trainer.kernel.problems import N_, Refused
from trainer.kernel.text import LocalText
from trainer.progress.journal import read_journal
from trainer.progress.papers import load_paper
from trainer.progress.store import LearnerStore


@dataclass(frozen=True, slots=True)
class ExerciseResult:
    """How an exercise went. ``share`` of the points; ``passed`` at ``pass_mark`` (a house rule) and nothing critical.

    ``marks`` are the criteria with what decided them, ``moments`` the transcript, ``comments`` what is said of it.
    ``rationale_due`` are the parts asked for, ``rationale_gaps`` what is still lacking, None once it was handed in.
    ``sources`` are citations by id. ``translations`` are what was spoken in every language, by moment, and only after
    a practice. ``unit`` is the unit it is evidence for in the first place.
    """

    attempt: str
    exercise: str
    title: LocalText
    assessed: bool
    points: float
    maximum: int
    share: float
    pass_mark: float
    passed: bool
    marks: tuple[CriterionMark, ...]
    moments: tuple[ShownMoment, ...]
    comments: tuple[Comment, ...]
    last: View
    seconds: float
    limit: int | None
    hints: int
    undone: int
    played_before: int
    voided: str | None
    rationale_due: tuple[str, ...]
    rationale_gaps: tuple[Gap, ...] | None
    sources: dict[str, LocalText]
    unit: str
    translations: dict[int, LocalText]

    @property
    def lost(self) -> tuple[CriterionMark, ...]:
        """The criteria that cost points, the dearest first."""
        return tuple(sorted((mark for mark in self.marks if mark.lost), key=lambda mark: -mark.lost))

    @property
    def in_time(self) -> bool:
        return self.limit is None or self.seconds <= self.limit


def exercise_result(store: LearnerStore, attempt: str) -> ExerciseResult:
    """The result of an attempt, from its journal and its frozen exercise alone."""
    state = replay(read_journal(journal_path(store, attempt)).events)
    paper = load_paper(store.papers_folder, state.paper)
    before = played_before(store.attempts(), paper.subject, state.started_at)
    return result_of(attempt, paper, state, before)


def result_of(attempt: str, paper: Paper, state: AttemptState, before: int) -> ExerciseResult:
    """The same of what has been read already; ``before``: how often the exercise had been begun."""
    play, exercise = played(paper, state), exercise_of(paper)
    marks, work = play.assess(), state.exercise
    lacking = gaps(exercise.rationale, work.lines.values(), citable(exercise, play))
    return ExerciseResult(
        attempt, exercise.id, exercise.title, state.mode == "assessed", float(marks.points), marks.maximum,
        float(marks.share), exercise.pass_mark, marks.passed, marks.marks, play.shown(), play.comments(), play.view(),
        seconds_taken(play, state), state.time_limit, len(work.hints), work.undone, before, state.voided,
        tuple(exercise.rationale), None if work.handed_in_at is not None else lacking,
        {str(source["id"]): source["citation"] for source in paper.sources},
        exercise.units[0], {} if state.mode == "assessed" else _translations(play),
    )  # fmt: skip


def finished_result(store: LearnerStore, attempt: str) -> ExerciseResult:
    """The same of an attempt that is over; :class:`Refused` while it can still be played."""
    if not replay(read_journal(journal_path(store, attempt)).events).over:
        raise Refused(N_("The result is there when the exercise is over."))
    return exercise_result(store, attempt)


def _translations(play: Play) -> dict[int, LocalText]:
    return {moment.number: dict(moment.text) for moment in play.moments if moment.spoken}
