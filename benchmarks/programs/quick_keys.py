"""Keys typed faster than Textual's own tests type them, for long sessions whose time is not what is measured."""

from __future__ import annotations

from textual import _wait

#: Seconds between two looks at whether the program still works; Textual's 20 ms make 6,000 keys four minutes.
_LOOK_EVERY = 1 / 1000


def type_quickly() -> None:
    """From now on a pilot waits in steps of 1 ms until one was more than half idle."""
    _wait.SLEEP_GRANULARITY = _LOOK_EVERY
    _wait.SLEEP_IDLE = _LOOK_EVERY / 2
