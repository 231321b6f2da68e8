"""Before an exam: what it is, whether it can be taken now, how it went before, and the start."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.flows.counting import refuse_counting_exam
from trainer.flows.exam import ExamFlow
from trainer.flows.exams import ExamInfo, exam_info
from trainer.flows.law import jurisdictions_of
from trainer.flows.prepare import start_exam
from trainer.flows.running import lengthened
from trainer.flows.tries import Try, counting_tries, refuse_second_try
from trainer.flows.workspace import Workspace
from trainer.kernel.problems import Problem, Refused
from trainer.kernel.text import LocalText


@dataclass(frozen=True, slots=True)
class ExamStartView:
    """What is said before the start. ``modes``: how it may be taken; ``refusal``: why it cannot count, if asked.

    ``tries``: the learner's counting tries so far, latest first. ``mock_minutes``: a mock's time with the learner's
    ``extra_time`` (per cent), which no counting exam has.
    """

    info: ExamInfo
    qualification: LocalText
    modes: tuple[str, ...]
    refusal: Problem | None
    seeded: bool
    tries: tuple[Try, ...]
    mock_minutes: int = 0
    extra_time: int = 0


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
        catalogue = workspace.catalogue
        info = exam_info(catalogue, exam_id, "mock", jurisdictions_of(catalogue, wanted), workspace.today())
        title = next((row.title for row in catalogue.qualifications() if row.id == wanted), {})
        refusal = self._refusal(wanted) if info.may_count and seed is None else None
        tries = counting_tries(workspace.store, exam_id) if info.may_count else ()
        may_count = info.may_count and seed is None and refusal is None
        mock = ("mock",) if info.drawable and not (counting and may_count) else ()
        modes = (*mock, *(("counting",) if may_count else ()))
        extra = workspace.store.settings().extra_time
        mock_minutes = lengthened(info.minutes, extra)
        self.view = ExamStartView(info, title, modes, refusal, seed is not None, tries, mock_minutes, extra)

    def _refusal(self, qualification: str) -> Refused | None:
        """Why it cannot count now."""
        workspace = self._workspace
        try:
            refuse_counting_exam(workspace.catalogue, self._exam, qualification, workspace.today())
            refuse_second_try(workspace.store, self._exam, workspace.clock)
        except Refused as problem:
            return problem
        return None

    def start(self, mode: str) -> ExamFlow:
        """Draw the paper and start the clock. :class:`Refused` where the view said so."""
        return start_exam(
            self._workspace,
            self._exam,
            counting=mode == "counting",
            seed=self._seed,
            qualification=self._qualification,
        )
