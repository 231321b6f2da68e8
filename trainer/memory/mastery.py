"""How well something is known: an exponential moving average of the points earned, from nothing.

Each answer moves the mastery of what it tests three tenths of the way towards its mark:

    m0 = 0,  m = 0.7 m + 0.3 p      (p: points of the answer, 0 to 1)

so five right answers in a row from nothing reach 0.83, and the last five answers weigh 83 %. That an exponential moving
average serves as well as far heavier models for deciding what is mastered, and explains itself, is the finding of
Pelánek and Řihák, «Experimental Analysis of Mastery Learning Criteria», UMAP 2017, 156-163. The weight and the marks
below are this program's own. Certainty and time do not count; forgetting is the schedule's business.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

#: How far one answer moves the mastery towards its mark.
STEP = 0.3
#: From here on a statement is mastered.
MASTERED = 0.8
#: The answers looked at when saying why.
RECENT = 5
#: Fewer answers than this say little, however good they are.
FEW = 3

Reason = Literal["untried", "few_answers", "mastered", "slipping", "mistakes", "growing"]

#: Reasons for which something should be practised again.
WEAK: frozenset[Reason] = frozenset({"slipping", "mistakes"})


class Mastery(NamedTuple):
    """How well one thing is known. ``value`` and ``peak`` (the highest it has been) lie between 0 and 1.

    ``share`` is the part of all points of the last :data:`RECENT` answers that was earned, 0 without answers.
    """

    value: float = 0.0
    answers: int = 0
    peak: float = 0.0
    recent: tuple[float, ...] = ()

    @property
    def share(self) -> float:
        return sum(self.recent) / len(self.recent) if self.recent else 0.0

    @property
    def reason(self) -> Reason:
        """Why it stands where it stands, for front ends to put in words.

        ``slipping``: it was mastered once and the recent answers were not all right; ``mistakes``: it was not, and
        they were not; ``growing``: all of them were right, and more are needed.
        """
        if not self.answers:
            return "untried"
        if self.value >= MASTERED:
            return "mastered"
        if self.share < 1:
            return "slipping" if self.peak >= MASTERED else "mistakes"
        return "few_answers" if self.answers < FEW else "growing"

    @property
    def weak(self) -> bool:
        """Whether it is a weak spot: tried, not mastered, and something recent went wrong."""
        return self.reason in WEAK


def mastery(points: Sequence[float]) -> Mastery:
    """The mastery after answers that earned these points, in order."""
    value = peak = 0.0
    for earned in points:
        value += STEP * (earned - value)
        peak = max(peak, value)
    return Mastery(value, len(points), peak, tuple(points[-RECENT:]))


def mastery_by(answers: Iterable[tuple[str, float]], tested: Mapping[str, Sequence[str]]) -> dict[str, Mastery]:
    """Mastery of everything that was answered, from (item, points) in order and what each item tests."""
    earned: dict[str, list[float]] = {}
    for item, points in answers:
        for thing in tested.get(item, ()):
            earned.setdefault(thing, []).append(points)
    return {thing: mastery(points) for thing, points in earned.items()}


def mean(parts: Iterable[Mastery]) -> float:
    """The mastery of a whole (a module, a unit): the mean of its parts, those untried counting nothing."""
    values = [part.value for part in parts]
    return sum(values) / len(values) if values else 0.0
