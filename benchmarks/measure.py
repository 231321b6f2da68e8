"""What a measure is: a question, two contenders that give samples by turns, and a bound for each figure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

#: The figures of one sample by name, in the measure's unit.
Figures = Mapping[str, float]
#: One round: what the subject and what the floor gave.
Round = tuple[Figures, Figures]


class SkippedMeasure(Exception):
    """Something this machine lacks; the text says what."""


@dataclass(frozen=True, slots=True)
class Bound:
    """The most a figure may be: times the floor's figure, or (``absolute``) in the measure's own unit."""

    at_most: float
    absolute: bool = False
    aim: float | None = None


@dataclass(frozen=True, slots=True)
class Contender:
    """Somebody measured. ``sample`` gives the figures of one run; its first call does not count."""

    name: str
    sample: Callable[[], Figures]


@dataclass(frozen=True, slots=True)
class Measure:
    """One question with its answer's bounds; figures without a bound are printed only.

    ``all_rounds`` takes the place of running by turns where runs do not disturb each other. ``most`` rounds are enough
    where a run takes minutes and its figure hardly moves.
    """

    name: str
    question: str
    unit: str
    subject: Contender
    floor: Contender
    bounds: Mapping[str, Bound]
    all_rounds: Callable[[int], Sequence[Round]] | None = None
    most: int | None = None


def take_rounds(measure: Measure, runs: int, on_round: Callable[[int], None]) -> Sequence[Round]:
    """``runs`` rounds, each contender going first in every other one. The first call of each warms up.

    Raises :class:`SkippedMeasure` where this machine cannot take the measure.
    """
    if measure.all_rounds is not None:
        return measure.all_rounds(runs)
    subject, floor = measure.subject.sample, measure.floor.sample
    subject(), floor()
    rounds: list[Round] = []
    for number in range(runs):
        on_round(number)
        if number % 2:
            other = floor()
            rounds.append((subject(), other))
        else:
            rounds.append((subject(), floor()))
    return rounds
