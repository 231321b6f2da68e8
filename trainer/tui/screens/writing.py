"""A screen to write a short text on: what it is about above, the characters counted below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import TextArea

from trainer.tui.controls.fields import FieldLeft, LinesField, TooLong
from trainer.tui.controls.keys import LeaveField, NewLine
from trainer.tui.safe import Plain
from trainer.tui.screens.base import TrainerScreen

if TYPE_CHECKING:
    from trainer.i18n.catalogue import Translator


class WritingScreen(TrainerScreen):
    """Subclasses say what it is about (:meth:`about`), what stands below, and what happens when the field is left."""

    AUTO_FOCUS = ""
    DEFAULT_CSS = """
    WritingScreen LinesField, WritingScreen LinesField:focus { position: relative; width: 1fr; height: 8; }
    WritingScreen.-short LinesField, WritingScreen.-short LinesField:focus { height: 5; }
    WritingScreen #about { margin-bottom: 1; }
    WritingScreen.-short #about { margin-bottom: 0; }
    """

    def __init__(self, words: Translator, text: str, limit: int) -> None:
        super().__init__(words)
        self._about, self._count = Plain(id="about"), Plain(id="count", classes="quiet")
        self.field = LinesField()
        self.field.limit = limit
        self._start = text

    def compose_page(self) -> ComposeResult:
        with Vertical(classes="column"):
            yield self._about
            yield self.field
            yield self._count
            yield from self.compose_below()

    def compose_below(self) -> ComposeResult:
        """What stands below the field."""
        yield from ()

    def about(self) -> str:
        """What the text is about."""
        return ""

    def field_left(self) -> None:
        """``escape`` was pressed in the field."""

    def on_mount(self) -> None:
        self.field.load_text(self._start)
        self.field.move_cursor(self.field.document.end)
        self.field.focus(scroll_visible=False)

    @property
    def writing(self) -> bool:
        """Whether keys go to the field."""
        return self.field.has_focus

    def paint(self) -> None:
        self._about.show(self.about())
        self._say_count()

    def _say_count(self) -> None:
        count = self.words._("{count} of {limit} characters", count=len(self.field.text), limit=self.field.limit)
        self._count.show(count, same_size=True)

    def show_offers(self) -> None:
        """In the field keys are letters: the footer then says what works there."""
        if not self.writing:
            super().show_offers()
            return
        words = self.words
        shown = [(command.key_name(words), words._(command.footer)) for command in (NewLine, LeaveField)]
        self.footer.offer([*shown, ("f1", words._("help"))])

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self._say_count()

    def on_too_long(self, event: TooLong) -> None:
        event.stop()
        self.notice.say(self.words._("There is room for {limit} characters here.", limit=event.limit))

    def on_field_left(self, event: FieldLeft) -> None:
        event.stop()
        self.field_left()

    def on_descendant_focus(self) -> None:
        self.show_offers()

    def on_descendant_blur(self) -> None:
        self.show_offers()
