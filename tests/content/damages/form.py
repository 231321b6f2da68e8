"""Damages to the form of files."""

from __future__ import annotations

import re

from tests.content.damages.table import EXAM, LESSON, SOURCES, damage
from tests.content.shelf import BANK, Edit, Shelf


@damage("tab in the indentation", "F01")
def tab(shelf: Shelf) -> Edit:
    line = shelf.item(3).line("level")
    return shelf.replaced(BANK, line, lambda old: "\t" + old.strip())


@damage("duplicate key", "F01")
def duplicate_key(shelf: Shelf) -> Edit:
    line = shelf.item(4).line("level")
    return shelf.inserted(BANK, line, [shelf.lines(BANK)[line - 1]], at=1)


@damage("wrong type", "F01")
def wrong_type(shelf: Shelf) -> Edit:
    line = shelf.item(5).line("revision")
    return shelf.replaced(BANK, line, lambda old: re.sub(r"\d+", "one", old))


@damage("misspelt key", "F01")
def misspelt(shelf: Shelf) -> Edit:
    spot = shelf.item(2)
    edit = shelf.replaced(BANK, spot.line("difficulty"), lambda old: old.replace("difficulty", "dificulty"))
    return edit


@damage("unknown value", "F01")
def unknown_value(shelf: Shelf) -> Edit:
    line = shelf.item(7).line("level")
    return shelf.replaced(BANK, line, lambda old: old.split(":")[0] + ": guess")


@damage("newer format version", "F01")
def newer_version(shelf: Shelf) -> Edit:
    return shelf.replaced(EXAM, 1, lambda old: "version: 2")


@damage("anchor and alias", "F01")
def anchor(shelf: Shelf) -> Edit:
    line = shelf.find(SOURCES, "jurisdiction: EU")
    return shelf.replaced(SOURCES, line, lambda old: old.replace("EU", "&eu EU"))


@damage("invalid UTF-8 in a lesson", "F01")
def invalid_utf8(shelf: Shelf) -> Edit:
    line = shelf.find(f"{LESSON}.en.md", "## ", 2) + 2
    raw = shelf.raw(f"{LESSON}.en.md").split(b"\n")
    raw[line - 1] = b"caf\xe9 " + raw[line - 1]
    return Edit(f"{LESSON}.en.md", b"\n".join(raw), (line,))


@damage("invalid UTF-8 in a bank", "F01")
def invalid_utf8_in_bank(shelf: Shelf) -> Edit:
    line = shelf.item(8).line("stem", "it")
    raw = shelf.raw(BANK).split(b"\n")
    raw[line - 1] = raw[line - 1].replace(b" ", b" \xff", 1)
    return Edit(BANK, b"\n".join(raw), (line,))


@damage("control code in a lesson", "F01")
def control_code(shelf: Shelf) -> Edit:
    line = shelf.find(f"{LESSON}.it.md", "## ", 2) + 2
    return shelf.replaced(f"{LESSON}.it.md", line, lambda old: "\x1b[2J" + old)


@damage("control code in a stem", "F01")
def control_code_in_stem(shelf: Shelf) -> Edit:
    spot = shelf.item(9)
    new = [f'{spot.indent}it: "Che cosa fai\\e[2J adesso?"', f"{spot.indent}en: What do you do now?"]
    edit = spot.with_block(("stem",), new)
    return Edit(edit.file, edit.content, (spot.line("stem"),))
