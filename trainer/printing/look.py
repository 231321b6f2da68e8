"""How documents look: the styles of their parts, all derived from the size of running text."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.printing.marks import ACCENT, INK, MUTED, PAGE_HEIGHT, PAGE_WIDTH, Style

#: The margins of an upright page, in points.
LEFT = 42.0
TOP = 36.0
BOTTOM = 28.0
WIDTH = PAGE_WIDTH - 2 * LEFT
HEIGHT = PAGE_HEIGHT - TOP - BOTTOM

TITLE = Style("bold", 20, ACCENT, 1.12)
SUBTITLE = Style("regular", 11, MUTED, 1.25)
NAME = Style("bold", 23, INK, 1.15)
UNIT = Style("medium", 13, ACCENT, 1.22)
LEAD = Style("regular", 8.8, INK, 1.26)
SMALL = Style("regular", 6.6, MUTED, 1.25)


@dataclass(frozen=True, slots=True)
class Look:
    """The styles for running text of ``size`` points."""

    size: float

    @property
    def text(self) -> Style:
        return Style("regular", self.size)

    @property
    def strong(self) -> Style:
        return Style("medium", self.size)

    @property
    def muted(self) -> Style:
        return Style("regular", self.size, MUTED)

    @property
    def heading(self) -> Style:
        return Style("bold", self.size + 0.8, ACCENT)

    @property
    def label(self) -> Style:
        """Over a fact at the side."""
        return Style("medium", max(self.size - 1.2, 5.8), MUTED)

    @property
    def small(self) -> Style:
        return Style("regular", max(self.size - 0.8, 6.0), MUTED)

    @property
    def gap(self) -> float:
        """Between two parts of the page."""
        return self.size * 0.95
