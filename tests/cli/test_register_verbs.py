"""``trainer learner hand-in`` and ``trainer register``: what is said, what is printed as JSON, and the exit codes."""

from __future__ import annotations

import io
import json
import os
import sys
import zipfile
from pathlib import Path

import pytest

from tests.cli.test_commands import run
from tests.fakes.clock import FakeClock
from tests.flows.registering import UNIT, School, sit, study
from trainer.flows.workspace import Workspace
from trainer.progress.locations import find_locations

Capture = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> School:
    """A class whose files lie in its folder."""
    found = School(tmp_path_factory.mktemp("school"), FakeClock())
    anna = found.learner("Anna Rossi")
    study(anna)
    sit(anna)
    anna.hand_in("anna.zip")
    anna.close()
    found.handed_in("Bea", study)
    return found


@pytest.fixture
def home(tmp_path: Path, school: School, monkeypatch: pytest.MonkeyPatch) -> str:
    """An instructor's home with the demonstration installed."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "TRAINER_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Workspace, "open_catalogue", lambda self, on_progress=None: school.open_catalogue())
    return str(tmp_path / "home")


def files(school: School, *names: str) -> list[str]:
    return [str(school.folder / name) for name in names]


def taken(capsys: Capture, home: str, school: School) -> None:
    assert run(capsys, "--home", home, "register", "import", *files(school, "anna.zip", "Bea.zip"))[0] == 0


def attempt_of(capsys: Capture, home: str) -> str:
    data = json.loads(run(capsys, "--home", home, "--json", "register", "status")[1])
    (anna,) = [one for one in data["units"][0]["learners"] if one["name"] == "Anna Rossi"]
    return str(anna["exams"][0]["attempt"])


def test_handing_in(capsys: Capture, school: School, home: str, tmp_path: Path) -> None:
    folder = str(school.machine("Anna Rossi").locations.data.parent)
    target = tmp_path / "anna.zip"
    command = ("--home", folder, "learner", "hand-in", UNIT, "-o", str(target))
    code, out, _ = run(capsys, *command)
    assert code == 0 and "1 attempts and 2 studied modules" in out and target.exists()
    assert run(capsys, *command)[0] == 1, "it exists already"
    target.unlink()
    code, out, _ = run(capsys, "--json", *command)
    data = json.loads(out)
    assert code == 0 and data["version"] == 1 and len(data["attempts"]) == 1 and data["left_out"] == []
    code, _, err = run(capsys, "--home", folder, "learner", "hand-in", "dem.u9", "-o", str(tmp_path / "x.zip"))
    assert code == 1 and "no unit" in err
    code, _, err = run(capsys, "--home", home, "learner", "hand-in", UNIT, "-o", str(tmp_path / "x.zip"))
    assert code == 1 and "no learner" in err and not (tmp_path / "x.zip").exists()


def test_importing_one_after_the_other(capsys: Capture, school: School, home: str, tmp_path: Path) -> None:
    bad = tmp_path / "bad.zip"
    bad.write_bytes(b"x")
    code, out, _ = run(capsys, "--home", home, "register", "import", *files(school, "anna.zip"), str(bad))
    assert code == 3 and "anna.zip: Anna Rossi, dem.u1: 1 attempts are new" in out and "bad.zip: refused" in out
    assert "2 files: 1 taken, 0 known already, 1 refused." in out
    code, out, err = run(capsys, "--home", home, "--json", "register", "import", *files(school, "anna.zip", "Bea.zip"))
    data = json.loads(out)
    assert code == 0 and [one["known"] for one in data["files"]] == [True, False] and "known already" in err
    with zipfile.ZipFile(school.folder / "anna.zip") as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    journal = next(name for name in members if name.startswith("attempts/"))
    with zipfile.ZipFile(tmp_path / "edited.zip", "w") as archive:
        for name, raw in members.items():
            archive.writestr(name, raw.replace(b'"n":3', b'"n":4') if name == journal else raw)
    code, out, _ = run(capsys, "--home", home, "register", "import", str(tmp_path / "edited.zip"))
    assert code == 1 and "changed after it was handed in" in out
    newer = json.loads(members["trainer-hand-in.json"]) | {"format": 9}
    with zipfile.ZipFile(tmp_path / "newer.zip", "w") as archive:
        archive.writestr("trainer-hand-in.json", json.dumps(newer))
    assert run(capsys, "--home", home, "register", "import", str(tmp_path / "newer.zip"))[0] == 6
    assert run(capsys, "--home", home, "register", "import", "--new", str(bad), str(bad))[0] == 2


def test_the_status(capsys: Capture, school: School, home: str) -> None:
    code, out, _ = run(capsys, "--home", home, "register", "status")
    assert code == 0 and "Nobody has handed anything in yet" in out
    taken(capsys, home, school)
    code, out, _ = run(capsys, "--home", home, "register", "status", "--unit", UNIT)
    assert code == 0 and "Anna Rossi" in out and "conditions met" in out and "Minimum performance: lacking" in out
    assert out.count("unsupervised, on the learner's own machine") == 1, "for each attempt"
    assert "kept for 24 months" in out
    code, out, _ = run(capsys, "--home", home, "--lang", "it", "register", "status")
    assert "senza sorveglianza" in out and "Soglia minima di prestazione: manca" in out
    assert run(capsys, "--home", home, "register", "status", "--unit", "dem.u9")[0] == 1
    code, out, _ = run(capsys, "--home", home, "register", "keep", "6")
    assert code == 0 and "6 months" in run(capsys, "--home", home, "register", "status")[1]


def test_the_status_as_csv(capfdbinary: pytest.CaptureFixture[bytes], school: School, home: str) -> None:
    from trainer.cli.main import main

    assert main(["--home", home, "register", "import", *files(school, "anna.zip")]) == 0
    capfdbinary.readouterr()
    assert main(["--home", home, "register", "status", "--csv"]) == 0
    lines = capfdbinary.readouterr().out.split(b"\r\n")
    assert lines[0].startswith(b"unit,person,name") and b"Anna Rossi" in lines[1] and lines[2:] == [b""]


def test_voiding(capsys: Capture, school: School, home: str) -> None:
    taken(capsys, home, school)
    attempt = attempt_of(capsys, home)
    command = ("--home", home, "register", "void", attempt, "--reason", "another person sat it")
    code, _, err = run(capsys, *command)
    assert code == 1 and "under whose name" in err
    assert run(capsys, *command, "--by", "Carla")[0] == 0
    assert "voided: another person sat it" in run(capsys, "--home", home, "register", "status")[1]
    assert run(capsys, *command)[0] == 1, "it is void already"
    code, out, _ = run(capsys, "--json", *command, "--back")
    assert code == 0 and json.loads(out) == {"version": 1, "attempt": attempt}
    assert "voided" not in run(capsys, "--home", home, "register", "status")[1]
    assert run(capsys, "--home", home, "register", "void", "x", "--reason", "why")[0] == 1
    assert run(capsys, "--home", home, "register", "void", attempt)[0] == 2
    assert run(capsys, "--home", home, "register", "vouch", attempt, "--reason", "looked at")[0] == 0


def test_exporting_and_erasing(
    capsys: Capture, school: School, home: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken(capsys, home, school)
    target = tmp_path / "anna-export.zip"
    code, out, _ = run(capsys, "--home", home, "register", "export", "Anna Rossi", "-o", str(target))
    assert code == 0 and "3 files" in out and zipfile.is_zipfile(target)
    erase = ("--home", home, "register", "erase", "Anna Rossi", "--by", "Carla")
    code, _, err = run(capsys, *erase)
    assert code == 4 and "1 hand-ins with 1 attempts" in err
    monkeypatch.setattr(sys, "stdin", io.StringIO("Bea\n"))
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    assert run(capsys, *erase)[0] == 4, "another name confirms nothing"
    assert "Anna Rossi" in run(capsys, "--home", home, "register", "status")[1]
    code, out, _ = run(capsys, *erase, "--yes")
    assert code == 0 and "Anna Rossi was erased" in out
    assert "Anna Rossi" not in run(capsys, "--home", home, "register", "status")[1]
    assert run(capsys, *erase, "--yes")[0] == 1


def test_a_damaged_register_is_a_sentence(capsys: Capture, school: School, home: str) -> None:
    taken(capsys, home, school)
    path = find_locations(home).register / "acts.jsonl"
    whole = path.read_bytes()
    path.write_bytes(whole + b'{"n":')
    code, _, err = run(capsys, "--home", home, "register", "status")
    assert code == 0 and "unfinished last line" in err
    path.write_bytes(whole.replace(b"dem.u1", b"dem.u2", 1))
    code, _, err = run(capsys, "--home", home, "register", "status")
    assert code == 5 and "broken here" in err


@pytest.mark.skipif(os.geteuid() == 0, reason="for root nothing is read-only")
def test_a_read_only_register(capsys: Capture, school: School, home: str) -> None:
    taken(capsys, home, school)
    find_locations(home).register.chmod(0o500)
    assert run(capsys, "--home", home, "register", "keep", "6")[0] == 6


def test_help(capsys: Capture, home: str) -> None:
    for words in (("register", "--help"), ("learner", "--help")):
        assert run(capsys, *words)[0] == 0
    assert run(capsys, "register")[0] == 2
