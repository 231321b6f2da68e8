"""What makes learning comfortable, by keys alone: a search, a bookmark, a note, a report of a mistake, places."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.e2e.terminal import ScreenTimeout, Terminal

Words = Callable[[str], str]
NOTE, REPORT = "Ask Ada", "B is right too"
#: A word of the shipped content, in the language learned in.
WORDS = {"it": "titolare", "en": "controller"}


def search(terminal: Terminal, words: Words, language: str) -> None:
    """Look a word up from *Today*, open a page, and come back."""
    terminal.press("/")
    terminal.wait(words("Search"))
    terminal.type(WORDS[language])
    terminal.wait(words("Lessons"), "▸ 1")
    terminal.frame("search")
    terminal.press("enter")
    terminal.wait(words("go on"))
    terminal.frame("search-opened")
    terminal.press("escape")
    terminal.wait(words("Lessons"), WORDS[language])
    terminal.press("escape", "escape")
    terminal.wait(words("What to do next"))


def bookmark_and_note(terminal: Terminal, words: Words) -> None:
    """On the first lesson: a bookmark, a note, and both in the list reached with two keys."""
    terminal.press("1")
    terminal.wait(words("go on"))
    terminal.press("k")
    terminal.wait("◆")
    terminal.press("o")
    terminal.wait(words("Nobody else sees your notes. A note without a text goes away.")[:20])
    terminal.type(NOTE)
    terminal.wait(NOTE)
    terminal.frame("note")
    terminal.press("escape")
    terminal.wait(words("The note is kept."))
    terminal.press("escape")
    terminal.wait(words("go on"))
    terminal.press("g")
    terminal.wait(words("Go to"), words("Catalogue"))
    terminal.frame("places")
    terminal.press("b")
    terminal.wait(words("Bookmarks and notes"), NOTE)
    terminal.frame("notebook")
    terminal.press("escape")
    terminal.wait(words("What to do next"))


def report(terminal: Terminal, words: Words, home: Path) -> None:
    """In the review of the last attempt of the list: the report lies in the learner's folder."""
    terminal.press("end", "enter")
    terminal.wait(words("Review"))
    terminal.press("x")
    terminal.wait(words("What is wrong with this question?")[:20])
    terminal.type(REPORT)
    terminal.wait(REPORT)
    terminal.press("escape")
    terminal.wait_gone(words("leave field"))
    terminal.wait(words("Keep the report"))
    terminal.frame("report")
    terminal.press("enter")
    terminal.wait(words("The report is kept. Thank you.")[:20])
    found = [path.read_text(encoding="utf-8") for path in home.glob("trainer/data/learners/*/reports.jsonl")]
    if len(found) != 1 or REPORT not in found[0]:
        raise ScreenTimeout(f"the report was not kept: {found}")
    terminal.press("escape")
    terminal.wait(words("Last attempts"))
    terminal.press("home")
    terminal.wait(words("What to do next"))
