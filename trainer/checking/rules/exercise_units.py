"""Units and their exercises: rules a program can evaluate, and exercises enough to satisfy them."""

from __future__ import annotations

from collections.abc import Iterator

from trainer.assessment.minimum import KEYS, Evaluate, evaluator, sufficient, unshown
from trainer.assessment.rationale import PARTS
from trainer.checking.played import SeenExercise
from trainer.checking.rule import Rule
from trainer.checking.seen import Hit, at
from trainer.checking.world import World
from trainer.content.facets import FacetLists
from trainer.content.load import Loaded
from trainer.content.models import Qualification, Unit
from trainer.exercises.base import ExerciseUse
from trainer.exercises.facets import LISTS
from trainer.kernel.problems import N_

#: Keys that compare with a language which the reading must name.
_NEED_LANGUAGE = ("of_which_non_native_italian", "of_which_foreign_language")


def rules(world: World) -> Iterator[Hit]:
    """E30."""
    unknown = N_("«{key}» is no key of a rule; use one of: {known}.")
    home = N_("The rule speaks of another language; say in «reading» against which («home_language»).")
    for standard, index, unit in _units(world):
        minimum = unit.minimum_performance
        if minimum is None:
            continue
        place = ("units", index, "minimum_performance")
        for key in minimum.rule:
            if key not in KEYS:
                yield at(standard.document, (*place, "rule", key), unknown, key=key, known=", ".join(sorted(KEYS)))
        named = minimum.reading is not None and minimum.reading.home_language
        if any(minimum.rule.get(key) for key in _NEED_LANGUAGE) and not named:
            yield at(standard.document, (*place, "rule"), home)


def readings(world: World) -> Iterator[Hit]:
    """E30: a reading speaks of facets and parts there are."""
    facet = N_("«{name}» is no list of facets; use one of: {known}.")
    part = N_("«{name}» is no part of a rationale; use one of: {known}.")
    for standard, index, unit in _units(world):
        reading = unit.minimum_performance.reading if unit.minimum_performance else None
        if reading is None:
            continue
        place = ("units", index, "minimum_performance", "reading")
        for number, name in enumerate(reading.situation_by):
            if name not in LISTS:
                there = ", ".join(LISTS)
                yield at(standard.document, (*place, "situation_by", number), facet, name=name, known=there)
        for word, name in reading.parts.items():
            if name not in PARTS:
                yield at(standard.document, (*place, "parts", word), part, name=name, known=", ".join(PARTS))


def enough(world: World) -> Iterator[Hit]:
    """E31: the reserved exercises of a unit satisfy its rule by themselves. Units without any are in preparation."""
    template = N_(
        "The reserved exercises of {unit} do not satisfy its minimum performance: {keys}. Write what is missing."
    )
    for standard, index, unit in _units(world):
        evaluate, reserved = _rule(world, unit), _exercises(world, standard.value, unit, "assessed")
        if evaluate is None or not reserved or sufficient(evaluate, [seen.exercise for seen in reserved]):
            continue
        keys = ", ".join(unshown(evaluate, [seen.exercise for seen in reserved])) or "–"
        place = ("units", index, "minimum_performance", "rule")
        yield at(standard.document, place, template, unit=unit.id, keys=keys)


def shown(world: World) -> Iterator[Hit]:
    """E32: the practice exercises of a unit show every kind of facet its rule asks for."""
    template = N_("No practice exercise of {unit} shows: {keys}. Write one, so that learners can practise it.")
    for standard, index, unit in _units(world):
        evaluate, practice = _rule(world, unit), _exercises(world, standard.value, unit, "practice")
        if evaluate is None or not practice:
            continue
        if keys := unshown(evaluate, [seen.exercise for seen in practice]):
            place = ("units", index, "minimum_performance", "rule")
            yield at(standard.document, place, template, unit=unit.id, keys=", ".join(keys))


def _units(world: World) -> Iterator[tuple[Loaded[Qualification], int, Unit]]:
    for standard in world.qualifications:
        for index, unit in enumerate(standard.value.units):
            yield standard, index, unit


def _rule(world: World, unit: Unit) -> Evaluate | None:
    minimum = unit.minimum_performance
    if minimum is None:
        return None
    return evaluator(minimum.rule, minimum.reading, world.known.facets or FacetLists(version=1))


def _exercises(world: World, standard: Qualification, unit: Unit, use: ExerciseUse) -> list[SeenExercise]:
    """The exercises of this use that learners of the qualification meet."""
    return [
        seen
        for seen in world.exercises
        if unit.id in seen.exercise.units
        and seen.exercise.use == use
        and seen.exercise.jurisdiction in standard.jurisdictions
    ]


RULES = (
    Rule("E30", "error", "rules of units that can be evaluated", rules),
    Rule("E30", "error", "readings of facets and parts there are", readings),
    Rule("E31", "warning", "reserved exercises enough for their unit", enough),
    Rule("E32", "warning", "practice exercises of every kind", shown),
)
