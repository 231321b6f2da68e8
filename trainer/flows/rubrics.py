"""What assessors judge by, read from the content: rubric of rationales, criteria of open answers, oral protocols."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, cast

from trainer.assessment.rating import Bar, Outcome, outcome
from trainer.catalogue.queries import RUBRIC
from trainer.content.assessing import TOP_LEVEL, OralProtocol, RaterRules, Rubric
from trainer.content.load import ContentFolder
from trainer.content.locate import shipped_root
from trainer.flows.register import Standing, judgements
from trainer.items.kinds import item_from_json
from trainer.items.kinds.open import OpenAnswer
from trainer.kernel.problems import N_, StoreDamaged
from trainer.kernel.text import LocalText

if TYPE_CHECKING:
    from trainer.catalogue.index import Catalogue

#: The part of an attempt that is its rationale; every other part is an open item.
RATIONALE = "rationale"


@dataclass(frozen=True, slots=True)
class ShownCriterion:
    """A criterion as a rater sees it: what it asks, its highest level, and what one sees at each where that is said."""

    id: str
    title: LocalText
    asks: LocalText
    top: int
    anchors: tuple[LocalText, ...]


class Rubrics:
    """What is judged by in one catalogue. Content without a rubric is judged by the one that comes with the program."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        body = catalogue.assessment_json(RUBRIC)
        self.rubric = Rubric.model_validate_json(body) if body else _shipped()

    @property
    def raters(self) -> RaterRules:
        """When a third rater is called, and what judgements come to."""
        return self.rubric.raters

    def bar(self, part: str) -> Bar:
        """What suffices in a part of an attempt."""
        rubric = self.rubric
        return Bar.of_levels(rubric.sufficiency) if part == RATIONALE else Bar.of_points(rubric.open_answers)

    def rule_text(self, part: str) -> LocalText:
        """The same in words."""
        return (self.rubric.sufficiency if part == RATIONALE else self.rubric.open_answers).text

    def revision(self, part: str, item: OpenAnswer | None) -> int:
        """The version of what a judgement of this part is made by."""
        return self.rubric.revision if item is None or part == RATIONALE else item.revision

    def criteria(self, due: Sequence[str]) -> tuple[ShownCriterion, ...]:
        """The criteria of a rationale that asks for these parts, in the rubric's order."""
        return tuple(
            ShownCriterion(one.id, one.title, one.asks, TOP_LEVEL, tuple(one.anchors))
            for one in self.rubric.criteria
            if one.id in due
        )

    def tops(self, standing: Standing, part: str) -> Mapping[str, int]:
        """The criteria of a part of an attempt with their highest level."""
        if part == RATIONALE:
            proof = standing.short.proof
            return {one.id: one.top for one in self.criteria(proof.due)} if proof else {}
        bodies = self._catalogue.item_json([part])
        return tops_of(criteria_of(cast(OpenAnswer, item_from_json(bodies[part])))) if part in bodies else {}

    def outcome(
        self, standing: Standing, part: str, *, two_raters: bool, tops: Mapping[str, int] | None = None
    ) -> Outcome:
        """What the judgements of a part that stand come to."""
        given = [one.act.marks for one in judgements(standing, part)]
        known = self.tops(standing, part) if tops is None else tops
        return outcome(given, known, self.bar(part), self.raters, two_raters=two_raters)

    def protocol(self, unit: str) -> OralProtocol | None:
        """The oral protocol of a unit; None where there is none."""
        body = self._catalogue.assessment_json(unit)
        return OralProtocol.model_validate_json(body) if body else None


def criteria_of(item: OpenAnswer) -> tuple[ShownCriterion, ...]:
    """The criteria of an open item: its own, with the points each is worth."""
    return tuple(ShownCriterion(one.id, one.text, {}, one.points, ()) for one in item.criteria)


def tops_of(criteria: Sequence[ShownCriterion]) -> dict[str, int]:
    """The highest level of each criterion."""
    return {one.id: one.top for one in criteria}


@cache
def _shipped() -> Rubric:
    loaded = ContentFolder(shipped_root()).rubric()
    if loaded is None:
        raise StoreDamaged(N_("{file} is missing."), file=shipped_root() / "courses" / "assessment")
    return loaded.value
