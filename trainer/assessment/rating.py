"""Raters: when levels suffice, how far two raters agree, when a third is needed, what several judgements come to. Pure.

Rules are arguments: they stand in ``courses/assessment`` and are house rules where no standard states one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from statistics import mean, median
from typing import Literal

from trainer.content.assessing import TOP_LEVEL, OpenSufficiency, RaterRules, Sufficiency

#: Fewer double-marked pieces give no kappa worth printing.
KAPPA_FROM = 20

Levels = Mapping[str, int]
#: Why there is no kappa: too few pieces, or all judgements at one level, where chance cannot be told from agreement.
NoKappa = Literal["too-few", "one-level"]
#: Whose judgement is due next; empty when none is.
Due = Literal["", "first", "second", "third"]


@dataclass(frozen=True, slots=True)
class Bar:
    """What suffices: no level below ``lowest``, and ``share`` of all that can be reached."""

    lowest: int
    share: Fraction

    @classmethod
    def of_levels(cls, rule: Sufficiency) -> Bar:
        """The bar for levels from 0 to 3: a mean is a share of the highest level."""
        return cls(rule.lowest, Fraction(str(rule.mean)) / TOP_LEVEL)

    @classmethod
    def of_points(cls, rule: OpenSufficiency) -> Bar:
        """The bar for the points of an open answer."""
        return cls(0, Fraction(str(rule.share)))

    def holds(self, levels: Mapping[str, int | Fraction], tops: Mapping[str, int]) -> bool:
        """Whether levels suffice. ``tops`` are the criteria with their highest level; one without a level fails."""
        if not tops or any(name not in levels for name in tops):
            return False
        enough = sum((Fraction(levels[name]) for name in tops), Fraction(0)) >= self.share * sum(tops.values())
        return enough and all(levels[name] >= self.lowest for name in tops)


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Where two judgements are too far apart: on these criteria, or in whether the work suffices."""

    criteria: tuple[str, ...]
    verdict: bool

    def __bool__(self) -> bool:
        return bool(self.criteria) or self.verdict


@dataclass(frozen=True, slots=True)
class Outcome:
    """What judgements come to. ``levels`` and ``sufficient`` are there once nobody's judgement is ``due`` any more."""

    due: Due
    levels: Mapping[str, Fraction]
    sufficient: bool | None
    disagreement: Disagreement


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement of two raters on one criterion over ``pieces`` pieces, as shares; None where there is nothing.

    ``adjacent`` counts what is equal or one level apart. ``kappa`` is weighted; without one ``no_kappa`` says why.
    """

    pieces: int
    exact: float | None
    adjacent: float | None
    kappa: float | None
    no_kappa: NoKappa | None


def disagreement(one: Levels, other: Levels, tops: Mapping[str, int], bar: Bar, rules: RaterRules) -> Disagreement:
    """Where two judgements of a piece call for a third rater, by ``rules``."""
    apart = tuple(name for name in tops if abs(one[name] - other[name]) >= rules.third_from)
    verdict = rules.third_on_verdict and bar.holds(one, tops) != bar.holds(other, tops)
    return Disagreement(apart, verdict)


def outcome(
    given: Sequence[Levels], tops: Mapping[str, int], bar: Bar, rules: RaterRules, *, two_raters: bool
) -> Outcome:
    """What the judgements of a piece come to, in the order they were given; those that lack a criterion count not.

    One rater: that judgement. Two: their mean, unless they disagree. Three or more: on each criterion the median (or
    the mean, as ``rules`` say), and the bar is held against these. Two apart are thus resolved by the level in the
    middle rather than by the third rater alone or by an average that one extreme rater pulls along; the ways there are
    compare Johnson, Penny and Gordon, "The relation between score resolution methods and interrater reliability",
    Applied Measurement in Education 13(2), 2000, 121-138. A house rule.
    """
    whole = [levels for levels in given if tops.keys() <= levels.keys()]
    agreed = Disagreement((), False)
    if len(whole) < 1 + two_raters:
        return Outcome("second" if whole else "first", {}, None, agreed)
    if len(whole) == 2 and (found := disagreement(whole[0], whole[1], tops, bar, rules)):
        return Outcome("third", {}, None, found)
    combine = median if rules.combine == "median" else mean
    levels = {name: Fraction(combine([Fraction(one[name]) for one in whole])) for name in tops}
    return Outcome("", levels, bar.holds(levels, tops), agreed)


def agreement(pairs: Sequence[tuple[int, int]]) -> Agreement:
    """Agreement over pairs of levels, those of the first and of the second rater of each piece."""
    if not pairs:
        return Agreement(0, None, None, None, "too-few")
    count = len(pairs)
    exact = sum(one == other for one, other in pairs) / count
    adjacent = sum(abs(one - other) <= 1 for one, other in pairs) / count
    if count < KAPPA_FROM:
        return Agreement(count, exact, adjacent, None, "too-few")
    kappa = weighted_kappa(pairs)
    return Agreement(count, exact, adjacent, kappa, "one-level" if kappa is None else None)


def weighted_kappa(pairs: Sequence[tuple[int, int]]) -> float | None:
    """Cohen's kappa with quadratic weights; None where chance alone would leave no disagreement.

    One minus the mean squared distance of the pairs over that of all first levels with all second ones: Cohen,
    "Weighted kappa", Psychological Bulletin 70(4), 1968, 213-220.
    """
    count = len(pairs)
    observed = Fraction(sum((one - other) ** 2 for one, other in pairs), count)
    firsts, seconds = zip(*pairs, strict=True)
    expected = Fraction(sum((one - other) ** 2 for one, other in product(firsts, seconds)), count**2)
    return float(1 - observed / expected) if expected else None
