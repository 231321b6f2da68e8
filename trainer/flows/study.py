"""Studying a lesson: pages, check questions on them, and where the learner is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from trainer.flows.results import Feedback, feedback
from trainer.flows.workspace import Workspace
from trainer.items.base import Item
from trainer.items.controls import PresentedItem
from trainer.items.kinds import item_from_json
from trainer.kernel.problems import N_, Refused
from trainer.kernel.text import LocalText
from trainer.progress.rows import LessonProgress

#: A line of a page where a check question stands.
CHECK_LINE = re.compile(r"^\[\[check: ([a-z0-9-]+)\]\]$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class CheckView:
    """A check question on a page. ``state``: open, right (once is enough) or wrong (may be tried again)."""

    id: str
    item: PresentedItem
    chosen: frozenset[str]
    state: str
    feedback: Feedback | None


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the module's glossary."""

    term: LocalText
    text: LocalText


@dataclass(frozen=True, slots=True)
class LessonView:
    """One page of a lesson. ``page`` counts from 0; ``markdown`` and ``citations`` are by language.

    The Markdown holds ``[[check: id]]`` lines where ``checks`` stand, in order. ``open_pages`` hold check questions
    that were not yet answered right; ``shown`` is the language of the text, or ``both``.
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


class StudyFlow:
    """A lesson being read; see :class:`LessonView`. Resumes at the page where it was left.

    What changes, that the lesson was opened included, is kept by :meth:`keep`, which writes the store: a front end
    calls it where waiting does no harm.
    """

    def __init__(self, workspace: Workspace, module: str, lesson: str) -> None:
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
        self._open(min(saved.page, len(self._lesson.pages) - 1))

    @property
    def view(self) -> LessonView:
        page = self._lesson.pages[self._progress.page]
        checks = tuple(self._check(name) for name in self._checks_on(self._progress.page))
        needed = self._needed()
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
        item = self._item(check)
        if self._state(check) == "right":
            return
        picked = item.from_chosen({group: (token,)}, item.tokens(self._seed))[group]
        before = self._chosen.get(check, {})
        now = set(before.get(group, ()))
        now = set(picked) if item.limits()[group] == 1 and not now & set(picked) else now ^ set(picked)
        self._chosen[check] = dict(item.parse({**before, group: tuple(now)}))
        self._tried.pop(check, None)

    def confirm(self, check: str) -> bool:
        """Answer a check question; True when right. :class:`Refused` while nothing is chosen."""
        chosen = self._chosen.get(check, {})
        if self._state(check) == "right":
            return True
        if not any(chosen.values()):
            raise Refused(N_("Choose an answer first."))
        right = self._item(check).mark(chosen).right
        self._tried[check] = right
        if right and check not in self._progress.checks:
            self._save(replace(self._progress, checks=(*self._progress.checks, check)))
        return right

    def show(self, shown: str) -> None:
        """Show the texts in this language, or in ``both``; lessons and attempts begin with it from now on."""
        self._shown = shown
        self._unsaved = True

    def keep(self) -> None:
        """Write what changed since the last time."""
        if self._unsaved:
            self._unsaved = False
            try:
                self._workspace.store.save_lesson(self._progress)
                if self._workspace.store.settings().shown != self._shown:
                    self._workspace.change_settings(shown=self._shown)
            except BaseException:
                self._unsaved = True
                raise

    # -- inside --------------------------------------------------------------------------------------------------

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
        chosen = frozenset(tokens[f"{group}/{option}"] for group, ids in response.items() for option in ids)
        shown = feedback(item, response, order, self._cited(check)) if check in self._tried else None
        if shown and state == "wrong":
            shown = _without_keys(shown)
        if check not in self._presented:
            self._presented[check] = item.present(order, tokens)
        return CheckView(check, self._presented[check], chosen, state, shown)

    def _open(self, page: int) -> None:
        opened = tuple(sorted({*self._progress.opened, page}))
        now = self._workspace.clock.now().timestamp()
        self._save(replace(self._progress, page=page, opened=opened, last_at=now))

    def _open_pages(self) -> tuple[int, ...]:
        right = set(self._progress.checks)
        return tuple(page for page in range(len(self._lesson.pages)) if set(self._checks_on(page)) - right)

    def _save(self, progress: LessonProgress) -> None:
        self._progress = progress
        self._unsaved = True


def _without_keys(shown: Feedback) -> Feedback:
    """Only what was chosen and why: the question can be tried again, so the right answer is not given away."""
    lines = tuple(line if line.chosen else replace(line, key=False) for line in shown.lines)
    return replace(shown, lines=lines, sources=())
