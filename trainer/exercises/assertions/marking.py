"""Marks of criteria that are assertions."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction
from typing import Any

from trainer.exercises.assertions.holds import holds
from trainer.exercises.assertions.language import Function
from trainer.exercises.marks import Assessment, Criterion, mark_of


class Asserted(Criterion):
    """Earned when this holds at the end."""

    holds: str


def assess(
    play: Any, criteria: Sequence[Asserted], functions: Mapping[str, Function], passive: Collection[str]
) -> Assessment:
    """Marks of a play. What holds though nothing was done earns nothing unless something else was done right."""
    found = [(one, *holds(one.holds, functions, play)) for one in criteria]
    worked = any(met for one, met, _ in found if one.id not in passive)
    marks = [mark_of(one, met and (worked or one.id not in passive), moments) for one, met, moments in found]
    return Assessment(tuple(marks), Fraction(str(play.exercise.pass_mark)))


def passive(play: Any, criteria: Sequence[Asserted], functions: Mapping[str, Function]) -> frozenset[str]:
    """Ids of criteria that hold before anything was done."""
    return frozenset(one.id for one in criteria if holds(one.holds, functions, play)[0])
