"""A list in a dialog of which several can be ticked: by number, arrows and the space bar."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.message import Message

from trainer.tui.safe import Plain, joined
from trainer.tui.widgets.menu import Entry, Menu, Section
from trainer.tui.widgets.modal import Modal

if TYPE_CHECKING:
    from trainer.i18n.catalogue import Translator

TICKED, UNTICKED = "●", "○"
#: Part of the screen a sheet may take (as in its style), and the lines around and between what it holds.
_SHARE, _AROUND = 92, 5


class TickList(Menu):
    """Entries that are ticked one by one; a number of several digits is typed digit by digit."""

    BINDINGS = [Binding("space", "tick", show=False), Binding("0", "number(0)", show=False)]

    class Taken(Message):
        """What is ticked now is meant."""

    def __init__(self) -> None:
        super().__init__()
        self._options: tuple[tuple[str, str], ...] = ()
        self._typed = ""
        self.ticked: set[str] = set()

    def choose_from(self, options: Sequence[tuple[str, str]], ticked: Collection[str]) -> None:
        """Show pairs of id and text, those of ``ticked`` with a tick."""
        self._options, self.ticked = tuple(options), set(ticked) & {name for name, _ in options}
        self._offer()

    def _offer(self) -> None:
        width = len(str(len(self._options)))
        entries = tuple(
            Entry(
                name, f"{number:>{width}}  {text}", sign=TICKED if name in self.ticked else UNTICKED,
                sign_style="bold $accent" if name in self.ticked else "$quiet",
            )
            for number, (name, text) in enumerate(self._options, 1)
        )  # fmt: skip
        self.offer([Section("", entries, numbered=False)])

    def action_tick(self) -> None:
        """Tick the highlighted entry, or take its tick away."""
        self._typed = ""
        if (name := self.highlighted) is not None:
            self.ticked ^= {name}
            self._offer()

    def action_number(self, number: int) -> None:
        """Highlight the entry with the number typed so far; one that is too large begins anew."""
        whole = int(f"{self._typed}{number}")
        whole = whole if whole <= len(self._options) else number
        self._typed = str(whole) if whole else ""
        if 0 < whole <= len(self._options):
            self.highlight(self._options[whole - 1][0])

    def action_open_entry(self) -> None:
        self.post_message(self.Taken())

    def action_entry_above(self) -> None:
        self._typed = ""
        super().action_entry_above()

    def action_entry_below(self) -> None:
        self._typed = ""
        super().action_entry_below()


class Ticks(Modal[tuple[str, ...] | None]):
    """``dismiss`` with the ids that are ticked, in the order they stand; None when left with ``escape``."""

    DEFAULT_CSS = """
    Ticks { align: center middle; background: $background 70%; }
    Ticks > .sheet {
        width: 80; max-width: 96%; height: auto; max-height: 92%; padding: 1 3;
        background: $surface; border-left: thick $accent;
    }
    Ticks.-narrow > .sheet, Ticks.-short > .sheet { padding: 1 2; }
    Ticks VerticalScroll { height: auto; margin-top: 1; scrollbar-size-vertical: 1; }
    Ticks .keys { margin-top: 1; color: $quiet; }
    """
    BINDINGS = [Binding("escape", "close", show=False)]

    def __init__(
        self, words: Translator, title: str, text: str, options: Sequence[tuple[str, str]], ticked: Collection[str]
    ) -> None:
        super().__init__()
        self._words, self._title, self._text = words, title, text
        self._options, self._ticked = options, ticked
        self._list = TickList()
        self._scroll = VerticalScroll(can_focus=False)

    def compose(self) -> ComposeResult:
        words = self._words
        keys = ((words._("space"), words._("tick")), ("1–9", words._("number")),
                (words._("enter"), words._("take over")), (words._("esc"), words._("back")))  # fmt: skip
        with Vertical(classes="sheet"):
            yield Plain(self._title, classes="title")
            yield Plain(self._text, classes="quiet")
            with self._scroll:
                yield self._list
            yield Plain(joined(*(part for key, word in keys for part in ((f"{key} ", "bold $accent"), f"{word}   "))),
                        classes="keys")  # fmt: skip

    def on_mount(self) -> None:
        self._list.choose_from(self._options, self._ticked)
        self._list.focus()

    def on_resize(self) -> None:
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        """The list takes what the rest of the sheet leaves it."""
        rest = sum(one.outer_size.height for one in self.query(Plain)) + _AROUND
        self._scroll.styles.max_height = max(self.size.height * _SHARE // 100 - rest, 3)

    def on_tick_list_taken(self, event: TickList.Taken) -> None:
        event.stop()
        self.dismiss(tuple(name for name, _ in self._options if name in self._list.ticked))

    def action_close(self) -> None:
        self.dismiss(None)
