"""A field of several lines among other things on a screen: what to write above, the characters counted below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import TextArea

from trainer.tui.controls.fields import LinesField
from trainer.tui.safe import Plain

if TYPE_CHECKING:
    from trainer.i18n.catalogue import Translator


class LineEditor(Vertical):
    """The screen hears of :class:`~trainer.tui.controls.fields.FieldLeft` and ``TooLong``."""

    DEFAULT_CSS = """
    LineEditor { height: auto; display: none; }
    LineEditor.-open { display: block; }
    LineEditor LinesField, LineEditor LinesField:focus { position: relative; width: 1fr; height: 8; margin-top: 1; }
    .-short LineEditor LinesField, .-short LineEditor LinesField:focus { height: 6; }
    """

    def __init__(self, words: Translator, limit: int) -> None:
        super().__init__()
        self._words = words
        self._about, self._count = Plain(), Plain(classes="quiet")
        self.field = LinesField()
        self.field.limit = limit

    def compose(self) -> ComposeResult:
        yield self._about
        yield self.field
        yield self._count

    @property
    def is_open(self) -> bool:
        """Whether it is shown."""
        return self.has_class("-open")

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self.field.text

    def open(self, about: Content, text: str) -> None:
        """Show it with a text to begin with, and go to its end."""
        self.explain(about)
        self.add_class("-open")
        self.field.load_text(text)
        self.field.move_cursor(self.field.document.end)
        self.field.focus(scroll_visible=False)

    def explain(self, about: Content) -> None:
        """Say what to write."""
        self._about.show(about)
        self._say_count()

    def close(self) -> None:
        """Hide it; the screen has taken the text."""
        self.remove_class("-open")
        self.screen.set_focus(None)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self._say_count()

    def _say_count(self) -> None:
        words = self._words
        count = words._("{count} of {limit} characters", count=len(self.field.text), limit=self.field.limit)
        self._count.show(count, same_size=True)
