"""Whether a PDF shows what the credential in it says: the record is printed again and compared part by part.

Nothing on the page is trusted, neither its text (a font can show other letters than it says) nor the absence of more:
every object that a reader of the file can reach must be there in the new print, and be the same. Only how the file is
packed may differ, so that a copy saved again by another program passes.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.kernel.problems import N_, Problem
from trainer.kernel.text import clean_line
from trainer.printing.paint import LAYOUT, RECORD
from trainer.printing.pdf_graph import same_document
from trainer.printing.pdf_limits import PdfUnreadable, opened
from trainer.printing.pdf_reading import PdfFinding, PdfRead, read_pdf, text_of
from trainer.printing.record_pdf import render_record
from trainer.records.credential import record_of
from trainer.records.reading import UnknownFormat, read_json

if TYPE_CHECKING:
    from trainer.records.record import Record


@dataclass(frozen=True, slots=True)
class PdfCheck:
    """A record's PDF held against the credential in it; ``differences`` is empty when they say the same."""

    read: PdfRead
    record: Record | None
    differences: tuple[PdfFinding, ...]


def check_pdf(data: bytes, cache: Path | None = None) -> PdfCheck:
    """Compare a PDF with what its credential would print. The credential's signature is not looked at here.

    Raises :class:`~trainer.printing.pdf_limits.PdfUnreadable` and what ``trainer.records`` raises for a credential that
    holds no record of ours; ``UnknownFormat`` for a layout of a newer version. A file without a credential (a study
    statement, say) has ``record`` None.
    """
    read = read_pdf(data, with_text=False)
    if read.credential is None:
        missing = PdfFinding("credential", N_("There is no credential in this PDF, or more than one."))
        return PdfCheck(read, None, (missing, *read.findings))
    record = record_of(read_json(read.credential))
    if read.layout > LAYOUT:
        raise UnknownFormat(N_("This PDF was laid out by a newer version of Trainer."))
    return PdfCheck(read, record, _differences(data, read, record, cache))


def _differences(data: bytes, read: PdfRead, record: Record, cache: Path | None) -> tuple[PdfFinding, ...]:
    if read.kind != RECORD:
        return (PdfFinding("kind", N_("The page is not that of a completion record.")), *read.findings)
    try:
        expected = render_record(record, read.credential or b"", read.languages, cache)
    except Problem as problem:
        return (
            PdfFinding("unprintable", N_("Trainer cannot have printed this page: {reason}"), {"reason": problem}),
            *read.findings,
        )
    if data == expected:
        return ()
    compared = _compared(data, expected)
    if read.findings:
        # What was found already explains why the drawing differs.
        compared = [finding for finding in compared if finding.code != "drawn"]
    return (*read.findings, *compared)


def _compared(data: bytes, expected: bytes) -> list[PdfFinding]:
    with opened(expected) as right:
        try:
            with opened(data) as found:
                if len(found.pages) != len(right.pages):
                    template = N_("The PDF has {found} pages; the record has {expected}.")
                    return [PdfFinding("pages", template, {"found": len(found.pages), "expected": len(right.pages)})]
                if same_document(found, right):
                    return []
                return [_text_difference(text_of(found), text_of(right))]
        except PdfUnreadable:
            return [PdfFinding("unreadable", N_("A part of the PDF cannot be read."))]


def _text_difference(found: str, expected: str) -> PdfFinding:
    """The first line that differs; when none does, what is drawn does."""
    lines, rights = found.split("\n"), expected.split("\n")
    for place in range(max(len(lines), len(rights))):
        line, right = lines[place : place + 1], rights[place : place + 1]
        if line != right:
            return PdfFinding(
                "text", N_("The page says «{found}» where the signed credential says «{expected}»."),
                {"found": clean_line("".join(line), 120), "expected": clean_line("".join(right), 120)},
            )  # fmt: skip
    return PdfFinding("drawn", N_("The page has the words of the credential, but is not drawn as Trainer draws it."))
