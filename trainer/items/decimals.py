"""Decimal numbers as text: exact, with a point, one way of writing each. What a person types is read elsewhere."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator

#: Digits a number may have before or after its point.
DIGITS = 15
_NUMBER = re.compile(rf"-?[0-9]{{1,{DIGITS}}}(?:\.[0-9]{{1,{DIGITS}}})?")


def canonical(text: str) -> str | None:
    """The number without needless zeros and signs: ``12.50`` becomes ``12.5``; None when it is no such number."""
    if not _NUMBER.fullmatch(text):
        return None
    whole, _, places = text.partition(".")
    digits = whole.lstrip("-").lstrip("0") or "0"
    places = places.rstrip("0")
    sign = "-" if whole.startswith("-") and (digits, places) != ("0", "") else ""
    return f"{sign}{digits}.{places}" if places else f"{sign}{digits}"


def _authored(value: str) -> str:
    found = canonical(value)
    if found is None:
        raise ValueError(f"«{value[:40]}» is no number; write it like 12.5, with a point and no other sign")
    return found


def _not_negative(value: str) -> str:
    if Decimal(value) < 0:
        raise ValueError(f"{value} is less than nothing; write 0 or more")
    return value


DecimalText = Annotated[str, AfterValidator(_authored)]
Tolerance = Annotated[DecimalText, AfterValidator(_not_negative)]
