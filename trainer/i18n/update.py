"""Bring every catalogue up to date with the messages in the code: ``python -m trainer.i18n.update [--check]``.

New messages are added empty, unused ones removed; the source language's catalogue repeats the messages. With
``--check`` nothing is written: what is missing is listed and the exit code is 1.
"""

from __future__ import annotations

import argparse
import ast
import io
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.pofile import read_po, write_po

from trainer.content.locate import package_root, shipped_root
from trainer.i18n.catalogue import languages, source_language
from trainer.i18n.compiled import catalogue_path
from trainer.i18n.gaps import gaps

#: Calls that mark messages, and how many of their texts are one message.
KEYWORDS = {"_": 1, "N_": 1, "ngettext": 2}
_HEADER = "# Translations of Trainer's interface; «python -m trainer.i18n.update» keeps them complete."

#: Header lines with dates and tool versions: they would change the file without a change of its words.
_UNSTABLE = (
    b'"Project-Id-Version', b'"Report-Msgid-Bugs-To', b'"POT-Creation-Date', b'"PO-Revision-Date',
    b'"Last-Translator', b'"Language-Team', b'"Generated-By',
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Updated:
    """A language's catalogue: as it stands on disk, as it should be, and what is still missing in it."""

    language: str
    path: Path
    before: bytes
    after: bytes
    missing: tuple[str, ...]

    @property
    def changed(self) -> bool:
        return self.before != self.after


def extract_messages(package: Path | None = None) -> Catalog:
    """Every message marked in the code, with the files it stands in."""
    package = package or package_root()
    found = Catalog(project="Trainer", charset="utf-8", fuzzy=False)
    for path in sorted(package.rglob("*.py")):
        for message in _marked_in(path):
            # Line numbers would change the file with every edit of the code.
            found.add(message, locations=[(f"{package.name}/{path.relative_to(package).as_posix()}", 0)])
    return found


def _marked_in(path: Path) -> list[str | tuple[str, str]]:
    """Messages in the order of the lines. Babel's own reader looks into f-strings from Python 3.12 on only."""
    found: list[tuple[int, int, str | tuple[str, str]]] = []
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            texts = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
            if len(texts) >= KEYWORDS.get(name, len(texts) + 1):
                found.append((node.lineno, node.col_offset, (texts[0], texts[1]) if name == "ngettext" else texts[0]))
    return [message for _, _, message in sorted(found, key=lambda row: row[:2])]


def update_language(folder: Path, language: str, messages: Catalog, *, identity: bool) -> Updated:
    """The catalogue of one language merged with ``messages``; ``identity`` repeats each message as its translation."""
    path = catalogue_path(folder, language)
    before = path.read_bytes() if path.is_file() else b""
    catalogue = read_po(io.BytesIO(before), locale=language) if before else Catalog(locale=language, fuzzy=False)
    catalogue.header_comment = _HEADER
    catalogue.update(messages, no_fuzzy_matching=True, update_header_comment=False, update_creation_date=False)
    catalogue.obsolete.clear()
    if identity:
        for message in catalogue:
            _repeat(message)
    written = io.BytesIO()
    write_po(written, catalogue, width=100, include_lineno=False, ignore_obsolete=True, sort_by_file=True)
    after = _without_dates(written.getvalue())
    return Updated(language, path, before, after, tuple(gaps(catalogue)))


def _repeat(message: Message) -> None:
    if message.id:
        message.string = message.id


def _without_dates(text: bytes) -> bytes:
    return b"".join(line for line in text.splitlines(keepends=True) if not line.startswith(_UNSTABLE))


def update_all(root: Path) -> Iterator[Updated]:
    """Every language below ``root/locales``."""
    folder = root / "locales"
    messages, source = extract_messages(), source_language(folder)
    for language in languages(folder):
        yield update_language(folder, language, messages, identity=language == source)


def main(arguments: list[str] | None = None) -> int:
    """Entry point of ``python -m trainer.i18n.update``."""
    parser = argparse.ArgumentParser(prog="python -m trainer.i18n.update", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when something is missing")
    check = parser.parse_args(arguments).check
    stale = False
    for updated in update_all(shipped_root()):
        if updated.changed and not check:
            updated.path.parent.mkdir(parents=True, exist_ok=True)
            updated.path.write_bytes(updated.after)
        elif updated.changed:
            print(f"{updated.path}: not in step with the code; run python -m trainer.i18n.update")
        for sentence in updated.missing:
            print(f"{updated.path}: {sentence}")
        stale = stale or bool(updated.missing) or (check and updated.changed)
    return int(stale and check)


if __name__ == "__main__":
    sys.exit(main())
