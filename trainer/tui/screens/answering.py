"""What screens with items to answer share: taking what is typed, and the keys that work in a field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.kernel.problems import Problem
from trainer.tui.commands import Command, Confirm, CycleLanguage, Help
from trainer.tui.controls.keys import LeaveField, NewLine
from trainer.tui.screens.base import TrainerScreen

if TYPE_CHECKING:
    from trainer.tui.controls.control import Deed
    from trainer.tui.widgets.item_view import ItemView


class AnsweringScreen(TrainerScreen):
    """Subclasses give :meth:`present_item` and :meth:`keep`; :meth:`hand_over` comes before anything else happens."""

    def present_item(self) -> ItemView | None:
        """The item keys are for."""
        return None

    def keep(self, deed: Deed) -> None:
        """Let the flow keep an answer; raises :class:`Problem` when it is refused."""

    def answered(self, deed: Deed) -> None:
        """An item of this screen was answered by a key."""

    def hand_over(self) -> bool:
        """Let the flow keep what is being typed; False when it was refused: it stays where it is and is asked back."""
        item = self.present_item()
        for deed in item.unsaved() if item else ():
            try:
                self.keep(deed)
            except Problem as problem:
                self.tell(problem)
                return False
            if item:
                item.handed_over(deed)
        return True

    def on_writing_typed(self, event: ItemView.Typed) -> None:
        if event.limit is None:
            self.notice.clear(even_staying=False)
        else:
            self.notice.say(self.words._("There is room for {limit} characters here.", limit=event.limit))

    # -- keys ----------------------------------------------------------------------------------------------------

    def on_item_view_other_keys(self) -> None:
        self.show_offers()

    def on_descendant_focus(self) -> None:
        self.show_offers()

    def on_descendant_blur(self) -> None:
        self.show_offers()

    def show_offers(self) -> None:
        """In a field keys are letters: the footer then says what works there."""
        item = self.present_item()
        if item is None or not item.writing:
            super().show_offers()
            return
        words = self.words
        enter: type[Command] = NewLine if item.several_lines else Confirm
        working: list[type[Command]] = [enter, LeaveField, *item.OFFERS]
        shown = [(one.key_name(words), words._(one.footer)) for one in working if one.in_footer]
        self.footer.offer([*shown, ("ctrl+l", words._(CycleLanguage.footer)), ("f1", words._(Help.footer))])
