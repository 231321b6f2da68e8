"""Reading a PDF of ours back: which document it is, the credential in it, its text, and what does not belong there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from trainer.kernel.problems import N_
from trainer.kernel.text import clean
from trainer.printing.paint import CREDENTIAL_NAME
from trainer.printing.pdf_limits import LARGEST_STREAM, PdfUnreadable, opened

if TYPE_CHECKING:
    from pypdf import PdfReader

_STAMP = re.compile(r"trainer ([a-z-]+); layout (\d{1,4}); languages ([a-z]{2,3}(?:,[a-z]{2,3}){0,7})")
_OBJECT = re.compile(rb"(?<![0-9])(\d+)[ \r\n\t]+\d+[ \r\n\t]+obj\b")


@dataclass(frozen=True, slots=True)
class PdfFinding:
    """One thing about a PDF that is not as it should be; ``template`` is an English sentence for ``values``."""

    code: str
    template: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PdfRead:
    """What a PDF is. ``kind`` is one of ``paint``'s documents, or "" when the file does not say that it is ours."""

    kind: str
    layout: int
    languages: tuple[str, ...]
    credential: bytes | None
    pages: int
    text: str
    findings: tuple[PdfFinding, ...]


def read_pdf(data: bytes, *, with_text: bool = True) -> PdfRead:
    """Read a PDF from outside. Nothing in it is believed: see :func:`~trainer.printing.pdf_checking.check_pdf`.

    Raises :class:`~trainer.printing.pdf_limits.PdfUnreadable`. ``with_text=False`` saves reading the pages' text.
    """
    with opened(data) as reader:
        stamp = _STAMP.fullmatch(str(reader.metadata.subject or "") if reader.metadata else "")
        files = _files(reader)
        named = [content for name, content in files if name == CREDENTIAL_NAME]
        return PdfRead(
            kind=stamp[1] if stamp else "",
            layout=int(stamp[2]) if stamp else 0,
            languages=tuple(stamp[3].split(",")) if stamp else (),
            credential=named[0] if len(named) == 1 else None,
            pages=len(reader.pages),
            text=text_of(reader) if with_text else "",
            findings=tuple(_findings(data, reader, len(files))),
        )


def text_of(reader: PdfReader) -> str:
    """The text of all pages, cleaned."""
    return clean("\n".join(page.extract_text() for page in reader.pages))


def _files(reader: PdfReader) -> list[tuple[str, bytes]]:
    """The files embedded in the document, by name."""
    names = _entry(_entry(reader.root_object, "/Names"), "/EmbeddedFiles")
    listed = _entry(names, "/Names") or []
    if not isinstance(listed, list) or len(listed) > 20:
        raise PdfUnreadable(N_("The PDF holds more than any document of ours; it is not read."))
    return [
        (str(_resolved(listed[place])), _content(_resolved(listed[place + 1])))
        for place in range(0, len(listed) - 1, 2)
    ]  # fmt: skip


def _content(specification: Any) -> bytes:
    stream = _entry(_entry(specification, "/EF"), "/F")
    data = bytes(stream.get_data()) if stream is not None else b""
    if len(data) > LARGEST_STREAM:
        raise PdfUnreadable(N_("The PDF holds more than any document of ours; it is not read."))
    return data


def _entry(value: Any, key: str) -> Any:
    value = _resolved(value)
    return _resolved(value.get(key)) if isinstance(value, Mapping) else None


def _resolved(value: Any) -> Any:
    return value.get_object() if hasattr(value, "get_object") else value


def _findings(data: bytes, reader: PdfReader, files: int) -> Iterator[PdfFinding]:
    root = reader.root_object
    if files > 1:
        yield PdfFinding("files", N_("The PDF holds {count} files instead of its credential alone."), {"count": files})
    if any(_entry(page, "/Annots") for page in reader.pages):
        yield PdfFinding("annotations", N_("Somebody put notes, fields or links over the page."))
    if (
        "/OpenAction" in root
        or "/AA" in root
        or _entry(_entry(root, "/Names"), "/JavaScript")
        or any("/AA" in page for page in reader.pages)
    ):
        yield PdfFinding("scripts", N_("The PDF holds a script or an action that runs by itself."))
    if "/AcroForm" in root or "/OCProperties" in root:
        yield PdfFinding("layers", N_("The PDF holds a form or layers that can be shown and hidden."))
    if was_revised(data):
        yield PdfFinding(
            "revised", N_("The PDF was changed after it was made: it holds more than one version of itself.")
        )


def was_revised(data: bytes) -> bool:
    """Whether the file has more than one end, something behind its end, or one object twice."""
    end = data.rfind(b"%%EOF")
    objects = _OBJECT.findall(data)
    many_ends = data.count(b"startxref") != 1 or data.count(b"%%EOF") != 1
    return many_ends or end < 0 or bool(data[end + 5 :].strip()) or len(objects) != len(set(objects))
