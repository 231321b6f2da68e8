"""The PDF: saved again (accepted), cut, drawn over, with another's words or credential in it; and what only looks so.

These go through the whole of ``trainer record verify``: the page is held against the credential inside the file.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache, partial
from io import BytesIO
from pathlib import Path
from typing import Any

from tests.printing.papers import statement
from tests.records import samples
from tests.records.tampering.case import Case
from trainer.flows.verifying import verify_file
from trainer.printing.record_pdf import render_record
from trainer.printing.statement import render_statement
from trainer.records.issue import written
from trainer.records.issuers import issuer_bytes
from trainer.records.record import Holder, Record

GOOD, DIFFERS, SELF, UNKNOWN = (frozenset({code}) for code in (0, 17, 18, 19))
#: A file that no longer opens is unknown; one that still does is another page.
BROKEN_PDF = frozenset({17, 19})


@cache
def credential() -> bytes:
    """The true one."""
    return written(samples.signed())


@cache
def page(*languages: str) -> bytes:
    """The true page."""
    return render_record(samples.record(), credential(), languages or None)


def found(raw: bytes, status: bytes | None = None, day: str = samples.TODAY) -> int:
    """The exit code of verifying a PDF, the true issuer trusted."""
    with tempfile.TemporaryDirectory() as folder:
        file, issuer, listed = (Path(folder, name) for name in ("file.pdf", "issuer.json", "list.json"))
        file.write_bytes(raw)
        issuer.write_bytes(issuer_bytes(samples.issuer().public()))
        if status is not None:
            listed.write_bytes(status)
        given = listed if status is not None else None
        return verify_file(file, issuers=[str(issuer)], status=given, today=date.fromisoformat(day)).exit_code


def rewritten(raw: bytes, change: Any = lambda writer: None) -> bytes:
    """The PDF as another program saves it, after a change."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(BytesIO(raw)))
    change(writer)
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def drawn_over(writer: Any) -> None:
    """Somebody drew on the page."""
    from pypdf.generic import DecodedStreamObject, NameObject

    stream = DecodedStreamObject()
    stream.set_data(b"0 0 0 rg 100 100 200 200 re f")
    leaf = writer.pages[0]
    leaf[NameObject("/Contents")] = writer._add_object(stream)


def noted(writer: Any) -> None:
    """Somebody put a note on the page."""
    from pypdf.annotations import FreeText

    writer.add_annotation(0, FreeText(text="100/100", rect=(50, 550, 200, 650)))


def named(name: str) -> Record:
    """The record of somebody else."""
    record = samples.record()
    return replace(record, holder=Holder(name, None, None, None, None))


def pages() -> Iterator[Case]:
    raw = page()
    for languages in ((), ("it",), ("en",), ("en", "it")):
        shown = ", ".join(languages) or "as issued"
        yield Case(f"a page, {shown}", GOOD, partial(found, page(*languages), samples.listing()))
    yield Case("saved again by another program", GOOD, partial(found, rewritten(raw)))
    yield Case("revoked", frozenset({13}), partial(found, raw, samples.listing(revoked=(samples.PLACE.number,))))
    yield Case("expired", frozenset({15}), partial(found, raw, None, "2100-01-01"))
    for name, other, expected in (
        ("another's page around the credential", render_record(named("Somebody Else"), credential()), DIFFERS),
        (
            "one letter of the name",
            render_record(named(samples.record().holder.name[:-1] + "h"), credential()),
            DIFFERS,
        ),
        ("a better mark on the page", render_record(_better(), credential()), DIFFERS),
        ("a page drawn over", rewritten(raw, drawn_over), DIFFERS),
        ("a page with a note", rewritten(raw, noted), DIFFERS),
        ("a second page", rewritten(raw, lambda writer: writer.add_blank_page(200, 200)), DIFFERS),
        ("a second file inside", rewritten(raw, lambda writer: writer.add_attachment("more.json", b"{}")), DIFFERS),
        ("something behind the end", raw + b"\n% more\n", DIFFERS),
        ("a second version of the file behind the first", raw + raw, BROKEN_PDF),
        ("cut in half", raw[: len(raw) // 2], BROKEN_PDF),
        ("the last bytes missing", raw[:-12], BROKEN_PDF),
        ("not a PDF", b"%PDF-1.7 hello", UNKNOWN),
        ("no credential inside", rewritten(raw, _emptied), UNKNOWN),
    ):
        yield Case(name, expected, partial(found, other))


def _better() -> Record:
    record = samples.record()
    first, *others = record.evidence
    return replace(record, evidence=(replace(first, mark=first.max), *others))


def _emptied(writer: Any) -> None:
    del writer.root_object["/Names"]


def inside() -> Iterator[Case]:
    """The page is that of the credential; the credential is not what it was."""
    changed, forged = samples.signed(), samples.signed(samples.key("forger"))
    changed["name"] = "Another title"
    foreign = replace(samples.record(samples.key("forger")))
    yield Case("a changed credential", frozenset({10}), partial(_with, samples.record(), written(changed)))
    yield Case("a forger's credential and page", frozenset({12}), partial(_with, foreign, written(forged)))
    yield Case(
        "a forger's credential, the true page", frozenset({12}), partial(_with, samples.record(), written(forged))
    )
    yield Case("no JSON inside", UNKNOWN, partial(_with, samples.record(), b"hello"))
    yield Case(
        "something behind the credential", frozenset({10}), partial(_with, samples.record(), credential() + b"x")
    )


def _with(record: Record, raw: bytes) -> int:
    return found(render_record(record, raw))


def declared() -> Iterator[Case]:
    for languages in (["it"], ["it", "en"]):
        raw = render_statement(statement(), languages)
        yield Case(f"a study statement, {', '.join(languages)}", SELF, partial(found, raw))


FAMILIES = {"PDF": pages, "credential in a PDF": inside, "study statement": declared}
