"""What a learner remembers, by keys alone: certainty, mistakes, weak spots, the review of the next day, progress."""

from __future__ import annotations

import re
import stat
from collections.abc import Callable
from pathlib import Path

from tests.e2e.terminal import ScreenTimeout, Terminal
from trainer.i18n.dates import whole_day
from trainer.i18n.typed_days import day_in_numbers, read_day

Words = Callable[[str], str]
#: Where the day begins last, and where it is tomorrow by then: reviews go by the learner's own calendar.
TODAY, TOMORROW = "West12", "East-14"
EXAM = read_day("2099-03-28", "en")
TABLES = {"responses.csv", "attempts.csv", "mastery.csv", "reviews.csv"}


def confirm(terminal: Terminal, words: Words, judged: Callable[[], bool], number: int) -> None:
    """Confirm an answer, now sure and now unsure of it."""
    terminal.press("enter")
    terminal.wait(words("How sure are you?"))
    if number == 1:
        terminal.frame("practice-certainty")
    terminal.press("1" if number % 2 else "2")
    terminal.wait_until(judged, "feedback")
    said = words("you were sure") if number % 2 else words("you were unsure")
    terminal.wait_until(lambda: said in " ".join(terminal.text.split()), said)


def pick(terminal: Terminal, beginning: str) -> None:
    """Press the number that stands before an entry of the list."""
    terminal.wait(beginning)
    found = re.search(rf"(\d)  {re.escape(beginning)}", terminal.text)
    if found is None:
        raise ScreenTimeout(f"no number stands before {beginning!r}; the screen is:\n{terminal.text}")
    terminal.press(found[1])


def to_the_top(terminal: Terminal, words: Words) -> None:
    """Back at *Today*, at its first entry."""
    terminal.wait(words("Today"))
    terminal.press("home")
    terminal.wait(words("What to do next"))


def practise_again(terminal: Terminal, words: Words, question: Callable[[], int], answer: Callable[[], None]) -> None:
    """Mistakes and weak spots: chosen from *Today*, one question answered, and left."""
    for name in ("Mistakes", "Weak spots"):
        terminal.press("p")
        terminal.wait(words("What you answered before"), words(name))
        terminal.frame("practice-menu")
        pick(terminal, words(name))
        terminal.wait_until(lambda: question() == 1, "question 1")
        terminal.frame(f"practice-{name.split()[0].lower()}")
        answer()
        terminal.press("escape")
        to_the_top(terminal, words)


def settings(terminal: Terminal, words: Words, language: str) -> None:
    """The day of the exam, as the language writes it; first as no language does."""
    terminal.press("s")
    terminal.wait(words("Day of the exam"))
    terminal.press(*["down"] * 4, "enter")
    terminal.wait(words("confirm"))
    terminal.type("31/31/2099")
    terminal.press("enter")
    terminal.wait("«31/31/2099»")
    terminal.frame("exam-date-asked-back")
    terminal.press(*["backspace"] * 10)
    terminal.type(day_in_numbers(EXAM, language))
    terminal.press("enter")
    terminal.wait(whole_day(EXAM, language))
    terminal.frame("exam-date")
    terminal.press("escape")
    to_the_top(terminal, words)


def review(
    terminal: Terminal, words: Words, beginning: str, question: Callable[[], int], answer: Callable[[], None]
) -> None:
    """On the next day what was wrong is due, in an entry with this ``beginning``; one question of it is answered."""
    terminal.wait(words("What to do next"), words("due today"))
    terminal.frame("today-review")
    pick(terminal, beginning)
    terminal.wait_until(lambda: question() == 1, "question 1 of the review")
    terminal.wait(words("Spaced review"))
    answer()
    terminal.frame("review")
    terminal.press("escape")
    to_the_top(terminal, words)


def progress(terminal: Terminal, words: Words, home: Path) -> None:
    """Every part of it, and the tables."""
    terminal.press("o")
    headings = ("Your units", "Modules", "Answers per day, the last {count} days", "Exams so far",
                "What comes back, the next {count} days")  # fmt: skip
    for number, heading in enumerate(headings, 1):
        terminal.press(str(number))
        terminal.wait(f"▸{number}", words(heading).partition("{")[0])
        terminal.frame(f"progress-{number}")
    terminal.press("x")
    terminal.wait(words("Write CSV tables to"))
    terminal.press("enter")
    terminal.wait("responses.csv", "reviews.csv")
    terminal.frame("progress-exported")
    written = {path.name: stat.S_IMODE(path.stat().st_mode) for path in home.glob("trainer-*/*.csv")}
    if written != dict.fromkeys(TABLES, 0o600):
        raise ScreenTimeout(f"the tables were not written, or for others too: {written}")
    terminal.press("escape")
    to_the_top(terminal, words)
