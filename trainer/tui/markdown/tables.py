"""Tables drawn with a rule below the header and space between columns, within a width."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from trainer.tui.markdown.blocks import Table
from trainer.tui.markdown.runs import Run, Runs
from trainer.tui.markdown.wrap import cells, longest_word, wrap

GAP = 2
QUIET = "$quiet"
#: Above this the search for the best widths would cost more than a page may (hostile tables only).
MAX_COLUMNS, MAX_ROWS = 8, 60


def lay_table(table: Table, width: int) -> list[Runs]:
    """The lines of a table; rows are set apart by a blank line where most need more than one line."""
    if not table.rows or not table.rows[0]:
        return []
    if (1 + GAP) * len(table.rows[0]) > width + GAP:
        return [line for row in table.rows for line in wrap(_in_one(row), width)]
    widths = column_widths(table, width)
    rows = [[wrap(cell, size) for cell, size in zip(row, widths, strict=False)] for row in table.rows]
    tall = sum(max(map(len, row), default=1) > 1 for row in rows[1:])
    apart = 2 * tall > len(rows) - 1
    lines = [*_row(rows[0], widths, table.aligned, "bold"), _rule(widths, width)]
    for number, row in enumerate(rows[1:]):
        if apart and number:
            lines.append(())
        lines += _row(row, widths, table.aligned, "")
    return lines


def _in_one(row: Sequence[Runs]) -> Runs:
    """The cells of a row in one text: more columns than the width has room for."""
    return tuple(run for cell in row for run in (*cell, Run(" ")))


def column_widths(table: Table, width: int) -> list[int]:
    """As wide as the cells want; where that does not fit, the columns whose narrowing costs fewest lines give way."""
    columns = [
        tuple(row[index] if index < len(row) else () for row in table.rows) for index in range(len(table.rows[0]))
    ]
    wanted = [max(1, *(cells(line) for cell in column for line in wrap(cell, 1_000))) for column in columns]
    room = max(width - GAP * (len(columns) - 1), len(columns))
    if sum(wanted) <= room:
        return wanted
    least = [max(1, *(longest_word(cell) for cell in column)) for column in columns]
    if sum(least) > room or len(columns) > MAX_COLUMNS or len(table.rows) > MAX_ROWS:
        return _levelled([min(low, room) for low in least], room)
    return _narrowed(columns, wanted, least, room)


def _narrowed(columns: Sequence[tuple[Runs, ...]], wanted: list[int], least: list[int], room: int) -> list[int]:
    """Take cells away one by one where the table grows least by it, from the widest first; never cut a word."""
    sizes = list(wanted)
    while sum(sizes) > room:
        able = [index for index in range(len(sizes)) if sizes[index] > least[index]]
        best = min(able, key=lambda index: (_height(columns, _less(sizes, index)), -sizes[index]))
        sizes = _less(sizes, best)
    return sizes


def _less(sizes: list[int], index: int) -> list[int]:
    return [*sizes[:index], sizes[index] - 1, *sizes[index + 1 :]]


def _height(columns: Sequence[tuple[Runs, ...]], sizes: Sequence[int]) -> int:
    heights = [_heights(column, size) for column, size in zip(columns, sizes, strict=True)]
    return sum(map(max, zip(*heights, strict=True)))


@lru_cache(maxsize=512)
def _heights(column: tuple[Runs, ...], size: int) -> tuple[int, ...]:
    return tuple(len(wrap(cell, size)) for cell in column)


def _levelled(wanted: Sequence[int], room: int) -> list[int]:
    """Take from the widest until all fit; each keeps at least one cell."""
    sizes = list(wanted)
    while sum(sizes) > room and max(sizes) > 1:
        widest = max(range(len(sizes)), key=sizes.__getitem__)
        sizes[widest] -= 1
    return sizes


def _rule(widths: Sequence[int], width: int) -> Runs:
    return (Run((" " * GAP).join("─" * size for size in widths)[:width], QUIET),)


def _row(row: Sequence[list[Runs]], widths: Sequence[int], aligned: Sequence[str], style: str) -> list[Runs]:
    height = max((len(cell) for cell in row), default=1)
    return [
        _line([cell[index] if index < len(cell) else () for cell in row], widths, aligned, style)
        for index in range(height)
    ]


def _line(parts: Sequence[Runs], widths: Sequence[int], aligned: Sequence[str], style: str) -> Runs:
    line: list[Run] = []
    pad = 0
    for index, (part, width) in enumerate(zip(parts, widths, strict=False)):
        spare = width - cells(part)
        left = {"right": spare, "center": spare // 2}.get(aligned[index], 0)
        if part:
            line.append(Run(" " * (pad + left)))
            line += [run._replace(style=f"{style} {run.style}".strip()) for run in part]
            pad, left = 0, left + cells(part)
        pad += width - left + GAP
    return tuple(run for run in line if run.text)
