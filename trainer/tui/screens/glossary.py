"""The glossary of a module: each term with its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from trainer.flows.browse import ModuleView, TermLine
from trainer.tui.moves import Scroll
from trainer.tui.safe import plain
from trainer.tui.screens.looking import Looked, LookingScreen
from trainer.tui.widgets.hanging import Hanging, Hung

if TYPE_CHECKING:
    from trainer.i18n.catalogue import Translator


class GlossaryScreen(LookingScreen[ModuleView]):
    """One text to scroll; it begins at the term that was looked for, if one was."""

    OFFERS = (Scroll,)
    BINDINGS = [Binding("space", "scroll_page('page_down')", show=False)]

    def __init__(self, words: Translator, looked: Looked[ModuleView], wanted: str = "") -> None:
        super().__init__(words, looked)
        self._wanted, self._brought = wanted, False
        self._terms: list[TermLine] = []

    def compose_page(self) -> ComposeResult:
        with Vertical(classes="column"):
            yield Hanging()

    def place(self) -> list[str]:
        return [self.words._("Glossary"), self.words.text(self.view.title)]

    def paint(self) -> None:
        words = self.words
        self._terms = sorted(self.view.glossary, key=lambda line: words.text(line.term).casefold())
        self.query_one(Hanging).hang([part for line in self._terms for part in self._parts(line)])
        self.call_after_refresh(self._show_wanted)

    def _parts(self, line: TermLine) -> tuple[Hung, Hung, Hung]:
        words = self.words
        name = words.text(line.term)
        shown = plain(f"▸ {name}", "bold $accent") if line.id == self._wanted else plain(name, "bold")
        return Hung("", shown), Hung("  ", plain(words.text(line.text))), Hung("", plain(""))

    def _show_wanted(self) -> None:
        """Bring the term that was looked for to the top of the page, once."""
        place = next((at for at, line in enumerate(self._terms) if line.id == self._wanted), None)
        if place is not None and not self._brought:
            self._brought = True
            self.page.scroll_to(y=self.query_one(Hanging).line_of(3 * place), animate=False)
