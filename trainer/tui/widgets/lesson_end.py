"""What stands after a lesson's last page: what is missing, and where to go from here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget

from trainer.tui.safe import Plain
from trainer.tui.widgets.menu import Entry, Menu, Section


class LessonEnd(Vertical):
    """A title and a menu; the menu has the focus while this is seen."""

    DEFAULT_CSS = "LessonEnd { height: auto; }"

    def __init__(self) -> None:
        super().__init__()
        self._title = Plain(classes="title")
        self.menu = Menu()

    def compose(self) -> Iterator[Widget]:
        yield self._title
        yield self.menu

    def on_mount(self) -> None:
        self.menu.focus()

    def show(self, title: Content, entries: Sequence[Entry]) -> None:
        """Say how the lesson stands and what can follow."""
        self._title.show(title)
        self.menu.offer([Section("", tuple(entries))])
