"""Floor of opening a lesson: pushing a screen that holds one word."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.screen import Screen
from textual.widgets import Static


class EmptyScreen(Screen[None]):
    BINDINGS = [("escape", "app.pop_screen")]

    def compose(self) -> ComposeResult:
        yield Static("opened")


class Opener(App[None]):
    BINDINGS = [("enter", "open")]

    def compose(self) -> ComposeResult:
        yield Static("ready")

    def action_open(self) -> None:
        self.push_screen(EmptyScreen())


Opener().run()
