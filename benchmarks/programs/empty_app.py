"""Floor of the first paint: the least Textual program that shows a word and answers a key."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Static


class EmptyApp(App[None]):
    BINDINGS = [("down", "answer")]

    def compose(self) -> ComposeResult:
        yield Static("ready")

    def action_answer(self) -> None:
        self.query_one(Static).update("answered")


EmptyApp().run()
