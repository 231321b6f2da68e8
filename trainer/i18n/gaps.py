"""What a catalogue lacks: translations, plural forms, and the placeholders of its messages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.i18n.compiled import catalogue_path
from trainer.i18n.po import Wrong, entries, placeholders

if TYPE_CHECKING:
    from babel.messages import Catalog

__all__ = ["catalogue_gaps", "gaps", "placeholders"]

_SENTENCES: dict[Wrong, str] = {
    "untranslated": "«{message}» is not translated",
    "unsure": "«{message}» is marked as unsure (fuzzy)",
    "placeholders": "«{message}» and its translation «{found}» have different placeholders",
}


def gaps(catalogue: Catalog) -> Iterator[str]:
    """One English sentence for each message that is missing, unsure, or loses or invents a placeholder."""
    for entry in entries(catalogue):
        if entry.wrong is not None:
            yield _SENTENCES[entry.wrong].format(message=entry.message, found=entry.found)


def catalogue_gaps(folder: str | Path, language: str) -> tuple[str, ...]:
    """The gaps of the catalogue file of ``language``; one sentence when it cannot be read."""
    from babel.messages.pofile import PoFileError, read_po

    path = catalogue_path(folder, language)
    try:
        with path.open("rb") as file:
            return tuple(gaps(read_po(file, locale=language, abort_invalid=True)))
    except (OSError, PoFileError, ValueError) as error:
        return (f"the catalogue cannot be read: {error}",)
