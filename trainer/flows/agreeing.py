"""How far raters agree: per criterion over all work that two have judged, and where a third one is needed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from trainer.assessment.acts import Judged
from trainer.assessment.rating import Agreement, Outcome, agreement
from trainer.flows.assessing import AssessingFlow
from trainer.flows.register import Standing, judgements
from trainer.flows.rubrics import RATIONALE, Rubrics, ShownCriterion
from trainer.kernel.text import LocalText


@dataclass(frozen=True, slots=True)
class CriterionAgreement:
    """A criterion with the agreement of first and second raters."""

    criterion: ShownCriterion
    agreement: Agreement


@dataclass(frozen=True, slots=True)
class DoubleMarked:
    """Work with two judgements or more. ``given`` is empty while a third rater is needed who may be looking."""

    attempt: str
    number: int
    title: LocalText
    raters: int
    given: tuple[Judged, ...]
    outcome: Outcome | None
    needs_third: bool


@dataclass(frozen=True, slots=True)
class AgreementView:
    """Agreement on rationales. ``verdicts``: how often both raters found the same of the whole, None without any."""

    unit: str
    title: LocalText
    rule: LocalText
    rows: tuple[CriterionAgreement, ...]
    verdicts: float | None
    pieces: tuple[DoubleMarked, ...]

    @property
    def thirds(self) -> int:
        """How many pieces wait for a third rater."""
        return sum(one.needs_third for one in self.pieces)


class AgreementFlow:
    """Agreement as the rater of ``assessing`` may see it."""

    def __init__(self, assessing: AssessingFlow) -> None:
        self._assessing = assessing
        self._rubrics = Rubrics(assessing.register.catalogue)

    def look(self) -> AgreementView:
        """As it is now."""
        view, numbers = self._assessing.look(), self._assessing.numbers()
        double = [one for one in self._assessing.standings() if len(self._whole(one)) >= 2]
        pairs = [(self._whole(one)[0].marks, self._whole(one)[1].marks, one) for one in double]
        rows = tuple(
            CriterionAgreement(one, agreement([(a[one.id], b[one.id]) for a, b, _ in pairs if one.id in a.keys() & b]))
            for one in self._rubrics.criteria([one.id for one in self._rubrics.rubric.criteria])
        )
        bar = self._rubrics.bar(RATIONALE)
        same = [bar.holds(a, tops) == bar.holds(b, tops) for a, b, one in pairs if (tops := self._tops(one))]
        pieces = sorted(
            (self._piece(one, numbers) for one in double), key=lambda one: (not one.needs_third, one.number)
        )
        return AgreementView(
            view.unit, view.title, self._rubrics.raters.text, rows, sum(same) / len(same) if same else None,
            tuple(pieces),
        )  # fmt: skip

    def _tops(self, standing: Standing) -> Mapping[str, int]:
        return self._rubrics.tops(standing, RATIONALE)

    def _whole(self, standing: Standing) -> list[Judged]:
        """The judgements that lack no criterion, the first one first."""
        if RATIONALE not in standing.short.ready:
            return []
        tops = self._tops(standing)
        return [one.act for one in judgements(standing, RATIONALE) if tops.keys() <= one.act.marks.keys()]

    def _piece(self, standing: Standing, numbers: Mapping[str, int]) -> DoubleMarked:
        given, found = self._whole(standing), self._assessing.outcome(standing, RATIONALE)
        seen = self._assessing.rater in {one.by for one in given}
        return DoubleMarked(
            standing.attempt, numbers.get(standing.attempt, 0), standing.short.title, len(given),
            tuple(given) if seen else (), found if seen else None, found.due == "third",
        )  # fmt: skip
