"""The one widget of the pane: lines for the room it has, drawn again where they changed."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.content import Content

from trainer.tui.widgets.canvas import Canvas
from trainer.tui.widgets.item_paint import BLANK, Drawn

#: Cells and lines below which nothing is drawn: the screen asks for a larger window then.
LEAST = (40, 8)


class Board(Canvas, can_focus=True):
    """Shows what ``make`` gives for its width and height; ``before_key`` runs before a key is acted on."""

    DEFAULT_CSS = "Board { width: 1fr; height: 1fr; max-width: 150; padding: 0; }"

    def __init__(
        self,
        make: Callable[[int, int], list[Content]],
        before_key: Callable[[str], None],
        *,
        classes: str | None = None,
    ) -> None:
        super().__init__(classes=classes)
        self._make, self._before_key = make, before_key

    def paint(self) -> None:
        """Draw what changed."""
        width, height = self.size.width, self.size.height
        if width >= LEAST[0] and height >= LEAST[1]:
            lines = self._make(width, height)[:height]
            self.show(Drawn((*lines, *[BLANK] * (height - len(lines)))))

    def on_resize(self, _: events.Resize) -> None:
        self._strips.clear()
        self.paint()

    def on_key(self, event: events.Key) -> None:
        """Told before the bindings: what was changed is sent before anything else is done."""
        self._before_key(event.key)
