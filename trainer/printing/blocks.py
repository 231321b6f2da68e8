"""Putting drawn pieces together: above one another, beside one another, on a panel, under a heading."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from trainer.printing.fonts import text_width
from trainer.printing.marks import HAIRLINE, PANEL, Colour, Drawn, Fill, Mark, Stroke, Style, TextMark, moved


def stack(parts: Iterable[Drawn], gap: float = 0.0) -> Drawn:
    """One below the other; empty ones take no room."""
    y, marks = 0.0, list[Mark]()
    for part in parts:
        if part.marks:
            y += gap if marks else 0.0
            marks += part.at(0, y)
            y += part.height
    return Drawn(y, tuple(marks))


def beside(parts: Sequence[tuple[float, Drawn]]) -> Drawn:
    """Side by side, each at its place from the left; as tall as the tallest."""
    marks = [mark for x, part in parts for mark in part.at(x, 0)]
    return Drawn(max((part.height for _, part in parts), default=0.0), tuple(marks))


def to_the_right(part: Drawn, width: float) -> Drawn:
    """Every line of a text moved to end at ``width``."""
    marks = tuple(
        moved(mark, width - mark.x - mark.width, 0) if isinstance(mark, TextMark) else mark for mark in part.marks
    )
    return Drawn(part.height, marks)


def line(width: float, *, thickness: float = 0.5, colour: Colour = HAIRLINE, room: float = 0.0) -> Drawn:
    """A line across, with ``room`` above and below."""
    return Drawn(2 * room + thickness, (Stroke(0, room, width, room, thickness, colour),))


def panel(part: Drawn, width: float, padding: float, *, colour: Colour = PANEL, height: float = 0.0) -> Drawn:
    """A part on a coloured ground with a margin around it, at least ``height`` tall."""
    tall = max(height, part.height + 2 * padding)
    return Drawn(tall, (Fill(0, 0, width, tall, colour), *part.at(padding, padding)))


def barred(part: Drawn, colour: Colour, indent: float = 8.0, thickness: float = 2.0) -> Drawn:
    """A part with an upright bar on its left."""
    return Drawn(part.height, (Fill(0, 0, thickness, part.height, colour), *part.at(indent, 0)))


def heading(text: str, style: Style, width: float) -> Drawn:
    """A heading with a hairline running from it to the edge."""
    from trainer.printing.typeset import paragraph

    title = paragraph(text, style, width)
    end = text_width(text, style) + 6
    if len(title.marks) > 1 or end > width - 12:
        return title
    return Drawn(
        title.height, (*title.marks, Stroke(end, title.height * 0.55, width, title.height * 0.55, 0.5, HAIRLINE))
    )


def check(size: float, colour: Colour) -> Drawn:
    """A tick, drawn: it needs no glyph."""
    first = Stroke(0, size * 0.55, size * 0.35, size * 0.9, size / 7, colour)
    return Drawn(size, (first, Stroke(size * 0.35, size * 0.9, size, size * 0.1, size / 7, colour)))
