"""What a catalogue lacks: translations, plural forms, and the placeholders of its messages."""

from __future__ import annotations

import string
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.i18n.compiled import catalogue_path

if TYPE_CHECKING:
    from babel.messages import Catalog, Message


def placeholders(text: str) -> frozenset[str]:
    """Names in braces. A brace that does not close counts as a name of its own: it can match no other text's."""
    try:
        return frozenset(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)
    except ValueError:
        return frozenset({text})


def gaps(catalogue: Catalog) -> Iterator[str]:
    """One English sentence for each message that is missing, unsure, or loses or invents a placeholder."""
    for message in catalogue:
        if message.id and (sentence := _gap(message, catalogue.num_plurals)):
            yield sentence


def catalogue_gaps(folder: str | Path, language: str) -> tuple[str, ...]:
    """The gaps of the catalogue file of ``language``; one sentence when it cannot be read."""
    from babel.messages.pofile import PoFileError, read_po

    path = catalogue_path(folder, language)
    try:
        with path.open("rb") as file:
            return tuple(gaps(read_po(file, locale=language, abort_invalid=True)))
    except (OSError, PoFileError, ValueError) as error:
        return (f"the catalogue cannot be read: {error}",)


def _gap(message: Message, plurals: int) -> str | None:
    wanted = list(message.id) if isinstance(message.id, tuple | list) else [message.id]
    given = list(message.string) if isinstance(message.string, tuple | list) else [message.string]
    name = wanted[0]
    texts = [text for text in given if text]
    if len(texts) < len(given) or (len(wanted) > 1 and len(given) != plurals):
        return f"«{name}» is not translated"
    if message.fuzzy:
        return f"«{name}» is marked as unsure (fuzzy)"
    known = placeholders(wanted[-1])
    for text in texts:
        # A form for one thing may leave the number out: "one item".
        found = placeholders(text)
        if found - known or (known - found) - ({"count"} if len(wanted) > 1 else frozenset()):
            return f"«{name}» and its translation «{text}» have different placeholders"
    return None
