"""A short list in a dialog: one entry is picked, or none."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen

from trainer.tui.safe import Plain
from trainer.tui.widgets.menu import Entry, Menu, Section


class Choose(ModalScreen[str | None]):
    """``dismiss`` with the id of the entry, None when left with ``escape``."""

    DEFAULT_CSS = """
    Choose { align: center middle; }
    Choose > .sheet {
        width: 64; max-width: 92%; height: auto; max-height: 92%; padding: 1 3;
        background: $surface; border-left: thick $accent;
    }
    """
    BINDINGS = [Binding("escape", "close", show=False)]

    def __init__(self, title: str, entries: Sequence[Entry]) -> None:
        super().__init__()
        self._title, self._entries = title, tuple(entries)

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            yield Plain(self._title, classes="title")
            yield Menu()

    def on_mount(self) -> None:
        self.query_one(Menu).offer([Section("", self._entries)])

    def on_menu_picked(self, picked: Menu.Picked) -> None:
        picked.stop()
        self.dismiss(picked.entry)

    def action_close(self) -> None:
        self.dismiss(None)
