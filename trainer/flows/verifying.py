"""Verifying a record that somebody brings, as JSON or as PDF: without a network, from the file and what is trusted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from trainer.kernel.problems import N_, Problem
from trainer.progress.issuers import LARGEST_FILE, read_given

if TYPE_CHECKING:
    from collections.abc import Mapping

    from trainer.records.findings import Finding
    from trainer.records.issuers import PublicIssuer
    from trainer.records.record import Record

#: The exit codes of a PDF, besides those of ``trainer.records.findings``.
PDF_DIFFERS, SELF_DECLARED = 17, 18
#: Larger than any document of ours; what judges the content says so.
_LARGEST = 4_000_000


@dataclass(frozen=True, slots=True)
class Said:
    """One finding: ``subject`` is ``integrity``, ``issuer``, ``status`` or ``page``; ``exit_code`` 0 where it is good.

    ``kind`` names it for programs; ``template`` is an English sentence for ``values``.
    """

    subject: str
    kind: str
    template: str
    values: Mapping[str, Any]
    exit_code: int


@dataclass(frozen=True, slots=True)
class Verified:
    """All that was found, and the record where it is intact."""

    source: Path
    found: tuple[Said, ...]
    record: Record | None

    @property
    def exit_code(self) -> int:
        """The lowest code of what is wrong; 0 when nothing is."""
        return min((one.exit_code for one in self.found if one.exit_code), default=0)


def verify_file(
    source: Path, *, issuers: Sequence[str] = (), status: Path | None = None, today: date, cache: Path | None = None
) -> Verified:
    """Verify a file. ``issuers`` are files or ``did:key:…``; ``status`` is a file of status lists.

    ``InputUnreadable`` for files that cannot be read, and for an ``issuers`` file that names nobody; whatever is wrong
    with the record itself or the list is a finding.
    """
    raw = read_given(source, _LARGEST)
    trusted = [_trusted(one) for one in issuers]
    listed = None if status is None else read_given(status, _LARGEST)
    if raw.startswith(b"%PDF-"):
        return _pdf(source, raw, trusted, listed, today, cache)
    return _json(source, raw, trusted, listed, today)


def read_shown(source: Path) -> Record:
    """What a file says of itself, JSON or PDF; whether that is true only :func:`verify_file` tells.

    Raises what ``trainer.records`` raises for a file that holds no record of ours.
    """
    from trainer.records.credential import record_of
    from trainer.records.reading import UnknownFormat, read_json

    raw = read_given(source, _LARGEST)
    if raw.startswith(b"%PDF-"):
        from trainer.printing.pdf_reading import read_pdf

        inside = read_pdf(raw, with_text=False).credential
        if inside is None:
            raise UnknownFormat(_NOTHING)
        raw = inside
    return record_of(read_json(raw))


def _trusted(text: str) -> PublicIssuer:
    from trainer.records.issuers import read_trusted

    return read_trusted(text.encode() if text.startswith("did:") else read_given(Path(text), LARGEST_FILE))


def _json(
    source: Path, raw: bytes, trusted: Sequence[PublicIssuer], listed: bytes | None, today: date, *page: Said
) -> Verified:
    from trainer.records.verify import verify

    found = verify(raw, trusted=trusted, status=listed, today=today.isoformat())
    return Verified(source, (*map(_said, found.findings), *page), found.record)


def _said(one: Finding) -> Said:
    return Said(one.subject, one.kind, one.template, one.values, one.exit_code)


def _pdf(
    source: Path, raw: bytes, trusted: Sequence[PublicIssuer], listed: bytes | None, today: date, cache: Path | None
) -> Verified:
    """The credential inside is verified as a file of its own, and the page is held against it."""
    from trainer.printing.paint import STATEMENT
    from trainer.printing.pdf_limits import PdfUnreadable
    from trainer.printing.pdf_reading import read_pdf

    try:
        read = read_pdf(raw, with_text=False)
    except PdfUnreadable as problem:
        return Verified(source, _unknown(problem), None)
    if read.credential is None:
        return Verified(source, _self_declared() if read.kind == STATEMENT else _unknown(Problem(_NOTHING)), None)
    return _json(source, read.credential, trusted, listed, today, *_page(raw, cache))


def _page(raw: bytes, cache: Path | None) -> list[Said]:
    from trainer.printing.pdf_checking import check_pdf
    from trainer.records.reading import UnknownFormat

    try:
        differences = check_pdf(raw, cache).differences
    except UnknownFormat as problem:
        return [Said("page", "unknown", problem.template, problem.values, UNKNOWN)]
    except Problem as problem:
        return [Said("page", "differs", problem.template, problem.values, PDF_DIFFERS)]
    if not differences:
        return [Said("page", "agrees", N_("The page says what the signed credential in it says."), {}, 0)]
    return [Said("page", one.code, one.template, one.values, PDF_DIFFERS) for one in differences]


UNKNOWN = 19
_NOTHING = N_("This PDF holds no credential: it is no completion record of this program.")
_UNTOLD = (
    Said("issuer", "untold", N_("Who issued it cannot be told."), {}, 0),
    Said("status", "untold", N_("Its status cannot be told."), {}, 0),
)


def _unknown(problem: Problem) -> tuple[Said, ...]:
    return (Said("integrity", "unknown", problem.template, problem.values, UNKNOWN), *_UNTOLD)


def _self_declared() -> tuple[Said, ...]:
    said = N_("A study statement, self-declared by a learner: nobody signed it, and there is nothing to verify.")
    return (Said("integrity", "self-declared", said, {}, SELF_DECLARED), *_UNTOLD)
