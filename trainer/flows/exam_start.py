"""Before an exam: what it is, whether it can be taken now, and the start."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.flows.exam import ExamFlow
from trainer.flows.prepare import ExamInfo, exam_info, jurisdictions_of, refuse_counting_exam, start_exam
from trainer.flows.workspace import Workspace
from trainer.kernel.problems import Problem, Refused
from trainer.kernel.text import LocalText


@dataclass(frozen=True, slots=True)
class ExamStartView:
    """What is said before the start. ``modes``: how it may be taken; ``refusal``: why it cannot count, if asked."""

    info: ExamInfo
    qualification: LocalText
    modes: tuple[str, ...]
    refusal: Problem | None
    seeded: bool


class ExamStartFlow:
    """One exam before its start, for the open learner. ``counting``: the choice was made when starting Trainer."""

    def __init__(
        self,
        workspace: Workspace,
        exam_id: str,
        *,
        seed: str | None = None,
        counting: bool = False,
        qualification: str | None = None,
    ) -> None:
        self._workspace, self._exam, self._seed = workspace, exam_id, seed
        self._qualification = wanted = qualification or workspace.profile().qualification
        catalogue, today = workspace.catalogue, workspace.today()
        info = exam_info(catalogue, exam_id, "mock", jurisdictions_of(catalogue, wanted), today)
        title = next((row.title for row in catalogue.qualifications() if row.id == wanted), {})
        refusal = None
        if info.may_count and seed is None:
            try:
                refuse_counting_exam(catalogue, exam_id, wanted, today)
            except Refused as problem:
                refusal = problem
        may_count = info.may_count and seed is None and refusal is None
        mock = () if info.shortages or (counting and may_count) else ("mock",)
        self.view = ExamStartView(
            info, title, (*mock, *(("counting",) if may_count else ())), refusal, seed is not None
        )

    def start(self, mode: str) -> ExamFlow:
        """Draw the paper and start the clock. :class:`Refused` where the view said so."""
        return start_exam(
            self._workspace,
            self._exam,
            counting=mode == "counting",
            seed=self._seed,
            qualification=self._qualification,
        )
