"""Exams: sections of modules that exist, pools large enough for what they draw, unit exams over the whole unit."""

from __future__ import annotations

from collections.abc import Iterator

from trainer.assessment.blueprint import modules_of, part_over, shortages, size
from trainer.checking.pools import HOME, POOLS, SETS, strata, under
from trainer.checking.rule import Rule
from trainer.checking.seen import Hit, at
from trainer.checking.world import World
from trainer.content.load import Loaded
from trainer.content.models import Exam
from trainer.kernel.problems import N_
from trainer.schema.fields import Jurisdiction

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
    """X03: each pool holds 1.3 times what is drawn, per section and level; what is missing yet is only told."""
    for exam in world.exams:
        part = part_over(exam.value, world.known.lessons)
        if part is not exam.value:
            yield _not_yet(world, exam, part)
        if part is not None and all(world.is_complete(slug) for slug in modules_of(part)):
            yield from _too_small(world, exam, part)


def _too_small(world: World, exam: Loaded[Exam], part: Exam) -> Iterator[Hit]:
    """A unit exam is for its own law; the others are for the home set, and told where they lack items elsewhere."""
    if exam.value.scope == "unit":
        unit = world.known.units.get(exam.value.subject)
        # Of an unknown unit nobody can say whose law it is under; X04 names it.
        yield from _shortages(world, exam, part, unit.jurisdictions) if unit else ()
        return
    yield from _shortages(world, exam, part, SETS[HOME])
    for country, template in _ELSEWHERE.items():
        if any(True for _ in _shortages(world, exam, part, SETS[country])):
            yield at(exam.document, ("id",), template, "info")


def _not_yet(world: World, exam: Loaded[Exam], part: Exam | None) -> Hit:
    """Modules of the exam that do not exist, and what can be drawn without them."""
    never = N_("The exam cannot be drawn yet: {modules} are in preparation.")
    some = N_(
        "Only {items} of {count} items can be drawn yet, and the exam cannot count: {modules} are in preparation."
    )
    missing = [slug for slug in modules_of(exam.value) if slug not in world.known.lessons]
    values: dict[str, object] = {"modules": ", ".join(missing)}
    if part is None:
        return at(exam.document, ("id",), never, "info", **values)
    return at(exam.document, ("id",), some, "info", items=size(part), count=size(exam.value), **values)


def _shortages(world: World, exam: Loaded[Exam], part: Exam, law: frozenset[Jurisdiction]) -> Iterator[Hit]:
    """Shortages in every pool, told at the section's draw."""
    names = [section.id for section in exam.value.sections]
    met = under([*(seen for bank in world.banks for seen in bank.items), *world.beneath], law)
    for uses, template in zip(POOLS, (_PRACTICE, _COUNTING), strict=True):
        for lack in shortages(part, strata(met, uses, world.as_of)):
            place = ("sections", names.index(lack.section), "draw", lack.level)
            values: dict[str, object] = {"level": lack.level, "draw": lack.draw, "need": lack.need, "have": lack.have}
            yield at(exam.document, place, template, **values)


def whole_units(world: World) -> Iterator[Hit]:
    """X04: a unit exam is about a unit that exists, and draws from every module of it."""
    unknown = N_("«{unit}» is no unit of any standard, so nobody can pass it; correct «subject».")
    left_out = N_("The exam draws nothing from «{module}», which the coverage map gives to «{unit}»; add a section.")
    for exam in world.exams:
        unit = exam.value.subject
        if exam.value.scope != "unit" or not world.known.units:
            continue
        if unit not in world.known.units:
            yield at(exam.document, ("subject",), unknown, unit=unit)
            continue
        for module in world.known.units[unit].modules:
            if module not in modules_of(exam.value):
                yield at(exam.document, ("sections",), left_out, module=module, unit=unit)


RULES = (
    Rule("X01", "error", "sections of modules and lessons that exist", places),
    Rule("X02", "error", "sections of four items or more", section_sizes),
    Rule("X03", "error", "pools large enough for what an exam draws", feasible),
    Rule("X04", "error", "unit exams over every module of a unit that exists", whole_units),
)
