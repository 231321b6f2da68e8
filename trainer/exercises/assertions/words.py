"""Cutting an assertion into words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal

Literal = str | Decimal | date | time

_WORD = re.compile(
    r"""\s*(?:
      "(?P<text>[^"]*)"
    | (?P<day>\d{4}-\d{2}-\d{2})(?![\w-])
    | (?P<time>\d{1,2}:\d{2})(?!\d)
    | (?P<number>-?\d+(?:\.\d+)?)(?![\w-])
    | (?P<name>[a-z][a-z0-9_-]*)
    | (?P<sign>==|!=|<=|>=|[<>(),.\[\]])
    )""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word: ``text``, ``day``, ``time``, ``number``, ``name``, ``sign`` or ``end``, and what it says."""

    kind: str
    value: Literal


def words(line: str) -> list[Word]:
    """The words of a line, with an ``end`` after the last. ``ValueError`` where something is none."""
    found, place = list[Word](), 0
    line = line.rstrip()
    while place < len(line):
        match = _WORD.match(line, place)
        if match is None or match.lastgroup is None:
            raise ValueError(f"«{line[place:].strip()[:20]}» cannot be read")
        found.append(Word(match.lastgroup, _value(match.lastgroup, match[match.lastgroup])))
        place = match.end()
    return [*found, Word("end", "")]


def _value(kind: str, text: str) -> Literal:
    try:
        match kind:
            case "day":
                return date.fromisoformat(text)
            case "time":
                return time.fromisoformat(text.zfill(5))
            case "number":
                return Decimal(text)
    except ValueError:
        raise ValueError(f"«{text}» is no {kind} that exists") from None
    return text
