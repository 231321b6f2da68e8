"""What a learner leaves at the pages of a lesson: a bookmark, a note. Nobody else sees them."""

from __future__ import annotations

from dataclasses import replace

from trainer.flows.workspace import Workspace
from trainer.kernel.text import clean
from trainer.progress.rows import NOTE_LIMIT, PageMark


class PageNotes:
    """Bookmarks and notes of one lesson. Each change is on the disk when its method returns."""

    def __init__(self, workspace: Workspace, module: str, lesson: str, revision: int) -> None:
        self._workspace = workspace
        self._blank = PageMark(module, lesson, 0, revision)
        self._marks = {mark.page: mark for mark in workspace.store.page_marks(module, lesson)}

    def at(self, page: int) -> PageMark:
        """What lies at a page (from 0); nothing there is a row too."""
        return self._marks.get(page) or replace(self._blank, page=page)

    def bookmark(self, page: int, on: bool | None = None) -> None:
        """Put a bookmark there or take it away; without ``on`` the one or the other."""
        mark = self.at(page)
        wanted = not mark.bookmarked if on is None else on
        if wanted != mark.bookmarked:
            self._keep(replace(mark, bookmarked=wanted, bookmarked_at=self._now))

    def write(self, page: int, text: str) -> None:
        """Put this note there: cleaned, cut at its limit; an empty one takes it away. Nothing changed: nothing kept."""
        note, mark = tidied(text), self.at(page)
        if note != mark.note:
            self._keep(replace(mark, note=note, noted_at=self._now))

    def take_away(self, page: int) -> None:
        """Bookmark and note at once: nothing is left of one while the other is gone."""
        mark = self.at(page)
        if mark.bookmarked or mark.note:
            self._keep(replace(mark, bookmarked=False, bookmarked_at=self._now, note="", noted_at=self._now))

    def put_back(self, mark: PageMark) -> None:
        """What was taken away, as if it were left there now."""
        self._keep(replace(mark, bookmarked_at=self._now, noted_at=self._now))

    @property
    def _now(self) -> float:
        return self._workspace.clock.now().timestamp()

    def _keep(self, mark: PageMark) -> None:
        kept = replace(mark, revision=self._blank.revision)
        self._workspace.store.save_page_mark(kept)
        self._marks[mark.page] = kept


def tidied(text: str, limit: int = NOTE_LIMIT) -> str:
    """What is kept of a text somebody typed: clean, without blanks at its ends and at the ends of its lines."""
    return "\n".join(line.rstrip() for line in clean(text).split("\n")).strip()[:limit].rstrip()
