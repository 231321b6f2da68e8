"""All bookmarks and notes of a learner, to go back to, to change and to take away."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.catalogue.rows import LessonRow
from trainer.flows.page_notes import PageNotes
from trainer.flows.workspace import Workspace
from trainer.kernel.text import LocalText
from trainer.progress.rows import NOTE_LIMIT, PageMark


@dataclass(frozen=True, slots=True)
class MarkedPage:
    """A page (from 0) with a bookmark, a note, or both. ``there`` False: the lesson is not installed any more.

    ``changed``: the lesson has been changed in substance since.
    """

    module: str
    lesson: str
    page: int
    pages: int
    title: LocalText
    module_title: LocalText
    bookmarked: bool
    note: str
    there: bool
    changed: bool

    @property
    def id(self) -> str:
        return f"{self.module}/{self.lesson}/{self.page}"


@dataclass(frozen=True, slots=True)
class NotebookView:
    """Bookmarked pages, then pages with a note only; the latest first. ``undoable``: something was taken away."""

    bookmarks: tuple[MarkedPage, ...]
    notes: tuple[MarkedPage, ...]
    undoable: bool = False

    @property
    def empty(self) -> bool:
        return not (self.bookmarks or self.notes)


class NotebookFlow:
    """Nothing is asked before something is taken away, because :meth:`undo` brings it back."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._taken: PageMark | None = None

    def look(self) -> NotebookView:
        """What there is now."""
        marks = sorted(self._workspace.store.page_marks(), key=lambda mark: mark.changed_at, reverse=True)
        lessons = _Lessons(self._workspace)
        pages = [lessons.page(mark) for mark in marks if mark.bookmarked or mark.note]
        bookmarks = tuple(page for page in pages if page.bookmarked)
        notes = tuple(page for page in pages if not page.bookmarked)
        return NotebookView(bookmarks, notes, self._taken is not None)

    def remove(self, page_id: str) -> None:
        """Take bookmark and note of a page away; the last one taken can be brought back."""
        module, lesson, page = page_id.rsplit("/", 2)
        notes = self._notes(module, lesson)
        self._taken = notes.at(int(page))
        notes.take_away(int(page))

    def undo(self) -> None:
        """Bring back what was taken away last."""
        taken, self._taken = self._taken, None
        if taken is not None:
            self._notes(taken.module, taken.lesson).put_back(taken)

    def notes_of(self, page_id: str) -> tuple[PageNotes, int]:
        """What the note of a page is written to, and the page."""
        module, lesson, page = page_id.rsplit("/", 2)
        return self._notes(module, lesson), int(page)

    def _notes(self, module: str, lesson: str) -> PageNotes:
        found = {row.id: row for row in self._workspace.catalogue.lessons(module)}.get(lesson)
        return PageNotes(self._workspace, module, lesson, found.revision if found else 1)


class _Lessons:
    """Lessons by module, looked up once."""

    def __init__(self, workspace: Workspace) -> None:
        self._catalogue = workspace.catalogue
        self._titles = {row.slug: row.title for row in self._catalogue.modules()}
        self._rows: dict[str, dict[str, LessonRow]] = {}

    def page(self, mark: PageMark) -> MarkedPage:
        if mark.module not in self._rows:
            self._rows[mark.module] = {row.id: row for row in self._catalogue.lessons(mark.module)}
        row = self._rows[mark.module].get(mark.lesson)
        return MarkedPage(
            mark.module, mark.lesson, mark.page, row.pages if row else mark.page + 1,
            row.title if row else {"": mark.lesson}, self._titles.get(mark.module) or {"": mark.module},
            mark.bookmarked, mark.note, row is not None, row is not None and row.revision != mark.revision,
        )  # fmt: skip


class NoteFlow:
    """The note at one page, being written."""

    limit = NOTE_LIMIT

    def __init__(self, notes: PageNotes, page: int, title: LocalText) -> None:
        self._notes = notes
        self.page, self.title = page, title

    @property
    def text(self) -> str:
        """As it is kept."""
        return self._notes.at(self.page).note

    def keep(self, text: str) -> None:
        """Keep it; an empty one is taken away."""
        self._notes.write(self.page, text)
