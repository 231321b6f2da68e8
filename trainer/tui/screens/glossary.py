"""The glossary of a module: each term with its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from trainer.tui.commands import bindings
from trainer.tui.moves import ScrollDown, ScrollUp
from trainer.tui.safe import Plain, plain
from trainer.tui.screens.looking import LookingScreen
from trainer.tui.widgets.hanging import Hanging, Hung

if TYPE_CHECKING:
    from trainer.flows.browse import ModuleView


class GlossaryScreen(LookingScreen["ModuleView"]):
    """One text to scroll."""

    OFFERS = (ScrollDown, ScrollUp)
    BINDINGS = [
        *bindings(*OFFERS),
        Binding("pagedown,space", "turn(1)", show=False),
        Binding("pageup", "turn(-1)", show=False),
    ]

    def compose_page(self) -> ComposeResult:
        with Vertical(classes="column"):
            yield Plain(id="title", classes="title")
            yield Hanging()

    def place(self) -> list[str]:
        return [self.words._("Catalogue"), self.words.text(self.view.title), self.words._("Glossary")]

    def paint(self) -> None:
        words = self.words
        self.query_one("#title", Plain).show(words._("Glossary"))
        terms = sorted(self.view.glossary, key=lambda pair: words.text(pair[0]).casefold())
        hung = [part for term, text in terms for part in (
            Hung("", plain(words.text(term), "bold")), Hung("  ", plain(words.text(text))), Hung("", plain("")))]  # fmt: skip
        self.query_one(Hanging).hang(hung)

    def action_scroll_page(self, lines: int) -> None:
        self.page.scroll_relative(y=lines, animate=False)

    def action_turn(self, pages: int) -> None:
        self.page.scroll_relative(y=pages * max(self.page.size.height - 2, 1), animate=False)
