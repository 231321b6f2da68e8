"""An import that dies at any of its steps: the next start finds all of it or nothing, and it can be done again."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.fakes.clock import FakeClock
from tests.fakes.disks import Death, DyingDisk, FullDisk
from tests.flows.machines import MARIA, Machine
from tests.flows.remembering import practised
from trainer.flows.recovery import recover
from trainer.kernel.problems import StorageUnusable
from trainer.progress.learners import list_learners


@pytest.fixture
def archive(tmp_path: Path, clock: FakeClock) -> Path:
    """An export with one practice, and one more than the learner of ``home`` has."""
    machine = Machine(tmp_path / "there", clock)
    workspace = machine.open()
    workspace.create_learner("Maria Rossi", "it", "en", "tin")
    practised(workspace, clock, [True])
    machine.export("start.zip")
    clock.wait(86_400)
    practised(machine.open(), clock, [False, True], "privacy")
    return machine.export("x.zip")


@pytest.fixture
def home(tmp_path: Path, archive: Path, clock: FakeClock) -> Iterator[Machine]:
    """A machine that knows the beginning."""
    machine = Machine(tmp_path / "here", clock)
    machine.take(archive.with_name("start.zip"))
    yield machine
    machine.close()


def copied(machine: Machine, folder: Path) -> Machine:
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(machine.folder, folder)
    return Machine(folder, machine.clock)


def die(machine: Machine, archive: Path, disk: DyingDisk, **options: Any) -> bool:
    """Whether it died before the import was done."""
    try:
        machine.take(archive, disk=disk, **options)
    except Death:
        return True
    return False


@pytest.mark.parametrize("done", [False, True], ids=["before", "after"])
def test_merging_is_all_or_nothing(home: Machine, archive: Path, tmp_path: Path, done: bool) -> None:
    before = home.everything()
    whole = copied(home, tmp_path / "whole")
    whole.take(archive)
    after = whole.everything()
    assert len(after["attempts"]) == len(before["attempts"]) + 1
    found, at = [], 0
    while True:
        scratch = copied(home, tmp_path / "scratch")
        died = die(scratch, archive, DyingDisk(at, done=done))
        found.append(scratch.everything())
        assert found[-1] in (before, after), f"half imported after step {at}"
        assert not (scratch.learner() / ".import").exists()
        scratch.take(archive)
        assert scratch.everything() == after
        scratch.close()
        if not died:
            break
        at += 1
    assert at > 12 and found[0] == before and found[-1] == after
    assert found == sorted(found, key=lambda one: len(one["attempts"])), "once it is there it stays"


@pytest.mark.parametrize("done", [False, True], ids=["before", "after"])
def test_a_new_learner_is_there_or_not(archive: Path, tmp_path: Path, clock: FakeClock, done: bool) -> None:
    at = 0
    while True:
        scratch = Machine(tmp_path / f"new-{at}", clock)
        died = die(scratch, archive, DyingDisk(at, done=done))
        learners = list_learners(scratch.open().locations)
        assert [card.id for card in learners] in ([], [MARIA])
        if not learners:
            scratch.take(archive)
        assert len(scratch.everything()["attempts"]) == 2
        scratch.close()
        if not died:
            break
        at += 1
    assert at > 12


def test_bringing_in_step_again_after_an_import_that_was_finished_late(home: Machine, archive: Path) -> None:
    """It happens before every counting exam as well."""
    at = 0
    while die(home, archive, DyingDisk(at, done=True)) and not (home.learner() / ".import" / "ready").exists():
        at += 1
    workspace = home.open(MARIA)
    assert len(workspace.store.attempts()) == 2
    recover(workspace.store, workspace.clock)
    assert not workspace.store.landed


def test_a_full_disk_takes_nothing(home: Machine, archive: Path, tmp_path: Path) -> None:
    before = home.everything()
    for room in (0, 100, 5_000):
        with pytest.raises(StorageUnusable, match="disk is full"):
            home.take(archive, disk=FullDisk(room))
        assert home.everything() == before
        new = Machine(tmp_path / f"new-{room}", home.clock)
        with pytest.raises(StorageUnusable, match="disk is full"):
            new.take(archive, disk=FullDisk(room))
        assert list_learners(new.open().locations) == []
        assert not [path for path in (new.folder / "home" / "data" / "learners").glob(".*") if path.is_dir()]
