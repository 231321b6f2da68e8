"""Which exams may count for whom."""

from __future__ import annotations

from trainer.catalogue.index import Catalogue
from trainer.flows.exams import exam_info
from trainer.flows.law import jurisdictions_of
from trainer.kernel.problems import N_, Refused


def refuse_counting_exam(catalogue: Catalogue, exam_id: str, qualification: str, as_of: str) -> None:
    """:class:`Refused` unless the exam may count: a unit exam of the qualification whose modules all exist."""
    info = exam_info(catalogue, exam_id, "counting", jurisdictions_of(catalogue, qualification), as_of)
    if not info.may_count:
        raise Refused(N_("The exam {exam} is a mock exam: only a unit exam can count."), exam=exam_id)
    if info.missing_modules:
        raise Refused(
            N_("The exam {exam} cannot count yet: these modules are still in preparation: {modules}."),
            exam=exam_id, modules=", ".join(info.missing_modules),
        )  # fmt: skip
    refuse_foreign_unit(catalogue, exam_id, qualification)
    if not info.drawable:
        raise Refused(
            N_("The exam {exam} cannot count for {qualification} yet: there are too few questions for exams."),
            exam=exam_id, qualification=qualification,
        )  # fmt: skip


def refuse_foreign_unit(catalogue: Catalogue, exam_id: str, qualification: str) -> None:
    """:class:`Refused` when the exam is of a unit of another qualification: it is passed under its own law."""
    subject = next(row.subject for row in catalogue.exams() if row.id == exam_id)
    unit = catalogue.unit(subject)
    if unit is not None and unit.qualification != qualification:
        raise Refused(
            N_("The exam {exam} counts for the qualification {own} only, and this is {qualification}. Choose {own} in "
               "the settings, or take it as a mock exam."),
            exam=exam_id, own=unit.qualification, qualification=qualification,
        )  # fmt: skip
