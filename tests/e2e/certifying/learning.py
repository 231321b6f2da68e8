"""The learner's way through a unit, by keys alone: every page and check, the counting exam, the reserved exercises."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.e2e.certifying.answering import answer_right
from tests.e2e.certifying.known import Data
from tests.e2e.certifying.machine import Machine
from tests.e2e.plays import aftermath
from tests.e2e.plays.aftermath import whole_page
from tests.e2e.plays.hands import Seeing
from tests.e2e.plays.proof import title_of, unit_page
from tests.e2e.plays.proving import open_rationale
from tests.e2e.plays.script import Script, said
from tests.e2e.terminal import ScreenTimeout


class Learner(Machine):
    """Whoever learns."""

    _handed = 0

    def arrive(self) -> Seeing:
        """Open the unit; whoever was never here begins."""
        seeing = self.today(self.open()) if self.terminal else self.begin()
        self.to_unit(seeing, self.unit)
        return seeing

    def hand_in(self) -> Path:
        """Leave the program and hand the unit in: the file."""
        self.leave()
        self._handed += 1
        file = self.home / f"hand-in-{self._handed}.zip"
        self.command("hand-in", "learner", "hand-in", self.unit, "-o", str(file))
        return file

    def state(self) -> Path:
        """The study statement, in the learner's own name."""
        file = self.home / "statement.pdf"
        self.command("statement", "learner", "statement", self.unit, "-o", str(file))
        return file

    # -- lessons -------------------------------------------------------------------------------------------------

    def study(self, seeing: Seeing, modules: Sequence[str]) -> int:
        """Open every page of every lesson of modules and answer each check right; how many pages there were."""
        pages = 0
        for slug in modules:
            title = said(self.known.module(slug)["title"], self.language)
            self._open(seeing, title, lambda: not self._at_unit(seeing) and self._sees(seeing, "Lessons"))
            for lesson, checks in self.known.lessons(slug):
                pages += self._read(seeing, said(lesson["title"], self.language), checks)
            seeing.press_until("escape", lambda: self._at_unit(seeing), "the unit")
            unit_page(seeing)
        return pages

    def _read(self, seeing: Seeing, title: str, pages: list[list[Data]]) -> int:
        self._open(seeing, title, lambda: self._page(seeing) == 1)
        with self.unwatched():
            for number, checks in enumerate(pages, 1):
                self._turn_to(seeing, number)
                for check in checks:
                    answer_right(seeing, check, self.language)
                    seeing.press_until("enter", lambda: self._sees(seeing, "Right", "✓ "), "the check to be right")
                seeing.terminal.frame(f"lesson-page-{number}")
            seeing.press_until("n", lambda: not self._page(seeing), "the end of the lesson")
            seeing.terminal.frame("lesson-end")
        seeing.press_until("escape", lambda: self._sees(seeing, "Lessons"), "the module")
        return len(pages)

    def _turn_to(self, seeing: Seeing, number: int) -> None:
        if self._page(seeing) != number:
            seeing.press_until("n", lambda: self._page(seeing) == number, f"page {number}")
        seeing.settle(lambda: seeing.body)

    def _page(self, seeing: Seeing) -> int:
        return number_of(self._("page {page} of {pages}"), seeing.terminal.text)

    # -- the exam ------------------------------------------------------------------------------------------------

    def sit(self, seeing: Seeing) -> int:
        """Take the counting exam of the unit and pass it; how many questions were answered."""
        starts, submits = self._("Start the counting exam"), self._("Submit the exam")
        self._open(seeing, said(self.known.exam["title"], self.language), lambda: starts in seeing.terminal.text)
        seeing.terminal.frame("exam-start")
        seeing.find(starts)
        seeing.press("enter")
        with self.unwatched():
            for number in range(1, self.known.questions + 1):
                seeing.until(lambda number=number: self._question(seeing) == number, f"question {number}")
                seeing.settle(lambda: seeing.body)
                item = self.known.asked(shown_whole(seeing), self.language)
                answer_right(seeing, item, self.language)
                seeing.terminal.frame(f"exam-{number}")
                seeing.press("n" if number < self.known.questions else "s")
            seeing.until(lambda: seeing.sees(self._("Submit the exam?")), "the page before submitting")
            seeing.find(submits, exact=True)
            seeing.terminal.frame("exam-submit")
            seeing.press_until("enter", lambda: not seeing.sees(self._("Submit the exam?")), "the result")
            seeing.until(lambda: self._sees(seeing, "Passed", "✓ "), "the exam to be passed")
            seeing.terminal.frame("exam-passed")
        seeing.press_until("escape", lambda: self._at_unit(seeing), "the unit")
        unit_page(seeing)
        return self.known.questions

    def _question(self, seeing: Seeing) -> int:
        return number_of(self._("Question {number} of {count}"), seeing.terminal.text)

    # -- exercises -----------------------------------------------------------------------------------------------

    def play(self, seeing: Seeing, script: Script) -> Seeing:
        """Play a reserved exercise so that it is assessed, and pass it; the rationale is written and handed in."""
        self.to_start(seeing, script)
        hands = self.start(seeing, script).play("perfect")
        hands.hand_in()
        result = aftermath.check_result(hands.terminal, self.words, script)
        if not result.passed:
            raise ScreenTimeout(f"the perfect run came to {result}:\n{hands.terminal.text}")
        seeing = Seeing(hands.terminal, self.words)
        self._open(seeing, self._("To the unit"), lambda: self._at_unit(seeing))
        unit_page(seeing)
        self._justify(seeing, script)
        return seeing

    def _justify(self, seeing: Seeing, script: Script) -> None:
        rationale = open_rationale(self, seeing, script)
        rationale.write([str(part) for part in script.data["rationale"]])
        rationale.hand_in()
        seeing.until(lambda: self._at_unit(seeing), "the unit")
        seeing.terminal.frame("rationale-handed-in")
        unit_page(seeing)

    # -- getting about -------------------------------------------------------------------------------------------

    def _open(self, seeing: Seeing, title: str, there: Callable[[], bool]) -> None:
        """Open an entry of a list."""
        seeing.changes("home", seeing.entry)
        seeing.find(title)
        seeing.terminal.frame("list")
        seeing.press_until("enter", there, title)

    def _at_unit(self, seeing: Seeing) -> bool:
        return f"{self._('Catalogue')} · {self.unit_title[:20]}" in seeing.terminal.lines[0]

    def _sees(self, seeing: Seeing, words: str, before: str = "") -> bool:
        return f"{before}{self._(words)}" in seeing.terminal.text

    @property
    def unit_title(self) -> str:
        """What the unit is called."""
        return title_of(self.qualification_data, self.unit, self.language)


def number_of(message: str, text: str) -> int:
    """The first number in the place of a message of the program with two numbers; 0 where it is not said."""
    found = re.search(re.sub(r"\\\{\w+\\\}", r"(\\d+)", re.escape(message)), text)
    return int(found[1]) if found else 0


def shown_whole(seeing: Seeing) -> str:
    """The screen, or the whole page where it is longer."""
    return "\n".join(whole_page(seeing.terminal))
