"""What an assessment says: every criterion with its points, why, and the moments that decided it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import Field

from trainer.kernel.text import LocalText
from trainer.schema.fields import Authored, Slug, Text

About = Literal["act", "fact", "norm", "outcome", "tool", "register", "data", "order", "time", "safety"]
#: What a standard asks to be shown in so many words; a criterion that is met shows it.
Shown = Literal["key-information", "back-office-operations", "digital-tools"]


class Criterion(Authored):
    """Something that earns points. Kinds add what must be true. ``why`` is said whether it is met or not.

    ``critical``: an attempt that fails it is not passed, whatever its points. ``facts`` are sources it rests on.
    """

    id: Slug
    about: About
    text: Text
    why: Text
    points: Annotated[int, Field(ge=1, le=20)]
    critical: bool = False
    facts: list[str] = []
    shows: list[Shown] = []


@dataclass(frozen=True, slots=True)
class CriterionMark:
    """A criterion after an attempt. ``moments`` are the numbers of what decided it; empty where nothing was done."""

    id: str
    about: str
    text: LocalText
    why: LocalText
    points: Fraction
    maximum: int
    met: bool
    critical: bool
    moments: tuple[int, ...] = ()
    facts: tuple[str, ...] = ()
    shows: tuple[str, ...] = ()

    @property
    def lost(self) -> Fraction:
        """Points that were not earned."""
        return self.maximum - self.points


@dataclass(frozen=True, slots=True)
class Assessment:
    """Marks of an exercise: a pure function of the frozen exercise and the moves."""

    marks: tuple[CriterionMark, ...]
    pass_mark: Fraction

    @property
    def points(self) -> Fraction:
        earned = [mark.points for mark in self.marks]
        if all(one.denominator == 1 for one in earned):  # adding fractions takes ten times as long
            return Fraction(sum(one.numerator for one in earned))
        return sum(earned, Fraction(0))

    @property
    def maximum(self) -> int:
        return sum(mark.maximum for mark in self.marks)

    @property
    def share(self) -> Fraction:
        return self.points / self.maximum if self.maximum else Fraction(0)

    @property
    def critical_failed(self) -> tuple[CriterionMark, ...]:
        """The criteria marked critical that were not met."""
        return tuple(mark for mark in self.marks if mark.critical and not mark.met)

    @property
    def passed(self) -> bool:
        """The share of points reaches the pass mark and nothing critical failed."""
        return self.share >= self.pass_mark and not self.critical_failed


def mark_of(criterion: Criterion, met: bool, moments: tuple[int, ...] = ()) -> CriterionMark:
    """All points of a criterion, or none."""
    return CriterionMark(
        criterion.id, criterion.about, criterion.text, criterion.why, Fraction(criterion.points if met else 0),
        criterion.points, met, criterion.critical, moments, tuple(criterion.facts), tuple(criterion.shows),
    )  # fmt: skip
