"""Words accepted as an answer: how they are compared, and how they are written down."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from trainer.kernel.text import is_clean

#: Characters of one accepted answer, in a short text and in a gap.
LONGEST_WORDS, LONGEST_GAP = 100, 40

Accents = Literal["significant", "ignored"]

_APOSTROPHES = dict.fromkeys(map(ord, "’‘`´ʼ"), "'")


def fold(text: str, accents: Accents = "significant") -> str:
    """For comparing: NFC, no case, one kind of apostrophe and space, no punctuation around it.

    ``ignored`` accents leave only the letters they stood on.
    """
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold()).translate(_APOSTROPHES)
    if accents == "ignored":
        apart = unicodedata.normalize("NFKD", folded)
        folded = unicodedata.normalize("NFC", "".join(sign for sign in apart if not unicodedata.combining(sign)))
    words = " ".join(folded.split())
    start, end = 0, len(words)
    while start < end and _is_outside(words[start]):
        start += 1
    while start < end and _is_outside(words[end - 1]):
        end -= 1
    return words[start:end]


def _is_outside(sign: str) -> bool:
    return sign.isspace() or unicodedata.category(sign).startswith("P")


def accepts(accepted: Mapping[str, Iterable[str]], typed: str, accents: Accents) -> bool:
    """Whether what was typed is accepted in any language."""
    wanted = fold(typed, accents)
    return any(fold(text, accents) == wanted for texts in accepted.values() for text in texts)


def _one(value: str) -> str:
    if not value.strip():
        raise ValueError("an accepted answer is empty")
    if not is_clean(value) or "\n" in value:
        raise ValueError("an accepted answer is one line without control or invisible characters")
    if not fold(value):
        raise ValueError(f"«{value[:40]}» holds neither letters nor digits")
    return value


def _all(value: list[str]) -> list[str]:
    folded = [fold(text) for text in value]
    for index, text in enumerate(folded):
        if text in folded[:index]:
            raise ValueError(f"«{value[index][:40]}» is accepted already; case and punctuation do not count")
    return value


_Words = Annotated[str, Field(max_length=LONGEST_WORDS), AfterValidator(_one)]

#: What is accepted, by language.
Accepted = Annotated[
    dict[str, Annotated[list[_Words], Field(min_length=1, max_length=8), AfterValidator(_all)]], Field(min_length=1)
]
