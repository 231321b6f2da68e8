"""Blueprints: what an exam draws per stratum (section and level), and whether a pool can feed it."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from trainer.content.models import Exam, Section
from trainer.schema.fields import LEVELS, Level

#: Ids of the items of one (module, lesson, level), sorted.
Strata = Mapping[tuple[str, str, str], Sequence[str]]

#: Each pool holds at least this many times what its blueprint draws, per stratum (product rule).
SURPLUS = 1.3


@dataclass(frozen=True, slots=True)
class Shortage:
    """A stratum that cannot be fed: ``have`` items where ``need`` are due for ``draw`` drawn."""

    section: str
    level: Level
    draw: int
    need: int
    have: int


def candidates(section: Section, level: Level, strata: Strata) -> list[str]:
    """Sorted ids of the items a section may draw at a level."""
    lessons = frozenset(section.lessons)
    return sorted(
        item
        for (module, lesson, item_level), ids in strata.items()
        if item_level == level and module in section.modules and (not lessons or lesson in lessons)
        for item in ids
    )


def draws(exam: Exam) -> Iterator[tuple[Section, Level, int]]:
    """Every stratum of the blueprint that draws something, in order."""
    for section in exam.sections:
        for level in LEVELS:
            if count := section.draw.get(level, 0):
                yield section, level, count


def size(exam: Exam) -> int:
    """How many items a paper of this exam has."""
    return sum(count for _, _, count in draws(exam))


def modules_of(exam: Exam) -> list[str]:
    """The modules an exam draws from, in the order of its sections."""
    return list(dict.fromkeys(module for section in exam.sections for module in section.modules))


def part_over(exam: Exam, present: Collection[str]) -> Exam | None:
    """The exam over the modules that exist: the sections all of whose modules do, the time in proportion.

    Minutes are rounded up. The exam itself when nothing is missing, None when no section is left.
    """
    sections = [section for section in exam.sections if all(module in present for module in section.modules)]
    if len(sections) == len(exam.sections):
        return exam
    part = exam.model_copy(update={"sections": sections})
    if not size(part):
        return None
    return part.model_copy(update={"minutes": math.ceil(exam.minutes * size(part) / size(exam))})


def shortages(exam: Exam, strata: Strata) -> list[Shortage]:
    """The strata that hold less than 1.3 times what is drawn from them; empty when the exam is feasible."""
    found = []
    for section, level, count in draws(exam):
        have, need = len(candidates(section, level, strata)), math.ceil(count * SURPLUS - 1e-9)
        if have < need:
            found.append(Shortage(section.id, level, count, need, have))
    return found
