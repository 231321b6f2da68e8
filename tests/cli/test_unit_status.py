"""``trainer unit status``: the JSON of the minimum performance, and the same in words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from trainer.cli.main import main
from trainer.flows.workspace import Workspace
from trainer.progress.locations import find_locations


@pytest.fixture
def home(tmp_path: Path) -> str:
    workspace = Workspace(find_locations(str(tmp_path)))
    workspace.create_learner("Ada Rossi", "it", "en", "abr")
    workspace.close()
    return str(tmp_path)


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    code = main(list(words))
    return code, capsys.readouterr().out


def test_the_json_says_rule_reading_and_what_is_missing(capsys: pytest.CaptureFixture[str], home: str) -> None:
    code, out = run(capsys, "--home", home, "unit", "status", "abr.uc1", "--learner", "ada-rossi", "--json")
    data = json.loads(out)
    assert code == 0
    assert {
        "unit", "learner", "readiness", "rule", "reading", "met", "missing", "awaiting_assessment", "complete",
    } <= set(data)  # fmt: skip
    assert (data["unit"], data["learner"], data["complete"], data["met"]) == ("abr.uc1", "ada-rossi", False, [])
    assert data["rule"]["min_customer_types"] == 2 and data["reading"]["attempts"] == "largest_minimum"
    assert set(data["reading"]["text"]) == {"it", "en"} and data["reading"]["home_language"] == "it"
    first = data["missing"][0]
    assert set(first) == {"requirement", "need", "have", "how"} and first["have"] < first["need"]
    assert {one["requirement"] for one in data["missing"]} <= set(data["rule"])
    assert {"modules", "missing_modules", "exams"} <= set(data), "what it printed before stays"


def test_a_unit_without_a_threshold_says_so(capsys: pytest.CaptureFixture[str], home: str) -> None:
    _, out = run(capsys, "--home", home, "--json", "unit", "status", "cam.uc1")
    data = json.loads(out)
    assert (data["rule"], data["reading"], data["missing"], data["complete"]) == ({}, {}, [], False)
    _, out = run(capsys, "--home", home, "--lang", "en", "unit", "status", "cam.uc1")
    assert "No minimum performance is stated." in out


def test_in_words_it_names_what_is_missing(capsys: pytest.CaptureFixture[str], home: str) -> None:
    code, out = run(capsys, "--home", home, "--lang", "en", "unit", "status", "abr.uc1")
    assert code == 0 and "Minimum performance:" in out
    assert "missing: a complaint (0 of 1)" in out and "House rule" not in out


def test_without_a_learner_the_rule_is_told_all_the_same(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, out = run(capsys, "--home", str(tmp_path), "--json", "unit", "status", "laz.uc5")
    data = json.loads(out)
    assert code == 0 and data["learner"] is None and data["rule"]["time_limited"] is True
    assert not data["complete"] and data["missing"]
