"""Days, moments and lengths of time as a language writes them. Babel is imported at the first call (60 ms)."""

from __future__ import annotations

from datetime import UTC, date, datetime


def day(value: date, language: str) -> str:
    """``21 nov 2026`` or ``Nov 21, 2026``."""
    from babel.dates import format_date

    return format_date(value, format="medium", locale=language)


def moment(at: float, language: str) -> str:
    """Day and time of epoch seconds, in the machine's time zone."""
    from babel.dates import format_datetime

    return format_datetime(datetime.fromtimestamp(at, UTC).astimezone(), format="short", locale=language)


def minutes(count: float, language: str) -> str:
    """``24 minuti`` or ``24 minutes``, rounded up: what was used is never understated."""
    from babel.units import format_unit

    return format_unit(int(-(-count // 1)), "duration-minute", length="long", locale=language)
