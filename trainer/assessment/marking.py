"""Marks of an attempt: a pure function of the paper and the attempt's state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from trainer.assessment.attempt import AttemptState
from trainer.assessment.paper import Paper
from trainer.items.base import Item, Mark


@dataclass(frozen=True, slots=True)
class SectionResult:
    """Points of a section out of ``maximum`` and whether it reached its own pass mark (True without one).

    Answers that wait for an assessor are not in the maximum.
    """

    id: str
    points: Fraction
    maximum: int
    passed: bool

    @property
    def share(self) -> float:
        return float(self.points / self.maximum) if self.maximum else 0.0


@dataclass(frozen=True, slots=True)
class Result:
    """Marks by position, results by section, and the verdict.

    The verdict is None where the paper has no pass mark, or where there is nothing but answers to be assessed.
    """

    marks: tuple[Mark, ...]
    sections: tuple[SectionResult, ...]
    passed: bool | None

    @property
    def points(self) -> Fraction:
        return sum((mark.points for mark in self.marks), Fraction(0))

    @property
    def maximum(self) -> int:
        return len(self.marks) - self.provisional

    @property
    def provisional(self) -> int:
        """How many answers wait for an assessor: until then they count neither for nor against."""
        return sum(mark.provisional for mark in self.marks)

    @property
    def share(self) -> float:
        return float(self.points / self.maximum) if self.maximum else 0.0


def mark_attempt(paper: Paper, state: AttemptState, items: Sequence[Item] = ()) -> Result:
    """Mark every item of the paper; an item without response is blank and earns nothing.

    ``items`` are those of the paper in order, where they have been read already.

    Pass: the whole reaches ``pass_mark`` and each section ``section_pass_mark`` (exact fractions, no rounding up).
    """
    counted = state.counted
    models = items or [paper.item(p) for p in range(len(paper.items))]
    marks = tuple(item.mark(counted.get(p, {})) for p, item in enumerate(models))
    section_mark = Fraction(str(paper.section_pass_mark or 0))
    sections = []
    for section in paper.sections:
        own = [mark for mark, item in zip(marks, paper.items, strict=True) if item.section == section.id]
        due = [mark.points for mark in own if not mark.provisional]
        total = sum(due, Fraction(0))
        sections.append(SectionResult(section.id, total, len(due), total >= section_mark * len(due)))
    result = Result(marks, tuple(sections), None)
    if paper.pass_mark is None or not result.maximum:
        return result
    enough = result.points >= Fraction(str(paper.pass_mark)) * result.maximum
    return replace(result, passed=enough and all(section.passed for section in sections))
