"""Looking something up in lessons and glossaries, in both of the learner's languages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from trainer.catalogue.rows import LessonRow, SearchHit
from trainer.flows.workspace import Workspace
from trainer.kernel.problems import Refused
from trainer.kernel.text import LocalText

#: As many of each kind as anybody looks through.
MOST = 20


@dataclass(frozen=True, slots=True)
class PageHit:
    """A page that was found: ``page`` counts from 0, ``marks`` are places in ``excerpt``, ``title`` is its heading.

    ``own`` False: it is under a law that is not the learner's.
    """

    module: str
    lesson: str
    page: int
    pages: int
    title: str
    lesson_title: LocalText
    module_title: LocalText
    language: str
    excerpt: str
    marks: tuple[tuple[int, int], ...]
    own: bool


@dataclass(frozen=True, slots=True)
class TermHit:
    """A term that was found, with its sentence."""

    module: str
    term: str
    title: str
    module_title: LocalText
    language: str
    excerpt: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class SearchView:
    """What ``text`` finds, best first; ``more``: not everything is listed."""

    text: str
    pages: tuple[PageHit, ...] = ()
    terms: tuple[TermHit, ...] = ()
    more: bool = False

    @property
    def empty(self) -> bool:
        return not (self.pages or self.terms)


class SearchFlow:
    """Answers as fast as somebody types; nothing is remembered of what was looked for."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._lessons: dict[str, dict[str, LessonRow]] = {}

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The learner's own first."""
        profile = self._workspace.profile()
        return tuple(dict.fromkeys((profile.language, profile.second_language)))

    def find(self, text: str) -> SearchView:
        """Pages and terms with all the words of ``text``; the last may be unfinished, accents need not be written."""
        found: dict[tuple[str, ...], SearchHit] = {}
        cut = False
        for language in self.languages:
            hits = self._workspace.catalogue.search(text, language, 2 * MOST)
            cut = cut or len(hits) == 2 * MOST
            for hit in hits:
                found.setdefault((hit.kind, hit.module, hit.lesson, hit.place), hit)
        pages = [self._page(hit) for hit in found.values() if hit.kind == "page"]
        terms = [self._term(hit) for hit in found.values() if hit.kind == "term"]
        pages.sort(key=lambda page: not page.own)
        more = cut or len(pages) > MOST or len(terms) > MOST
        return SearchView(text, tuple(pages[:MOST]), tuple(terms[:MOST]), more)

    def _page(self, hit: SearchHit) -> PageHit:
        lesson = self._lesson(hit.module, hit.lesson)
        own = lesson is None or not self._own or lesson.jurisdiction in self._own
        return PageHit(
            hit.module, hit.lesson, int(hit.place) - 1, lesson.pages if lesson else int(hit.place), hit.title,
            lesson.title if lesson else {"": hit.lesson}, self._module(hit.module), hit.language, hit.excerpt,
            hit.marks, own,
        )  # fmt: skip

    def _term(self, hit: SearchHit) -> TermHit:
        module = self._module(hit.module)
        return TermHit(hit.module, hit.place, hit.title, module, hit.language, hit.excerpt, hit.marks)

    def _lesson(self, module: str, lesson: str) -> LessonRow | None:
        if module not in self._lessons:
            self._lessons[module] = {row.id: row for row in self._workspace.catalogue.lessons(module)}
        return self._lessons[module].get(lesson)

    @cached_property
    def _own(self) -> tuple[str, ...]:
        """Whose law is the learner's; empty while their qualification is not installed."""
        try:
            return self._workspace.jurisdictions()
        except Refused:
            return ()

    @cached_property
    def _titles(self) -> dict[str, LocalText]:
        return {row.slug: row.title for row in self._workspace.catalogue.modules()}

    def _module(self, slug: str) -> LocalText:
        return self._titles.get(slug) or {"": slug}
