"""A term of the glossary with its sentence, below the text it stands in."""

from __future__ import annotations

from collections.abc import Iterator

from textual.containers import Vertical
from textual.content import Content

from trainer.tui.safe import Plain


class TermPanel(Vertical):
    """Hidden while there is nothing to explain."""

    DEFAULT_CSS = """
    TermPanel { height: auto; max-height: 7; align-horizontal: center; background: $surface; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._text = Plain(classes="column")
        self.display = False

    def compose(self) -> Iterator[Plain]:
        yield self._text

    def explain(self, text: Content | None) -> None:
        """Show this, or nothing."""
        self.display = text is not None
        if text is not None:
            self._text.show(text)
