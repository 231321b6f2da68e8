"""Marks of an attempt: a pure function of the paper and the attempt's state."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from trainer.assessment.attempt import AttemptState
from trainer.assessment.paper import Paper
from trainer.items.base import Mark


@dataclass(frozen=True, slots=True)
class SectionResult:
    """Points of a section out of ``maximum`` and whether it reached its own pass mark (True without one)."""

    id: str
    points: Fraction
    maximum: int
    passed: bool

    @property
    def share(self) -> float:
        return float(self.points / self.maximum) if self.maximum else 0.0


@dataclass(frozen=True, slots=True)
class Result:
    """Marks by position, results by section, and the verdict: None where the paper has no pass mark."""

    marks: tuple[Mark, ...]
    sections: tuple[SectionResult, ...]
    passed: bool | None

    @property
    def points(self) -> Fraction:
        return sum((mark.points for mark in self.marks), Fraction(0))

    @property
    def maximum(self) -> int:
        return len(self.marks)

    @property
    def share(self) -> float:
        return float(self.points / self.maximum) if self.maximum else 0.0


def mark_attempt(paper: Paper, state: AttemptState) -> Result:
    """Mark every item of the paper; an item without response is blank and earns nothing.

    Pass: the whole reaches ``pass_mark`` and each section ``section_pass_mark`` (exact fractions, no rounding up).
    """
    counted = state.counted
    marks = tuple(paper.item(p).mark(counted.get(p, {})) for p in range(len(paper.items)))
    section_mark = Fraction(str(paper.section_pass_mark or 0))
    sections = []
    for section in paper.sections:
        own = [mark.points for mark, item in zip(marks, paper.items, strict=True) if item.section == section.id]
        total = sum(own, Fraction(0))
        sections.append(SectionResult(section.id, total, len(own), total >= section_mark * len(own)))
    if paper.pass_mark is None:
        return Result(marks, tuple(sections), None)
    enough = sum((m.points for m in marks), Fraction(0)) >= Fraction(str(paper.pass_mark)) * len(marks)
    return Result(marks, tuple(sections), enough and all(section.passed for section in sections))
