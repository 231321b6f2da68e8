"""A share as a bar of characters, with a mark where it should reach."""

from __future__ import annotations

from textual.content import Content

FULL, EMPTY, MARK = "█", "░", "│"


def bar(share: float, width: int, mark: float | None = None) -> Content:
    """``width`` characters, filled to ``share`` (rounded down), ``mark`` drawn as a line at its own share."""
    filled = int(max(0.0, min(1.0, share)) * width + 1e-9)
    place = None if mark is None else min(width - 1, int(mark * width + 1e-9))
    cells = [
        (MARK, "bold") if i == place else (FULL, "$accent") if i < filled else (EMPTY, "$quiet") for i in range(width)
    ]
    return Content.assemble(*cells)
