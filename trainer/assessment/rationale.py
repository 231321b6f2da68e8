"""The rationale as a program can check it: every part written, and what is cited did happen. An assessor judges it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from trainer.assessment.exercising import RationaleLine
from trainer.exercises.base import Exercise
from trainer.exercises.play import Play

#: Fewer words than these give no reason.
FEWEST_WORDS = 6
LONGEST_LINE = 1200

#: The parts in the order standards name them.
PARTS = ("choices", "approach", "procedure", "tools", "forms", "references")
_OF_MOMENTS = frozenset({"choices", "procedure"})
_OF_TOOLS = frozenset({"tools", "forms"})

Lack = Literal["missing", "too-short", "no-moment", "no-citation", "did-not-happen", "was-not-used"]


@dataclass(frozen=True, slots=True)
class Gap:
    """What a part of the rationale still lacks; ``line`` is empty where it is the whole part."""

    part: str
    lack: Lack
    line: str = ""


@dataclass(frozen=True, slots=True)
class Citable:
    """What may be cited: numbers of moments that happened, ids of tools and forms that were used, sources offered."""

    moments: Collection[int]
    used: Collection[str]
    sources: Collection[str]


def citable(exercise: Exercise, play: Play) -> Citable:
    """What a rationale of this play may cite."""
    moments = frozenset(moment.number for moment in play.moments)
    return Citable(moments, frozenset(play.used()), frozenset(exercise.facts))


def gaps(parts: Sequence[str], lines: Iterable[RationaleLine], what: Citable) -> tuple[Gap, ...]:
    """What is missing, part by part; nothing when the rationale is complete."""
    written = list(lines)
    found = [gap for part in parts for gap in _of_part(part, [line for line in written if line.part == part], what)]
    return tuple(found + [gap for line in written for gap in _of_line(line, what)])


def _of_part(part: str, lines: Sequence[RationaleLine], what: Citable) -> list[Gap]:
    if not lines:
        return [Gap(part, "missing")]
    if all(len(line.text.split()) < FEWEST_WORDS for line in lines):
        return [Gap(part, "too-short")]
    cited = {name for line in lines for name in line.cites}
    if part in _OF_MOMENTS and not any(line.moments for line in lines):
        return [Gap(part, "no-moment")]
    owed = what.used if part in _OF_TOOLS else what.sources if part == "references" else ()
    if owed and not cited & set(owed):
        return [Gap(part, "no-citation")]
    return []


def _of_line(line: RationaleLine, what: Citable) -> list[Gap]:
    found = []
    if any(number not in what.moments for number in line.moments):
        found.append(Gap(line.part, "did-not-happen", line.id))
    if any(name not in what.used and name not in what.sources for name in line.cites):
        found.append(Gap(line.part, "was-not-used", line.id))
    return found
