"""A conversation by keys: answers are found by what they say, documents by their titles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tests.e2e.plays import eyes
from tests.e2e.plays.hands import Hands
from tests.e2e.plays.script import said

#: Characters of the first line of a document that are seen at any width.
_BEGINNING = 14


class Talk(Hands):
    """At the counter, on the telephone or in writing."""

    def step(self, do: str, on: Any, step: Mapping[str, Any]) -> None:
        match do:
            case "open":
                self._open(on)
            case "say":
                self._answer(self.script.text(on, self.spoken))
            case "compose":
                self._compose([self.script.text(name, self.spoken) for name in on])

    def _answer(self, text: str) -> None:
        self.find(text)
        self.press("enter")
        self.until(lambda: not eyes.fits(text, self.entry()), f"{text!r} to be said")

    def _compose(self, texts: Sequence[str]) -> None:
        for text in texts:
            self._answer(text)
        whole = self.entry()
        self.press_until("enter", lambda: self.entry() != whole, "the answer to be said")

    def _open(self, name: str) -> None:
        tool = self.script.part("tools", name)
        title, text = said(tool["title"], self.spoken), said(tool["text"], self.spoken)
        self.press_until("t", self._at_documents, "the documents")
        self.find(title)
        self.press("enter")
        beginning = text.strip().split("\n")[0][:_BEGINNING]
        self.until(lambda: self.sees(beginning), f"{title!r} to be read")
        self.terminal.frame("dialogue-document")
        self.press_until("t", lambda: not self._at_documents(), "the answers")

    def _at_documents(self) -> bool:
        return f" {self._('open')} " in self.terminal.lines[-1]

    def state(self) -> list[str]:
        """The conversation with its answers; which document lies open beside it is nobody's state."""
        side = next((line.find(self._("What you know")) for line in self.body if self._("What you know") in line), -1)
        return [eyes.still([line[:side].rstrip() if side > 20 else line for line in self.body])]

    def sample(self) -> str:
        return self.entry().split("\n")[0]
