"""Values in sentences, as a language writes them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from trainer.kernel.problems import Problem

if TYPE_CHECKING:
    from trainer.i18n.catalogue import Translator


def written(value: object, words: Translator) -> str:
    """A value as the language of ``words`` writes it. Whole numbers stay plain: most are lines and small counts."""
    match value:
        case str() | int():
            return str(value)
        case float() | Decimal() | Fraction():
            from trainer.i18n.numbers import decimal

            return decimal(float(value), words.language)
        case datetime():
            from trainer.i18n.dates import moment

            return moment(value.timestamp(), words.language)
        case date():
            from trainer.i18n.dates import day

            return day(value, words.language)
        case Problem():
            return words.translate(value)
        case Mapping():
            return words.text(value)
        case tuple() | list():
            return ", ".join(written(part, words) for part in value)
        case _:
            return str(value)
