"""Looking something up: results come while one types; ``enter`` opens the page or the term."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Input

from trainer.flows.search import SearchView
from trainer.kernel.text import clean, is_clean
from trainer.tui.background import Failed, Finished, in_background
from trainer.tui.commands import bindings
from trainer.tui.controls.fields import FieldLeft, LineField
from trainer.tui.controls.keys import LeaveField
from trainer.tui.moves import OpenEntry
from trainer.tui.places import OpenSearch
from trainer.tui.safe import Plain
from trainer.tui.screens.base import TrainerScreen
from trainer.tui.screens.search_words import said, sections
from trainer.tui.widgets.menu import Menu

if TYPE_CHECKING:
    from trainer.flows.search import SearchFlow
    from trainer.i18n.catalogue import Translator

_SEARCHING = "search"
_LONGEST = 100


class SearchScreen(TrainerScreen):
    """Paints :class:`~trainer.flows.search.SearchView`. One search at a time: what was typed last is sought next."""

    OFFERS = (OpenSearch,)
    BINDINGS = [
        *bindings(OpenSearch),
        Binding("enter", "open_entry", show=False),
        Binding("up", "step('above')", show=False),
        Binding("down", "step('below')", show=False),
    ]
    AUTO_FOCUS = ""
    CSS = """
    SearchScreen LineField {
        position: relative; width: 1fr; height: 1; padding: 0 1; margin-bottom: 1; background: $panel;
    }
    SearchScreen LineField:focus { background: $cursor; }
    SearchScreen #said { color: $quiet; margin-bottom: 1; }
    SearchScreen.-short #said, SearchScreen.-short LineField { margin-bottom: 0; }
    """

    def __init__(self, words: Translator, flow: SearchFlow) -> None:
        super().__init__(words)
        self._flow = flow
        self._view = SearchView("")
        self._looking = ""
        self._field = LineField()
        self._field.max_length = _LONGEST
        self._said = Plain(id="said")
        self._menu = Menu()

    def compose_page(self) -> ComposeResult:
        with Vertical(classes="column"):
            yield self._field
            yield self._said
            yield self._menu

    def on_mount(self) -> None:
        self._field.focus(scroll_visible=False)

    def place(self) -> list[str]:
        return [self.words._("Search")]

    def offering(self) -> Iterable[Any]:
        return (self,) if self._field.has_focus else (self._menu, self)

    def may(self, action: str) -> bool:
        """In the field ``/`` is a letter."""
        return action != "search" or not self._field.has_focus

    # -- painting ------------------------------------------------------------------------------------------------

    def paint(self) -> None:
        self._field.placeholder = self.words._("Words from a lesson or a glossary")
        self._said.show(said(self._view, self.words))
        self._menu.offer(sections(self._view, self.words))

    def show_offers(self) -> None:
        """In the field letters are text: the footer then says what works there."""
        if not self._field.has_focus:
            super().show_offers()
            return
        words = self.words
        shown = [(LeaveField.key_name(words), words._(LeaveField.footer)), ("f1", words._("help"))]
        if not self._view.empty:
            shown = [(OpenEntry.key_name(words), words._(OpenEntry.footer)), ("↑/↓", words._("highlight")), *shown]
        self.footer.offer(shown)

    # -- searching -----------------------------------------------------------------------------------------------

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if not is_clean(event.value):
            self._field.value = clean(event.value)
        self._search()

    def _search(self) -> None:
        if not self._looking and self._field.value != self._view.text:
            self._looking = self._field.value or " "
            in_background(self, _SEARCHING, partial(self._flow.find, self._field.value))

    def on_finished(self, done: Finished) -> None:
        if done.name == _SEARCHING and isinstance(done.result, SearchView):
            self._looking, self._view = "", done.result
            self.page.scroll_home(animate=False)
            self.paint()
            self._menu.start_over()
            self.show_offers()
            self._search()

    def on_failed(self, failed: Failed) -> None:
        """The next text typed is looked for again."""
        if failed.name == _SEARCHING:
            self._looking = ""

    # -- keys ----------------------------------------------------------------------------------------------------

    def on_descendant_focus(self) -> None:
        self.show_offers()

    def on_field_left(self, event: FieldLeft) -> None:
        """To the results, where numbers open them; back at once where nothing was typed."""
        event.stop()
        if self._field.value:
            self._menu.focus()
        else:
            self.action_back()

    def action_search(self) -> None:
        self._field.focus(scroll_visible=False)

    def action_step(self, where: str) -> None:
        (self._menu.action_entry_above if where == "above" else self._menu.action_entry_below)()

    def action_open_entry(self) -> None:
        self._menu.action_open_entry()

    def on_menu_picked(self, picked: Menu.Picked) -> None:
        kind, module, *rest = picked.entry.split("/")
        if kind == "page":
            self.open("lesson", module=module, lesson=rest[0], page=int(rest[1]))
        else:
            self.open("glossary", module=module, term=rest[0])
