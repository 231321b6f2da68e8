"""A drawing in characters: layers of shapes in centimetres, one for each style, and signs that stand over them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import hypot

from textual.content import Content

from trainer.tui.plays.workstation.blocks import FINE, nearest
from trainer.tui.plays.workstation.raster import Point, Raster, Scale

#: Cells a line is wide at least.
_THINNEST = 0.25


@dataclass
class Drawing:
    """Layers of shapes in centimetres, by style, and characters that stand over them."""

    width: int
    height: int
    scale: Scale
    layers: dict[str, Raster] = field(default_factory=dict)
    signs: dict[tuple[int, int], tuple[str, str]] = field(default_factory=dict)

    def layer(self, style: str) -> Raster:
        """The layer of this style; layers made first lie above the others."""
        return self.layers.setdefault(style, Raster(self.width, self.height))

    def disc(self, style: str, centre: Point, radius: float) -> None:
        """Fill a circle."""
        per = self.scale.cells_per_cm
        self.layer(style).disc(self.scale.at(centre), radius * per, radius * per / 2)

    def box(self, style: str, left: float, low: float, right: float, high: float) -> None:
        """Fill an upright rectangle; what is thin stays seen however small the drawing."""
        per = self.scale.cells_per_cm
        low, right = min(low, high - 2 * _THINNEST / per), max(right, left + _THINNEST / per)
        self.shape(style, [(left, low), (right, low), (right, high), (left, high)])

    def shape(self, style: str, places: Sequence[Point]) -> None:
        """Fill a convex polygon."""
        self.layer(style).polygon([self.scale.at(place) for place in places])

    def limb(self, style: str, start: Point, end: Point, first: float, last: float | None = None) -> None:
        """A thick line with round ends, ``first`` and ``last`` its half widths."""
        last = first if last is None else last
        length = hypot(end[0] - start[0], end[1] - start[1])
        self.disc(style, start, first)
        self.disc(style, end, last)
        if length:
            dx, dy = (end[1] - start[1]) / length, (start[0] - end[0]) / length
            ends = ((start, first), (end, last), (end, -last), (start, -first))
            self.shape(style, [(x + dx * by, y + dy * by) for (x, y), by in ends])

    def clear(self, style: str, gap: float, start: Point, end: Point, first: float, last: float) -> None:
        """A limb before everything in the layer of another style: what is behind it ends a ``gap`` before it."""
        cut = Raster(self.width, self.height)
        kept, self.layers[""] = self.layers.get(style, cut), cut
        self.limb("", start, end, first + gap, last + gap)
        del self.layers[""]
        kept.erase(cut)

    def sign(self, x: int, y: int, text: str, style: str) -> None:
        """Write characters over the shapes, where they lie in the drawing."""
        for at, char in enumerate(text):
            if 0 <= x + at < self.width and 0 <= y < self.height:
                self.signs[x + at, y] = (char, style)

    def free(self, x: int, y: int, count: int = 1) -> bool:
        """Whether nothing is drawn in so many cells of a line."""
        if not (0 <= y < self.height and x >= 0 and x + count <= self.width):
            return False
        there = range(x, x + count)
        return not any((at, y) in self.signs or any(one.cell(at, y) for one in self.layers.values()) for at in there)

    def lines(self) -> list[Content]:
        """The drawing, line by line, each as wide as the drawing."""
        return [self._line(y) for y in range(self.height)]

    def _line(self, y: int) -> Content:
        layers = [(style, one) for style, one in self.layers.items() if one.in_line(y)]
        parts: list[tuple[str, str]] = []
        for x in range(self.width):
            char, style = self.signs.get((x, y)) or _mixed([(style, one.cell(x, y)) for style, one in layers])
            if parts and parts[-1][1] == style:
                parts[-1] = (parts[-1][0] + char, style)
            else:
                parts.append((char, style))
        return Content.assemble(*parts)


def _mixed(found: Sequence[tuple[str, int]]) -> tuple[str, str]:
    """One character for what the layers have in a cell: who has most of it, before the colour of who has the rest."""
    there = sorted(((mask, style) for style, mask in found if mask), key=lambda one: -one[0].bit_count())
    if not there:
        return " ", ""
    most, style = there[0]
    if len(there) == 1:
        return nearest(most), style
    other, behind = there[1][0] & ~most, there[1][1]
    if other.bit_count() * 2 > FINE * FINE - most.bit_count():
        return nearest(most), f"{style} on {behind}"
    return nearest(most if most.bit_count() > 2 * other.bit_count() else most | other), style
