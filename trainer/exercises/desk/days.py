"""The calendar of a desk: which days are worked, and how days are counted to a deadline."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from trainer.kernel.problems import N_

Country = Literal["IT", "CH"]

#: Public holidays with a fixed day: month, day, the first year, and the name. Switzerland: those kept in every canton.
_FIXED: dict[Country, tuple[tuple[int, int, int, str], ...]] = {
    "IT": (
        (1, 1, 0, N_("New Year’s Day")),
        (1, 6, 0, N_("Epiphany")),
        (4, 25, 0, N_("Liberation Day")),
        (5, 1, 0, N_("Labour Day")),
        (6, 2, 0, N_("Republic Day")),
        (8, 15, 0, N_("Assumption Day")),
        (10, 4, 2026, N_("St Francis of Assisi")),
        (11, 1, 0, N_("All Saints’ Day")),
        (12, 8, 0, N_("Immaculate Conception")),
        (12, 25, 0, N_("Christmas Day")),
        (12, 26, 0, N_("St Stephen’s Day")),
    ),
    "CH": (
        (1, 1, 0, N_("New Year’s Day")),
        (8, 1, 0, N_("Swiss National Day")),
        (12, 25, 0, N_("Christmas Day")),
    ),
}
#: Holidays that move with Easter: days after it, and the name.
_MOVING: dict[Country, tuple[tuple[int, str], ...]] = {
    "IT": ((0, N_("Easter Sunday")), (1, N_("Easter Monday"))),
    "CH": ((39, N_("Ascension Day")),),
}


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876, as in Meeus)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


@lru_cache(maxsize=64)
def holidays(country: Country, year: int) -> dict[date, str]:
    """The public holidays of a year with their names, to be translated where they are shown."""
    found = {date(year, month, day): name for month, day, since, name in _FIXED[country] if year >= since}
    return found | {easter(year) + timedelta(days=after): name for after, name in _MOVING[country]}


@dataclass(frozen=True, slots=True)
class Calendar:
    """Monday to Friday are worked, but for public holidays and days that are free here (``also``)."""

    country: Country
    also: frozenset[date] = frozenset()

    @classmethod
    def of(cls, country: Country, also: Iterable[date]) -> Calendar:
        """The calendar with these further days off."""
        return cls(country, frozenset(also))

    def is_worked(self, day: date) -> bool:
        """Whether it is a working day."""
        return day.weekday() < 5 and day not in self.also and day not in holidays(self.country, day.year)

    def next_worked(self, day: date) -> date:
        """The day itself, or the first working day after it."""
        while not self.is_worked(day):
            day += timedelta(days=1)
        return day

    def after(self, day: date, count: int) -> date:
        """The working day that is ``count`` working days after ``day``, which itself is not counted."""
        while count > 0:
            day += timedelta(days=1)
            count -= self.is_worked(day)
        return day


def months_after(day: date, count: int) -> date:
    """The same day ``count`` months later, or the last of that month where there is none."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
