"""Unit exams before all of their modules exist, under their own law, and modules that are somebody's own."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.checking.making import TODAY
from tests.fixtures import DEMO, change
from trainer.checking.check import check
from trainer.checking.findings import Finding

EXAM, BANK = "courses/exams/dem.u1.yaml", "question_banks/demo-return.yaml"
STANDARD = "courses/qualifications/dem.yaml"


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DEMO, tmp_path / "demo"))


def found(root: Path, rule: str) -> list[Finding]:
    return [finding for finding in check([root], TODAY).findings if finding.rule == rule]


def without(root: Path, module: str) -> None:
    shutil.rmtree(root / "courses/modules" / module)
    (root / f"question_banks/{module}.yaml").unlink()


def test_the_demonstration_is_sound_and_its_small_modules_are_only_told() -> None:
    report = check([DEMO], TODAY)
    assert {finding.severity for finding in report.findings} == {"info"}
    assert {finding.rule for finding in report.findings} == {"M01", "M02"}
    assert all(one.taught and one.tested for one in report.coverage.values())


def test_a_module_in_preparation_is_told_and_the_rest_is_counted(demo: Path) -> None:
    without(demo, "demo-return")
    (told,) = found(demo, "X03")
    assert (told.severity, told.line) == ("info", 2)
    assert told.message.startswith("Only 6 of 10 items can be drawn yet") and "demo-return" in told.message
    line = change(demo / EXAM, "analyse: 2", "analyse: 4")
    assert [(one.severity, one.line) for one in found(demo, "X03")] == [("info", 2), ("error", line), ("error", line)]


def test_without_any_module_it_is_only_told(demo: Path) -> None:
    for module in ("demo-intake", "demo-return"):
        without(demo, module)
    (told,) = found(demo, "X03")
    assert told.severity == "info" and told.message.startswith("The exam cannot be drawn yet: demo-intake, demo-return")


def test_a_unit_exam_is_counted_under_the_law_of_its_own_qualification(demo: Path) -> None:
    bank = demo / BANK
    bank.write_text(bank.read_text(encoding="utf-8").replace("jurisdiction: none", "jurisdiction: CH"), "utf-8")
    lacking = found(demo, "X03")
    assert {one.severity for one in lacking} == {"error"} and len(lacking) == 8  # four levels in two pools
    change(demo / STANDARD, "jurisdictions: [none]", "jurisdictions: [CH, none]")
    assert found(demo, "X03") == []


def test_a_unit_exam_of_no_unit_and_one_that_leaves_a_module_out(demo: Path) -> None:
    line = change(demo / EXAM, "subject: dem.u1", "subject: dem.u7")
    (told,) = found(demo, "X04")
    assert (told.severity, told.line) == ("error", line) and "dem.u7" in told.message
    change(demo / EXAM, "subject: dem.u7", "subject: dem.u1")
    change(demo / EXAM, "modules: [demo-return]", "modules: [demo-intake]")
    (told,) = found(demo, "X04")
    assert "draws nothing from «demo-return»" in told.message


def test_one_id_for_two_exams(demo: Path) -> None:
    (demo / "courses/exams/again.yaml").write_text((demo / EXAM).read_text(encoding="utf-8"), encoding="utf-8")
    (told,) = found(demo, "I01")
    assert (told.file, told.line) == (f"{demo.as_posix()}/{EXAM}", 2) and "courses/exams/again.yaml" in told.message
