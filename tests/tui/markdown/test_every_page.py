"""Every page of every shipped lesson, in both languages, at the usual and at the smallest terminal: nothing is cut."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest
from rich.cells import cell_len

from trainer.content.load import ContentFolder
from trainer.content.locate import shipped_root
from trainer.flows.study import CHECK_LINE
from trainer.tui.markdown.lay import CONTINUED
from trainer.tui.markdown.page import Prose

#: Columns a page has at 80×24 and at 60×18: the screen's less the padding of its column and the scroll bar
#: (``test_lesson`` holds them against the real screen).
ROOM = {"80x24": 76, "60x18": 55}
#: What is drawn in place of Markdown's signs, or said by a sign of the program's own.
_SIGNS = re.compile(r"[\s*_`>|•▌─━↳#\-–·]+|\[\[|\]\]")
_TERM = re.compile(r"\[([^\[\]]+)\]\([^()]*\)")
_NUMBER = re.compile(r"(?m)^\s*\d+\. ")


@cache
def folder() -> ContentFolder:
    return ContentFolder(shipped_root())


MODULES = [loaded.value.slug for loaded in folder().modules()]


def pages(module: str) -> Iterator[tuple[str, str]]:
    """Name and text of every piece of prose of a module; checks stand between them."""
    for lesson in folder().lessons(module):
        for language, prose in lesson.prose.items():
            for number, page in enumerate(prose, 1):
                for piece in CHECK_LINE.split(page)[::2]:
                    yield f"{lesson.lesson.value.id} {language} page {number}", piece


def letters(text: str) -> Counter[str]:
    return Counter(_SIGNS.sub("", text))


@pytest.mark.parametrize("module", MODULES)
@pytest.mark.parametrize("size", ROOM)
def test_nothing_is_cut(module: str, size: str) -> None:
    width = ROOM[size]
    for name, text in pages(module):
        lines = Prose(text).content(width).plain.split("\n")
        too_wide = [line for line in lines if cell_len(line) > width]
        assert not too_wide, (name, too_wide)
        assert not [line for line in lines if line.startswith(CONTINUED)], f"{name}: a drawing does not fit"
        written = _NUMBER.sub("", _TERM.sub(r"\1", text))
        missing = letters(written) - letters("".join(lines))
        assert not missing, (name, missing)
