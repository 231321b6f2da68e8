"""Numbers and shares as a language writes them. Babel is imported at the first call (40 ms)."""

from __future__ import annotations

from decimal import Decimal


def integer(value: int, language: str) -> str:
    """With the language's grouping: ``12.500`` or ``12,500``."""
    from babel.numbers import format_decimal

    return format_decimal(value, format="#,##0", locale=language)


def decimal(value: float, language: str, places: int = 2) -> str:
    """At most ``places`` decimals, no trailing zeros: ``0,5`` or ``0.5``."""
    from babel.numbers import format_decimal

    return format_decimal(value, format="#,##0." + "#" * places if places else "#,##0", locale=language)


def percent(share: float, language: str) -> str:
    """A share of 1 in whole per cent, rounded down: a result just below a pass mark never reads as reached."""
    from babel.numbers import format_percent

    # 0.7 * 100 is 70.00000000000001 and 0.29 * 100 is 28.999999999999996: the tolerance keeps both honest.
    return format_percent(int(share * 100 + 1e-9) / 100, locale=language)


def number(value: Decimal, language: str) -> str:
    """Every digit, without grouping, as it is typed: ``1500``, ``12,5`` or ``12.5``."""
    from babel.numbers import format_decimal

    places = max(0, -int(value.as_tuple().exponent))
    return format_decimal(value, format="0." + "0" * places if places else "0", locale=language)
