"""Where one can go from here: a short list at the foot of the screen that waits for a letter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical

from trainer.tui.safe import Plain, plain
from trainer.tui.widgets.hanging import Hanging, Hung
from trainer.tui.widgets.modal import Modal

if TYPE_CHECKING:
    from trainer.i18n.catalogue import Translator
    from trainer.tui.places import Place

_KEYS = 4


class PlacesScreen(Modal[str | None]):
    """``dismiss`` with the name of a screen; any other key closes it and nothing happens."""

    CSS = """
    PlacesScreen { align: center bottom; background: $background 40%; }
    PlacesScreen > .sheet {
        width: 100%; max-width: 84; height: auto; padding: 1 3; background: $surface; border-left: thick $accent;
    }
    """

    def __init__(self, words: Translator, places: Sequence[type[Place]]) -> None:
        super().__init__()
        self._words, self._places = words, tuple(places)

    def compose(self) -> ComposeResult:
        words, list_of_places = self._words, Hanging()
        lines = [
            Hung(f"{place.key.split(',')[0]:<{_KEYS}}", plain(words._(place.footer)), "bold $accent")
            for place in self._places
        ]
        list_of_places.hang(lines)
        with Vertical(classes="sheet"):
            yield Plain(words._("Go to"), classes="title")
            yield list_of_places

    def on_key(self, event: events.Key) -> None:
        """Every key ends the choice: the place it stands for, or none."""
        event.stop()
        event.prevent_default()
        found = (place.screen for place in self._places if event.key in place.key.split(","))
        self.dismiss(next(found, None))
