"""Totals over a module, and what an exam can be drawn from, on copies of the shipped content."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.checking.making import TODAY
from trainer.checking.check import check
from trainer.content.locate import FOLDERS, shipped_root

BANK = "question_banks/gdpr.yaml"
Items = list[dict[str, Any]]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for name in FOLDERS:
        shutil.copytree(shipped_root() / name, tmp_path / name)
    return tmp_path


def rules_after(root: Path, change: Callable[[Items], Items]) -> set[tuple[str, str]]:
    """Rules and severities told of the module once its bank's items are changed."""
    bank = yaml.safe_load((root / BANK).read_text(encoding="utf-8"))
    bank = json.loads(json.dumps(bank | {"items": change(bank["items"])}, default=str))
    (root / BANK).write_text(yaml.safe_dump(bank, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return {(finding.rule, finding.severity) for finding in check([root], TODAY).findings}


def test_too_few_items(copy: Path) -> None:
    assert ("M02", "error") in rules_after(copy, lambda items: items[:40])


def test_too_much_to_remember(copy: Path) -> None:
    found = rules_after(copy, lambda items: [item | {"level": "remember"} for item in items])
    assert {("M04", "error"), ("X03", "error")} <= found


def test_skills_tested_as_knowledge_only(copy: Path) -> None:
    assert ("C05", "error") in rules_after(copy, lambda items: [item | {"level": "understand"} for item in items])


def _all_for_both(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Only an open answer stays where it is: no exam can mark it."""
    return [item | {"use": "both"} if item["kind"] != "open" else item for item in items]


def test_too_few_items_for_exams(copy: Path) -> None:
    assert ("M03", "error") in rules_after(copy, _all_for_both)


def test_nothing_is_counted_over_a_bank_that_cannot_be_read(copy: Path) -> None:
    found = rules_after(copy, lambda items: [items[0] | {"level": "guess"}])
    assert ("F01", "error") in found
    assert not {rule for rule, severity in found if severity == "error"} & {"M02", "M03", "M04", "C05", "X03"}


def test_an_exam_over_modules_in_preparation_is_not_feasible_yet(copy: Path) -> None:
    exam = yaml.safe_load((copy / "courses/exams/gdpr.yaml").read_text(encoding="utf-8"))
    sections = [section | {"modules": ["team-coordination"], "lessons": []} for section in exam["sections"]]
    text = yaml.safe_dump(exam | {"id": "team-coordination", "sections": sections}, allow_unicode=True)
    (copy / "courses/exams/team-coordination.yaml").write_text(text, encoding="utf-8")
    told = check([copy / "courses/exams/team-coordination.yaml"], TODAY).findings
    assert [(f.rule, f.severity) for f in told] == [("X03", "info")]
    assert "team-coordination" in told[0].message


def test_a_lesson_the_module_does_not_list(copy: Path) -> None:
    folder = copy / "courses/modules/gdpr/lessons"
    for path in folder.glob("08-switzerland.*"):
        path.rename(folder / path.name.replace("08-", "09-"))
    assert [f.rule for f in check([folder / "09-switzerland.yaml"], TODAY).findings] == ["I05"]
