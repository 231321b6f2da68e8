"""Pages of marks as PDF bytes: the same paper gives the same bytes.

What a reader of the file needs to know stands in its document information: which document this is, of which layout and
in which languages (:func:`stamp`).
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from trainer.printing.fonts import font, font_name, refuse_lacking
from trainer.printing.marks import Fill, Mark, Stroke, TextMark

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

#: How pages are laid out. A change that alters what any record's page shows needs the next number, with this layout
#: kept as it is: a PDF is verified by printing it again.
LAYOUT = 1

RECORD, STATEMENT, REPORT = "completion-record", "study-statement", "class-report"
CREDENTIAL_NAME = "credential.json"


@dataclass(frozen=True, slots=True)
class Paper:
    """A document ready to be painted. ``made_at`` is ISO with a zone; ``credential`` goes into the file as it is."""

    title: str
    kind: str
    languages: tuple[str, ...]
    made_at: str
    width: float
    height: float
    pages: tuple[tuple[Mark, ...], ...]
    author: str = ""
    credential: bytes | None = None


def stamp(kind: str, languages: tuple[str, ...]) -> str:
    """What the document information says of the file."""
    return f"trainer {kind}; layout {LAYOUT}; languages {','.join(languages)}"


def painted(paper: Paper) -> bytes:
    """The paper as PDF. Raises :class:`~trainer.printing.fonts.GlyphsMissing` before anything is made."""
    refuse_lacking(mark.text for page in paper.pages for mark in page if isinstance(mark, TextMark))
    target = BytesIO()
    canvas = _canvas(paper, target)
    for page in paper.pages:
        for mark in page:
            _draw(canvas, mark, paper.height)
        canvas.showPage()
    if paper.credential is not None:
        from trainer.printing.attaching import attach

        attach(canvas, paper.credential, CREDENTIAL_NAME)
    canvas.save()
    return target.getvalue()


def _canvas(paper: Paper, target: BytesIO) -> Canvas:
    from reportlab.pdfgen.canvas import Canvas

    font("regular")
    canvas = Canvas(
        target, pagesize=(paper.width, paper.height), pageCompression=1, invariant=1, pdfVersion=(1, 7),
        initialFontName=font_name("regular"), lang=paper.languages[0],
    )  # fmt: skip
    canvas.setTitle(paper.title)
    canvas.setAuthor(paper.author)
    canvas.setCreator("Trainer")
    canvas.setSubject(stamp(paper.kind, paper.languages))
    canvas.setProducer("Trainer")
    made = _pdf_date(paper.made_at)
    canvas.setDateFormatter(lambda *_: made)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas


def _pdf_date(iso: str) -> str:
    """``D:20261122093000+01'00'``."""
    digits = iso[:19].translate(str.maketrans("", "", "-:T"))
    zone = iso[19:]
    return f"D:{digits}Z" if zone in ("", "Z") else f"D:{digits}{zone[:3]}'{zone[4:6]}'"


def _draw(canvas: Canvas, mark: Mark, height: float) -> None:
    match mark:
        case TextMark():
            font(mark.style.face)
            canvas.setFillColorRGB(*mark.style.colour)
            canvas.setFont(font_name(mark.style.face), mark.style.size)
            canvas.drawString(mark.x, height - mark.y, mark.text)
        case Fill():
            canvas.setFillColorRGB(*mark.colour)
            canvas.rect(mark.x, height - mark.y - mark.height, mark.width, mark.height, stroke=0, fill=1)
        case Stroke():
            canvas.setStrokeColorRGB(*mark.colour)
            canvas.setLineWidth(mark.thickness)
            canvas.line(mark.x, height - mark.y, mark.to_x, height - mark.to_y)
