"""A compositor that asks widgets only for the rows of the screen that changed.

Textual 8 asks every visible widget for all of its lines whenever one line changed: a tenth of the time from a key to
its frame. What is drawn is the same.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual._compositor import Compositor
from textual.geometry import Region
from textual.strip import Strip


class ChangedRows(Compositor):
    """As Textual's own, but for how much it asks for."""

    def _get_renders(self, crop: Region | None = None) -> Iterable[tuple[Region, Region, list[Strip]]]:
        if not crop:
            yield from super()._get_renders(crop)
            return
        # Whole rows: where a line is cut into widgets, each must be asked for its part.
        rows = Region(0, crop.y, self.size.width, crop.height)
        for widget, (region, clip) in self.visible_widgets.items():
            wanted = clip.intersection(rows)
            part = region.intersection(wanted)
            if part.width and part.height:
                yield region, wanted, widget.render_lines(part.translate(-region.offset))
