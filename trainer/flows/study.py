"""Studying a lesson: pages, check questions on them, and where the learner is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from trainer.content.locate import content_version
from trainer.flows.answering import (
    nothing_answered,
    number_language,
    response_shown,
    tokens_chosen,
    with_answer,
    with_choice,
)
from trainer.flows.page_notes import PageNotes
from trainer.flows.reporting import Subject, subject_of
from trainer.flows.results import Feedback, feedback, without_keys
from trainer.flows.study_time import StudyTime
from trainer.flows.workspace import Workspace
from trainer.items.base import Item, Response
from trainer.items.controls import PresentedItem
from trainer.items.kinds import item_from_json
from trainer.kernel.problems import N_, Refused
from trainer.kernel.text import LocalText
from trainer.progress.rows import LessonProgress

#: A line of a page where a check question stands.
CHECK_LINE = re.compile(r"^\[\[check: ([a-z0-9-]+)\]\]$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class CheckView:
    """A check question on a page. ``state``: open, right (once is enough) or wrong (may be tried again).

    ``response`` holds what is answered in each group: tokens, in their order, or the text.
    """

    id: str
    item: PresentedItem
    chosen: frozenset[str]
    state: str
    feedback: Feedback | None
    response: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the module's glossary."""

    term: LocalText
    text: LocalText


@dataclass(frozen=True, slots=True)
class LessonView:
    """One page of a lesson. ``page`` counts from 0; ``markdown`` and ``citations`` are by language.

    The Markdown holds ``[[check: id]]`` lines where ``checks`` stand, in order. ``open_pages`` hold check questions
    that were not yet answered right; ``shown`` is the language of the text, or ``both``. ``note`` is the
    learner's own.
    """

    module: str
    module_title: LocalText
    lesson: str
    title: LocalText
    minutes: int
    page: int
    pages: int
    markdown: LocalText
    citations: Mapping[str, tuple[str, ...]]
    jurisdiction: str
    checks: tuple[CheckView, ...]
    opened: int
    checks_right: int
    checks_total: int
    open_pages: tuple[int, ...]
    studied: bool
    changed: bool
    shown: str
    next_lesson: str | None
    next_title: LocalText | None
    bookmarked: bool = False
    note: str = ""


class StudyFlow:
    """A lesson being read; see :class:`LessonView`. Opens at ``page``, or resumes at the page where it was left.

    What changes, that the lesson was opened included, is kept by :meth:`keep`, which writes the store: a front end
    calls it where waiting does no harm.
    """

    def __init__(self, workspace: Workspace, module: str, lesson: str, page: int | None = None) -> None:
        catalogue = workspace.catalogue
        found, row = catalogue.lesson(module, lesson), catalogue.module(module)
        if found is None or row is None:
            raise Refused(N_("There is no lesson «{lesson}» in the module «{module}»."), lesson=lesson, module=module)
        self._workspace = workspace
        self._lesson = found
        self._module_title = row.title
        self._items: dict[str, Item] = {}
        self._presented: dict[str, PresentedItem] = {}
        self.terms = {row.id: Term(row.term, row.text) for row in catalogue.glossary(module)}
        self._chosen: dict[str, dict[str, tuple[str, ...]]] = {}
        self._tried: dict[str, bool] = {}
        lessons = catalogue.lessons(module)
        others = [other.id for other in lessons]
        after = others.index(lesson) + 1 if lesson in others else len(others)
        self._next = lessons[after] if after < len(others) else None
        self._shown = workspace.store.settings().shown or workspace.profile().language
        saved = workspace.store.lesson(module, lesson)
        self.changed = saved is not None and saved.revision != found.row.revision
        now = workspace.clock.now().timestamp()
        if saved is None or self.changed:
            saved = LessonProgress(module, lesson, found.row.revision, last_at=now)
        self._progress = saved
        self._unsaved = False
        self._time = StudyTime(workspace)
        self.notes = PageNotes(workspace, module, lesson, found.row.revision)
        wanted = saved.page if page is None else page
        self._open(max(0, min(wanted, len(self._lesson.pages) - 1)))

    @property
    def view(self) -> LessonView:
        page = self._lesson.pages[self._progress.page]
        checks = tuple(self._check(name) for name in self._checks_on(self._progress.page))
        needed, mark = self._needed(), self.notes.at(self._progress.page)
        return LessonView(
            module=self._progress.module,
            module_title=self._module_title,
            lesson=self._progress.lesson,
            title=self._lesson.row.title,
            minutes=self._lesson.row.minutes,
            page=self._progress.page,
            pages=len(self._lesson.pages),
            markdown=page.markdown,
            citations=page.citations,
            jurisdiction=page.jurisdiction,
            checks=checks,
            opened=len(set(self._progress.opened)),
            checks_right=len(set(self._progress.checks) & set(needed)),
            checks_total=len(needed),
            open_pages=self._open_pages(),
            studied=self._progress.studied(len(self._lesson.pages), needed),
            changed=self.changed,
            shown=self._shown,
            next_lesson=self._next.id if self._next else None,
            next_title=self._next.title if self._next else None,
            bookmarked=mark.bookmarked,
            note=mark.note,
        )

    def go(self, page: int) -> bool:
        """Open a page (from 0) and remember it; False when there is none."""
        if not 0 <= page < len(self._lesson.pages):
            return False
        self._open(page)
        return True

    def next(self) -> bool:
        return self.go(self._progress.page + 1)

    def previous(self) -> bool:
        return self.go(self._progress.page - 1)

    def choose(self, check: str, group: str, token: str) -> None:
        """Choose or take back an option of a check question on this page."""
        self._time.count()
        if self._state(check) != "right":
            item, before = self._item(check), self._chosen.get(check, {})
            self._set(check, with_choice(item, before, item.tokens(self._seed), group, token))

    def answer(self, check: str, group: str, values: tuple[str, ...]) -> None:
        """Set a group of a check question wholly: an order of tokens, or a text (empty: clear it).

        Raises :class:`~trainer.items.base.ResponseRefused`, and :class:`~trainer.i18n.typed.NumberAskedBack` when a
        number must be written in another way.
        """
        self._time.count()
        if self._state(check) != "right":
            item, before = self._item(check), self._chosen.get(check, {})
            now = with_answer(item, before, item.tokens(self._seed), group, values, self._language)
            if now != item.parse(before):
                self._set(check, now)

    def _set(self, check: str, response: Response) -> None:
        self._chosen[check] = dict(response)
        self._tried.pop(check, None)

    def confirm(self, check: str) -> bool:
        """Answer a check question; True when right. :class:`Refused` while nothing is chosen."""
        chosen = self._chosen.get(check, {})
        if self._state(check) == "right":
            return True
        if not any(chosen.values()):
            raise Refused(nothing_answered(self._item(check)))
        right = self._item(check).mark(chosen).right
        self._tried[check] = right
        if right and check not in self._progress.checks:
            self._save(replace(self._progress, checks=(*self._progress.checks, check)))
        return right

    def show(self, shown: str) -> None:
        """Show the texts in this language, or in ``both``; lessons and attempts begin with it from now on."""
        self._shown = shown
        self._unsaved = True

    def bookmark(self) -> None:
        """Put a bookmark on this page, kept at once, or take it away."""
        self.notes.bookmark(self._progress.page)

    def subject(self, check: str) -> Subject:
        """What a report about a check question is about."""
        item, shown = self._item(check), self._shown
        return subject_of(item, item.draw_order(self._seed), self._progress.module, shown, "lesson", content_version())

    def keep(self) -> None:
        """Write what changed since the last time, and the time spent."""
        self._time.count()
        if self._unsaved or self._time.worth_keeping:
            self._unsaved = False
            seconds = self._time.take()
            try:
                self._workspace.store.save_lesson(self._progress, seconds)
                seconds = {}
                if self._workspace.store.settings().shown != self._shown:
                    self._workspace.change_settings(shown=self._shown)
            except BaseException:
                self._unsaved = True
                self._time.give_back(seconds)
                raise

    # -- inside --------------------------------------------------------------------------------------------------

    @property
    def _language(self) -> str:
        """What numbers are written in."""
        return number_language(self._shown, self._workspace.store)

    @property
    def _seed(self) -> str:
        return f"{self._progress.module}/{self._progress.lesson}"

    def _item(self, check: str) -> Item:
        """A check question; read when its page is opened."""
        if check not in self._items:
            self._items[check] = item_from_json(self._lesson.checks[check])
        return self._items[check]

    def _cited(self, check: str) -> list[dict[str, Any]]:
        rows = self._workspace.catalogue.sources(self._item(check).facts)
        return [{"citation": row.citation} for row in rows]

    def _checks_on(self, page: int) -> list[str]:
        text = next(iter(self._lesson.pages[page].markdown.values()), "")
        return [name for name in CHECK_LINE.findall(text) if name in self._lesson.checks]

    def _needed(self) -> tuple[str, ...]:
        return tuple(name for page in range(len(self._lesson.pages)) for name in self._checks_on(page))

    def _state(self, check: str) -> str:
        if check in self._tried:
            return "right" if self._tried[check] else "wrong"
        return "right" if check in self._progress.checks and check not in self._chosen else "open"

    def _check(self, check: str) -> CheckView:
        item, state = self._item(check), self._state(check)
        order, tokens = item.draw_order(self._seed), item.tokens(self._seed)
        response = self._chosen.get(check, {})
        shown = feedback(item, response, order, self._cited(check), tokens) if check in self._tried else None
        if shown and state == "wrong":
            shown = without_keys(shown)
        if check not in self._presented:
            self._presented[check] = item.present(order, tokens)
        answered = response_shown(item, response, tokens, self._language)
        chosen = tokens_chosen(item, response, tokens)
        return CheckView(check, self._presented[check], chosen, state, shown, answered)

    def _open(self, page: int) -> None:
        self._time.count()
        opened = tuple(sorted({*self._progress.opened, page}))
        now = self._workspace.clock.now().timestamp()
        self._save(replace(self._progress, page=page, opened=opened, last_at=now))

    def _open_pages(self) -> tuple[int, ...]:
        right = set(self._progress.checks)
        return tuple(page for page in range(len(self._lesson.pages)) if set(self._checks_on(page)) - right)

    def _save(self, progress: LessonProgress) -> None:
        self._progress = progress
        self._unsaved = True
