"""What of a text is shown as found: the text without Markdown's marks, a piece of it, and where the words stand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from trainer.kernel.text import clean

#: Characters of an excerpt, and of a question: what is longer is nothing anybody types.
EXCERPT = 110
QUESTION, MOST_WORDS = 100, 8

#: As SQLite's tokenizer cuts: an underline ends a word.
_WORD = re.compile(r"[^\W_]+")
_MARKS = re.compile(
    r"\]\([^)]*\)|^\[\[check:.*$|^#+\s.*$|^[ |:]*-{3,}[-| :]*$|^\s*(?:-|\d+\.)\s+|[*`>\[\u2500-\u257f]+|-{2,}",
    re.MULTILINE,
)
_CELLS = re.compile(r"\s*\|\s*")

Marks = tuple[tuple[int, int], ...]


class _Plain(dict[int, int]):
    """Each letter without its accent and in lower case, one for one, so that places in a text stay what they are."""

    def __missing__(self, code: int) -> int:
        bare = unicodedata.normalize("NFD", chr(code))[0].lower()
        self[code] = ord(bare) if len(bare) == 1 else code
        return self[code]


_PLAIN = _Plain()


def words_of(text: str) -> list[str]:
    """The words of a question as the index knows them; what is no word is left out, and what is too much as well."""
    return _WORD.findall(clean(text[: 4 * QUESTION])[:QUESTION].translate(_PLAIN))[:MOST_WORDS]


def readable(markdown: str) -> str:
    """A text in one line, without headings, marks, links' targets and check questions."""
    lines = _MARKS.sub("", clean(markdown)).split("\n")
    return " ".join(" ".join(_CELLS.sub(" · ", line.strip(" |")) for line in lines).split())


def excerpt_of(text: str, words: Sequence[str]) -> tuple[str, Marks]:
    """Some :data:`EXCERPT` characters around the first word found, cut between words; then where words stand in it."""
    found = sorted(_places(text.translate(_PLAIN), words))
    place = found[0][0] if found else 0
    start = 0 if place < EXCERPT // 2 else text.find(" ", place - EXCERPT // 2) + 1
    end = len(text) if len(text) - start <= EXCERPT else max(text.rfind(" ", start, start + EXCERPT), place + 1)
    before, after = "… " if start else "", " …" if end < len(text) else ""
    shift = len(before) - start
    marks = tuple((at + shift, to + shift) for at, to in found if start <= at and to <= end)
    return before + text[start:end] + after, marks


def _places(plain: str, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    for number, word in enumerate(words):
        rest = r"[^\W_]*" if number == len(words) - 1 else r"(?![^\W_])"
        for found in re.finditer(rf"(?<![^\W_]){re.escape(word)}{rest}", plain):
            yield found.span()
