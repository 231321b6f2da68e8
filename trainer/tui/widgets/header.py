"""The quiet line at the top: where am I, and on the right who learns (or, in an exam, the clock)."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.strip import Strip
from textual.widget import Widget

from trainer.tui.safe import joined, plain
from trainer.tui.widgets.line import line_strip


class Place(Widget):
    """Where one is, and at the right end a quiet word; one line, cut where it does not fit."""

    DEFAULT_CSS = "Place { width: 1fr; height: 1; }"
    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self._place, self._aside = Content(""), Content("")

    def show(self, place: Sequence[str], right: str = "") -> None:
        """``place`` from the general to the particular: the last is where one is."""
        *above, here = place
        quiet = [(part, "$quiet") for part in above]
        shown = joined(*quiet, (here, "bold"), between=" · "), plain(right, "$quiet")
        if not (shown[0].is_same(self._place) and shown[1].is_same(self._aside)):
            self._place, self._aside = shown
            self.refresh()

    def render(self) -> Content:
        width = self.size.width
        aside = self._aside.truncate(width // 2, ellipsis=True)
        place = self._place.truncate(width - aside.cell_length - 2 * bool(aside), ellipsis=True)
        return place + Content(" " * (width - place.cell_length - aside.cell_length)) + aside

    def render_line(self, y: int) -> Strip:
        return line_strip(self, self.render(), self.size.width)


class Header(Place):
    """The line with the learner's name on the right."""

    DEFAULT_CSS = "Header { padding: 0 3; background: $surface; }"


class HeaderWith(Horizontal):
    """The line with a small widget of the screen's own on the right."""

    DEFAULT_CSS = "HeaderWith { height: 1; padding: 0 3; background: $surface; }"

    def __init__(self, right: Widget) -> None:
        super().__init__()
        self._place, self._right = Place(), right

    def compose(self) -> ComposeResult:
        yield self._place
        yield self._right

    def show(self, place: Sequence[str], right: str = "") -> None:
        """``right`` is not shown: that end belongs to the widget."""
        self._place.show(place)
