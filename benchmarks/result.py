"""What came out of a measure: medians with their spread, ratios of each round, and the verdict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from benchmarks.measure import Bound, Measure, Round


@dataclass(frozen=True, slots=True)
class Spread:
    """Median, least and greatest of some values."""

    median: float
    least: float
    greatest: float


@dataclass(frozen=True, slots=True)
class Line:
    """One figure of a measure. ``ratio`` is taken round by round, so that a slow phase of the machine cancels out."""

    measure: Measure
    figure: str
    runs: int
    subject: Spread
    floor: Spread
    ratio: Spread
    bound: Bound | None

    @property
    def judged(self) -> float:
        """The value held against the bound."""
        return self.subject.median if self.bound and self.bound.absolute else self.ratio.median

    @property
    def holds(self) -> bool:
        """Whether the bound is kept; a figure without one always is."""
        return self.bound is None or self.judged <= self.bound.at_most


@dataclass(frozen=True, slots=True)
class Result:
    """A measure that was taken (``lines``), skipped, or went wrong: a program ended or did not show what it should."""

    measure: Measure
    lines: tuple[Line, ...] = ()
    why_skipped: str = ""
    what_failed: str = ""


def spread(values: Sequence[float]) -> Spread:
    """Median, least and greatest."""
    return Spread(median(values), min(values), max(values))


def summarise(measure: Measure, rounds: Sequence[Round]) -> Result:
    """A line for every figure both contenders gave."""
    subjects, floors = [one for one, _ in rounds], [other for _, other in rounds]
    lines = []
    for figure in (name for name in subjects[0] if name in floors[0]):
        mine, theirs = [f[figure] for f in subjects], [f[figure] for f in floors]
        ratios = [a / b if b else float("inf") for a, b in zip(mine, theirs, strict=True)]
        lines.append(
            Line(measure, figure, len(rounds), spread(mine), spread(theirs), spread(ratios), measure.bounds.get(figure))
        )
    return Result(measure, tuple(lines))


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least ``share`` of all values do not exceed (nearest rank)."""
    ordered = sorted(values)
    rank = max(1, -(-len(ordered) * round(share * 1000) // 1000))
    return ordered[min(rank, len(ordered)) - 1]
