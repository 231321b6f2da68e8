"""Before an exercise: what a unit has, how often it was played, whether it can be started now; and the start."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime

from trainer.assessment.attempt import replay
from trainer.assessment.events import ClockPolicy, ClockSetBack, Mode
from trainer.assessment.paper import Paper
from trainer.assessment.tries import TryStart, opens_at, start_of
from trainer.catalogue.rows import ExerciseRow
from trainer.content.locate import content_version
from trainer.exercises.base import Exercise
from trainer.exercises.kinds import exercise_from_json, exercise_to_json
from trainer.flows.exercise import ExerciseFlow
from trainer.flows.exercise_cards import ExerciseCard, card_of, exercise_cards
from trainer.flows.exercising import RunningExercise
from trainer.flows.prepare import new_seed
from trainer.flows.results import keep_row, row_of
from trainer.flows.running import CLOCK_TOLERANCE, journal_path
from trainer.flows.tries import TooSoon, seconds_behind
from trainer.flows.workspace import Workspace
from trainer.kernel.canonical import digest
from trainer.kernel.clock import zone_minutes
from trainer.kernel.problems import N_, Problem, Refused
from trainer.kernel.text import LocalText
from trainer.progress.journal import read_journal
from trainer.progress.rows import AttemptRow
from trainer.progress.store import LearnerStore

__all__ = [
    "ExerciseCard", "ExerciseStartFlow", "ExerciseStartView", "exercise_cards", "exercise_paper", "resume_exercise",
    "start_exercise",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class ExerciseStartView:
    """What is said before the start. ``refusal``: why it cannot be started now, else None.

    ``pass_mark`` is a house rule, and said so. ``asks`` are the parts of the rationale that come after it.
    """

    card: ExerciseCard
    briefing: LocalText
    pass_mark: float
    asks: tuple[str, ...]
    refusal: Problem | None


class ExerciseStartFlow:
    """One exercise before its start, for the open learner."""

    def __init__(self, workspace: Workspace, exercise_id: str) -> None:
        self._workspace = workspace
        row, self._exercise = _load(workspace, exercise_id)
        card = card_of(row, workspace.store.attempts())
        self.view = ExerciseStartView(
            card, self._exercise.briefing, self._exercise.pass_mark, tuple(self._exercise.rationale),
            self._refusal(card.assessed),
        )  # fmt: skip

    def _refusal(self, assessed: bool) -> Problem | None:
        try:
            _refuse_start(self._workspace, self._exercise, assessed)
        except Refused as problem:
            return problem
        return None

    def start(self, spoken: str, *, seed: str | None = None) -> ExerciseFlow:
        """Freeze the exercise and start its clock, in the language chosen. :class:`Refused` where the view said so."""
        return start_exercise(
            self._workspace, self._exercise.id, spoken=spoken, assessed=self.view.card.assessed, seed=seed
        )


def start_exercise(
    workspace: Workspace, exercise_id: str, *, spoken: str = "", assessed: bool = False, seed: str | None = None
) -> ExerciseFlow:
    """Start an attempt. ``assessed`` declares that it counts: no hints, nothing taken back, a clock that runs on.

    ``spoken`` is fixed for the whole attempt; the exercise's first language when it is not said.
    """
    row, exercise = _load(workspace, exercise_id)
    _refuse_start(workspace, exercise, assessed)
    spoken = spoken or exercise.spoken[0]
    if spoken not in exercise.spoken:
        raise Refused(
            N_("The exercise is not offered in «{language}»; it is in: {languages}."),
            language=spoken, languages=", ".join(exercise.spoken),
        )  # fmt: skip
    paper = exercise_paper(workspace, row, exercise, spoken, seed or new_seed())
    mode: Mode = "assessed" if assessed else "practice"
    policy: ClockPolicy = "runs_on" if assessed else "stops"
    profile, settings = workspace.profile(), workspace.store.settings()
    behind = seconds_behind(workspace.store, workspace.clock) if assessed else 0.0
    running = RunningExercise.begin(
        workspace.store, paper, workspace.clock, mode=mode, policy=policy,
        language=settings.shown or profile.language, extra_time=0 if assessed else settings.extra_time,
    )  # fmt: skip
    if behind > CLOCK_TOLERANCE:
        running.record(ClockSetBack(round(behind, 3)))
    keep_row(workspace.store, row_of(paper, running.state))
    return ExerciseFlow(workspace.store, running)


def exercise_paper(workspace: Workspace, row: ExerciseRow, exercise: Exercise, spoken: str, seed: str) -> Paper:
    """The exercise as it is now, with everything an attempt needs for ever; recorded runs are no part of it."""
    catalogue = workspace.catalogue
    body = exercise_to_json(exercise.model_copy(update={"runs": {}}))
    named = [*exercise.facts, *exercise.quoted(), *(fact for one in exercise.rubric() for fact in one.facts)]
    facts = dict.fromkeys(named)
    sources = tuple({"id": source.id, "citation": dict(source.citation)} for source in catalogue.sources(facts))
    return Paper(
        kind="exercise", subject=exercise.id, title=exercise.title, as_of=workspace.today(), seed=seed,
        pool_digest=digest(json.loads(body)), content_version=content_version(),
        qualification=workspace.profile().qualification, sections=(), items=(), minutes=exercise.minutes,
        pass_mark=exercise.pass_mark, house_rule=True, exercise=body, spoken=spoken, sources=sources,
    )  # fmt: skip


def resume_exercise(workspace: Workspace, attempt: str) -> ExerciseFlow:
    """Open an exercise that waits, or look at one that is over."""
    return ExerciseFlow(workspace.store, RunningExercise.reopen(workspace.store, attempt, workspace.clock))


def _load(workspace: Workspace, exercise_id: str) -> tuple[ExerciseRow, Exercise]:
    row = next((row for row in workspace.catalogue.exercises() if row.id == exercise_id), None)
    if row is None:
        raise Refused(N_("There is no exercise «{exercise}»."), exercise=exercise_id)
    return row, exercise_from_json(workspace.catalogue.exercise_json([exercise_id])[exercise_id])


def _refuse_start(workspace: Workspace, exercise: Exercise, assessed: bool) -> None:
    if exercise.jurisdiction not in workspace.jurisdictions():
        raise Refused(N_("This exercise is under the law of another country than your qualification."))
    if assessed and exercise.use != "assessed":
        raise Refused(N_("This exercise is for practice: it can be played as often as you like and never counts."))
    if not assessed and exercise.use == "assessed":
        raise Refused(N_("This exercise is reserved: it is played as an assessed attempt, which counts."))
    if assessed:
        _refuse_second_today(workspace, exercise.id)


def _refuse_second_today(workspace: Workspace, exercise_id: str) -> None:
    """:class:`TooSoon` while the learner's day of the last assessed attempt at it is not over."""
    store, clock = workspace.store, workspace.clock
    rows = [row for row in store.attempts() if row.kind == "exercise" and row.subject == exercise_id]
    began = [found for row in rows if row.mode == "assessed" and (found := _began(store, row)) is not None]
    opens = opens_at(began, zone_minutes(clock))
    if opens is not None and clock.now().timestamp() < opens:
        raise TooSoon(
            N_("An assessed exercise can be tried once a day. The next try opens on {opens}."),
            opens=datetime.fromtimestamp(opens, UTC),
        )


def _began(store: LearnerStore, row: AttemptRow) -> TryStart | None:
    """When an attempt began, as its journal says; None when it was voided, which uses up no day."""
    try:
        events = read_journal(journal_path(store, row.id)).events
        if replay(events).voided is not None:
            return None
        return start_of(events) or TryStart(row.started_at, 0)
    except Problem:
        return TryStart(row.started_at, 0)
