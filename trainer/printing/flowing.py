"""Documents of several pages: rows one after another, a heading repeated on every page, page numbers at the foot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from trainer.printing.blocks import beside, line, stack, to_the_right
from trainer.printing.look import BOTTOM, LEFT, SMALL, TOP
from trainer.printing.marks import NOTHING, Drawn, Mark
from trainer.printing.typeset import paragraph


@dataclass(frozen=True, slots=True)
class Row:
    """A piece that is not parted; ``keep`` holds it on one page with the row after it."""

    drawn: Drawn
    keep: bool = False
    space: float = 3.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """The size of the pages in points, and what stands at their foot: left, and right by number and total."""

    width: float
    height: float
    foot: str
    number: Callable[[int, int], str]

    @property
    def inner(self) -> float:
        """The width between the margins."""
        return self.width - 2 * LEFT


def pages(rows: Sequence[Row], sheet: Sheet, again: Drawn = NOTHING) -> list[tuple[Mark, ...]]:
    """Rows on as many pages as they need; ``again`` stands on top of every page but the first."""
    foot_height = 2 * SMALL.line + 6
    room = sheet.height - TOP - BOTTOM - foot_height
    filled: list[list[tuple[float, Drawn]]] = [[]]
    y = 0.0
    for group in _groups(rows):
        tall = sum(row.drawn.height + row.space for row in group)
        if filled[-1] and y + tall > room:
            filled.append([(0.0, again)])
            y = again.height + (6 if again.marks else 0)
        for row in group:
            filled[-1].append((y, row.drawn))
            y += row.drawn.height + row.space
    return [_page(drawn, sheet, number, len(filled)) for number, drawn in enumerate(filled, 1)]


def _groups(rows: Sequence[Row]) -> list[list[Row]]:
    """Rows that stay together."""
    groups: list[list[Row]] = [[]]
    for row in rows:
        groups[-1].append(row)
        if not row.keep:
            groups.append([])
    return [group for group in groups if group]


def _page(drawn: list[tuple[float, Drawn]], sheet: Sheet, number: int, total: int) -> tuple[Mark, ...]:
    marks = [mark for y, part in drawn for mark in part.at(LEFT, TOP + y)]
    right = 120.0
    counted = to_the_right(paragraph(sheet.number(number, total), SMALL, right), right)
    said = paragraph(sheet.foot, SMALL, sheet.inner - right - 10)
    foot = stack([line(sheet.inner, room=2), beside([(0, said), (sheet.inner - right, counted)])])
    return (*marks, *foot.at(LEFT, sheet.height - BOTTOM - foot.height))


def cells(columns: Sequence[tuple[float, Drawn]]) -> Drawn:
    """A row of a table from widths and contents, left to right."""
    x, placed = 0.0, list[tuple[float, Drawn]]()
    for width, part in columns:
        placed.append((x, part))
        x += width
    return beside(placed)
