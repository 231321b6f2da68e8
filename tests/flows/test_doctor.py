"""The doctor says what is wrong and where, and mends what can be mended without loss."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.fakes.clock import FakeClock
from tests.fakes.workspace import TinyWorkspace
from tests.flows.answering import answer
from trainer.flows.doctor import Finding, examine
from trainer.flows.exam import ExamFlow
from trainer.flows.prepare import resume, start_exam
from trainer.progress.locations import find_locations
from trainer.progress.rows import Settings
from trainer.progress.storage import FORMAT


def bad(workspace: TinyWorkspace, *, repair: bool = False) -> list[Finding]:
    return [finding for finding in examine(workspace.locations, repair=repair) if not finding.fine]


@pytest.fixture
def sat(workspace: TinyWorkspace, clock: FakeClock) -> ExamFlow:
    """One exam sat, one waiting; the program is closed."""
    done = start_exam(workspace, "greeting", seed="7")
    answer(done)
    done.submit()
    clock.wait(60)
    waiting = start_exam(workspace, "greeting", seed="8")
    answer(waiting)
    waiting.leave()
    workspace.close()
    return waiting


def test_all_is_well(workspace: TinyWorkspace, sat: ExamFlow) -> None:
    findings = list(examine(workspace.locations))
    assert all(finding.fine and finding.exit_code == 0 for finding in findings)
    said = [finding.template.format(**finding.values) for finding in findings]
    assert "Learner maria-rossi: the store is sound." in said
    assert "Learner maria-rossi: 2 journals are whole." in said
    assert f"{workspace.locations.data} can be written." in said


def test_a_new_home_is_made_and_is_well(tmp_path: Path) -> None:
    assert all(finding.fine for finding in examine(find_locations(str(tmp_path / "new"))))
    assert list((tmp_path / "new" / "data").iterdir()) == []


def test_looking_changes_nothing(workspace: TinyWorkspace, sat: ExamFlow) -> None:
    (workspace.locations.learner("maria-rossi") / "store.json").write_text("{")
    before = {path: path.read_bytes() for path in workspace.locations.data.rglob("*") if path.is_file()}
    list(examine(workspace.locations))
    assert {path: path.read_bytes() for path in workspace.locations.data.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("damage", [b"", b"{", b"not a store", None])
def test_a_damaged_store_is_found_and_brought_back(
    workspace: TinyWorkspace, open_workspace: Callable[[], TinyWorkspace], sat: ExamFlow, damage: bytes | None
) -> None:
    opened = open_workspace()
    rows, history = opened.store.attempts(), opened.store.item_history()
    opened.close()
    store = workspace.locations.learner("maria-rossi") / "store.json"
    if damage is None:
        store.unlink()
    else:
        store.write_bytes(damage)
    (found,) = bad(workspace)
    assert found.exit_code == 5
    found, *others = bad(workspace, repair=True)
    assert (found.exit_code, others) == (0, [])
    assert bad(workspace) == []
    if damage is not None:
        kept = store.with_name("store.json.damaged")
        assert kept.read_bytes() == damage
        assert kept.stat().st_mode & 0o777 == 0o600
    opened = open_workspace()
    assert (opened.store.attempts(), opened.store.item_history()) == (rows, history)
    assert opened.profile().name == "Maria Rossi"
    again = resume(opened, sat.attempt)
    assert isinstance(again, ExamFlow)
    assert again.view.unanswered == 1
    again.leave()


def test_without_a_kept_version_there_is_nothing_to_bring_back(workspace: TinyWorkspace, sat: ExamFlow) -> None:
    folder = workspace.locations.learner("maria-rossi")
    (folder / "store.json").write_text("{")
    (folder / "store.json.previous").unlink()
    found = bad(workspace, repair=True)
    assert [finding.exit_code for finding in found] == [5, 5]
    assert "no kept version" in found[-1].template
    assert (folder / "store.json").read_text() == "{"


def test_a_kept_version_that_is_damaged_too_is_not_put_in_place(workspace: TinyWorkspace, sat: ExamFlow) -> None:
    folder = workspace.locations.learner("maria-rossi")
    for name in ("store.json", "store.json.previous"):
        (folder / name).write_text(f"{{ {name}")
    assert [finding.exit_code for finding in bad(workspace, repair=True)] == [5, 5]
    assert (folder / "store.json").read_text() == "{ store.json"


def test_a_newer_store_is_not_repaired(workspace: TinyWorkspace, sat: ExamFlow) -> None:
    store = workspace.locations.learner("maria-rossi") / "store.json"
    newer = store.read_text().replace(f'"format":{FORMAT}', f'"format":{FORMAT + 1}')
    store.write_text(newer)
    assert [finding.exit_code for finding in bad(workspace, repair=True)] == [6]
    assert store.read_text() == newer


def test_a_learner_who_is_open_is_not_repaired(workspace: TinyWorkspace) -> None:
    workspace.store.save_settings(Settings("light"))
    store = workspace.locations.learner("maria-rossi") / "store.json"
    store.write_text("{")
    assert [finding.exit_code for finding in bad(workspace, repair=True)] == [5, 6]
    assert store.read_text() == "{"


@pytest.mark.parametrize(
    ("where", "old", "new", "sentence"),
    [
        ("attempts/*.jsonl", b'"it"', b'"fr"', ":1: the journal of this attempt is broken here"),
        ("papers/*.json", b'"it"', b'"fr"', "The frozen paper"),
    ],
)
def test_damage_to_an_attempt_is_found_and_left(
    workspace: TinyWorkspace, sat: ExamFlow, where: str, old: bytes, new: bytes, sentence: str
) -> None:
    path = sorted(workspace.locations.learner("maria-rossi").glob(where))[0]
    raw = path.read_bytes().replace(old, new)
    path.write_bytes(raw)
    (found,) = bad(workspace, repair=True)
    assert found.exit_code == 5
    said = found.template.format(**found.values)
    assert sentence in said
    assert str(path) in said
    assert path.read_bytes() == raw


def test_a_missing_paper_is_found(workspace: TinyWorkspace, sat: ExamFlow) -> None:
    path = sorted(workspace.locations.learner("maria-rossi").glob("papers/*.json"))[0]
    path.unlink()
    (found,) = bad(workspace)
    assert (found.exit_code, found.template) == (5, "The frozen paper {file} is missing.")


def test_a_torn_journal_is_no_finding(workspace: TinyWorkspace, sat: ExamFlow) -> None:
    path = sorted(workspace.locations.learner("maria-rossi").glob("attempts/*.jsonl"))[0]
    path.write_bytes(path.read_bytes() + b'{"n":')
    assert bad(workspace) == []


def test_what_is_no_learner_is_passed_over(workspace: TinyWorkspace, sat: ExamFlow) -> None:
    (workspace.locations.learners / "notes.txt").write_text("mine")
    (workspace.locations.learners / "half-made").mkdir()
    (workspace.locations.learners / ".luca.erased").mkdir()
    assert bad(workspace) == []


def test_a_folder_that_cannot_be_written_is_found(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "cache").write_text("in the way")
    found = [finding for finding in examine(find_locations(str(home))) if not finding.fine]
    assert [finding.exit_code for finding in found] == [6]
