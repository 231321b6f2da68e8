"""The ids content may refer to: statements, sources, modules with their lessons and glossary."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from trainer.assessment.coverage import Part, places
from trainer.content.models import Coverage, Lesson, Module, Qualification, Source

V = TypeVar("V")


@dataclass(frozen=True)
class Known:
    """What exists. ``statements`` or ``sources`` is None where its file cannot be read: then nothing is unknown."""

    statements: Mapping[str, Part] | None = None
    sources: Mapping[str, Source] | None = None
    covers: Mapping[str, frozenset[str]] = field(default_factory=dict)
    same_as: tuple[tuple[str, ...], ...] = ()
    required: frozenset[str] = frozenset()
    lessons: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    glossary: Mapping[str, frozenset[str]] = field(default_factory=dict)
    terms: Mapping[str, str] = field(default_factory=dict)
    items: Mapping[str, str] = field(default_factory=dict)

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
        same_as=tuple(tuple(group) for group in coverage.same_as) if coverage else (),
        required=frozenset(p.slug for p in coverage.modules if p.required) if coverage else frozenset(),
        lessons={module.slug: tuple(module.lessons) for module, _ in seen},
        glossary={module.slug: frozenset(term.id for term in module.glossary) for module, _ in seen},
        terms={module.slug: " ".join(_words(module)) for module, _ in seen},
    )


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
        same_as=own.same_as + other.same_as,
        required=own.required | other.required,
        lessons={**other.lessons, **own.lessons},
        glossary={**other.glossary, **own.glossary},
        terms={**other.terms, **own.terms},
        items={**other.items, **own.items},
    )


def _both(own: Mapping[str, V] | None, other: Mapping[str, V] | None) -> Mapping[str, V] | None:
    return {**(other or {}), **(own or {})} if own is not None or other is not None else None
