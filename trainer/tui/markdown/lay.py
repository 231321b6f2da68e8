"""Blocks to lines of a width."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from trainer.tui.markdown.blocks import Block, Drawing, Heading, Paragraph, Points, Quote, Table
from trainer.tui.markdown.runs import Run, Runs
from trainer.tui.markdown.tables import lay_table
from trainer.tui.markdown.wrap import wrap

TITLE, SUBTITLE = "bold $accent", "bold"
BAR, DRAWN, CONTINUED = "$accent", "$quiet", "↳ "
NARROW = 66


def lay_blocks(blocks: Sequence[Block], width: int) -> list[Runs]:
    """The lines of a page: a blank line between blocks, none longer than ``width`` cells."""
    lines: list[Runs] = []
    for number, block in enumerate(blocks):
        if number:
            lines.append(())
        lines += _lay(block, width)
    return lines


def _lay(block: Block, width: int) -> list[Runs]:
    match block:
        case Heading(runs, level):
            return [_styled(line, TITLE if level <= 2 else SUBTITLE) for line in wrap(runs, width)]
        case Paragraph(runs):
            return wrap(runs, width)
        case Points():
            return list(_points(block, width))
        case Quote(inside):
            return [(Run("▌ ", BAR), *line) for line in lay_blocks(inside, width - 2)]
        case Drawing(typed):
            return [line for text in _at_the_edge(typed, width) for line in _drawn(text, width)]
        case Table():
            return lay_table(block, width)


def _styled(line: Runs, style: str) -> Runs:
    return tuple(run._replace(style=f"{style} {run.style}".strip()) for run in line)


def _points(points: Points, width: int) -> Iterator[Runs]:
    indent = max((cell_len(marker) for marker in points.markers), default=0) + 1
    # One more cell at the margin where there is room: the bullets then stand apart from the text above.
    margin = 1 if width > NARROW else 0
    for number, (marker, item) in enumerate(zip(points.markers, points.items, strict=True)):
        if number and points.loose:
            yield ()
        lead = Run(" " * margin + marker.rjust(indent - 1) + " ", BAR)
        inside = lay_blocks(item, width - indent - margin) if points.loose else _tight(item, width - indent - margin)
        for index, line in enumerate(inside or [()]):
            yield (lead if index == 0 else Run(" " * (indent + margin)), *line)


def _tight(blocks: Sequence[Block], width: int) -> list[Runs]:
    """An item's blocks without blank lines between them, as it was written."""
    return [line for block in blocks for line in _lay(block, width)]


def _at_the_edge(typed: Sequence[str], width: int) -> Sequence[str]:
    """A drawing too wide for the page without the spaces all of its lines begin with."""
    if max(map(cell_len, typed), default=0) <= width:
        return typed
    common = min((len(text) - len(text.lstrip(" ")) for text in typed if text.strip()), default=0)
    return [text[common:] for text in typed]


def _drawn(text: str, width: int) -> Iterator[Runs]:
    """A line as typed, a little indented where there is room; one too long goes on below, marked."""
    margin = 2 if width > NARROW else 0
    if cell_len(text) + margin <= width:
        yield (Run(" " * margin + text, DRAWN),)
        return
    first, *rest = _folded(text, width)
    yield (Run(first, DRAWN),)
    for line in rest:
        yield (Run(CONTINUED, BAR), Run(line, DRAWN))


def _folded(text: str, width: int) -> list[str]:
    """The text cut at its last space that fits, keeping the spaces before it."""
    head, rest = text, ""
    while cell_len(head) > width:
        cut = head.rfind(" ", 1)
        if not head[:cut].strip() or cut <= 0:
            break
        head, rest = head[:cut], text[cut:].strip()
    lines = [head] if cell_len(head) <= width else []
    tail = rest if lines else text
    room = max(width - cell_len(CONTINUED), 1)
    return lines + ["".join(run.text for run in line) for line in wrap((Run(tail),), room)] if tail else lines
