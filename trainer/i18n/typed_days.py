"""Reading a day as a language writes it; what cannot be read is asked back with an example, never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from trainer.kernel.problems import N_, Refused

_NUMBERS = re.compile(r"(\d{1,4})[./\-\s]+(\d{1,2})[./\-\s]+(\d{1,4})", re.ASCII)
#: A day and a year around a month's name, in either order.
_NAMED = re.compile(r"([0-9]{1,2})?[\s.,/\-]*([^\W\d_]+)[\s.,/\-]*([0-9]{1,2})?[\s.,/\-]+([0-9]{4})")
_EXAMPLE = date(2027, 3, 28)
#: Longer than any date is written.
_LONGEST = 40


class DayAskedBack(Refused):
    """What was typed is no day as the language writes it."""


def read_day(text: str, language: str) -> date:
    """The day ``text`` is: in numbers in the language's order, with the month's name, or as ``2027-03-28``.

    Raises :class:`DayAskedBack`, with an example, on anything else.
    """
    typed = text.strip()
    for parts in _readings(typed, language) if len(typed) <= _LONGEST else ():
        try:
            return date(*parts)
        except ValueError:
            continue
    raise DayAskedBack(
        N_("«{typed}» is not a date. Write it like {example}."), typed=typed[:_LONGEST], example=day_example(language)
    )


def day_in_numbers(value: date, language: str) -> str:
    """``28/03/2027`` or ``3/28/2027``: as it can be typed."""
    from babel.dates import format_date

    return format_date(value, format=_pattern(language), locale=language)


def day_example(language: str) -> str:
    """How a day is typed; its day of the month cannot be taken for a month."""
    return day_in_numbers(_EXAMPLE, language)


def _pattern(language: str) -> str:
    """The language's short pattern with the whole year."""
    from babel.dates import get_date_format

    return re.sub("y+", "y", get_date_format("short", locale=language).pattern)


def _readings(typed: str, language: str) -> Iterator[tuple[int, int, int]]:
    """Year, month and day, as ``typed`` can be read."""
    if numbers := _NUMBERS.fullmatch(typed):
        first, second, third = (int(part) for part in numbers.groups())
        if len(numbers[1]) > 2:
            yield first, second, third
            return
        order = [sign for sign in _pattern(language) if sign in "dMy"]
        parts = dict(zip(dict.fromkeys(order), (first, second, third), strict=True))
        year = parts["y"] if parts["y"] > 99 else 2000 + parts["y"]
        yield year, parts["M"], parts["d"]
    elif (named := _NAMED.fullmatch(typed)) and (month := _month(named[2], language)):
        day = named[1] or named[3]
        if day and not (named[1] and named[3]):
            yield int(named[4]), month, int(day)


def _month(name: str, language: str) -> int | None:
    from babel.dates import get_month_names

    wanted = name.casefold()
    for width in ("wide", "abbreviated"):
        names = get_month_names(width, locale=language)
        found = (number for number, known in names.items() if known.casefold().rstrip(".") == wanted)
        if (month := next(found, None)) is not None:
            return int(month)
    return None
