"""The glossary of a module: each term with its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from trainer.flows.browse import ModuleView
from trainer.tui.moves import Scroll
from trainer.tui.safe import plain
from trainer.tui.screens.looking import LookingScreen
from trainer.tui.widgets.hanging import Hanging, Hung

if TYPE_CHECKING:
    from trainer.kernel.text import LocalText


class GlossaryScreen(LookingScreen[ModuleView]):
    """One text to scroll."""

    OFFERS = (Scroll,)
    BINDINGS = [Binding("space", "scroll_page('page_down')", show=False)]

    def compose_page(self) -> ComposeResult:
        with Vertical(classes="column"):
            yield Hanging()

    def place(self) -> list[str]:
        return [self.words._("Glossary"), self.words.text(self.view.title)]

    def paint(self) -> None:
        words = self.words
        terms = sorted(self.view.glossary, key=lambda pair: words.text(pair[0]).casefold())
        self.query_one(Hanging).hang([part for term, text in terms for part in self._term(term, text)])

    def _term(self, term: LocalText, text: LocalText) -> tuple[Hung, Hung, Hung]:
        words = self.words
        return Hung("", plain(words.text(term), "bold")), Hung("  ", plain(words.text(text))), Hung("", plain(""))
