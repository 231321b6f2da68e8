"""Everything one check looks at: what was read, what ids are known, and the day that counts as today."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from trainer.assessment.coverage import StatementCoverage, cover, named_item
from trainer.checking.agreement import Agreement
from trainer.checking.known import Known
from trainer.checking.played import SeenExercise
from trainer.checking.seen import SeenItem
from trainer.content.assessing import OralProtocol, Rubric
from trainer.content.facets import FacetLists
from trainer.content.flaws import Flaw
from trainer.content.load import Loaded, LoadedLesson
from trainer.content.models import Coverage, Exam, Module, Qualification, Sources
from trainer.content.yamlfile import Document
from trainer.i18n.po import Catalogue


@dataclass(frozen=True)
class SeenBank:
    """A bank's items. ``complete`` is False where some could not be read: then nothing is counted over it."""

    slug: str
    file: str
    items: list[SeenItem]
    complete: bool
    blind: Agreement | None = None


@dataclass(frozen=True)
class SeenModule:
    """A module with its lessons and their check questions. ``unread`` are slugs of lesson files that are flawed."""

    loaded: Loaded[Module]
    lessons: list[LoadedLesson]
    checks: list[SeenItem]
    complete: bool
    unread: frozenset[str] = frozenset()

    @property
    def slug(self) -> str:
        return self.loaded.value.slug


@dataclass
class World:
    """What is checked. Rules read it and change nothing.

    ``beneath`` are the bank items of the content this stands on; ``programme`` the modules the program itself plans,
    which must be of full size.
    """

    as_of: date
    known: Known
    languages: tuple[str, ...]
    beneath: Sequence[SeenItem] = ()
    programme: frozenset[str] = frozenset()
    banks: list[SeenBank] = field(default_factory=list)
    modules: list[SeenModule] = field(default_factory=list)
    exams: list[Loaded[Exam]] = field(default_factory=list)
    qualifications: list[Loaded[Qualification]] = field(default_factory=list)
    exercises: list[SeenExercise] = field(default_factory=list)
    facets: Loaded[FacetLists] | None = None
    rubric: Loaded[Rubric] | None = None
    protocols: list[Loaded[OralProtocol]] = field(default_factory=list)
    coverage: Loaded[Coverage] | None = None
    sources: Loaded[Sources] | None = None
    catalogues: list[Catalogue] = field(default_factory=list)
    texts: Mapping[str, str] = field(default_factory=dict)
    flaws: list[Flaw] = field(default_factory=list)

    @cached_property
    def items(self) -> list[SeenItem]:
        """Every item of the banks and every check question."""
        checks = [seen for module in self.modules for seen in module.checks]
        return [seen for bank in self.banks for seen in bank.items] + checks

    @cached_property
    def coverage_of(self) -> dict[str, StatementCoverage]:
        """Which statements are taught and tested by what is checked."""
        lessons = [
            (f"{module.slug}/{lesson.lesson.value.id}", lesson.lesson.value.statements)
            for module in self.modules
            for lesson in module.lessons
        ]
        items = [named_item(seen.item) for bank in self.banks for seen in bank.items]
        exercises = [(seen.exercise.id, seen.exercise.statements) for seen in self.exercises]
        return cover(self.known.statements or {}, self.known.same_as, lessons, items, exercises, self.known.observer)

    def is_complete(self, module: str) -> bool:
        """Whether every file of the module and every item of its banks could be read."""
        parts = [m.complete for m in self.modules if m.slug == module]
        return all(parts + [bank.complete for bank in self.banks if bank.slug == module])

    def unread_prose(self, lesson: str) -> set[str]:
        """Languages in which the prose beside this lesson file is there and cannot be read."""
        start = lesson.removesuffix("yaml")
        files = {flaw.file for flaw in self.flaws if flaw.file.startswith(start) and flaw.file.endswith(".md")}
        return {file.removeprefix(start).removesuffix(".md") for file in files}

    @cached_property
    def documents(self) -> list[Document]:
        """Every YAML file but the banks."""
        loaded = [m.loaded.document for m in self.modules] + [e.document for e in self.exams]
        lessons = [lesson.lesson.document for module in self.modules for lesson in module.lessons]
        others = [one.document for one in (self.coverage, self.sources, self.facets, self.rubric) if one is not None]
        others += [seen.loaded.document for seen in self.exercises] + [one.document for one in self.protocols]
        return [*others, *(q.document for q in self.qualifications), *loaded, *lessons]
