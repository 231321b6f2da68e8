"""Points that are filled by shapes, eight by eight a cell, and where in the cells a place in centimetres lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor, sqrt

from trainer.tui.plays.workstation.blocks import FINE

Point = tuple[float, float]
_ROW = (1 << FINE) - 1


class Raster:
    """Points that are filled; places are in cells, from the top left, with fractions."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self._rows = [0] * (height * FINE)

    def polygon(self, points: Sequence[Point]) -> None:
        """Fill a convex polygon."""
        fine = [(x * FINE, y * FINE) for x, y in points]
        sides = [*pairwise(fine), (fine[-1], fine[0])]
        for row in self._between(min(y for _, y in fine), max(y for _, y in fine)):
            y = row + 0.5
            cut = [x0 + (y - y0) / (y1 - y0) * (x1 - x0) for (x0, y0), (x1, y1) in sides if (y0 <= y) != (y1 <= y)]
            if cut:
                self._span(row, min(cut), max(cut))

    def disc(self, centre: Point, across: float, high: float) -> None:
        """Fill an ellipse with these half axes."""
        x, y = centre[0] * FINE, centre[1] * FINE
        a, b = across * FINE, high * FINE
        for row in self._between(y - b, y + b):
            reach = a * sqrt(max(0.0, 1 - ((row + 0.5 - y) / b) ** 2))
            self._span(row, x - reach, x + reach)

    def cell(self, x: int, y: int) -> int:
        """What is filled in a cell, a bit for each point."""
        rows = self._rows[y * FINE : (y + 1) * FINE]
        return sum(((row >> (x * FINE)) & _ROW) << (FINE * at) for at, row in enumerate(rows))

    def in_line(self, y: int) -> bool:
        """Whether anything is filled in a line of cells."""
        return any(self._rows[y * FINE : (y + 1) * FINE])

    def erase(self, other: Raster) -> None:
        """Take away what another has filled."""
        self._rows = [row & ~gone for row, gone in zip(self._rows, other._rows, strict=True)]

    def _between(self, first: float, last: float) -> range:
        return range(max(0, ceil(first - 0.5)), min(len(self._rows), floor(last - 0.5) + 1))

    def _span(self, row: int, left: float, right: float) -> None:
        first, last = max(0, ceil(left - 0.5)), min(self.width * FINE - 1, floor(right - 0.5))
        if last >= first:
            self._rows[row] |= ((1 << (last - first + 1)) - 1) << first


@dataclass(frozen=True, slots=True)
class Scale:
    """Where in the cells a place in centimetres lies; a cell is twice as high as it is wide, and so is the drawing."""

    left: float
    top: float
    cells_per_cm: float

    def x(self, cm: float) -> float:
        """Cells from the left."""
        return (cm - self.left) * self.cells_per_cm

    def y(self, cm: float) -> float:
        """Cells from the top: heights are measured from the floor."""
        return (self.top - cm) * self.cells_per_cm / 2

    def at(self, place: Point) -> Point:
        """A place in cells."""
        return self.x(place[0]), self.y(place[1])
