"""Any folder, module or file can be checked; findings say where, in the words of who asked."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
import yaml

from tests.checking.making import TODAY, single
from trainer.checking.as_json import report_json
from trainer.checking.check import Report, check
from trainer.content.locate import FOLDERS, shipped_root
from trainer.kernel.problems import InputUnreadable

SHIPPED = {"statements": ["abr.uc1.k11"], "facts": ["GDPR-12b"]}


def write_bank(path: Path, *items: dict[str, object], module: str = "gdpr") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    data = json.loads(json.dumps({"version": 1, "module": module, "items": items}))  # no value shared: no aliases
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return path


def rules(report: Report) -> set[str]:
    return {finding.rule for finding in report.findings}


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the shipped content."""
    root = tmp_path_factory.mktemp("copy")
    for name in FOLDERS:
        shutil.copytree(shipped_root() / name, root / name)
    return root


def test_a_loose_bank_stands_on_the_shipped_content(tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "mine.yaml", single(**SHIPPED))
    report = check([bank], TODAY)
    assert [finding.message for finding in report.findings] == []
    assert report.banks["gdpr"].items == 1
    assert report.coverage["abr.uc1.k11"].items == 1
    assert not report.coverage["abr.uc1.k11"].tested


def test_a_finding_names_the_file_as_it_was_asked_for(tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "mine.yaml", single(facts=["NO-1"], statements=["abr.uc1.k11"]))
    (finding,) = check([bank], TODAY).findings
    assert (finding.file, finding.rule) == (bank.as_posix(), "S01")
    lines = bank.read_text().split("\n")
    assert "NO-1" in lines[finding.line - 1]
    (same,) = check([tmp_path], TODAY).findings
    assert same.file == bank.as_posix()


def test_an_id_of_shipped_content_is_taken(tmp_path: Path) -> None:
    items = yaml.safe_load((shipped_root() / "question_banks/gdpr.yaml").read_text(encoding="utf-8"))["items"]
    bank = write_bank(tmp_path / "mine.yaml", single(id=items[0]["id"], **SHIPPED))
    assert rules(check([bank], TODAY)) == {"I01"}


def test_a_bank_of_no_module(tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "mine.yaml", single(**SHIPPED), module="nowhere")
    assert rules(check([bank], TODAY)) == {"I03"}


def test_a_loose_module_folder(copy: Path, tmp_path: Path) -> None:
    folder = tmp_path / "my-module"
    shutil.copytree(copy / "courses/modules/gdpr", folder)
    page = folder / "lessons/01-personal-data.en.md"
    page.write_text(page.read_text(encoding="utf-8").replace("(glossary:", "(glossary:x", 1), encoding="utf-8")
    broken = [f for f in check([folder], TODAY).findings if f.rule == "K01"]
    assert [f.file for f in broken] == [page.as_posix()]


def test_only_the_part_that_was_asked_for(copy: Path) -> None:
    lesson = copy / "courses/modules/gdpr/lessons/02-principles.it.md"
    old = lesson.read_text(encoding="utf-8")
    try:
        lesson.write_text(old.replace("## ", "", 1), encoding="utf-8")
        assert "P04" in rules(check([copy / "courses/modules/gdpr"], TODAY))
        assert "P04" in rules(check([lesson], TODAY))
        bank = check([copy / "question_banks/gdpr.yaml"], TODAY)
        assert "P04" not in rules(bank)
        assert list(bank.banks) == ["gdpr"]
        assert check([lesson], TODAY).banks == {}
    finally:
        lesson.write_text(old, encoding="utf-8")


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputUnreadable, match="no such file"):
        check([tmp_path / "nothing"], TODAY)


def test_an_empty_folder_has_nothing_wrong(tmp_path: Path) -> None:
    assert check([tmp_path], TODAY).findings == ()


def test_a_file_of_another_kind_and_a_broken_one(tmp_path: Path) -> None:
    (tmp_path / "notes.yaml").write_text("hello: world\n")
    (tmp_path / "broken.yaml").write_text("a: [1\n")
    assert [(f.file, f.rule) for f in check([tmp_path], TODAY).findings] == [
        ((tmp_path / "broken.yaml").as_posix(), "F01")
    ]


def test_a_loose_source_past_its_review(tmp_path: Path) -> None:
    register = tmp_path / "sources.yaml"
    entry = {
        "id": "X-1",
        "citation": {"it": "art. 1", "en": "Art. 1"},
        "jurisdiction": "IT",
        "valid_from": date(2020, 1, 1),
        "review_by": date(2026, 1, 1),
        "certainty": "verified",
    }
    register.write_text(yaml.safe_dump({"version": 1, "sources": [entry]}, sort_keys=False), encoding="utf-8")
    assert rules(check([register], TODAY)) == {"S03"}
    assert rules(check([register], date(2025, 1, 1))) == set()


def test_findings_are_sorted_and_each_told_once(copy: Path) -> None:
    findings = check([copy, copy / "courses"], TODAY).findings
    assert list(findings) == sorted(findings, key=lambda f: (*f.place, f.message))
    assert len({(*f.place, f.message) for f in findings}) == len(findings)


def test_modules_that_do_not_exist_are_in_preparation(copy: Path) -> None:
    report = check([copy], TODAY)
    assert "gdpr" not in report.in_preparation
    assert "team-coordination" in report.in_preparation


def test_the_json_has_the_shape_of_the_command(copy: Path) -> None:
    report = check([copy], TODAY)
    data = json.loads(json.dumps(report_json(report)))
    assert set(data) == {"findings", "coverage", "banks", "exercises"}
    assert set(data["coverage"]) == {"statements", "in_preparation"}
    one = data["coverage"]["statements"]["abr.uc1.k11"]
    assert set(one) == {"lessons", "items", "exercises", "observer", "taught", "tested"}
    assert one["taught"] and one["tested"] and one["items"] > 2
    bank = data["banks"]["gdpr"]
    assert set(bank) == {"items", "kinds", "levels", "use", "key_longest", "blind"}
    assert sum(bank["kinds"].values()) == bank["items"] == sum(bank["levels"].values())
    assert 0 <= bank["key_longest"] <= 1
    assert set(bank["blind"]) == {"it", "en"}
    assert all(set(f) == {"file", "line", "rule", "severity", "message"} for f in data["findings"])


def test_a_language_without_words_is_left_alone(tmp_path: Path) -> None:
    item = single(**SHIPPED)
    for text in [item["stem"], *(o[part] for o in item["options"] for part in ("text", "rationale"))]:
        text["xx"] = " ".join(reversed(text["en"].split()))
    assert rules(check([write_bank(tmp_path / "mine.yaml", item)], TODAY)) == set()
