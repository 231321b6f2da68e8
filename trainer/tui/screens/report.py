"""Reporting a mistake in an item: a few words, kept in a file that the learner may hand to an instructor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.app import ComposeResult

from trainer.tui.background import Failed, Finished, in_background
from trainer.tui.messages import GoBack
from trainer.tui.safe import Plain
from trainer.tui.screens.base import Question
from trainer.tui.screens.writing import WritingScreen
from trainer.tui.widgets.menu import Entry, Menu, Section

if TYPE_CHECKING:
    from trainer.flows.reporting import ReportFlow
    from trainer.i18n.catalogue import Translator

_KEEPING = "keep the report"
KEEP, SIGN, WRITE, DROP = "keep", "sign", "write", "drop"


class ReportScreen(WritingScreen):
    """Paints :class:`~trainer.flows.reporting.ReportView`; from the field one gets to what to do with the text."""

    def __init__(self, words: Translator, flow: ReportFlow) -> None:
        super().__init__(words, "", flow.view.limit)
        self._flow = flow
        self._kept = False
        self._menu = Menu(classes="gap")
        self._where = Plain(classes="gap quiet")

    def compose_below(self) -> ComposeResult:
        yield self._menu
        yield self._where

    def place(self) -> Sequence[str]:
        return [self.words._("Report a mistake")]

    def offering(self) -> Iterable[Any]:
        return (self._menu, self) if self._menu.has_focus else (self,)

    def about(self) -> str:
        stem = self.words.text(self._flow.view.stem).replace("**", "")
        asked = self.words._("What is wrong with this question?")
        return f"{asked}\n«{_short(stem)}»" if stem else f"{asked} ({self._flow.view.item})"

    def paint(self) -> None:
        super().paint()
        words, view = self.words, self._flow.view
        self._menu.offer([Section("", (
            Entry(KEEP, words._("Keep the report")),
            Entry(SIGN, words._("Keep it with my name: {name}", name=view.name)),
            Entry(WRITE, words._("Write on")),
            Entry(DROP, words._("Throw it away")),
        ))])  # fmt: skip
        self._where.show(words._("Reports are kept in {file}. Nothing leaves this machine: give the file to your "
                                 "instructor yourself.", file=view.file))  # fmt: skip

    # -- keys ----------------------------------------------------------------------------------------------------

    def field_left(self) -> None:
        """Nothing written: back at once."""
        if self.field.text.strip():
            self._menu.focus(scroll_visible=True)
        else:
            self._kept = True
            self.action_back()

    def on_menu_picked(self, picked: Menu.Picked) -> None:
        if picked.entry in (KEEP, SIGN):
            send = partial(self._flow.send, self.field.text, signed=picked.entry == SIGN)
            in_background(self, _KEEPING, send)
        elif picked.entry == WRITE:
            self.field.focus(scroll_visible=False)
        else:
            self._kept = True
            self.action_back()

    def on_finished(self, done: Finished) -> None:
        if done.name == _KEEPING:
            self._kept = True
            self.post_message(GoBack(self.words._("The report is kept. Thank you.")))

    def on_failed(self, event: Failed) -> None:
        self.field.focus(scroll_visible=False)

    def leaving(self) -> Question | None:
        if self._kept or not self.field.text.strip():
            return None
        words = self.words
        return Question(words._("Throw the report away?"), words._("It has not been kept yet."),
                        words._("Throw away"), words._("Stay"))  # fmt: skip


def _short(text: str, most: int = 160) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[:most].rstrip()}…"
