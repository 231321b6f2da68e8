"""A learner of the small content, on a clock that moves only when told to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.builders import a_store
from tests.fakes.clock import FakeClock
from tests.fakes.disks import FullDisk
from tests.fakes.workspace import TinyWorkspace
from trainer.progress.store import LearnerStore


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def disk() -> FullDisk:
    """A disk with room enough, until a test says otherwise."""
    return FullDisk()


@pytest.fixture
def store(tmp_path: Path, disk: FullDisk) -> Iterator[LearnerStore]:
    found = a_store(tmp_path, disk)
    yield found
    found.close()


@pytest.fixture
def open_workspace(tmp_path: Path, clock: FakeClock, disk: FullDisk) -> Iterator[Callable[[], TinyWorkspace]]:
    """Each call is a new run of the program in the same home; the run before it is over."""
    runs: list[TinyWorkspace] = []

    def start() -> TinyWorkspace:
        for run in runs:
            run.close()
        workspace = TinyWorkspace(tmp_path / "home", clock, disk)
        runs.append(workspace)
        workspace.choose_learner(None)
        return workspace

    yield start
    for run in runs:
        run.close()


@pytest.fixture
def workspace(open_workspace: Callable[[], TinyWorkspace]) -> TinyWorkspace:
    """Maria, who has just begun with ``tin``."""
    found = open_workspace()
    found.create_learner("Maria Rossi", "it", "en", "tin")
    return found
