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


def whole_day(value: date, language: str) -> str:
    """``sabato 21 novembre 2026`` or ``Saturday, November 21, 2026``: what cannot be misread."""
    from babel.dates import format_date

    return format_date(value, format="full", locale=language)


def weekday_and_day(value: date, language: str) -> str:
    """``sab 21 nov`` or ``Sat, Nov 21``."""
    from babel.dates import format_skeleton

    return format_skeleton("MMMEd", value, locale=language)


def day_and_month(value: date, language: str) -> str:
    """``21 nov`` or ``Nov 21``."""
    from babel.dates import format_skeleton

    return format_skeleton("MMMd", value, locale=language)


def month_and_year(value: date, language: str) -> str:
    """``novembre 2026`` or ``November 2026``."""
    from babel.dates import format_skeleton

    return format_skeleton("yMMMM", value, locale=language)


def short_weekdays(language: str) -> tuple[str, ...]:
    """``lun`` … ``dom`` or ``Mon`` … ``Sun``, Monday first as day numbers count."""
    from babel.dates import get_day_names

    names = get_day_names("abbreviated", locale=language)
    return tuple(str(names[number]) for number in range(7))


def months(language: str) -> tuple[str, ...]:
    """``gen`` … ``dic`` or ``Jan`` … ``Dec``."""
    from babel.dates import get_month_names

    names = get_month_names("abbreviated", locale=language)
    return tuple(str(names[number]) for number in range(1, 13))
