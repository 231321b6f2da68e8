"""The PDF of a record: the same bytes again, one page, the credential inside, and a layout that stays."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.printing.records import NAMES, credential, fixed, record
from trainer.kernel.problems import Refused
from trainer.printing.marks import Fill, TextMark
from trainer.printing.paint import LAYOUT
from trainer.printing.pdf_reading import read_pdf
from trainer.printing.record_page import record_page
from trainer.printing.record_pdf import render_record

#: SHA-256 of what stands where on the fixed record's page, by languages. A PDF is verified by printing it again: when
#: these change after a release, every PDF issued before is refused. Raise ``LAYOUT`` and keep the old layout instead.
PAGES = {
    ("it",): "b59bc49177b235f8a80b5928158f80a470f3ffb0bb676156d696d2566c0f4c99",
    ("en",): "7cd49ecbae30258602f84feeec016cf324c46e2da147b1f8fca81c72ad42ba53",
    ("it", "en"): "923e05c6207eec4e1c9f9e771f8e016c29ea2bc5335e4571602cee908bb580ff",
}

TOP = Path(__file__).parents[2]
PROGRAM = """
import hashlib
from tests.printing.records import credential, fixed
from trainer.printing.record_pdf import render_record
print(hashlib.sha256(render_record(fixed(), credential(fixed()), ["it", "en"])).hexdigest())
"""


@pytest.mark.parametrize("languages", PAGES, ids="+".join)
def test_the_layout_stays(languages: tuple[str, ...]) -> None:
    assert LAYOUT == 1
    _, marks = record_page(fixed(), languages)
    rows = [
        f"{mark.text} {mark.x:.1f} {mark.y:.1f} {mark.style}" if isinstance(mark, TextMark) else
        f"{type(mark).__name__} {mark.x:.1f} {mark.y:.1f}"
        for mark in marks
    ]  # fmt: skip
    assert hashlib.sha256("\n".join(rows).encode()).hexdigest() == PAGES[languages]


def test_the_same_input_gives_the_same_bytes_in_every_process() -> None:
    found = set()
    for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM], cwd=TOP, env=environment, capture_output=True, text=True, check=True
        )
        found.add(done.stdout)
    assert len(found) == 1


def test_one_page_with_the_credential_as_its_associated_file() -> None:
    raw = credential(fixed())
    reader = PdfReader(BytesIO(render_record(fixed(), raw, ["it"])))
    assert len(reader.pages) == 1
    [entry] = reader.root_object["/AF"]
    found = entry.get_object()
    assert found["/AFRelationship"] == "/Source"
    assert found["/EF"]["/F"].get_data() == raw
    assert found["/EF"]["/F"]["/Subtype"] == "/application/vc"
    assert reader.attachments == {"credential.json": [raw]}
    assert reader.metadata is not None
    assert reader.metadata.title == f"Attestazione di completamento · {NAMES[0]}"
    assert str(reader.root_object["/Lang"]) == "it"


def test_all_fonts_are_inside_the_file() -> None:
    reader = PdfReader(BytesIO(render_record(fixed(), b"{}", ["it"])))
    fonts = reader.pages[0]["/Resources"]["/Font"]
    assert len(fonts) >= 3
    for font in fonts.values():
        assert "/FontFile2" in font.get_object()["/FontDescriptor"]


def test_the_text_can_be_read_and_copied() -> None:
    text = read_pdf(render_record(fixed(), b"{}", ["it", "en"])).text
    assert NAMES[0] in text
    assert fixed().id in text
    assert "Attestazione di completamento" in text
    assert "Completion record" in text


def test_a_language_it_was_not_issued_in_is_refused() -> None:
    with pytest.raises(Refused, match="«de»"):
        render_record(record(), b"{}", ["de"])


def test_the_code_is_drawn_on_white_with_its_quiet_zone() -> None:
    _, marks = record_page(fixed(), ["it"])
    squares = [mark for mark in marks if isinstance(mark, Fill) and mark.colour == (1.0, 1.0, 1.0)]
    [ground] = squares
    place = marks.index(ground)
    modules = [mark for mark in marks[place + 1 :] if isinstance(mark, Fill)]
    step = min(module.height for module in modules)
    assert all(ground.x + 3.9 * step <= module.x for module in modules)
    assert all(module.x + module.width <= ground.x + ground.width - 3.9 * step for module in modules)
    # A module is half a millimetre: a telephone reads it from a print.
    assert step >= 1.2
