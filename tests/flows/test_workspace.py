"""Learners of a run: making one, opening one, and what happens where nothing can be written."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from tests.fakes.disks import FullDisk
from tests.fakes.workspace import TinyWorkspace
from trainer.kernel.problems import Refused, StorageUnusable, StoreDamaged, UsageProblem
from trainer.progress.lock import Busy
from trainer.progress.rows import Settings
from trainer.progress.store import LearnerStore


def test_the_first_learner(workspace: TinyWorkspace, open_workspace: Callable[[], TinyWorkspace]) -> None:
    assert workspace.learner == "maria-rossi"
    profile = open_workspace().profile()
    assert (profile.name, profile.language, profile.second_language, profile.qualification) == (
        "Maria Rossi", "it", "en", "tin",
    )  # fmt: skip
    assert profile.created == "2026-11-21T08:00:00.000Z"


@pytest.mark.parametrize("name", ["", "   ", "\x1b\x00", "\u200b\u202e"])
def test_a_learner_has_a_name(open_workspace: Callable[[], TinyWorkspace], name: str) -> None:
    workspace = open_workspace()
    with pytest.raises(Refused, match="Write your name"):
        workspace.create_learner(name, "it", "en", "tin")
    assert not workspace.locations.learners.exists()


def test_a_hostile_name_is_cleaned(open_workspace: Callable[[], TinyWorkspace]) -> None:
    workspace = open_workspace()
    assert workspace.create_learner("\x1b[31m[@click=app.quit]Eve\n" + "x" * 90, "it", "en", "tin").startswith("31m-")
    name = workspace.profile().name
    assert (len(name), name[:27]) == (60, "[31m[@click=app.quit]Eve xx")


def test_without_a_learner_there_is_nothing_to_open(open_workspace: Callable[[], TinyWorkspace]) -> None:
    workspace = open_workspace()
    assert workspace.glance() is None
    assert workspace.qualification() is None
    with pytest.raises(Refused, match="no learner yet"):
        workspace.profile()
    with pytest.raises(UsageProblem):
        workspace.choose_learner("luca")


def test_the_last_learner_is_opened_next_time(
    workspace: TinyWorkspace, open_workspace: Callable[[], TinyWorkspace]
) -> None:
    workspace.create_learner("Anna", "en", "it", "alp")
    assert open_workspace().learner == "anna"
    other = open_workspace()
    other.choose_learner("maria-rossi")
    assert other.profile().name == "Maria Rossi"
    again = open_workspace()
    assert again.learner == "maria-rossi"
    assert again.jurisdictions() == ("IT", "EU", "none")


def test_another_window_is_refused_and_the_first_goes_on(workspace: TinyWorkspace, tmp_path: Path) -> None:
    second = TinyWorkspace(tmp_path / "home")
    assert second.choose_learner(None) == "maria-rossi"
    assert second.glance() is not None
    with pytest.raises(Busy):
        _ = second.store
    workspace.change_settings(theme="light")
    workspace.close()
    assert second.store.settings() == Settings("light")
    second.close()


def test_the_store_asked_for_by_two_threads_is_opened_once(
    workspace: TinyWorkspace, open_workspace: Callable[[], TinyWorkspace]
) -> None:
    again, barrier = open_workspace(), Barrier(4)

    def ask(_: int) -> LearnerStore:
        barrier.wait()
        return again.store

    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(ask, range(4)))) == 1


def test_a_disk_that_is_full_at_the_first_start(open_workspace: Callable[[], TinyWorkspace], disk: FullDisk) -> None:
    workspace = open_workspace()
    disk.room = 10
    for _ in range(2):
        with pytest.raises(StorageUnusable, match="disk is full"):
            workspace.create_learner("Maria", "it", "en", "tin")
        assert (workspace.learner, workspace.learners()) == (None, [])
    disk.room = None
    assert workspace.create_learner("Maria", "it", "en", "tin") == "maria"
    assert workspace.profile().name == "Maria"


def test_machine_settings_that_cannot_be_written_stop_nobody(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "config").write_text("in the way")
    workspace = TinyWorkspace(home)
    assert workspace.create_learner("Maria", "it", "en", "tin") == "maria"
    workspace.close()
    workspace.choose_learner(None)
    assert workspace.profile().name == "Maria"
    workspace.close()


def test_a_damaged_store_is_refused_and_left(
    workspace: TinyWorkspace, open_workspace: Callable[[], TinyWorkspace]
) -> None:
    path = workspace.store.folder / "store.json"
    workspace.close()
    path.write_bytes(path.read_bytes()[:-3])
    before = {found.name: found.read_bytes() for found in path.parent.iterdir() if found.name[0] != "."}
    again = open_workspace()
    (card,) = again.learners()
    assert isinstance(card.problem, StoreDamaged)
    for _ in range(2):
        with pytest.raises(StoreDamaged):
            _ = again.store
    assert {found.name: found.read_bytes() for found in path.parent.iterdir() if found.name[0] != "."} == before


def test_changing_who_one_is(workspace: TinyWorkspace) -> None:
    assert workspace.speak("en").second_language == "it"
    assert workspace.change_profile(qualification="alp").qualification == "alp"
    assert workspace.jurisdictions() == ("CH", "none")
    assert workspace.change_settings(clock_hidden=True) == Settings(clock_hidden=True)
    glance = workspace.glance()
    assert glance is not None
    assert (glance["profile"]["language"], glance["settings"]["clock_hidden"]) == ("en", True)


def test_a_qualification_that_is_not_installed_is_a_sentence(workspace: TinyWorkspace) -> None:
    workspace.change_profile(qualification="gone")
    with pytest.raises(Refused, match="gone is not installed"):
        workspace.jurisdictions()
