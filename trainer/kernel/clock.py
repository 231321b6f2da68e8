"""Time as an argument: everything below ``flows`` is given a clock and never reads one itself."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """A source of wall time and of engine time."""

    def now(self) -> datetime:
        """Wall time, aware, in UTC."""
        ...

    def monotonic(self) -> float:
        """Seconds since an arbitrary start; never goes back within one run of the program."""
        ...


class SystemClock:
    """The machine's clocks."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return time.monotonic()


def zone_minutes(clock: Clock) -> int:
    """The machine's offset from UTC at this moment, in minutes."""
    offset = clock.now().astimezone().utcoffset()
    return int(offset.total_seconds() // 60) if offset else 0


def iso(moment: datetime) -> str:
    """UTC timestamp with milliseconds, as journals and stores write it: ``2026-11-21T08:00:00.000Z``."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def iso_moment(at: float) -> str:
    """The same of epoch seconds."""
    return iso(datetime.fromtimestamp(at, UTC))


def from_iso(text: str) -> datetime:
    """Inverse of :func:`iso`. Raises ``ValueError`` on anything without a time zone."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(f"timestamp without time zone: {text}")
    return moment.astimezone(UTC)
