"""The quick pieces of the way to a record; the way itself, in both languages: ``bash .ci/run --full``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.e2e.certifying.answering import letter_of
from tests.e2e.certifying.known import Known
from tests.e2e.certifying.learning import number_of
from tests.e2e.certifying.machine import Machine
from tests.e2e.certifying.verifying import tampered
from tests.e2e.record import DEMONSTRATION, main
from tests.e2e.terminal import ScreenTimeout
from tests.fixtures import DEMO

OPTIONS = [
    "  ▌   ○ a  Con lo scaffale                                                   ▁",
    "  ▌",
    "  ▌   ● b  Con il cartellino numerato, che si attacca",
    "  ▌        all’oggetto prima di ogni altra cosa",
    "  ▌   ○ c  Con il telefono",
]

BESIDE = [
    "  ▸ ○ –  Tondo, bianco, con bordo e        a  Un comportamento vietato",
    "         barra rossi                          in tutta la sala",
    "    ● b  Triangolo, giallo                 b  Un pericolo",
]


def test_a_unit_that_is_not_certifiable_is_refused_and_nothing_played(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    units = [{"id": "abr.uc1", "readiness": "in_preparation"}, {"id": "abr.uc2", "readiness": "certifiable"}]
    asked: list[tuple[str, ...]] = []

    def command(_: Machine, name: str, *arguments: str) -> str:
        asked.append((name, *arguments))
        return json.dumps({"qualifications": [{"units": units}]})

    monkeypatch.setattr(Machine, "command", command)
    assert main(["--unit", "abr.uc1", "--frames", str(tmp_path)]) == 1
    assert "abr.uc1 yet: the unit is not certifiable (in preparation)" in capsys.readouterr().out
    assert [name for name, *_ in asked] == ["catalogue"]


def test_a_unit_there_is_not_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--unit", "abr.uc99"]) == 1
    assert "«abr.uc99»" in capsys.readouterr().out


def test_the_demonstration_is_known_whole() -> None:
    known = Known(DEMO, DEMONSTRATION)
    assert (known.qualification, known.modules, known.questions) == ("dem", ["demo-intake", "demo-return"], 10)
    assert {script.kind for script in known.reserved} == {"dialogue", "desk"}
    for slug in known.modules:
        for lesson, pages in known.lessons(slug):
            assert sum(map(len, pages)) == len(lesson["checks"]) and len(pages) == len(lesson["pages"])


@pytest.mark.parametrize("language", ["it", "en"])
def test_an_item_is_known_by_its_question(language: str) -> None:
    known = Known(DEMO, DEMONSTRATION)
    for item in known.items:
        wrapped = item["stem"][language].replace(" ", "\n   ")
        assert known.asked(wrapped, language) is item
    with pytest.raises(ScreenTimeout):
        known.asked("no question at all", language)


def test_the_letter_before_an_option_is_read_however_it_wraps() -> None:
    assert letter_of("Con lo scaffale", OPTIONS) == "a"
    assert letter_of("Con il cartellino numerato, che si attacca all’oggetto prima di ogni altra cosa", OPTIONS) == "b"
    assert letter_of("Con il telefono", OPTIONS) == "c"
    assert letter_of("Con il telefax", OPTIONS) == letter_of("Nulla", OPTIONS) == ""


def test_letters_are_read_in_a_column_beside_rows() -> None:
    assert letter_of("Un comportamento vietato in tutta la sala", BESIDE) == "a"
    assert letter_of("Un pericolo", BESIDE) == "b"


def test_numbers_are_read_from_a_message() -> None:
    assert number_of("page {page} of {pages}", "• ●   page 12 of 14 · 8 minutes") == 12
    assert number_of("Domanda {number} di {count}", "nothing of the kind") == 0


def test_a_tampered_copy_has_another_holder_and_is_json_still(tmp_path: Path) -> None:
    holder = {"type": "IdentityObject", "identityType": "name", "identityHash": "Ada Rossi"}
    file = tmp_path / "record.json"
    file.write_text(json.dumps({"credentialSubject": {"identifier": [{"identityType": "x"}, holder]}}), "utf-8")
    copy = tampered(file)
    assert copy != file and "Ada Rossi Bis" in copy.read_text("utf-8") and "Bis" not in file.read_text("utf-8")
    assert json.loads(copy.read_text("utf-8"))
