"""A desk with five thousand records draws no more than one with ten: lists are windows, and lines are kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.exercises.desks import MONDAY_INBOX
from tests.fakes.clock import FakeClock
from tests.fixtures import change, copy_exercises
from tests.flows.playing import DemoWorkspace
from tests.tui.plays.at_a_desk import at_a_desk
from trainer.flows.exercise_start import start_exercise
from trainer.tui.widgets import canvas, line

#: What somebody does: look through the lists, search, open, begin forms, wait.
KEYS = (
    "3",
    "down",
    "down",
    "enter",
    "4",
    "down",
    "enter",
    "1",
    "enter",
    "r",
    "down",
    "escape",
    "a",
    "escape",
    "t",
    "3",
    "slash",
    *"example",
    "enter",
    "enter",
    "c",
    "1",
    "escape",
)


@pytest.fixture
def small(tmp_path: Path, clock: FakeClock) -> Iterator[DemoWorkspace]:
    yield from _with_crowd(tmp_path / "small", clock, 6, 8)


@pytest.fixture
def large(tmp_path: Path, clock: FakeClock) -> Iterator[DemoWorkspace]:
    yield from _with_crowd(tmp_path / "large", clock, 500, 5_000)


def _with_crowd(folder: Path, clock: FakeClock, customers: int, records: int) -> Iterator[DemoWorkspace]:
    root = copy_exercises(folder)
    path = root / f"courses/modules/demo-intake/exercises/{MONDAY_INBOX}.yaml"
    change(path, "crowd: {customers: 60, records: 200,", f"crowd: {{customers: {customers}, records: {records},")
    workspace = DemoWorkspace(folder, clock)
    workspace.create_learner("Ada", "it", "en", "dem")
    yield workspace
    workspace.close()


async def drawn(workspace: DemoWorkspace, clock: FakeClock, monkeypatch: pytest.MonkeyPatch) -> int:
    """Lines that were made into strips while the keys were pressed."""
    made = 0
    line_strip = line.line_strip

    def counted(*given: object) -> object:
        nonlocal made
        made += 1
        return line_strip(*given)  # type: ignore[arg-type] # handed through

    flow = start_exercise(workspace, MONDAY_INBOX, spoken="it", seed="7")
    async with at_a_desk(workspace, flow, clock, size=(120, 40)) as desk:
        with monkeypatch.context() as patch:
            patch.setattr(canvas, "line_strip", counted)
            await desk.press(*KEYS)
    return made


async def test_a_crowd_costs_no_lines(
    small: DemoWorkspace, large: DemoWorkspace, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    few, many = await drawn(small, clock, monkeypatch), await drawn(large, clock, monkeypatch)
    assert 0 < many <= 1.3 * few
