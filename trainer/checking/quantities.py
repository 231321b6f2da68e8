"""Numbers in texts, read as each language writes them: ``1.234,5`` and ``1,234.5`` are one number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from trainer.checking.wording import plain, tokens
from trainer.checking.words import WordList

_SPACED = r"\d{1,3}(?:[’' \u00a0\u202f]\d{3})+(?!\d)"
_NUMBER = re.compile(rf"{_SPACED}|\d+(?:[.,:]\d+)*")
_SIGN = re.compile(r"([%€°])")
_TIME = re.compile(r"([01]?\d|2[0-4])[.:]([0-5]\d)")

Reading = tuple[str, Fraction]


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written, and every value the signs can stand for in its language (``14.30``: a decimal or a time)."""

    written: str
    readings: frozenset[Reading]


def numbers(text: str, words: WordList) -> list[Number]:
    """The numbers of a text, in order."""
    return list(_numbers(plain(text), words))


def _numbers(text: str, words: WordList) -> Iterator[Number]:
    for found in _NUMBER.finditer(text):
        after = text[found.end() : found.end() + 14].casefold()
        written = re.sub(r"[’' \u00a0\u202f]", "", found[0])
        if readings := frozenset(_readings(written, after, words)):
            yield Number(found[0], readings)
        else:
            yield from (Number(part, frozenset({("number", Fraction(part))})) for part in re.split("[.,:]", written))


def _readings(written: str, after: str, words: WordList) -> Iterator[Reading]:
    shift = _meridian(after, words)
    if (value := decimal(written, words)) is not None:
        yield "number", value * _scale(after, words)
        if shift is not None:
            yield "number", value % 12 + shift
    if time := _TIME.fullmatch(written):
        hour = int(time[1]) if shift is None else int(time[1]) % 12 + shift
        yield "time", Fraction(hour * 60 + int(time[2]))
        if time[2] == "00":
            yield "number", Fraction(hour)


def decimal(written: str, words: WordList) -> Fraction | None:
    """The value of digits with the language's decimal and thousands signs; None when they are not such a number."""
    groups, point = re.escape(words.thousands), re.escape(words.decimal)
    if not re.fullmatch(rf"(?:\d+|\d{{1,3}}(?:{groups}\d{{3}})+)(?:{point}\d+)?", written):
        return None
    return Fraction(written.replace(words.thousands, "").replace(words.decimal, "."))


def _scale(after: str, words: WordList) -> int:
    following = tokens(after)
    return words.scales.get(following[0], 1) if following and after[0].isspace() else 1


def _meridian(after: str, words: WordList) -> int | None:
    found = re.match(r"\s?([a-z]\.?[a-z])\b", after)
    return words.meridian.get(found[1]) if found else None


def unmatched(left: Sequence[Number], right: Sequence[Number]) -> tuple[list[Number], list[Number]]:
    """What is left on both sides after pairing numbers that share a reading."""
    rest, alone = list(right), []
    for number in left:
        mate = next((other for other in rest if other.readings & number.readings), None)
        if mate is None:
            alone.append(number)
        else:
            rest.remove(mate)
    return alone, rest


def in_words(number: Number, text: str, words: WordList) -> bool:
    """Whether the text says the number in words: “two months” against «2 mesi»."""
    known = words.number_words | words.near_numbers
    wanted = {value for kind, value in number.readings if kind == "number"}
    return any(Fraction(known[word]) in wanted for word in tokens(text) if word in known)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit; times are in hours, so that 36 hours come before two days."""

    value: float
    unit: str


def quantity(text: str, words: WordList) -> Quantity | None:
    """The quantity an option consists of («Entro 72 ore», “One month”), or None when it says something else.

    Up to two words may stand before the number and three after the unit; a number in words needs a unit of time.
    """
    pieces = _SIGN.sub(r" \1 ", plain(text).casefold().strip(" .")).replace("€", "").split()
    for index, piece in enumerate(pieces[:3]):
        unit = pieces[index + 1] if index + 1 < len(pieces) else ""
        if len(pieces) > index + 5:
            return None
        if (value := decimal(piece, words)) is None and unit in words.hours and piece in words.number_words:
            value = Fraction(words.number_words[piece])
        if value is not None:
            hours = words.hours.get(unit)
            return Quantity(float(value), unit) if hours is None else Quantity(float(value) * hours, "hours")
    return None


def interval(text: str, words: WordList) -> tuple[float, float] | None:
    """The closed range an option consists of («da 10 a 20 giorni», “between 3 and 5 days”, ``10–20``), or None."""
    number = r"(\d[\d.,]*)"
    shapes = [shape.format(x=number, y=number) for shape in words.ranges]
    for shape in (*shapes, rf"{number}\s*[-–—]\s*{number}"):
        found = re.match(rf"{shape}(?:\s*[%€°])?(?:\s+\w+){{0,2}}\W*$", plain(text).casefold().strip())
        if found:
            low, high = (decimal(part.strip(".,"), words) for part in found.groups()[:2])
            return (float(low), float(high)) if low is not None and high is not None else None
    return None
