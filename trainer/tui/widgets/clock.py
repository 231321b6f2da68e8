"""The clock of an exam: a small text that changes once a second and nothing else with it."""

from __future__ import annotations

from trainer.tui.safe import Plain

HIDDEN = "––:––"


class Clock(Plain):
    """Shows minutes and seconds left; :meth:`hide` puts dashes in their place."""

    DEFAULT_CSS = "Clock { width: 8; height: 1; text-align: right; color: $accent; text-style: bold; }"

    def __init__(self, *, hidden: bool = False) -> None:
        super().__init__(HIDDEN if hidden else "")
        self.is_hidden = hidden
        self._left: float | None = None

    def tell(self, seconds_left: float | None) -> None:
        """Show the time left; None: there is no limit."""
        self._left = seconds_left
        said = "" if seconds_left is None else HIDDEN if self.is_hidden else written(seconds_left)
        self.show(said, same_size=True)

    def toggle(self) -> None:
        """Hide or show it."""
        self.is_hidden = not self.is_hidden
        self.tell(self._left)


def written(seconds: float) -> str:
    """``24:59``, or ``1:59:59`` from an hour on; a begun second counts as one."""
    whole = int(-(-seconds // 1))
    hours, rest = divmod(whole, 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"
