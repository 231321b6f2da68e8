"""Asking before something that cannot be taken back, or showing a text until it is closed."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widget import Widget
from textual.widgets import Button

from trainer.tui.safe import Plain, plain
from trainer.tui.widgets.modal import Modal


def button(text: str, name: str) -> Button:
    """A flat button whose label is text; when it has the focus it is reversed, so it shows without colour too."""
    return Button(plain(f" {text} "), id=name, compact=True)


class Dialog(Modal[bool]):
    """What all dialogs share: a narrow sheet in the middle, closed by ``escape``."""

    DEFAULT_CSS = """
    Dialog { align: center middle; background: $background 70%; }
    Dialog > .sheet {
        width: 64; max-width: 92%; height: auto; max-height: 92%; padding: 1 3;
        background: $surface; border-left: thick $accent;
    }
    Dialog .body { height: auto; max-height: 100%; padding-right: 1; }
    Dialog .buttons { height: 1; margin-top: 1; }
    Dialog Button { width: auto; min-width: 0; padding: 0; margin-right: 2; background: $panel; text-style: none; }
    Dialog Button:focus { background: $surface; color: $accent; text-style: bold reverse; }
    """
    BINDINGS = [
        Binding("escape", "close", show=False),
        Binding("left,up", "app.focus_previous", show=False),
        Binding("right,down", "app.focus_next", show=False),
    ]

    def action_close(self) -> None:
        self.dismiss(False)


class Confirm(Dialog):
    """``dismiss(True)`` when the learner goes through with it. The safe answer has the focus."""

    def __init__(self, title: str, text: str, *, go: str, stay: str) -> None:
        super().__init__()
        self._title, self._text, self._go, self._stay = title, text, go, stay

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            yield Plain(self._title, classes="title")
            yield Plain(self._text)
            with Horizontal(classes="buttons"):
                yield button(self._stay, "stay")
                yield button(self._go, "go")

    def on_mount(self) -> None:
        self.query_one("#stay", Button).focus()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id == "go")


class Sheet(Dialog):
    """A text to read, in any widget; ``escape``, ``enter`` and ``?`` close it."""

    BINDINGS = [
        Binding("enter,question_mark,f1", "close", show=False),
        Binding("up", "scroll_sheet(-1)", show=False),
        Binding("down", "scroll_sheet(1)", show=False),
        Binding("pageup", "scroll_sheet(-10)", show=False),
        Binding("pagedown", "scroll_sheet(10)", show=False),
    ]

    def __init__(self, title: str, body: Widget) -> None:
        super().__init__()
        self._title, self._body = title, body

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            yield Plain(self._title, classes="title")
            with VerticalScroll(classes="body", can_focus=False):
                yield self._body

    def action_scroll_sheet(self, lines: int) -> None:
        self.query_one(".body").scroll_relative(y=lines, animate=False)
