"""Exams: sections of modules that exist, and pools large enough for what they draw."""

from __future__ import annotations

from collections.abc import Iterator

from trainer.assessment.blueprint import shortages
from trainer.checking.pools import HOME, POOLS, of_set, strata
from trainer.checking.rule import Rule
from trainer.checking.seen import Hit, at
from trainer.checking.world import World
from trainer.content.load import Loaded
from trainer.content.models import Exam
from trainer.kernel.problems import N_

#: A section with fewer items has no pass mark worth the name.
SECTION_ITEMS = 4

_PRACTICE = N_(
    "At level «{level}» the exam draws {draw} items and needs {need} to choose from; {have} are for practice or both. "
    "Write more items, or draw fewer."
)
_COUNTING = N_(
    "At level «{level}» the exam draws {draw} items and needs {need} to choose from; {have} are for exams or both. "
    "Write more items, or draw fewer."
)
_ELSEWHERE = {"CH": N_("The exam is not available for Switzerland yet: too few of its items are valid there.")}


def places(world: World) -> Iterator[Hit]:
    """X01: modules and lessons of a section."""
    module = N_("«{id}» is no module that exists or is planned; correct the name.")
    lesson = N_("None of the section's modules has a lesson «{id}»; correct the name.")
    planned = set(world.known.covers) | set(world.known.lessons)
    for exam in world.exams:
        for index, section in enumerate(exam.value.sections):
            for at_, slug in enumerate(section.modules):
                if planned and slug not in planned:
                    yield at(exam.document, ("sections", index, "modules", at_), module, id=slug)
            there = {name for slug in section.modules for name in world.known.lessons.get(slug, ())}
            for at_, name in enumerate(section.lessons):
                if there and name not in there:
                    yield at(exam.document, ("sections", index, "lessons", at_), lesson, id=name)


def section_sizes(world: World) -> Iterator[Hit]:
    """X02."""
    template = N_("The section draws {count} items; a section with its own pass mark has at least {least}.")
    for exam in world.exams:
        for index, section in enumerate(exam.value.sections):
            if (count := sum(section.draw.values())) < SECTION_ITEMS:
                yield at(exam.document, ("sections", index, "draw"), template, count=count, least=SECTION_ITEMS)


def feasible(world: World) -> Iterator[Hit]:
    """X03: each pool holds 1.3 times what is drawn, per section and level."""
    not_yet = N_("The exam cannot be drawn yet: {modules} are in preparation.")
    for exam in world.exams:
        missing = _missing(world, exam)
        if missing:
            yield at(exam.document, ("id",), not_yet, "info", modules=", ".join(missing))
        elif all(world.is_complete(slug) for section in exam.value.sections for slug in section.modules):
            yield from _shortages(world, exam, HOME)
            for country, template in _ELSEWHERE.items():
                if any(True for _ in _shortages(world, exam, country)):
                    yield at(exam.document, ("id",), template, "info")


def _missing(world: World, exam: Loaded[Exam]) -> list[str]:
    """Modules of the exam that do not exist."""
    wanted = dict.fromkeys(slug for section in exam.value.sections for slug in section.modules)
    return [slug for slug in wanted if slug not in world.known.lessons]


def _shortages(world: World, exam: Loaded[Exam], country: str) -> Iterator[Hit]:
    """Shortages in every pool, told at the section's draw."""
    names = [section.id for section in exam.value.sections]
    met = of_set((seen for bank in world.banks for seen in bank.items), country)
    for uses, template in zip(POOLS, (_PRACTICE, _COUNTING), strict=True):
        for lack in shortages(exam.value, strata(met, uses, world.as_of)):
            place = ("sections", names.index(lack.section), "draw", lack.level)
            values: dict[str, object] = {"level": lack.level, "draw": lack.draw, "need": lack.need, "have": lack.have}
            yield at(exam.document, place, template, **values)


RULES = (
    Rule("X01", "error", "sections of modules and lessons that exist", places),
    Rule("X02", "error", "sections of four items or more", section_sizes),
    Rule("X03", "error", "pools large enough for what an exam draws", feasible),
)
