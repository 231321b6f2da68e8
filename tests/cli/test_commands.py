"""Every verb once as it should be used, and the ways it is used wrongly."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from trainer.cli.main import main
from trainer.cli.table import VERBS
from trainer.content.locate import shipped_root
from trainer.flows.workspace import Workspace
from trainer.progress.locations import find_locations


@pytest.fixture(autouse=True)
def plain_language(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "TRAINER_HOME"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def home(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(tmp_path_factory.mktemp("home"))


@pytest.fixture
def ada(home: str) -> str:
    workspace = Workspace(find_locations(home))
    learner = workspace.create_learner("Ada Rossi", "it", "en", "abr")
    workspace.close()
    return learner


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(list(words))
    out, err = capsys.readouterr()
    return code, out, err


def test_version_and_help(capsys: pytest.CaptureFixture[str], home: str) -> None:
    assert run(capsys, "--version") == (0, "trainer 0.1.0\n", "")
    code, out, _ = run(capsys, "--home", home, "--help")
    assert code == 0 and all(verb in out for verb in VERBS)
    for verb in VERBS:
        code, out, _ = run(capsys, "--home", home, verb, "--help")
        assert code == 0 and f"trainer {verb}" in out


def test_help_speaks_the_language_of_the_system(
    capsys: pytest.CaptureFixture[str], home: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "it_IT.UTF-8")
    assert "leggi una lezione" in run(capsys, "--home", home, "--help")[1]
    assert "read a lesson" in run(capsys, "--home", home, "--lang", "en", "--help")[1]


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["nonsense"], 2, "nonsense"),
        (["--nonsense"], 2, "--nonsense"),
        (["--lang", "xx", "doctor"], 2, "xx"),
        (["exam", "draw", "nope", "--seed", "1"], 1, "gdpr"),
        (["exam", "draw", "gdpr", "--seed", "1", "--as-of", "21/11/2026"], 2, "2026-11-21"),
        (["exam", "draw", "gdpr", "--seed", "1", "--qualification", "nope"], 1, "nope"),
        (["exam", "draw", "gdpr", "--seed", "1", "--qualification", "swi"], 1, "not available"),
        (["exam", "take", "gdpr", "--counting"], 1, "mock exam"),
        (["exam", "take", "gdpr", "--qualification", "nope"], 1, "nope"),
        (["check", "/no/such/place"], 3, "/no/such/place"),
        (["schema", "nope"], 2, "bank"),
        (["learner", "export", "nobody", "-o", "x.zip"], 2, "nobody"),
        (["learner", "erase", "nobody"], 2, "nobody"),
        (["--learner", "nobody", "exam", "draw", "gdpr", "--seed", "1"], 2, "nobody"),
        (["bank", "blind"], 2, "--lang"),
        (["bank", "blind", "score"], 2, "score"),
        (["bank", "blind", "score", "/no/such/sheet.json"], 3, "/no/such/sheet.json"),
        (["study"], 2, "terminal"),
        (["practise", "gdpr"], 2, "terminal"),
        ([], 2, "terminal"),
    ],
)
def test_refusals_are_a_sentence_and_a_code(
    capsys: pytest.CaptureFixture[str], home: str, words: list[str], code: int, says: str
) -> None:
    found, out, err = run(capsys, "--home", home, *words)
    assert (found, out) == (code, "")
    assert says in err and "Traceback" not in err


def test_catalogue_as_json(capsys: pytest.CaptureFixture[str], home: str) -> None:
    code, out, _ = run(capsys, "--home", home, "--json", "catalogue")
    data = json.loads(out)
    units = [unit for row in data["qualifications"] for unit in row["units"]]
    stated = sum(unit["statements"]["knowledge"] + unit["statements"]["skills"] for unit in units)
    common = sum(row["common"]["statements"]["knowledge"] for row in data["qualifications"])
    assert (code, data["version"], len(data["qualifications"]), len(units), stated, common) == (0, 1, 5, 22, 349, 15)
    assert {unit["readiness"] for unit in units} <= {"in_preparation", "study", "exam", "certifiable"}


def test_a_seed_gives_the_same_bytes_everywhere(home: str) -> None:
    command = [sys.executable, "-m", "trainer", "--home", home, "exam", "draw", "gdpr", "--seed", "7", "--json"]
    found = {
        subprocess.run(
            command,
            env={"PYTHONHASHSEED": seed, "TZ": zone, "PATH": "/usr/bin:/bin"},
            cwd=shipped_root(),
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone in (("0", "UTC"), ("1", "UTC"), ("1", "Asia/Tokyo"))
    }
    assert len(found) == 1
    paper = json.loads(found.pop())
    assert len(paper["items"]) == 20 and len(paper["pool_digest"]) == 64 and paper["as_of"] == "2026-11-21"


def test_check_is_clean_and_says_what_it_counted(capsys: pytest.CaptureFixture[str], home: str) -> None:
    code, out, err = run(capsys, "--home", home, "--lang", "en", "--json", "check", "--strict")
    data = json.loads(out)
    assert code == 0 and "Errors: 0. Warnings: 0." in err
    bank = data["banks"]["gdpr"]
    assert bank["items"] >= 60 and min(bank["blind"].values()) >= 0.98
    assert data["coverage"]["statements"]["abr.uc1.k11"]["tested"]


def test_check_reports_file_and_line(capsys: pytest.CaptureFixture[str], home: str, tmp_path: Path) -> None:
    bank = tmp_path / "bank.yaml"
    bank.write_text("version: 1\nmodule: gdpr\nitems:\n  - id: x\n    kind: wrong\n", encoding="utf-8")
    code, out, _ = run(capsys, "--home", home, "--lang", "en", "check", str(bank))
    assert code == 1 and "bank.yaml:5: error" in out


def test_schemas_are_json_schemas(capsys: pytest.CaptureFixture[str], home: str) -> None:
    code, out, _ = run(capsys, "--home", home, "schema", "lesson")
    assert code == 0 and "properties" in json.loads(out)


def test_a_learner_is_listed_exported_and_erased(
    capsys: pytest.CaptureFixture[str], home: str, ada: str, tmp_path: Path
) -> None:
    code, out, _ = run(capsys, "--home", home, "--json", "learner", "list")
    assert code == 0 and json.loads(out)["learners"][0]["name"] == "Ada Rossi"
    target = tmp_path / "ada.zip"
    assert run(capsys, "--home", home, "learner", "export", ada, "-o", str(target))[0] == 0
    with zipfile.ZipFile(target) as archive:
        assert f"{ada}/store.json" in archive.namelist()
    assert target.stat().st_mode & 0o077 == 0
    assert run(capsys, "--home", home, "learner", "export", ada, "-o", str(target))[0] == 1
    assert run(capsys, "--home", home, "learner", "erase", ada)[0] == 4
    assert run(capsys, "--home", home, "learner", "erase", ada, "--yes")[0] == 0
    assert json.loads(run(capsys, "--home", home, "--json", "learner", "list")[1])["learners"] == []


def test_a_damaged_store_is_listed_and_gives_its_code(capsys: pytest.CaptureFixture[str], home: str, ada: str) -> None:
    store = find_locations(home).learner(ada) / "store.json"
    store.write_bytes(store.read_bytes()[:40])
    code, out, _ = run(capsys, "--home", home, "--lang", "en", "learner", "list")
    assert code == 5 and ada in out and "damaged" in out


def test_a_blind_sheet_holds_no_key_and_scores(capsys: pytest.CaptureFixture[str], home: str, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.json"
    code, _, _ = run(capsys, "--home", home, "--lang", "it", "bank", "blind", "gdpr", "-o", str(sheet), "--seed", "s")
    text = sheet.read_text(encoding="utf-8")
    assert code == 0 and '"key"' not in text and "rationale" not in text
    assert run(capsys, "--home", home, "--lang", "it", "bank", "blind", "gdpr", "-o", str(sheet))[0] == 1
    code, out, _ = run(capsys, "--home", home, "--lang", "en", "bank", "blind", "score", str(sheet))
    assert code == 1 and "0 of 77" in out


def test_doctor_finds_nothing_wrong(capsys: pytest.CaptureFixture[str], home: str, ada: str) -> None:
    code, out, _ = run(capsys, "--home", home, "--json", "doctor")
    assert code == 0 and all(row["fine"] for row in json.loads(out)["findings"])


def test_an_internal_error_shows_no_values(
    capsys: pytest.CaptureFixture[str], home: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        secret = "the-key"
        raise RuntimeError(secret)

    monkeypatch.setattr("trainer.banks.schemas.schemas", fail)
    code, _, err = run(capsys, "--home", home, "schema")
    assert code == 70 and "the-key" not in err and "RuntimeError" in err
