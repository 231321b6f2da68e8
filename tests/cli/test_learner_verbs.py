"""``trainer learner``: who is listed, renamed, exported, imported and erased, and what is said about it."""

from __future__ import annotations

import io
import json
import os
import sys
import zipfile
from pathlib import Path

import pytest

from tests.cli.test_commands import run
from trainer.flows.workspace import Workspace
from trainer.progress.locations import find_locations


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "TRAINER_HOME"):
        monkeypatch.delenv(name, raising=False)
    return str(tmp_path / "home")


@pytest.fixture
def ada(home: str) -> str:
    return create(home, "Ada Rossi")


def create(home: str, name: str) -> str:
    workspace = Workspace(find_locations(home))
    learner = workspace.create_learner(name, "it", "en", "abr")
    workspace.close()
    return learner


def exported(capsys: pytest.CaptureFixture[str], home: str, learner: str) -> Path:
    target = Path(home).with_name(f"{learner}.zip")
    assert run(capsys, "--home", home, "learner", "export", learner, "-o", str(target))[0] == 0
    return target


def listed(capsys: pytest.CaptureFixture[str], home: str) -> list[str]:
    data = json.loads(run(capsys, "--home", home, "--json", "learner", "list")[1])
    return [row["id"] for row in data["learners"]]


def test_whoever_was_here_last_is_listed_first(capsys: pytest.CaptureFixture[str], home: str, ada: str) -> None:
    for name in ("Bea", "Carla"):
        create(home, name)
    assert listed(capsys, home)[0] == "carla"
    out = run(capsys, "--home", home, "learner", "list")[1]
    assert out.index("Carla · abr") < out.index("Ada Rossi · abr")


def test_renaming(capsys: pytest.CaptureFixture[str], home: str, ada: str) -> None:
    code, out, _ = run(capsys, "--home", home, "--json", "learner", "rename", ada, "Ada Bianchi")
    assert (code, json.loads(out)) == (0, {"version": 1, "learner": ada, "name": "Ada Bianchi"})
    assert "Ada Bianchi · abr" in run(capsys, "--home", home, "learner", "list")[1]
    assert run(capsys, "--home", home, "learner", "rename", ada, " \u200b ")[0] == 1
    assert run(capsys, "--home", home, "learner", "rename", "nobody", "X")[0] == 2
    assert run(capsys, "--home", home, "learner", "rename", ada)[0] == 2


def test_exported_erased_and_imported(capsys: pytest.CaptureFixture[str], home: str, ada: str) -> None:
    target = exported(capsys, home, ada)
    assert run(capsys, "--home", home, "learner", "erase", ada, "--yes")[0] == 0
    assert listed(capsys, home) == []
    code, out, err = run(capsys, "--home", home, "--lang", "en", "--json", "learner", "import", str(target))
    assert (code, json.loads(out)) == (
        0,
        {"version": 1, "learner": ada, "created": True, "new": [], "longer": [], "known": 0, "aside": []},
    )
    assert "«ada-rossi» was imported: 0 attempts." in err
    code, out, _ = run(capsys, "--home", home, "--lang", "en", "learner", "import", str(target))
    assert code == 0 and "Merged into «ada-rossi»" in out
    code, out, _ = run(capsys, "--home", home, "--lang", "en", "learner", "import", str(target), "--new")
    assert code == 0 and "«ada-rossi-2» was imported" in out
    assert run(capsys, "--home", home, "learner", "import", str(target), "--into", "ada-rossi-2")[0] == 0
    assert run(capsys, "--home", home, "learner", "import", str(target), "--into", "nobody")[0] == 2
    assert run(capsys, "--home", home, "learner", "import", str(target), "--into", ada, "--new")[0] == 2


def test_imports_that_are_refused(capsys: pytest.CaptureFixture[str], home: str, ada: str, tmp_path: Path) -> None:
    target = exported(capsys, home, ada)
    assert run(capsys, "--home", home, "learner", "import", str(tmp_path / "no.zip"))[0] == 3
    (tmp_path / "no.zip").write_bytes(b"no zip")
    code, out, err = run(capsys, "--home", home, "learner", "import", str(tmp_path / "no.zip"))
    assert (code, out) == (3, "") and "no.zip" in err
    with zipfile.ZipFile(target) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    manifest = json.loads(members["trainer-export.json"]) | {"format": 2}
    with zipfile.ZipFile(tmp_path / "newer.zip", "w") as archive:
        for name, data in (members | {"trainer-export.json": json.dumps(manifest).encode()}).items():
            archive.writestr(name, data)
    assert run(capsys, "--home", home, "learner", "import", str(tmp_path / "newer.zip"))[0] == 6
    other = str(tmp_path / "other")
    create(other, "Ada Rossi")
    code, _, err = run(capsys, "--home", other, "--lang", "en", "learner", "import", str(target))
    assert code == 1 and "--into ada-rossi" in err


def test_erasing_says_what_is_lost_and_whether_it_is_kept_elsewhere(
    capsys: pytest.CaptureFixture[str], home: str, ada: str
) -> None:
    code, out, err = run(capsys, "--home", home, "--lang", "en", "learner", "erase", ada)
    assert (code, out) == (4, "")
    assert "Of Ada Rossi (ada-rossi) there are 0 attempts" in err and "There is no export" in err
    target = exported(capsys, home, ada)
    _, _, err = run(capsys, "--home", home, "--lang", "en", "learner", "erase", ada)
    assert "holds all of it" in err and str(target) in err
    run(capsys, "--home", home, "learner", "rename", ada, "Ada B.")
    assert "older than what is kept" in run(capsys, "--home", home, "--lang", "en", "learner", "erase", ada)[2]
    target.unlink()
    assert "There is no export" in run(capsys, "--home", home, "--lang", "en", "learner", "erase", ada)[2]


@pytest.mark.parametrize(
    ("answer", "code"), [("ada-rossi", 0), ("Ada Rossi", 0), ("", 4), ("yes", 4), ("ada", 4), ("\x00", 4)]
)
def test_erasing_asks_for_the_name(
    capsys: pytest.CaptureFixture[str], home: str, ada: str, monkeypatch: pytest.MonkeyPatch, answer: str, code: int
) -> None:
    typed = io.StringIO(f"{answer}\n")
    typed.isatty = lambda: True  # type: ignore[method-assign] # a terminal that types
    monkeypatch.setattr(sys, "stdin", typed)
    assert run(capsys, "--home", home, "learner", "erase", ada)[0] == code
    assert (listed(capsys, home) == []) == (code == 0)


def test_an_empty_line_never_erases_a_learner_without_a_name(
    capsys: pytest.CaptureFixture[str], home: str, ada: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (find_locations(home).learner(ada) / "store.json").write_bytes(b"{")
    typed = io.StringIO("\n")
    typed.isatty = lambda: True  # type: ignore[method-assign] # a terminal that types
    monkeypatch.setattr(sys, "stdin", typed)
    assert run(capsys, "--home", home, "learner", "erase", ada)[0] == 4
    assert run(capsys, "--home", home, "learner", "erase", ada, "--yes")[0] == 0


def test_nothing_is_left_of_an_erased_learner(capsys: pytest.CaptureFixture[str], home: str, ada: str) -> None:
    """Not a file, not a name in one: journals, papers, kept versions, reports, what a crash left, machine settings."""
    create(home, "Bea")
    folder = find_locations(home).learner(ada)
    for name in ("store.json.previous", "store.json.damaged", "today.json", "reports.jsonl", ".store.json.7.new",
                 "attempts/a.jsonl", "papers/b.json", "aside/c.jsonl", ".import/files/store.json"):  # fmt: skip
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("Ada Rossi")
    arriving = folder.with_name(".arriving")
    arriving.mkdir()
    (arriving / "store.json").write_text("Ada Rossi")
    assert run(capsys, "--home", home, "learner", "erase", ada, "--yes")[0] == 0
    left = [path for path in Path(home).rglob("*") if "ada" in path.name.lower()]
    said = [path for path in Path(home).rglob("*") if path.is_file() and b"Ada" in path.read_bytes()]
    assert left == [] and [path for path in said if "cache" not in path.parts] == []
    assert listed(capsys, home) == ["bea"]


def test_everything_kept_is_private(capsys: pytest.CaptureFixture[str], home: str, ada: str) -> None:
    before = os.umask(0)
    try:
        target = exported(capsys, home, create(home, "Bea"))
        run(capsys, "--home", home, "learner", "import", str(target), "--new")
        run(capsys, "--home", home, "learner", "rename", ada, "Ada B.")
    finally:
        os.umask(before)
    for path in [*(Path(home) / "data").rglob("*"), *(Path(home) / "config").rglob("*"), target]:
        assert path.stat().st_mode & 0o077 == 0, path
