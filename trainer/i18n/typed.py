"""Reading a number as a language writes it; what could be meant otherwise is asked back, never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from trainer.i18n.catalogue import languages
from trainer.i18n.numbers import number
from trainer.kernel.problems import N_, Refused

#: Digits a number may have in all.
MOST_DIGITS = 15
#: What a number can be written with in any language: digits, signs between them, and a sign before them.
_NUMBER = re.compile(r"[-−+]?[0-9.,'’٫٬\u00a0\u202f]*[0-9][0-9.,'’٫٬\u00a0\u202f]*", re.ASCII)
_EXAMPLE = Decimal("12.5")


class NumberAskedBack(Refused):
    """What was typed is no number, or could be another one in another language; nothing is kept."""


def read_number(text: str, language: str, others: Iterable[str] = ()) -> Decimal:
    """The number ``text`` is in ``language``, with its signs for decimals and thousands.

    Raises :class:`NumberAskedBack` when it is none, when it is one only as another language of the program (or of
    ``others``) writes it, and when both read it and do not agree: ``1.500`` is 1500 in one and 1.5 in another.
    """
    typed = text.strip()
    if not _NUMBER.fullmatch(typed):
        raise NumberAskedBack(
            N_("Write one number and nothing else, like {example}."), example=number(_EXAMPLE, language)
        )
    if sum(sign.isdigit() for sign in typed) > MOST_DIGITS:
        raise NumberAskedBack(N_("Write a number of at most {limit} digits."), limit=MOST_DIGITS)
    own = _strictly(typed, language)
    foreign = [value for other in _others(language, others) if (value := _strictly(typed, other)) not in (None, own)]
    if own is not None and not foreign:
        return own
    if own is None and not foreign:
        raise NumberAskedBack(
            N_("Write one number and nothing else, like {example}."), example=number(_EXAMPLE, language)
        )
    written = [number(value, language) for value in (own, *foreign) if value is not None]
    if own is None:
        template = N_("«{typed}» is written the way of another language. If you mean {written}, write {written}.")
        raise NumberAskedBack(template, typed=typed, written=written[0])
    template = N_("«{typed}» can mean two numbers. Write {one} or {other}, as you mean it.")
    raise NumberAskedBack(template, typed=typed, one=written[0], other=written[1])


def _others(language: str, others: Iterable[str]) -> Iterator[str]:
    yield from dict.fromkeys(other for other in (*languages(), *others) if other != language)


def _strictly(typed: str, language: str) -> Decimal | None:
    """The value where every sign stands as the language sets it; None where one does not, or nobody knows how."""
    from babel import UnknownLocaleError
    from babel.numbers import NumberFormatError, parse_decimal

    sign, digits = (-1 if typed[0] in "-−" else 1), typed.lstrip("-−+")
    try:
        value = parse_decimal(digits, locale=language, strict=True)
    except (NumberFormatError, UnknownLocaleError, ValueError, TypeError):  # TypeError: no locale in the environment
        return None
    return value if sign == 1 or not value else value.copy_negate()
