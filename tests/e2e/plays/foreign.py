"""No word of another language where the interface speaks one: what the catalogue says otherwise is looked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from babel.messages.pofile import read_po

from trainer.i18n.catalogue import languages, locales_folder, source_language

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_PLACEHOLDER = re.compile(r"\{[^{}]*\}|%\w")
#: Shorter words are words of other languages too.
_SHORTEST = 4


@cache
def messages(language: str) -> tuple[str, ...]:
    """Everything the interface can say in a language."""
    with (Path(locales_folder()) / language / "LC_MESSAGES" / "trainer.po").open("rb") as file:
        entries = [entry for entry in read_po(file) if entry.id]
    found: list[str] = []
    for entry in entries:
        text: Any = entry.id if language == source_language() else entry.string
        found += [text] if isinstance(text, str) else list(text)
    return tuple(_PLACEHOLDER.sub(" ", text) for text in found)


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """The words of texts, in small letters."""
    return frozenset(word.lower() for text in texts for word in _WORD.findall(text))


def texts_in(data: Any, language: str) -> Iterator[str]:
    """All texts of some content in one language, and those that have none."""
    if isinstance(data, dict):
        if language in data:
            yield str(data[language])
        elif not set(data) & set(languages()):
            for value in data.values():
                yield from texts_in(value, language)
    elif isinstance(data, list):
        for value in data:
            yield from texts_in(value, language)
    elif isinstance(data, str):
        yield data


@cache
def foreign_words(language: str, root: Path) -> frozenset[str]:
    """Words the interface says in other languages only, and no content below ``root`` in this one."""
    others = words_of(text for other in languages() if other != language for text in messages(other))
    own = words_of(messages(language)) | words_of(
        text
        for path in content(root)
        for text in texts_in(yaml.load(path.read_text("utf-8"), yaml.CSafeLoader), language)
    )
    return frozenset(word for word in others - own if len(word) >= _SHORTEST)


def content(root: Path) -> Iterator[Path]:
    """The files whose texts are seen around exercises."""
    for pattern in ("**/exercises/*.yaml", "**/qualifications/*.yaml", "**/module.yaml", "**/exams/*.yaml"):
        yield from root.glob(pattern)


def strangers(text: str, language: str, root: Path) -> list[str]:
    """Words on a screen that are none of this language."""
    return sorted(words_of([text]) & foreign_words(language, root))
