"""Loading and showing the screens of what a learner looks up, keeps and writes; their routes stand in ``routes``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from trainer.flows.page_notes import PageNotes
    from trainer.flows.reporting import Subject
    from trainer.flows.workspace import Workspace
    from trainer.i18n.catalogue import Translator
    from trainer.kernel.text import LocalText
    from trainer.tui.screens.base import TrainerScreen


def load_search(workspace: Workspace) -> Any:
    """The search over the content there is now."""
    from trainer.flows.search import SearchFlow

    return SearchFlow(workspace)


def show_search(words: Translator, flow: Any) -> TrainerScreen:
    """Its screen."""
    from trainer.tui.screens.search import SearchScreen

    return SearchScreen(words, flow)


def load_notebook(workspace: Workspace) -> Any:
    """Bookmarks and notes, and what they are now."""
    from trainer.flows.notebook import NotebookFlow

    flow = NotebookFlow(workspace)
    return flow, flow.look()


def show_notebook(words: Translator, loaded: Any) -> TrainerScreen:
    """Their screen."""
    from trainer.tui.screens.notebook import NotebookScreen

    return NotebookScreen(words, *loaded)


def load_note(_: Workspace, *, notes: PageNotes, page: int, title: LocalText) -> Any:
    """The note at a page (from 0) of the lesson with this title."""
    from trainer.flows.notebook import NoteFlow

    return NoteFlow(notes, page, title)


def show_note(words: Translator, flow: Any) -> TrainerScreen:
    """Its screen."""
    from trainer.tui.screens.note import NoteScreen

    return NoteScreen(words, flow)


def load_report(workspace: Workspace, *, subject: Subject) -> Any:
    """A report about an item."""
    from trainer.flows.reporting import ReportFlow

    return ReportFlow(workspace, subject)


def show_report(words: Translator, flow: Any) -> TrainerScreen:
    """Its screen."""
    from trainer.tui.screens.report import ReportScreen

    return ReportScreen(words, flow)
