"""Floor of answering: a bare Textual screen with a question and an OptionList; ``--clock`` adds a clock.

Letters highlight an option, ``n`` and ``p`` put another question of the usual length in the place of this one.
"""

from __future__ import annotations

import sys

from textual.app import App, ComposeResult
from textual.widgets import OptionList, Static

QUESTIONS = 20
STEM = (
    "Question {number}: a customer calls and asks which of the data kept about her contract were given to others, "
    "and wants the answer in writing. What do you do first?"
)
OPTIONS = (
    "Identify the caller with the two questions agreed for contract {number}",
    "Read her the list on the screen, since she has named contract {number}",
    "Ask her to send the request for contract {number} by registered letter",
    "Pass the call on to the lawyer who looks after contract {number}",
)


class Question(App[None]):
    CSS = "#clock { dock: top; }"
    BINDINGS = [*((letter, f"choose({index})") for index, letter in enumerate("abcd")), ("n", "go(1)"), ("p", "go(-1)")]

    def __init__(self) -> None:
        super().__init__()
        self.number, self.seconds = 0, 1500

    def compose(self) -> ComposeResult:
        yield Static(id="clock")
        yield Static(id="stem")
        yield OptionList()

    def on_mount(self) -> None:
        self.action_go(0)
        if "--clock" in sys.argv:
            self.set_interval(1, self.tick)

    def tick(self) -> None:
        self.seconds -= 1
        self.query_one("#clock", Static).update(f"{self.seconds // 60:02}:{self.seconds % 60:02}")

    def action_go(self, step: int) -> None:
        self.number = (self.number + step) % QUESTIONS
        self.query_one("#stem", Static).update(STEM.format(number=self.number + 1))
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([option.format(number=self.number + 1) for option in OPTIONS])

    def action_choose(self, index: int) -> None:
        self.query_one(OptionList).highlighted = index


if __name__ == "__main__":
    Question().run()
