"""What a laid-out page consists of: texts, strokes and filled boxes, in points from the upper left corner."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

#: A4, upright, in points.
PAGE_WIDTH, PAGE_HEIGHT = 595.276, 841.89

Face = Literal["regular", "medium", "bold"]
Colour = tuple[float, float, float]

WHITE: Colour = (1.0, 1.0, 1.0)
INK: Colour = (0.11, 0.15, 0.19)
MUTED: Colour = (0.36, 0.41, 0.45)
ACCENT: Colour = (0.04, 0.29, 0.36)
HAIRLINE: Colour = (0.76, 0.80, 0.82)
PANEL: Colour = (0.945, 0.957, 0.961)
CAUTION: Colour = (0.62, 0.22, 0.05)


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set; ``leading`` is the distance of its lines as a multiple of ``size``."""

    face: Face
    size: float
    colour: Colour = INK
    leading: float = 1.24

    @property
    def line(self) -> float:
        """The height of a line in points."""
        return self.size * self.leading

    def sized(self, size: float) -> Style:
        """The same in another size."""
        return replace(self, size=size)

    def in_colour(self, colour: Colour) -> Style:
        """The same in another colour."""
        return replace(self, colour=colour)


@dataclass(frozen=True, slots=True)
class TextMark:
    """One line of text in one style; ``y`` is its base line, ``width`` what it measures."""

    x: float
    y: float
    text: str
    style: Style
    width: float


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line."""

    x: float
    y: float
    to_x: float
    to_y: float
    thickness: float
    colour: Colour


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled box."""

    x: float
    y: float
    width: float
    height: float
    colour: Colour


Mark = TextMark | Stroke | Fill


def moved(mark: Mark, right: float, down: float) -> Mark:
    """The mark at another place."""
    if isinstance(mark, Stroke):
        return replace(
            mark, x=mark.x + right, y=mark.y + down, to_x=mark.to_x + right, to_y=mark.to_y + down
        )  # fmt: skip
    return replace(mark, x=mark.x + right, y=mark.y + down)


@dataclass(frozen=True, slots=True)
class Drawn:
    """Marks laid out from a corner of their own, and the height they take."""

    height: float
    marks: tuple[Mark, ...]

    def at(self, x: float, y: float) -> tuple[Mark, ...]:
        """The marks with their corner at a place of the page."""
        return tuple(moved(mark, x, y) for mark in self.marks)


NOTHING = Drawn(0.0, ())
