"""The ids content may refer to: statements, sources, modules with their lessons and glossary."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from trainer.assessment.coverage import Part, places
from trainer.content.facets import FacetLists, FacetValue
from trainer.content.models import Coverage, Lesson, Module, Qualification, Source
from trainer.exercises.facets import LISTS
from trainer.schema.fields import Jurisdiction

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class KnownUnit:
    """A unit: the modules the coverage map gives it, whose law its learners are examined on, and what it states."""

    modules: tuple[str, ...]
    jurisdictions: frozenset[Jurisdiction]
    statements: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()


@dataclass(frozen=True)
class Known:
    """What exists. ``statements`` or ``sources`` is None where its file cannot be read: then nothing is unknown.

    ``covers`` are the statements by module, as the coverage map gives them.
    """

    statements: Mapping[str, Part] | None = None
    sources: Mapping[str, Source] | None = None
    covers: Mapping[str, frozenset[str]] = field(default_factory=dict)
    units: Mapping[str, KnownUnit] = field(default_factory=dict)
    same_as: tuple[tuple[str, ...], ...] = ()
    observer: frozenset[str] = frozenset()
    required: frozenset[str] = frozenset()
    lessons: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    glossary: Mapping[str, frozenset[str]] = field(default_factory=dict)
    terms: Mapping[str, str] = field(default_factory=dict)
    items: Mapping[str, str] = field(default_factory=dict)
    exercises: Mapping[str, str] = field(default_factory=dict)
    facets: FacetLists | None = None

    def leader(self, statement: str) -> str:
        """The first of the statements declared the same, or the statement itself."""
        return self._leaders.get(statement, statement)

    def leaders_given(self, module: str) -> frozenset[str] | None:
        """What the coverage map gives to a module, statements declared the same once; None for an unplanned module."""
        return self._given.get(module)

    @cached_property
    def _given(self) -> Mapping[str, frozenset[str]]:
        return {module: frozenset(map(self.leader, given)) for module, given in self.covers.items()}

    @cached_property
    def _leaders(self) -> Mapping[str, str]:
        return {member: group[0] for group in self.same_as for member in group}


def known_from(
    qualifications: Iterable[Qualification],
    coverage: Coverage | None,
    sources: Iterable[Source] | None,
    modules: Iterable[tuple[Module, Iterable[Lesson]]],
) -> Known:
    """What a content folder defines. ``sources`` is None when the register cannot be read."""
    standards = list(qualifications)
    seen = [(module, list(lessons)) for module, lessons in modules]
    return Known(
        statements={place.id: place.part for one in standards for place in places(one)} if standards else None,
        sources={source.id: source for source in sources} if sources is not None else None,
        covers={planned.slug: frozenset(planned.covers) for planned in coverage.modules} if coverage else {},
        units=_units(standards, coverage),
        same_as=tuple(tuple(group) for group in coverage.same_as) if coverage else (),
        observer=frozenset(coverage.observer) if coverage else frozenset(),
        required=frozenset(p.slug for p in coverage.modules if p.required) if coverage else frozenset(),
        lessons={module.slug: tuple(module.lessons) for module, _ in seen},
        glossary={module.slug: frozenset(term.id for term in module.glossary) for module, _ in seen},
        terms={module.slug: " ".join(_words(module)) for module, _ in seen},
    )


def _units(standards: Iterable[Qualification], coverage: Coverage | None) -> dict[str, KnownUnit]:
    """Every unit of the standards; without modules where the coverage map leaves it out."""
    planned = {
        unit.id: tuple(unit.modules) for one in (coverage.qualifications if coverage else ()) for unit in one.units
    }
    return {
        unit.id: KnownUnit(
            planned.get(unit.id, ()), frozenset(one.jurisdictions),
            tuple(statement.id for statement in (*unit.knowledge, *unit.skills)),
            tuple(indicator.id for indicator in unit.indicators),
        )
        for one in standards
        for unit in one.units
    }  # fmt: skip


def _words(module: Module) -> Iterable[str]:
    for term in module.glossary:
        yield from term.term.values()
        yield from term.text.values()


def joined(own: Known, other: Known) -> Known:
    """What a folder defines on top of other content; where both speak of a module the folder's word counts."""
    return Known(
        statements=_both(own.statements, other.statements),
        sources=_both(own.sources, other.sources),
        covers={**other.covers, **own.covers},
        units={**other.units, **own.units},
        same_as=own.same_as + other.same_as,
        observer=own.observer | other.observer,
        required=own.required | other.required,
        lessons={**other.lessons, **own.lessons},
        glossary={**other.glossary, **own.glossary},
        terms={**other.terms, **own.terms},
        items={**other.items, **own.items},
        exercises={**other.exercises, **own.exercises},
        facets=_all_lists(own.facets, other.facets),
    )


def _all_lists(own: FacetLists | None, other: FacetLists | None) -> FacetLists | None:
    """The values of both; where both name a value the folder's own word counts."""
    if own is None or other is None:
        return own or other
    lists: dict[str, list[FacetValue]] = {}
    for name in LISTS:
        first = own.values(name)
        taken = {value.id for value in first}
        lists[name] = [*first, *(value for value in other.values(name) if value.id not in taken)]
    return own.model_copy(update=lists)


def _both(own: Mapping[str, V] | None, other: Mapping[str, V] | None) -> Mapping[str, V] | None:
    return {**(other or {}), **(own or {})} if own is not None or other is not None else None
