"""Texts by language, and the cleaning every foreign text passes before anything else sees it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

#: A text in several languages, by language code: ``{"it": "…", "en": "…"}``.
LocalText = Mapping[str, str]

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

# C0 except tab and newline, DEL and C1, bidirectional controls, zero-width characters, line separators,
# byte-order mark and interlinear annotation: all of them change what a terminal does or what a reader sees.
_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]")


def clean(text: str) -> str:
    """Drop control codes, escape sequences' introducers and invisible direction marks; normalise to NFC."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _UNWANTED.sub("", text.encode("utf-8", "replace").decode("utf-8")))


def is_clean(text: str) -> bool:
    """Whether :func:`clean` would leave ``text`` as it is."""
    # All that is cleaned away counts as not printable; most texts are told by this alone, in a tenth of the time.
    return (text.isprintable() and unicodedata.is_normalized("NFC", text)) or clean(text) == text


def clean_line(text: str, limit: int = 200) -> str:
    """One line of foreign text: cleaned, white space folded, cut at ``limit`` characters."""
    return " ".join(clean(text).split())[:limit]


def in_language(text: LocalText, language: str, *fallbacks: str) -> str:
    """The text in ``language``, else in the first fallback it has, else in whatever language comes first."""
    for wanted in (language, *fallbacks):
        if wanted in text:
            return text[wanted]
    return next(iter(text.values()), "")


def is_slug(text: str) -> bool:
    """Whether ``text`` is an id: lower-case letters, digits and single hyphens."""
    return SLUG.fullmatch(text) is not None


def slug_of(text: str, fallback: str) -> str:
    """A folder name made from what a person wrote: ``Maria Rossi`` gives ``maria-rossi``; 40 characters at most."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode().lower()
    return "-".join("".join(c if c.isalnum() else " " for c in plain).split())[:40].rstrip("-") or fallback
