"""A unit's evidence: its rule, what is met and by which attempt, what is missing and what would close the gap."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from trainer.assessment.attempt import AttemptState, replay
from trainer.assessment.events import Voided
from trainer.assessment.evidence import Evidence, evidence_of
from trainer.assessment.minimum import Requirement, RuleResult, evaluator, helpful
from trainer.assessment.paper import Paper
from trainer.catalogue.sufficiency import facet_lists
from trainer.content.models import MinimumPerformance
from trainer.exercises.kinds import exercise_from_json
from trainer.flows.exercise_rows import played_before
from trainer.flows.law import jurisdictions_of
from trainer.flows.results import keep_result
from trainer.flows.running import RunningAttempt, journal_path
from trainer.flows.workspace import Workspace
from trainer.kernel.problems import N_, Problem, Refused
from trainer.kernel.text import LocalText
from trainer.progress.journal import read_journal
from trainer.progress.papers import load_paper
from trainer.progress.rows import AttemptRow
from trainer.progress.store import LearnerStore


@dataclass(frozen=True, slots=True)
class Gap:
    """A requirement that is missing, and the reserved exercises that would bring it nearer."""

    requirement: Requirement
    how: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AssessedTry:
    """One assessed attempt at an exercise of the unit: every one is listed, passed or not.

    ``evidence`` is what it proves, None where it proves nothing; ``voided`` why it does not count, if so.
    """

    attempt: str
    exercise: str
    title: LocalText
    started_at: float
    submitted_at: float | None
    passed: bool
    voided: str | None
    evidence: Evidence | None
    played_before: int


@dataclass(frozen=True, slots=True)
class UnitEvidence:
    """A unit's minimum performance for a learner. ``text`` is empty where the standard states none.

    ``house_rule``: the standard states none, this one is ours. ``awaiting`` are attempts that count and wait for an
    assessor's judgement, ``unwritten`` those passed whose rationale is still to be handed in; ``complete``: the rule
    is true.
    """

    unit: str
    text: LocalText
    rule: Mapping[str, Any]
    reading: Mapping[str, Any]
    reading_text: LocalText
    house_rule: bool
    met: tuple[Requirement, ...]
    missing: tuple[Gap, ...]
    awaiting: tuple[str, ...]
    complete: bool
    tries: tuple[AssessedTry, ...]

    @property
    def unwritten(self) -> tuple[str, ...]:
        """Passed attempts whose rationale is not complete: writing it is the nearest thing to do."""
        found = [one.evidence for one in self.tries if one.evidence is not None]
        return tuple(one.attempt for one in found if not one.rationale_complete)


def unit_evidence(workspace: Workspace, unit_id: str) -> UnitEvidence:
    """What the rule of a unit still asks of the chosen learner; of nobody when no learner is chosen."""
    body = workspace.catalogue.performance_json(unit_id)
    tries = assessed_tries(workspace.store, unit_id) if workspace.learner else ()
    if not body:
        return UnitEvidence(unit_id, {}, {}, {}, {}, False, (), (), (), False, tries)
    minimum = MinimumPerformance.model_validate_json(body)
    evidence = [one.evidence for one in tries if one.evidence is not None]
    evaluate = evaluator(minimum.rule, minimum.reading, facet_lists(workspace.catalogue))
    result = evaluate(evidence)
    how = helpful(evaluate, evidence, _reserved(workspace, unit_id))
    reading = minimum.reading
    return UnitEvidence(
        unit_id, minimum.text, minimum.rule, reading.model_dump(exclude={"text"}) if reading else {},
        reading.text if reading else {}, minimum.house_rule, result.met,
        tuple(Gap(one, how.get(one.requirement, ())) for one in result.missing),
        _awaiting(evidence, result), result.complete, tries,
    )  # fmt: skip


def _awaiting(evidence: list[Evidence], result: RuleResult) -> tuple[str, ...]:
    counted = set(result.counted)
    return tuple(one.attempt for one in evidence if one.attempt in counted and one.due and not one.assessed_by)


def _reserved(workspace: Workspace, unit_id: str) -> list[Any]:
    catalogue = workspace.catalogue
    unit = catalogue.unit(unit_id)
    law = jurisdictions_of(catalogue, unit.qualification) if unit else ()
    ids = [row.id for row in catalogue.exercises(unit_id) if row.use == "assessed" and row.jurisdiction in law]
    return [exercise_from_json(body) for body in catalogue.exercise_json(ids).values()]


def assessed_tries(store: LearnerStore, unit_id: str) -> tuple[AssessedTry, ...]:
    """Every assessed attempt at an exercise that is evidence for the unit, oldest first. Read from the journals."""
    rows = store.attempts()
    found = []
    for row in sorted(rows, key=lambda row: (row.started_at, row.id)):
        read = _read(store, row) if row.kind == "exercise" and row.mode == "assessed" else None
        if read is not None:
            paper, state = read
            if unit_id in exercise_from_json(paper.exercise).units:
                found.append(_try(paper, state, row, played_before(rows, row.subject, row.started_at)))
    return tuple(found)


def _read(store: LearnerStore, row: AttemptRow) -> tuple[Paper, AttemptState] | None:
    """What the journal says; a damaged one proves nothing."""
    try:
        state = replay(read_journal(journal_path(store, row.id)).events)
        return load_paper(store.papers_folder, state.paper), state
    except Problem:
        return None


def _try(paper: Paper, state: AttemptState, row: AttemptRow, before: int) -> AssessedTry:
    try:
        evidence = evidence_of(paper, state, before)
    except Problem:
        evidence = None
    return AssessedTry(
        row.id, row.subject, row.title, row.started_at, state.submitted_at, bool(row.passed), state.voided, evidence,
        before,
    )  # fmt: skip


def void_attempt(workspace: Workspace, attempt: str, reason: str) -> None:
    """Declare that an attempt does not count, and why; its evidence is gone. :class:`Refused` while it is running."""
    row = workspace.store.attempt(attempt)
    if row is None or row.submitted_at is None:
        raise Refused(N_("Only an attempt that is over can be voided."))
    running = RunningAttempt.reopen(workspace.store, attempt, workspace.clock)
    try:
        running.record(Voided(reason))
        keep_result(workspace.store, running.paper, running.state)
    finally:
        running.close()
