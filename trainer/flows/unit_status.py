"""Where a unit stands for a learner: what of it exists, its exam, and every counting try at it."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.catalogue.rows import UnitRow
from trainer.flows.evidence import UnitEvidence, unit_evidence
from trainer.flows.exams import ExamInfo, exam_info
from trainer.flows.law import jurisdictions_of
from trainer.flows.tries import Try, counting_tries
from trainer.flows.workspace import Workspace
from trainer.kernel.problems import N_, Refused
from trainer.kernel.text import LocalText


@dataclass(frozen=True, slots=True)
class UnitStatus:
    """A unit, the modules of it that exist and those still missing, its exams, and the tries by exam, latest first.

    ``evidence`` is what its minimum performance asks for and what the learner has shown.
    """

    id: str
    title: LocalText
    readiness: str
    present: tuple[str, ...]
    missing: tuple[str, ...]
    exams: tuple[ExamInfo, ...]
    tries: dict[str, tuple[Try, ...]]
    evidence: UnitEvidence


def unit_status(workspace: Workspace, unit_id: str) -> UnitStatus:
    """The status of a unit; without tries where no learner is chosen. :class:`Refused` when there is none such."""
    catalogue = workspace.catalogue
    unit = catalogue.unit(unit_id)
    if unit is None:
        raise Refused(N_("There is no unit «{unit}»."), unit=unit_id)
    exams = _exams(workspace, unit)
    there = {row.slug for row in catalogue.modules() if row.state == "present"}
    tries = {exam.id: counting_tries(workspace.store, exam.id) for exam in exams} if workspace.learner else {}
    return UnitStatus(
        unit.id, unit.title, unit.readiness,
        tuple(slug for slug in unit.modules if slug in there),
        tuple(slug for slug in unit.modules if slug not in there),
        exams, tries, unit_evidence(workspace, unit_id),
    )  # fmt: skip


def _exams(workspace: Workspace, unit: UnitRow) -> tuple[ExamInfo, ...]:
    """The exams of the unit, as a counting exam would be drawn under the unit's own law today."""
    catalogue = workspace.catalogue
    own = jurisdictions_of(catalogue, unit.qualification)
    ids = [row.id for row in catalogue.exams() if row.scope == "unit" and row.subject == unit.id]
    return tuple(exam_info(catalogue, one, "counting", own, workspace.today()) for one in ids)
