"""A screen with a field of several lines among other things; while one writes, the footer says what works there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.tui.controls.fields import TooLong
from trainer.tui.controls.keys import LeaveField, NewLine
from trainer.tui.screens.base import TrainerScreen
from trainer.tui.widgets.line_editor import LineEditor

if TYPE_CHECKING:
    from trainer.i18n.catalogue import Translator


class NotingScreen(TrainerScreen):
    """Subclasses place ``editor`` and take its text when its field is left."""

    def __init__(self, words: Translator, limit: int) -> None:
        super().__init__(words)
        self.editor = LineEditor(words, limit)

    def show_offers(self) -> None:
        """In the field keys are letters: the footer then says what works there."""
        if not self.editor.field.has_focus:
            super().show_offers()
            return
        shown = [(command.key_name(self.words), self.words._(command.footer)) for command in (NewLine, LeaveField)]
        self.footer.offer([*shown, ("f1", self.words._("help"))])

    def on_descendant_focus(self) -> None:
        self.show_offers()

    def on_descendant_blur(self) -> None:
        self.show_offers()

    def on_too_long(self, event: TooLong) -> None:
        event.stop()
        self.notice.say(self.words._("There is room for {limit} characters here.", limit=event.limit))
