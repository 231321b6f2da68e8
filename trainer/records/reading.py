"""JSON read strictly: one value, no member twice, nothing behind it, text that is text, of a size a record can have.

White space and the order of members are free, so that a copy written again by another program reads the same.
"""

from __future__ import annotations

import json
import re
from typing import Any, ClassVar

from trainer.kernel.problems import N_, Problem

#: A record of a long unit in two languages takes about 60 kB, a status list 25 kB at the most.
LARGEST_BYTES = 2_000_000
_HALF = re.compile(r"\\u[dD][89a-fA-F]")
_SPACE = " \t\r\n"


class NotIntact(Problem):
    """The file is not, or no longer, what its issuer signed (exit 10)."""

    exit_code: ClassVar[int] = 10


class UnknownFormat(Problem):
    """The file is none of this program's, or of a later version (exit 19)."""

    exit_code: ClassVar[int] = 19


def read_json(raw: bytes) -> dict[str, Any]:
    """The one JSON object that ``raw`` holds.

    Raises :class:`UnknownFormat` for what is too large or no JSON object, :class:`NotIntact` for a member that stands
    twice, for something behind the object and for text that is none.
    """
    if len(raw) > LARGEST_BYTES:
        raise UnknownFormat(N_("The file is too large for a record: more than {most} bytes."), most=LARGEST_BYTES)
    try:
        text = raw.decode("utf-8-sig").lstrip(_SPACE)
        value, end = _DECODER.raw_decode(text)
    except (ValueError, RecursionError):
        raise UnknownFormat(N_("The file is not JSON.")) from None
    if text[end:].strip(_SPACE):
        raise NotIntact(N_("Something was added behind the end of the record."))
    if not isinstance(value, dict):
        raise UnknownFormat(N_("The file is JSON, but no record."))
    if _HALF.search(text):
        _refuse_halves(value)
    return value


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise NotIntact(N_("The member “{member}” stands twice in the file."), member=_shown(name))
        found[name] = value
    return found


def _refuse_constant(name: str) -> Any:
    raise ValueError(name)


_DECODER = json.JSONDecoder(object_pairs_hook=_once, parse_constant=_refuse_constant)


def _shown(name: str) -> str:
    """A member's name from outside, short and in characters every terminal has."""
    return ascii(name)[1:-1][:80]


def _refuse_halves(value: Any) -> None:
    """Half a character is no text; only an escape can bring one in."""
    if isinstance(value, str):
        if any("\ud800" <= letter <= "\udfff" for letter in value):
            raise NotIntact(N_("The file holds text that is not valid Unicode."))
    elif isinstance(value, dict):
        for name, one in value.items():
            _refuse_halves(name)
            _refuse_halves(one)
    elif isinstance(value, list):
        for one in value:
            _refuse_halves(one)
