"""What a learner says of their own study, what is still missing of the record, and the report of a class; as PDF."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.exercises.making import RUCKSACK
from tests.flows.offices import DRAFT, Office, ready
from tests.flows.playing import argue, played
from tests.flows.registering import UNIT, School, sit, study, take
from trainer.flows.class_reporting import write_class_report
from trainer.flows.statement import OwnRecordFlow, study_statement, write_statement
from trainer.i18n.catalogue import Translator
from trainer.kernel.problems import Refused
from trainer.printing.fonts import GlyphsMissing
from trainer.printing.paint import REPORT, STATEMENT
from trainer.printing.pdf_reading import read_pdf


@pytest.fixture
def school(tmp_path: Path) -> School:
    return School(tmp_path)


def test_a_statement_says_what_was_done_and_that_nobody_checked_it(school: School, tmp_path: Path) -> None:
    anna = school.finished("Anna Rossi")
    said = study_statement(anna, UNIT)
    assert said.learner == "Anna Rossi" and [one.studied_on for one in said.modules] == ["2026-11-21"] * 2
    assert [(one.mark, one.passed) for one in said.exams] == [(1.0, True)]
    assert [(one.mark, one.max, one.passed) for one in said.evidence] == [(20.0, 20, True), (15.0, 15, True)]
    write_statement(anna, UNIT, tmp_path / "it.pdf", ["it"])
    found = read_pdf((tmp_path / "it.pdf").read_bytes())
    assert found.kind == STATEMENT and found.credential is None
    assert "Anna Rossi" in found.text and "Autodichiarazione" in found.text and "Attestazione" not in found.text
    assert (tmp_path / "it.pdf").stat().st_mode & 0o777 == 0o600
    with pytest.raises(Refused, match="exists already"):
        write_statement(anna, UNIT, tmp_path / "it.pdf", ["it"])
    with pytest.raises(Refused, match="no language"):
        write_statement(anna, UNIT, tmp_path / "xx.pdf", ["xx"])
    with pytest.raises(Refused, match="no unit"):
        write_statement(anna, "dem.u9", tmp_path / "u9.pdf", ["it"])


def test_a_name_the_font_lacks_leaves_no_file(school: School, tmp_path: Path) -> None:
    with pytest.raises(GlyphsMissing, match="山"):
        write_statement(school.learner("山田"), UNIT, tmp_path / "x.pdf", ["en"])
    assert not (tmp_path / "x.pdf").exists()


def test_what_is_missing_shrinks(school: School, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    bea = school.learner("Bea")
    flow = OwnRecordFlow(bea, UNIT)

    def met() -> list[str]:
        return [one.name for one in flow.look().conditions if one.met]

    assert met() == ["certifiable"] and len(flow.look().conditions[1].what) == 2 and not flow.look().ready
    study(bea)
    assert met() == ["certifiable", "studied"]
    sit(bea, right=False)
    assert met() == ["certifiable", "studied"]
    school.clock.wait(86_400)
    sit(bea)
    assert met() == ["certifiable", "studied", "exam"]
    argue(bea, played(bea, school.clock, RUCKSACK).attempt)
    assert met() == ["certifiable", "studied", "exam"] and flow.look().conditions[3].what
    assert [one["en"] for one in flow.look().waiting] == ["Yesterday’s rucksack"]
    argue(bea, played(bea, school.clock, "demo-box-on-the-telephone").attempt)
    assert flow.look().ready
    assert flow.usual_file() == "~/dem.u1-bea-2026-11-22.pdf"
    assert flow.write(flow.usual_file(), ["it", "en"]) == tmp_path / "dem.u1-bea-2026-11-22.pdf"
    assert flow.usual_file() == "~/dem.u1-bea-2026-11-22-2.pdf"


def test_the_report_of_a_class(tmp_path: Path) -> None:
    office: Office = ready(School(tmp_path))
    office.flow().issue(office.person(), UNIT, None)
    bea = office.school.handed_in("Bea", study)
    take(office.register, bea)
    for language, words in (("en", "record issued on"), ("it", "attestazione rilasciata")):
        target = tmp_path / f"{language}.pdf"
        assert write_class_report(office.register, UNIT, target, Translator(language)) == 2
        found = read_pdf(target.read_bytes())
        text = " ".join(found.text.split())
        assert found.kind == REPORT and "Anna Rossi" in text and "Bea" in text and words in text
    with pytest.raises(Refused, match="Nobody has handed"):
        write_class_report(Office(office.school, "empty").register, UNIT, tmp_path / "none.pdf", Translator("en"))
    assert DRAFT.name not in text
