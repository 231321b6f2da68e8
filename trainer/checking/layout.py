"""How many lines a page of prose takes, and how wide its tables and drawings are, at 76 columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

#: Columns a page has on a screen of 80.
COLUMNS = 76

_LINK = re.compile(r"!?\[([^\]]*)\]\([^)\s]*\)")
_MARKS = re.compile(r"\*\*|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)|`")
_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_LIST = re.compile(r"(\s*)(?:[-*+]|\d{1,2}[.)])\s+")


@dataclass(frozen=True, slots=True)
class Wide:
    """A line wider than a page: its number in the page (from 0), its width, and what it belongs to."""

    line: int
    width: int
    drawing: bool


@dataclass(frozen=True, slots=True)
class PageSize:
    """The lines a page takes when drawn, and its widest table rows and drawing lines."""

    lines: int
    rows: tuple[Wide, ...]


def shown(text: str) -> str:
    """The words a reader sees: links without their target, no emphasis marks."""
    return _MARKS.sub("", _LINK.sub(r"\1", text))


def wrapped(text: str, columns: int) -> int:
    """How many lines a paragraph takes, broken at spaces."""
    lines, room = 1, columns
    for word in shown(text).split():
        if len(word) > room and room < columns:
            lines, room = lines + 1, columns
        room -= len(word) + 1
    return lines


def page_size(page: str) -> PageSize:
    """Measure a page. A check question counts one line: it opens on its own."""
    total, rows = 0, list[Wide]()
    table, drawing = list[tuple[int, str]](), list[tuple[int, str]]()
    for kind, number, text, indent in [*_blocks(page.split("\n")), ("end", 0, "", 0)]:
        if kind == "row":
            table.append((number, text))
            total += 1
            continue
        rows += _table_rows(table)
        table = []
        if kind == "code":
            drawing.append((number, text))
        else:
            rows += _drawing_rows(drawing)
            drawing = []
        total += wrapped(text, COLUMNS - indent) if kind == "prose" else kind in ("code", "blank", "rule")
    return PageSize(total, tuple(rows))


def _blocks(lines: Sequence[str]) -> Iterator[tuple[str, int, str, int]]:
    """Blocks as (kind, line number, text, indent): prose is joined to paragraphs, the rest line by line."""
    paragraph, start, indent, fence = list[str](), 0, 0, ""
    for number, line in enumerate(lines):
        found = _FENCE.match(line)
        special = fence or found or not line.strip() or line.lstrip().startswith(("|", "#", "[[")) or _LIST.match(line)
        if paragraph and (special or line.startswith(">") != paragraph[0].startswith(">")):
            yield "prose", start, _joined(paragraph), indent
            paragraph = []
        if found and (not fence or line.strip().startswith(fence)):
            fence = "" if fence else found[1]
        elif fence:
            yield "code", number, line, 0
        elif not line.strip():
            yield "blank", number, "", 0
        elif line.lstrip().startswith("|"):
            yield "row", number, line.strip(), 0
        else:
            if not paragraph:
                start, indent = number, _indent(line)
            paragraph.append(line)
    if paragraph:
        yield "prose", start, _joined(paragraph), indent


def _joined(lines: Sequence[str]) -> str:
    return " ".join(re.sub(r"^\s*(?:>\s?|#+\s+)", "", line).strip() for line in lines)


def _indent(line: str) -> int:
    if found := _LIST.match(line):
        return len(found[0])
    return 2 if line.startswith(">") else 0


def _drawing_rows(drawing: Sequence[tuple[int, str]]) -> Iterator[Wide]:
    """The lines without the spaces all of them begin with, which a small screen drops."""
    common = min((len(text) - len(text.lstrip(" ")) for _, text in drawing if text.strip()), default=0)
    for number, text in drawing:
        yield Wide(number, len(text[common:]), True)


def _table_rows(table: Sequence[tuple[int, str]]) -> Iterator[Wide]:
    """The rows at the width they are drawn: every column as wide as its widest cell, two spaces between."""
    cells = [[shown(cell).strip() for cell in row.strip("|").split("|")] for _, row in table]
    body = [row for row in cells if not all(re.fullmatch(r":?-+:?", cell) for cell in row)]
    if body:
        columns = max(map(len, body))
        widths = [max(len(row[index]) for row in body if index < len(row)) for index in range(columns)]
        yield Wide(table[0][0], sum(widths) + 2 * (columns - 1), False)
