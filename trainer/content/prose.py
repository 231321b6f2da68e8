"""The prose of a lesson: one Markdown file per language, cut into pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from trainer.content.flaws import Flaw
from trainer.kernel.problems import N_
from trainer.kernel.text import clean, is_clean

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})(.*)")
_UNCLEAN = N_("a control code, an invisible character or a separate accent; type this line again.")


@dataclass(frozen=True, slots=True)
class Prose:
    """A lesson in one language: the file's shown name and text, its pages and the 1-based line each starts at."""

    name: str
    text: str
    pages: tuple[str, ...]
    page_lines: tuple[int, ...]


def parse_prose(text: str, name: str) -> tuple[Prose, list[Flaw]]:
    """The prose, cleaned, and a flaw for each line that had to be cleaned."""
    text = text.replace("\r\n", "\n")
    flaws = [Flaw(name, number, _UNCLEAN) for number, line in enumerate(text.split("\n"), 1) if not is_clean(line)]
    text = clean(text)
    starts, pages = [], []
    for start, lines in _pages(text):
        skipped = next((index for index, line in enumerate(lines) if line.strip()), 0)
        starts.append(start + skipped)
        pages.append("\n".join(lines).strip("\n"))
    return Prose(name, text, tuple(pages), tuple(starts)), flaws


def _pages(text: str) -> Iterator[tuple[int, list[str]]]:
    """Line number and lines of each page: cut at lines that are exactly ``---`` outside fenced code."""
    start, page, fence = 1, list[str](), ""
    for number, line in enumerate(text.split("\n"), 1):
        fence = _fence_after(line, fence)
        if line.rstrip() == "---" and not fence:
            yield start, page
            start, page = number + 1, []
        else:
            page.append(line)
    yield start, page


def _fence_after(line: str, fence: str) -> str:
    """The fence that is open after this line, "" for none."""
    found = _FENCE.fullmatch(line)
    if found is None:
        return fence
    if not fence:
        return found[1]
    closes = found[1][0] == fence[0] and len(found[1]) >= len(fence) and not found[2].strip()
    return "" if closes else fence
