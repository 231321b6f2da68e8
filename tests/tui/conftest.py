"""Maria, who has just begun, and flows over items made in memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders import a_paper, a_practice, a_running
from tests.fakes.clock import FakeClock
from tests.fakes.disks import FullDisk
from tests.fakes.workspace import TinyWorkspace
from trainer.assessment.events import Mode
from trainer.assessment.paper import Paper
from trainer.flows.exam import ExamFlow
from trainer.flows.practise import PracticeFlow


@pytest.fixture(autouse=True)
def _quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    """No colour or theme of the machine the tests run on."""
    for name in ("NO_COLOR", "TEXTUAL_THEME", "TEXTUAL_COLOR_SYSTEM", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def disk() -> FullDisk:
    """A disk with room enough, until a test says otherwise."""
    return FullDisk()


@pytest.fixture
def workspace(tmp_path: Path, clock: FakeClock, disk: FullDisk) -> Iterator[TinyWorkspace]:
    found = TinyWorkspace(tmp_path / "home", clock, disk)
    found.create_learner("Maria Rossi", "en", "it", "tin")
    # Most tests are about something else; ``test_certainty`` switches it on again.
    found.change_settings(ask_certainty=False)
    yield found
    found.close()


def an_exam(workspace: TinyWorkspace, paper: Paper | None = None, *, mode: Mode = "mock") -> ExamFlow:
    """An exam that has just begun."""
    policy = "runs_on" if mode == "counting" else "stops"
    running = a_running(workspace.store, paper or a_paper(), workspace.clock, mode=mode, policy=policy)
    running.switch_language("en")
    return ExamFlow(workspace.store, running)


def a_practice_flow(workspace: TinyWorkspace, paper: Paper | None = None) -> PracticeFlow:
    """A practice that has just begun."""
    running = a_running(workspace.store, paper or a_practice(), workspace.clock, mode="practice")
    running.switch_language("en")
    return PracticeFlow(workspace.store, running)
