"""The font of every page: registered once, measured, and asked which characters it lacks.

It must have what European names are written with. What it lacks is refused by name; a page never shows an empty box.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.kernel.problems import N_, Refused
from trainer.printing.marks import Face, Style

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont

#: How many missing characters a sentence names.
_NAMED_AT_MOST = 8

_FILES: dict[Face, str] = {"regular": "Roboto-Regular.ttf", "medium": "Roboto-Medium.ttf", "bold": "Roboto-Bold.ttf"}


class GlyphsMissing(Refused):
    """A text has characters the font cannot draw; ``values["characters"]`` names them. Nothing was written."""


@cache
def font(face: Face) -> TTFont:
    """The font of a face, known to reportlab by :func:`font_name`."""
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    found = TTFont(font_name(face), str(font_file(face)))
    registerFont(found)
    return found


def font_file(face: Face) -> Path:
    """The TrueType file of a face: Roboto (Apache-2.0) as the package font-roboto carries it."""
    import font_roboto

    return Path(font_roboto.font_directory, _FILES[face])


def font_name(face: Face) -> str:
    """What reportlab calls the face."""
    return f"Trainer-{face}"


def text_width(text: str, style: Style) -> float:
    """How wide a text stands, in points."""
    return _width_of(text, style.face) * style.size


@lru_cache(maxsize=16_384)
def _width_of(text: str, face: Face) -> float:
    """The width at one point: a page is laid out in several sizes until it fits."""
    return float(font(face).stringWidth(text, 1))


def lacking(text: str) -> tuple[str, ...]:
    """The characters of ``text`` that cannot be drawn as they should be, each once, in their order.

    Besides those without a glyph: marks that stand over another letter and letters written from right to left, which
    would need shaping that a PDF made here does not have; and what cannot be seen.
    """
    return tuple(sign for sign in dict.fromkeys(text) if sign != "\n" and not _drawable(sign))


@cache
def _drawable(sign: str) -> bool:
    shaped = unicodedata.combining(sign) or unicodedata.bidirectional(sign) in ("R", "AL", "AN")
    invisible = unicodedata.category(sign).startswith("C")
    return not shaped and not invisible and all(ord(sign) in font(face).face.charToGlyph for face in _FILES)


def refuse_lacking(texts: Iterable[str]) -> None:
    """Raise :class:`GlyphsMissing` for the first text that cannot be drawn as it is."""
    for text in texts:
        if found := lacking(text):
            named = ", ".join(f"{sign} (U+{ord(sign):04X})" for sign in found[:_NAMED_AT_MOST])
            raise GlyphsMissing(
                N_(
                    "«{text}» cannot be printed: the font has no glyph for {characters}. Write it with Latin, Greek or "
                    "Cyrillic letters; nothing was made."
                ),
                text=text if len(text) <= 80 else text[:79] + "…",
                characters=named,
            )
