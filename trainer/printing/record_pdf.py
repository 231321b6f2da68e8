"""The completion record as PDF: one page, with the credential it was made from inside the file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from trainer.kernel.problems import N_, Refused
from trainer.printing.marks import PAGE_HEIGHT, PAGE_WIDTH
from trainer.printing.paint import RECORD, Paper, painted
from trainer.printing.record_page import record_page
from trainer.records.record import Record


def record_paper(
    record: Record, credential: bytes, languages: Sequence[str] | None = None, cache: Path | None = None
) -> Paper:
    """The record laid out; in its own languages unless some of them are chosen."""
    chosen = tuple(languages or record.languages)
    if missing := [language for language in chosen if language not in record.languages]:
        raise Refused(
            N_("This record was not issued in the language «{language}»; it has {languages}."),
            language=missing[0], languages=record.languages,
        )  # fmt: skip
    _, marks = record_page(record, chosen, cache)
    title = f"{record.title[chosen[0]].partition(' – ')[0]} · {record.holder.name}"
    return Paper(
        title=title, kind=RECORD, languages=chosen, made_at=record.issued_at, width=PAGE_WIDTH, height=PAGE_HEIGHT,
        pages=(marks,), author=record.issuer.name, credential=credential,
    )  # fmt: skip


def render_record(
    record: Record, credential: bytes, languages: Sequence[str] | None = None, cache: Path | None = None
) -> bytes:
    """The PDF of a record, with ``credential`` (its signed JSON, byte for byte) inside.

    The same record, credential and languages give the same bytes. ``cache`` only saves time in a checkout. Raises
    :class:`~trainer.printing.fonts.GlyphsMissing`, :class:`~trainer.printing.record_page.TooMuchForAPage`, and
    :class:`~trainer.kernel.problems.Refused` for a language the record was not issued in.
    """
    return painted(record_paper(record, credential, languages, cache))
