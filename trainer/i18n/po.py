"""A language's catalogue as it stands in its file: every message with its line and what is wrong with it."""

from __future__ import annotations

import io
import string
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from trainer.kernel.problems import N_, InputUnreadable

if TYPE_CHECKING:
    from babel.messages import Catalog, Message

Wrong = Literal["untranslated", "unsure", "placeholders"]


class CatalogueUnreadable(InputUnreadable):
    """A catalogue that is no PO file. ``file``, ``line`` and ``why`` are in ``values``."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A message of a catalogue: its line, what it says in the source language, and what is wrong (None: nothing)."""

    line: int
    message: str
    wrong: Wrong | None = None
    found: str = ""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """A catalogue file: its shown name, its language, its messages in order."""

    name: str
    language: str
    entries: tuple[Entry, ...]


def placeholders(text: str) -> frozenset[str]:
    """Names in braces. A brace that does not close counts as a name of its own: it can match no other text's."""
    try:
        return frozenset(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)
    except ValueError:
        return frozenset({text})


def parse_catalogue(text: str, name: str, language: str) -> Catalogue:
    """Read a PO file. Raises :class:`CatalogueUnreadable` with the line the parser stopped at."""
    from babel.messages.pofile import PoFileError, read_po

    try:
        found = read_po(io.StringIO(text), locale=language, abort_invalid=True)
    except PoFileError as error:
        template = N_("{file}:{line}: not a catalogue of messages: {why}.")
        line = (error.lineno or 0) + 1
        why = str(error).rpartition(" on ")[0] or str(error)
        raise CatalogueUnreadable(template, file=name, line=line, why=why) from None
    except ValueError as error:
        template = N_("{file}:{line}: not a catalogue of messages: {why}.")
        raise CatalogueUnreadable(template, file=name, line=1, why=str(error).rstrip(".")) from None
    return Catalogue(name, language, tuple(entries(found)))


def entries(catalogue: Catalog) -> Iterator[Entry]:
    """The messages of a catalogue, each with what is wrong with it."""
    for message in catalogue:
        if message.id:
            wanted = list(message.id) if isinstance(message.id, tuple | list) else [message.id]
            wrong, found = _wrong(message, wanted, catalogue.num_plurals)
            yield Entry(message.lineno or 1, str(wanted[0]), wrong, found)


def _wrong(message: Message, wanted: list[str], plurals: int) -> tuple[Wrong | None, str]:
    given = list(message.string) if isinstance(message.string, tuple | list) else [message.string]
    if not all(given) or (len(wanted) > 1 and len(given) != plurals):
        return "untranslated", ""
    if message.fuzzy:
        return "unsure", str(given[0])
    known = placeholders(wanted[-1])
    # A form for one thing may leave the number out: "one item".
    free = {"count"} if len(wanted) > 1 else set[str]()
    for text in map(str, given):
        found = placeholders(text)
        if found - known or known - found - free:
            return "placeholders", text
    return None, ""
