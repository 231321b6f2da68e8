"""All bookmarks and notes: open the page, change the note, take either away and bring it back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.app import ComposeResult
from textual.containers import Vertical

from trainer.flows.notebook import NotebookView
from trainer.kernel.problems import N_, Refused
from trainer.tui.background import Finished, in_background
from trainer.tui.commands import Command, bindings
from trainer.tui.moves import WriteNote
from trainer.tui.safe import Plain
from trainer.tui.screens.base import TrainerScreen
from trainer.tui.screens.today_words import BETWEEN
from trainer.tui.widgets.menu import Entry, Menu, Section

if TYPE_CHECKING:
    from trainer.flows.notebook import MarkedPage, NotebookFlow
    from trainer.i18n.catalogue import Translator

_CHANGING, _LOOKING = "change the notebook", "look at the notebook"
#: Characters of a note shown in the list: some three lines.
_SHOWN = 200


class ChangeNote(WriteNote):
    id = "notebook.note"
    about = N_("Change the note to the highlighted page, or write one")
    in_footer = True


class TakeAway(Command):
    id = "notebook.remove"
    key = "delete,backspace"
    action = "remove"
    footer = N_("take away")
    about = N_("Take bookmark and note of the highlighted page away; they can be brought back")
    keys_shown = N_("del")


class BringBack(Command):
    id = "notebook.undo"
    key = "u"
    action = "undo"
    footer = N_("bring back")
    about = N_("Bring back what was taken away last")


class NotebookScreen(TrainerScreen):
    """Paints :class:`~trainer.flows.notebook.NotebookView`."""

    OFFERS = (ChangeNote, TakeAway, BringBack)
    BINDINGS = bindings(*OFFERS)
    AUTO_FOCUS = ""

    def __init__(self, words: Translator, flow: NotebookFlow, view: NotebookView) -> None:
        super().__init__(words)
        self._flow, self._view = flow, view
        self._seen = False
        self._empty = Plain()
        self._menu = Menu()

    def compose_page(self) -> ComposeResult:
        with Vertical(classes="column"):
            yield self._empty
            yield self._menu

    def on_mount(self) -> None:
        self._menu.focus()

    def on_screen_resume(self) -> None:
        """A note may have been written meanwhile."""
        if self._seen:
            in_background(self, _LOOKING, self._flow.look)
        self._seen = True
        self.show_offers()

    def place(self) -> list[str]:
        return [self.words._("Bookmarks and notes")]

    def offering(self) -> Iterable[Any]:
        return (self._menu, self)

    def may(self, action: str) -> bool:
        match action:
            case "undo":
                return self._view.undoable
            case "remove" | "note":
                return not self._view.empty
        return True

    # -- painting ------------------------------------------------------------------------------------------------

    def paint(self) -> None:
        words, view = self.words, self._view
        self._empty.display = view.empty
        self._empty.show(
            words._("Nothing here yet. In a lesson «k» puts a bookmark on the page and «o» writes a note to it.")
        )
        found = (
            Section(words._("Bookmarks"), tuple(self._entry(page) for page in view.bookmarks)),
            Section(words._("Notes"), tuple(self._entry(page) for page in view.notes)),
        )
        self._menu.offer([section for section in found if section.entries])

    def _entry(self, page: MarkedPage) -> Entry:
        words = self.words
        where = [words.text(page.module_title)]
        where.append(words._("page {page} of {pages}", page=page.page + 1, pages=page.pages))
        if not page.there:
            where.append(words._("no longer there"))
        elif page.changed:
            where.append(words._("changed since"))
        note = " ".join(page.note.split())
        shown = f"{note[:_SHOWN]}…" if len(note) > _SHOWN else note
        sign = "◆" if page.bookmarked else "✎"
        both = f"✎ {shown}" if page.bookmarked and shown else shown
        return Entry(
            page.id, words.text(page.title), both, sign, "$accent", faint=not page.there, aside=BETWEEN.join(where)
        )  # fmt: skip

    # -- changes -------------------------------------------------------------------------------------------------

    def on_menu_picked(self, picked: Menu.Picked) -> None:
        module, lesson, page = picked.entry.rsplit("/", 2)
        self.open("lesson", module=module, lesson=lesson, page=int(page))

    def action_note(self) -> None:
        """Write to the highlighted page's note."""
        pages = (*self._view.bookmarks, *self._view.notes)
        page = next((page for page in pages if page.id == self._menu.highlighted), None)
        if page and not page.there:
            self.tell(Refused(N_("This lesson is no longer there.")))
        elif page:
            notes, number = self._flow.notes_of(page.id)
            self.open("note", notes=notes, page=number, title=page.title)

    def action_remove(self) -> None:
        if self._menu.highlighted:
            self._change(partial(self._flow.remove, self._menu.highlighted))

    def action_undo(self) -> None:
        self._change(self._flow.undo)

    def _change(self, act: Callable[[], None]) -> None:
        in_background(self, _CHANGING, partial(_changed, act, self._flow.look))

    def on_finished(self, done: Finished) -> None:
        if isinstance(done.result, NotebookView):
            self._view = done.result
            self.paint()
            self.show_offers()


def _changed(act: Callable[[], None], look: Callable[[], NotebookView]) -> NotebookView:
    act()
    return look()
