"""Calendar days as numbers: days since 1 January 1970 in the calendar of whoever lived them."""

from __future__ import annotations

from datetime import date

_EPOCH = date(1970, 1, 1).toordinal()
_DAY_SECONDS = 86_400


def day_number(at: float, zone_minutes: int) -> int:
    """The day of a moment (``at`` epoch seconds) for somebody ``zone_minutes`` ahead of UTC."""
    return int((at + zone_minutes * 60) // _DAY_SECONDS)


def iso_day(day: int) -> str:
    """The ISO date of a day number. ``OverflowError`` or ``ValueError`` outside the years 1 to 9999."""
    return date.fromordinal(_EPOCH + day).isoformat()


def from_iso_day(text: str) -> int:
    """Inverse of :func:`iso_day`. ``ValueError`` on anything else."""
    return date.fromisoformat(text).toordinal() - _EPOCH
