"""A learner's whole way by keys alone: first run, a lesson, ten items, languages, an exam killed, resumed and reviewed.

``python -m tests.e2e.learner --size 80x24 --lang it --frames OUT`` exits 0 when everything was seen; saves every frame.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import tempfile
from pathlib import Path

from tests.e2e import answering, comfort, remembering, several
from tests.e2e.terminal import ScreenTimeout, Terminal, trainer
from trainer.i18n.catalogue import Translator, languages

NAME = "Ada Rossi"


class Journey:
    """One learner in one language at one size."""

    def __init__(self, size: tuple[int, int], language: str, frames: Path | None, home: Path) -> None:
        self.words = Translator(language)
        self.size, self.language, self.frames, self.home = size, language, frames, home

    def open(self, *arguments: str, zone: str = remembering.TODAY) -> Terminal:
        environment = {"HOME": str(self.home), "LC_ALL": f"{self.language}_XX.UTF-8", "TZ": zone}
        command = trainer("--home", str(self.home / "trainer"), *arguments)
        return Terminal(command, self.size, environment, self.frames)

    def _(self, message: str) -> str:
        """The words the screen shows; only their beginning, because narrow screens wrap."""
        return self.words._(message)

    def first_run(self, terminal: Terminal) -> None:
        terminal.wait(self._("Your name"), self._("Qualification"))
        terminal.frame("first-run")
        terminal.type(NAME)
        terminal.wait(NAME)
        for _ in range(3):
            terminal.press("enter")
        terminal.frame("first-run-filled")
        terminal.press("enter", "enter")
        terminal.wait(self._("Today"), self._("What to do next"))
        terminal.frame("today")

    def lesson(self, terminal: Terminal) -> None:
        terminal.press("1")
        terminal.wait("1", "7", self._("language"))
        terminal.wait_until(lambda: self._page(terminal) == 1, "page 1 of the lesson")
        terminal.frame("lesson-page-1")
        for page in range(2, 8):
            terminal.press("n")
            terminal.wait_until(lambda page=page: self._page(terminal) == page, f"page {page}")
            terminal.frame(f"lesson-page-{page}")
        before = terminal.text
        seen = {before}
        for _ in languages():
            terminal.press("l")
            terminal.wait_until(lambda: terminal.text not in seen, "another language")
            seen.add(terminal.text)
            terminal.frame("lesson-language")
        terminal.press("l")
        terminal.wait_until(lambda: terminal.text == before, "the first language again")
        terminal.press("escape")
        terminal.wait(self._("What to do next"))

    def _page(self, terminal: Terminal) -> int:
        pattern = (
            re.escape(self._("page {page} of {pages}")).replace(r"\{page\}", r"(\d+)").replace(r"\{pages\}", r"\d+")
        )
        found = re.search(pattern, terminal.text)
        return int(found[1]) if found else 0

    def practice(self, terminal: Terminal) -> None:
        terminal.press("2")
        for number in range(1, 11):
            terminal.wait_until(lambda n=number: self._question(terminal) == n, f"question {number}")
            self._answer(terminal)
            if number == 1:
                terminal.press("l")
                terminal.pump(0.2)
                terminal.frame("practice-language")
                terminal.press("l", "l")
                terminal.pump(0.2)
            remembering.confirm(terminal, self._, lambda: self._judged(terminal), number)
            terminal.frame(f"practice-{number}")
            terminal.press("enter")
        terminal.wait(self._("The practice is finished"))
        terminal.frame("practice-summary")
        terminal.press("escape")
        terminal.wait(self._("What to do next"))

    def _judged(self, terminal: Terminal) -> bool:
        verdicts = ("✓ " + self._("Right"), "✗ " + self._("Wrong"), "◐ ", "◇ ", "½")
        return any(verdict in terminal.text for verdict in verdicts)

    def _question(self, terminal: Terminal) -> int:
        pattern = re.escape(self._("Question {number} of {count}"))
        pattern = pattern.replace(r"\{number\}", r"(\d+)").replace(r"\{count\}", r"\d+")
        found = re.search(pattern, terminal.text)
        return int(found[1]) if found else 0

    def _answer(self, terminal: Terminal) -> None:
        answering.answer(terminal, self._)

    def exam(self) -> str:
        """Start the mock exam, answer some, be killed; open again, find everything, finish."""
        with self.open() as terminal:
            terminal.wait(self._("What to do next"))
            terminal.press("3")
            terminal.wait(self._("Start the mock exam"))
            terminal.frame("exam-start")
            terminal.press("enter")
            for number in range(1, 6):
                terminal.wait_until(lambda n=number: self._question(terminal) == n, f"question {number}")
                self._answer(terminal)
                terminal.press("n")
            terminal.wait_until(lambda: self._question(terminal) == 6, "question 6")
            terminal.press("m")
            terminal.wait("⚑")
            terminal.press("g")
            terminal.wait("20 ○")
            terminal.frame("exam-navigator")
            marks = self._marks(terminal)
            terminal.frame("exam-killed")
            terminal.kill()
        with self.open() as terminal:
            terminal.wait(self._("What to do next"))
            terminal.frame("today-with-exam")
            terminal.press("1")
            terminal.wait_until(lambda: self._question(terminal) == 6, "the question that was open")
            terminal.press("g")
            terminal.wait("20 ○")
            if self._marks(terminal) != marks:
                raise ScreenTimeout(f"answers were lost:\n{marks}\nbecame\n{self._marks(terminal)}")
            terminal.press("escape")
            terminal.wait_until(lambda: self._question(terminal) == 6, "question 6 again")
            terminal.press("ctrl+q")
            terminal.wait(self._("Leave the exam?"))
            terminal.frame("exam-leaving-asks")
            terminal.press("escape")
            terminal.wait_gone(self._("Leave the exam?"))
            for number in range(6, 21):
                terminal.wait_until(lambda n=number: self._question(terminal) == n, f"question {number}")
                self._answer(terminal)
                if number < 20:
                    terminal.press("n")
            terminal.press("s")
            terminal.wait(self._("Submit the exam?"))
            terminal.frame("exam-submit")
            self._submit(terminal)
            self._review(terminal)
            terminal.press("ctrl+q")
            terminal.wait_until(lambda: not terminal._child.isalive() or self._asks(terminal), "leaving")
            if terminal._child.isalive():
                terminal.press("enter")
            return f"exit {terminal.exit_code()}"

    def _asks(self, terminal: Terminal) -> bool:
        return "?" in terminal.text and self._("Leave Trainer?") in terminal.text

    def _marks(self, terminal: Terminal) -> list[str]:
        return re.findall(r"\d+ [●○⚑]+", terminal.text)

    def _submit(self, terminal: Terminal) -> None:
        option = next(line for line in terminal.lines if self._("Submit the exam") in line and "?" not in line)
        digit = re.search(r"\d", option)
        terminal.press(digit[0] if digit else "1")
        terminal.wait_gone(self._("Submit the exam?"))

    def _review(self, terminal: Terminal) -> None:
        terminal.wait("70")
        terminal.frame("result")
        terminal.press("enter")
        for number in range(1, 21):
            terminal.wait_until(lambda n=number: self._question(terminal) == n, f"review of question {number}")
            terminal.frame(f"review-{number}")
            terminal.press("n")
        terminal.press("escape")
        terminal.wait("70")

    def comfort(self) -> None:
        """Once there is something to go back to."""
        with self.open() as terminal:
            terminal.wait(self._("What to do next"))
            comfort.search(terminal, self._, self.language)
            comfort.bookmark_and_note(terminal, self._)
            comfort.report(terminal, self._, self.home)
            terminal.press("ctrl+q")
            terminal.exit_code()

    def remembering(self) -> None:
        """What was answered comes back: at once where one wants it, tomorrow by itself."""
        with self.open() as terminal:
            terminal.wait(self._("What to do next"))
            remembering.practise_again(
                terminal, self._, lambda: self._question(terminal), lambda: self._answer(terminal)
            )
            remembering.settings(terminal, self._, self.language)
            remembering.progress(terminal, self._, self.home)
            terminal.press("ctrl+q")
            terminal.exit_code()
        with self.open(zone=remembering.TOMORROW) as terminal:
            due = self.words.ngettext("Review {count} question", "Review {count} questions", 2).partition(" 2")[0]
            remembering.review(terminal, self._, due, lambda: self._question(terminal), lambda: self._answer(terminal))
            terminal.press("ctrl+q")
            terminal.exit_code()

    def several(self) -> None:
        """Somebody else at the same machine; then the first one moves away and comes back."""
        with self.open() as terminal:
            terminal.wait(self._("What to do next"))
            several.add(terminal, self._)
            terminal.press("ctrl+q")
            terminal.exit_code()
        several.move(self.home, "ada-rossi")
        with self.open() as terminal:
            several.take_over(terminal, self._, NAME)
            terminal.press("ctrl+q")
            terminal.exit_code()

    def run(self) -> str:
        with self.open() as terminal:
            self.first_run(terminal)
            self.lesson(terminal)
            self.practice(terminal)
            terminal.press("ctrl+q")
            code = terminal.exit_code()
            if code:
                raise ScreenTimeout(f"leaving gave exit code {code}")
            if terminal.raw.count(b"\x1b[?1049l") < 1:
                raise ScreenTimeout("the terminal was not restored")
        ended = self.exam()
        self.comfort()
        self.remembering()
        self.several()
        return ended


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", default="80x24")
    parser.add_argument("--lang", default="it", choices=languages())
    parser.add_argument("--frames", type=Path)
    options = parser.parse_args()
    columns, rows = (int(part) for part in options.size.split("x"))
    os.environ.pop("TRAINER_HOME", None)
    with tempfile.TemporaryDirectory() as home:
        journey = Journey((columns, rows), options.lang, options.frames, Path(home))
        try:
            ended = journey.run()
        except ScreenTimeout as problem:
            print(problem)
            return 1
    print(
        f"{options.size} {options.lang}: first run, lesson, ten items, exam killed and resumed, looked back, search, "
        f"note, report, mistakes, weak spots, exam date, progress, review, two learners; {ended}"
    )
    return 0 if ended == "exit 0" else 1


if __name__ == "__main__":
    sys.exit(main())
