"""The quiet line at the top: where am I, and on the right who learns (or, in an exam, the clock)."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widget import Widget

from trainer.tui.safe import Plain, joined


class Header(Horizontal):
    """``right`` is any small widget; by default a text that :meth:`show` fills."""

    DEFAULT_CSS = """
    Header { height: 1; padding: 0 3; background: $surface; }
    Header .place { width: 1fr; height: 1; text-wrap: nowrap; text-overflow: ellipsis; }
    Header .aside { width: auto; height: 1; color: $quiet; padding-left: 2; }
    """

    def __init__(self, right: Widget | None = None) -> None:
        super().__init__()
        self._place = Plain(classes="place")
        self._aside = right or Plain(classes="aside")
        self._own = right is not None

    def compose(self) -> ComposeResult:
        yield self._place
        yield self._aside

    def show(self, place: Sequence[str], right: str = "") -> None:
        """``place`` from the general to the particular: the last is where one is."""
        *above, here = place
        quiet = [(part, "$quiet") for part in above]
        self._place.show(joined(*quiet, (here, "bold"), between=" · "))
        if isinstance(self._aside, Plain) and not self._own:
            self._aside.show(right)
