"""What stands at the right end above an exercise: the language spoken in it, and the time used of the time allotted."""

from __future__ import annotations

from trainer.tui.safe import Plain, joined
from trainer.tui.widgets.clock import written


class PlayClock(Plain):
    """Changes once a second and nothing else with it. ``hidden`` leaves the language only."""

    DEFAULT_CSS = """
    PlayClock { width: auto; max-width: 40; height: 1; padding-left: 2; text-align: right; color: $quiet; }
    """

    def __init__(self, spoken: str, *, hidden: bool = False) -> None:
        super().__init__()
        self._spoken, self._hidden = spoken, hidden
        self._width = 0

    def tell(self, seconds: float, limit: float | None) -> None:
        """Show so many seconds used out of ``limit``; past it a sign says so."""
        over = limit is not None and seconds > limit
        allotted = "" if limit is None else f" / {written(limit)}"
        clock = "" if self._hidden else f"{written(int(seconds))}{allotted}"
        sign = ("!", "bold $warning") if over and clock else ""
        shown = joined(self._spoken, (clock, "bold" if over else ""), sign, between="  ")
        same, self._width = shown.cell_length == self._width, shown.cell_length
        self.show(shown, same_size=same)
