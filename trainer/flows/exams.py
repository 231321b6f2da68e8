"""Exams before they are drawn: blueprints, pools, and everything to say before a start."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from trainer.assessment.blueprint import Shortage, Strata, modules_of, part_over, shortages, size
from trainer.assessment.events import Mode
from trainer.catalogue.index import Catalogue
from trainer.content.models import Exam
from trainer.kernel.problems import N_, Refused
from trainer.kernel.text import LocalText

#: Which items each kind of attempt may draw (product rule).
USES: dict[str, tuple[str, ...]] = {
    "practice": ("practice", "both"),
    "mock": ("practice", "both"),
    "counting": ("exam", "both"),
}


@dataclass(frozen=True, slots=True)
class ExamInfo:
    """What a learner is told before an exam starts. ``shortages`` empty and ``items`` above 0: it can be drawn.

    While modules are missing it is drawn over the others: ``items``, ``minutes`` and ``sections`` are those of that
    part, ``whole_items`` and ``whole_minutes`` those of the exam.
    """

    id: str
    title: LocalText
    scope: str
    items: int
    minutes: int
    whole_items: int
    whole_minutes: int
    pass_mark: float
    section_pass_mark: float
    house_rule: bool
    sections: tuple[LocalText, ...]
    may_count: bool
    missing_modules: tuple[str, ...]
    missing_titles: tuple[LocalText, ...]
    shortages: tuple[Shortage, ...]

    @property
    def partial(self) -> bool:
        """Whether only a part of the exam can be drawn yet."""
        return self.items < self.whole_items

    @property
    def drawable(self) -> bool:
        """Whether a paper can be drawn."""
        return bool(self.items) and not self.shortages


def load_exam(catalogue: Catalogue, exam_id: str) -> Exam:
    """The blueprint. :class:`Refused` when there is none of this name."""
    body = catalogue.exam(exam_id)
    if body is None:
        raise Refused(
            N_("There is no exam «{exam}». There are: {exams}."),
            exam=exam_id, exams=", ".join(row.id for row in catalogue.exams()),
        )  # fmt: skip
    return Exam.model_validate_json(body)


def present_modules(catalogue: Catalogue) -> frozenset[str]:
    """The modules that exist."""
    return frozenset(row.slug for row in catalogue.modules() if row.state == "present")


def missing_modules(catalogue: Catalogue, exam: Exam) -> tuple[str, ...]:
    """What the exam needs and is still in preparation; for a unit exam every module of the unit is needed."""
    needed = dict.fromkeys([*_unit_modules(catalogue, exam), *modules_of(exam)])
    present = present_modules(catalogue)
    return tuple(module for module in needed if module not in present)


def _unit_modules(catalogue: Catalogue, exam: Exam) -> tuple[str, ...]:
    """The unit's own modules, and those of what its standard states for the whole qualification."""
    unit = catalogue.unit(exam.subject) if exam.scope == "unit" else None
    if unit is None:
        return ()
    row = next(row for row in catalogue.qualifications() if row.id == unit.qualification)
    return unit.modules + (row.common_modules if row.common.knowledge or row.common.skills else ())


def exam_strata(catalogue: Catalogue, exam: Exam, mode: Mode, jurisdictions: Collection[str], as_of: str) -> Strata:
    """The pool of an exam by module, lesson and level, for a mode, a set of jurisdictions and a day."""
    return catalogue.strata(sorted(modules_of(exam)), tuple(jurisdictions), USES[mode], as_of)


def exam_info(catalogue: Catalogue, exam_id: str, mode: Mode, jurisdictions: Collection[str], as_of: str) -> ExamInfo:
    """Everything to say before the start."""
    exam = load_exam(catalogue, exam_id)
    part = part_over(exam, present_modules(catalogue))
    missing = missing_modules(catalogue, exam)
    titles = {row.slug: row.title for row in catalogue.modules()}
    lacking = shortages(part, exam_strata(catalogue, part, mode, jurisdictions, as_of)) if part else []
    return ExamInfo(
        exam.id, exam.title, exam.scope,
        items=size(part) if part else 0,
        minutes=part.minutes if part else 0,
        whole_items=size(exam),
        whole_minutes=exam.minutes,
        pass_mark=exam.pass_mark,
        section_pass_mark=exam.section_pass_mark,
        house_rule=exam.house_rule,
        sections=tuple(section.title for section in part.sections) if part else (),
        may_count=exam.scope == "unit",
        missing_modules=missing,
        missing_titles=tuple(titles.get(module) or {"": module} for module in missing),
        shortages=tuple(lacking),
    )  # fmt: skip
