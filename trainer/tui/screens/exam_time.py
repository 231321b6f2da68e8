"""When an exam says how little time is left."""

from __future__ import annotations

#: Minutes left at which a quiet line says so, and for how many seconds it stays.
WARNINGS = (10, 5, 1)
WARNING_SECONDS = 20


class Warnings:
    """Asked once a second; each number of minutes is due once."""

    def __init__(self, left: float | None) -> None:
        self._next = _next_warning(left)
        self._stays = 0

    def due(self, left: float | None) -> int:
        """Minutes to warn of now; 0 when there is nothing to say."""
        if left is None or not self._next or left > self._next * 60:
            return 0
        # Several may have passed at once while the machine slept: the last one counts.
        passed = min(minutes for minutes in WARNINGS if left <= minutes * 60)
        self._next, self._stays = _next_warning(left), WARNING_SECONDS
        return passed

    def faded(self) -> bool:
        """Whether the last warning has stood long enough; true once."""
        if self._stays:
            self._stays -= 1
            return self._stays == 0
        return False


def _next_warning(left: float | None) -> int:
    return 0 if left is None else next((minutes for minutes in WARNINGS if minutes * 60 < left), 0)
