"""Choosing an option by what it says: its letter is read from the screen."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tests.e2e.plays import eyes
from tests.e2e.plays.aftermath import whole_page
from tests.e2e.plays.hands import Seeing

_OPTION = re.compile(r"^\W*\b([a-e])  ?(?=\S)")
#: Characters that tell an option from the others, where the rest is elsewhere.
_ENOUGH = 18


def letter_of(option: str, lines: Sequence[str]) -> str:
    """The letter before an option; "" where it is not seen."""
    wanted = eyes.squeezed(option)
    for row, line in enumerate(lines):
        if found := _OPTION.match(line):
            below = "".join([line[found.end() :], *lines[row + 1 : row + 4]])
            if eyes.squeezed(below).startswith(wanted[: max(_ENOUGH, len(wanted) * 2 // 3)]):
                return found[1]
    return ""


def choose(seeing: Seeing, option: str) -> None:
    """Press the letter of an option; see it chosen."""
    letter = letter_of(option, seeing.body) or letter_of(option, whole_page(seeing.terminal))
    if not letter:
        seeing.fail(f"the option {option!r}")
    seeing.press(letter)
    chosen = re.compile(rf"●\W*{letter}\b")
    seeing.until(lambda: any(chosen.search(line) for line in seeing.body), f"{letter} to be chosen")
