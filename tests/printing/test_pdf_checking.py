"""A record's PDF is read without trust: it is refused unless it shows what the credential in it says."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, FloatObject, NameObject, TextStringObject

from tests.printing.records import NAMES, credential, fixed, record
from trainer.kernel.problems import Problem
from trainer.printing import paint
from trainer.printing.pdf_checking import check_pdf
from trainer.printing.pdf_limits import LARGEST_BYTES, PdfUnreadable
from trainer.printing.pdf_reading import read_pdf
from trainer.printing.record_pdf import render_record
from trainer.records.reading import NotIntact, UnknownFormat


@cache
def pdf(*languages: str) -> bytes:
    """A record's PDF."""
    return render_record(fixed(), credential(fixed()), languages or ("it",))


def codes(data: bytes) -> set[str]:
    """What a check finds."""
    return {finding.code for finding in check_pdf(data).differences}


def saved(change: Callable[[PdfWriter], object]) -> bytes:
    """The PDF changed by another program."""
    writer = PdfWriter(clone_from=BytesIO(pdf()))
    change(writer)
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


@pytest.mark.parametrize("languages", [("it",), ("en",), ("it", "en"), ("en", "it")])
def test_what_was_printed_passes(languages: tuple[str, ...]) -> None:
    check = check_pdf(pdf(*languages))
    assert check.differences == ()
    assert check.record == fixed()
    assert check.read.languages == languages
    assert check.read.credential == credential(fixed())


def test_a_copy_saved_again_passes() -> None:
    assert saved(lambda writer: None) != pdf()
    assert codes(saved(lambda writer: None)) == set()
    assert codes(saved(lambda writer: [page.compress_content_streams() for page in writer.pages])) == set()


def other_credential(writer: PdfWriter) -> None:
    """Swap the embedded credential for that of somebody else."""
    root = writer.root_object
    entry = root["/AF"][0]["/EF"]["/F"]
    entry.set_data(credential(replace(fixed(), holder=replace(fixed().holder, name="Mario Rossi"))))


def other_content(writer: PdfWriter, old: bytes, new: bytes) -> None:
    """Replace bytes of what the page draws."""
    page = writer.pages[0]
    data = page["/Contents"].get_object().get_data()
    assert old in data
    stream = DecodedStreamObject()
    stream.set_data(data.replace(old, new, 1))
    page[NameObject("/Contents")] = writer._add_object(stream)


def overlay(writer: PdfWriter) -> None:
    """Draw something over the page, in a second stream."""
    page = writer.pages[0]
    more = DecodedStreamObject()
    more.set_data(b"1 1 1 rg 0 0 600 800 re f")
    page[NameObject("/Contents")] = ArrayObject([page.raw_get("/Contents"), writer._add_object(more)])


def letters(writer: PdfWriter) -> None:
    """Let a font's letters look otherwise while the text reads as before."""
    fonts = writer.pages[0]["/Resources"]["/Font"]
    font = next(iter(fonts.values())).get_object()
    font["/FontDescriptor"]["/FontFile2"].set_data(font["/FontDescriptor"]["/FontFile2"].get_data()[:-4] + b"abcd")


def widths(writer: PdfWriter) -> None:
    """Move letters by their widths alone."""
    font = next(iter(writer.pages[0]["/Resources"]["/Font"].values())).get_object()
    font["/Widths"][65] = FloatObject(9)


def note(writer: PdfWriter) -> None:
    """Put a note over the page."""
    parts = {
        "/Type": NameObject("/Annot"),
        "/Subtype": NameObject("/FreeText"),
        "/Rect": ArrayObject([FloatObject(number) for number in (40, 600, 500, 640)]),
        "/Contents": TextStringObject("Mario Rossi"),
    }
    writer.add_annotation(0, DictionaryObject({NameObject(name): value for name, value in parts.items()}))


def script(writer: PdfWriter) -> None:
    """Run a script when the file is opened."""
    action = {"/S": NameObject("/JavaScript"), "/JS": TextStringObject("app.alert('x')")}
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject({NameObject(k): v for k, v in action.items()})


def smaller_page(writer: PdfWriter) -> None:
    """Show a part of the page only."""
    writer.pages[0].mediabox.lower_left = (0, 400)


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (other_credential, {"text"}),
        (overlay, {"drawn"}),
        (letters, {"drawn"}),
        (widths, {"drawn"}),
        (note, {"annotations"}),
        (smaller_page, {"drawn"}),
        (lambda writer: other_content(writer, b"1.6 w", b"1.7 w"), {"drawn"}),
        (lambda writer: writer.add_blank_page(595, 842), {"pages"}),
        (script, {"scripts"}),
        (lambda writer: writer.add_attachment("more.txt", b"more"), {"files"}),
        (lambda writer: writer.add_attachment("credential.json", b"{}"), {"credential", "files"}),
        (lambda writer: writer.pages[0].rotate(180), {"drawn"}),
        (lambda writer: writer.add_metadata({"/Title": "Certificato"}), {"drawn"}),
    ],
)  # fmt: skip
def test_whatever_is_changed_is_found(change: Callable[[PdfWriter], object], found: set[str]) -> None:
    assert found <= codes(saved(change))


def test_the_difference_names_the_words() -> None:
    [finding] = [one for one in check_pdf(saved(other_credential)).differences if one.code == "text"]
    assert finding.values == {"found": NAMES[0], "expected": "Mario Rossi"}


def test_the_page_of_another_language_or_record_is_refused() -> None:
    stamped = pdf("it").replace(b"languages it", b"languages en")
    assert stamped == pdf("it") or codes(stamped) == {"text"}
    other = render_record(record("abr.uc2"), credential(fixed()), ["it"])
    assert "text" in codes(other)


def test_an_increment_or_something_behind_the_end_is_found() -> None:
    writer = PdfWriter(BytesIO(pdf()), incremental=True)
    writer.pages[0].rotate(90)
    target = BytesIO()
    writer.write(target)
    assert "revised" in codes(target.getvalue())
    assert "revised" in codes(pdf() + b"\nmore")
    assert "revised" in codes(pdf() + b"\n1 0 obj\n<<>>\nendobj\n")


def test_a_newer_layout_is_not_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paint, "LAYOUT", 2)
    newer = render_record(fixed(), credential(fixed()), ["it"])
    monkeypatch.undo()
    with pytest.raises(UnknownFormat):
        check_pdf(newer)


def test_a_credential_that_is_none_is_told_as_such() -> None:
    with pytest.raises(UnknownFormat):
        check_pdf(render_record(fixed(), b"no json", ["it"]))
    with pytest.raises(NotIntact):
        check_pdf(render_record(fixed(), b'{"a":1,"a":2}', ["it"]))


def locked() -> bytes:
    """A PDF with a password."""
    writer = PdfWriter(clone_from=BytesIO(pdf()))
    writer.encrypt("secret", algorithm="RC4-128")
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def bomb() -> bytes:
    """A PDF whose embedded file unpacks to a hundred megabytes."""
    writer = PdfWriter(clone_from=BytesIO(pdf()))
    stream = writer.root_object["/AF"][0]["/EF"]["/F"]
    stream._data = zlib.compress(bytes(100_000_000))
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"", b"{}", b"%PDF-1.7", b"%PDF-1.7\n%%EOF", b"x" + b"%PDF-1.7", pdf()[:20_000], pdf()[:-40],
        b"%PDF-1.7\n" + b"0" * LARGEST_BYTES,
        b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 1 0 R>>\nendobj\ntrailer\n<</Root 1 0 R>>\nstartxref\n9\n%%EOF",
        b"%PDF-1.4\n" + b"[" * 100_000 + b"\nstartxref\n9\n%%EOF",
    ],
    ids=range(10),
)  # fmt: skip
def test_what_is_no_whole_pdf_is_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(PdfUnreadable) as refused:
        read_pdf(data)
    assert refused.value.exit_code == 3


@pytest.mark.parametrize("make", [locked, bomb])
def test_locked_files_and_bombs_are_refused(make: Callable[[], bytes]) -> None:
    with pytest.raises(PdfUnreadable):
        read_pdf(make())


def test_a_hundred_pages_are_refused() -> None:
    with pytest.raises(PdfUnreadable, match="more than any"):
        read_pdf(saved(lambda writer: [writer.add_blank_page(100, 100) for _ in range(300)]))


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_a_damaged_byte_is_refused_or_changes_nothing_that_is_seen(data: st.DataObject) -> None:
    whole = bytearray(pdf())
    place = data.draw(st.integers(0, len(whole) - 1))
    whole[place] = data.draw(st.integers(0, 255))
    try:
        check = check_pdf(bytes(whole))
    except Problem:
        return
    if not check.differences:
        assert (
            PdfReader(BytesIO(bytes(whole))).pages[0].extract_text()
            == PdfReader(BytesIO(pdf())).pages[0].extract_text()
        )


def test_a_pdf_of_others_has_no_kind() -> None:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    target = BytesIO()
    writer.write(target)
    read = read_pdf(target.getvalue())
    assert (read.kind, read.layout, read.languages, read.credential) == ("", 0, (), None)
    assert codes(target.getvalue()) == {"credential"}
