"""The rules: articles of the knowledge base to open and read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from trainer.exercises.play import Move
from trainer.kernel.text import clean
from trainer.tui.markdown.runs import Run
from trainer.tui.plays.workstation.panel import Panel, beside
from trainer.tui.plays.workstation.region import Moves, Region, index_of

if TYPE_CHECKING:
    from trainer.exercises.workstation.shown import SetupView, ShownArticle
    from trainer.kernel.text import LocalText
    from trainer.tui.plays.workstation.region import Texts

_BESIDE, _WIDEST, _LIST = 96, 80, 36


class Rules(Region):
    """What one was asked to do, and a list of pages; an open one stands in its place, or beside it where it is wide."""

    name = "rules"
    ACTIONS = frozenset({"step", "confirm"})

    def __init__(self, texts: Texts) -> None:
        super().__init__(texts)
        self._briefing: LocalText = {}
        self._articles: tuple[ShownArticle, ...] = ()
        self._at = self._top = 0
        self._most = 0
        #: The token of the page that is read, "" for what one was asked to do, None for the list.
        self._open: str | None = None

    def title(self) -> str:
        return self.words._("Rules")

    def present(self, view: SetupView) -> None:
        before = self._tokens[self._at]
        self._briefing, self._articles = view.briefing, view.articles
        self._at = index_of(self._tokens, before, self._at)
        if self._open and self._page_of(self._open) is None:
            self._open = None

    def there(self) -> bool:
        return True

    @property
    def _tokens(self) -> list[str]:
        return ["", *(one.token for one in self._articles)]

    def _page_of(self, token: str) -> ShownArticle | None:
        return next((one for one in self._articles if one.token == token and one.text is not None), None)

    def may(self, action: str) -> bool:
        return super().may(action) and not (self._open is not None and action == "confirm")

    # -- keys --------------------------------------------------------------------------------------------------------

    def step(self, by: int) -> Moves:
        """Through the list, or through the open page."""
        if self._open is not None:
            self._top = max(0, min(self._top + by, self._most))
        else:
            self._at = max(0, min(self._at + by, len(self._articles)))
        return ()

    def confirm(self) -> Moves:
        """Open the page. One that is on the screen already is not opened once more."""
        token = self._tokens[self._at]
        if not token or self._page_of(token) is not None:
            self.read(token)
            return ()
        return (Move("open", token),)

    def read(self, token: str) -> None:
        """Show a page that was opened."""
        self._open, self._top = token, 0

    def back(self) -> bool:
        was, self._open = self._open, None
        return was is not None

    def tip(self) -> str:
        return "text" if self._open else ""

    # -- drawing -----------------------------------------------------------------------------------------------------

    def lines(self, width: int, height: int) -> list[Content]:
        if width >= _BESIDE:
            page = min(_WIDEST, width - _LIST - 4)
            shown = self._page(self._open or self._on_screen, page, height)
            return beside(self._list(_LIST).window(height), shown, (_LIST, page), 4)
        if self._open is not None:
            return self._page(self._open, min(width, _WIDEST), height)
        return self._list(min(width, _WIDEST)).window(height)

    @property
    def _on_screen(self) -> str:
        return "" if self._open == "" else next((one.token for one in self._articles if one.text is not None), "")

    def _list(self, width: int) -> Panel:
        panel, reading = Panel(width), self._open is not None
        panel.row((Run("· ", "$accent"),), (Run(self.words._("Your task")),), lit=not self._at and not reading)
        for number, one in enumerate(self._articles, 1):
            lead = (Run("✓ " if one.opened else "· ", "$accent"), Run(f"{clean(one.number)}  ", "$quiet"))
            panel.row(lead, (Run(self.texts.spoken(one.title)),), lit=number == self._at and not reading)
        return panel

    def _page(self, token: str, width: int, height: int) -> list[Content]:
        panel, article = Panel(width), self._page_of(token)
        if article is None:
            panel.heading(self.words._("Your task"))
            said, translated = self.texts.text(self._briefing), ""
        else:
            panel.heading(f"{article.number} {self.texts.spoken(article.title)}")
            said, translated = self.texts.spoken(article.text or {}), self.texts.hints.get(f"text {token}", "")
        panel.blank()
        for line in said.split("\n"):
            panel.say(line)
        if translated:
            panel.blank()
            for line in translated.split("\n"):
                panel.say(line, "$quiet italic")
        self._most = max(0, len(panel.lines) - height)
        self._top = min(self._top, self._most)
        return panel.window(height, top=self._top)

    @property
    def read_token(self) -> str:
        """The token of the page that is read."""
        return self._open or ""
