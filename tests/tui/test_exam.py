"""Sitting an exam by keys: the clock, warnings, overview, submitting, leaving, and what may not be possible."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from tests.builders import a_paper
from tests.fakes.clock import FakeClock
from tests.fakes.disks import FullDisk
from tests.fakes.workspace import TinyWorkspace
from tests.tui.conftest import an_exam
from tests.tui.stage import Stage, on_stage
from trainer.assessment.events import Mode
from trainer.flows.exam import ExamFlow
from trainer.tui.screens.exam import ExamScreen
from trainer.tui.screens.exam_time import WARNING_SECONDS
from trainer.tui.widgets.item_view import ItemView


@asynccontextmanager
async def sitting(
    workspace: TinyWorkspace, *, mode: Mode = "mock", size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Stage, ExamFlow]]:
    flow = an_exam(workspace, a_paper(), mode=mode)
    async with on_stage(workspace, size=size) as stage:
        await stage.open("sitting", flow=flow)
        yield stage, flow


def tick(stage: Stage) -> None:
    """What the screen's timer does once a second."""
    screen = stage.app.screen
    assert isinstance(screen, ExamScreen)
    screen._tick()


async def test_answers_are_kept_and_nothing_says_whether_they_are_right(workspace: TinyWorkspace) -> None:
    async with sitting(workspace) as (stage, flow):
        await stage.press("a")
        assert "●  a" in stage.text or "● a" in stage.text
        await stage.press("enter")
        assert "Question 2 of 6" in stage.text
        await stage.press("p")
        assert flow.view.chosen and "Because the rule" not in stage.text and "Art. 12" not in stage.text
        await stage.press("r", "enter", "enter")
        assert "Because the rule" not in stage.text
        assert stage.screens == ["ExamScreen"]


async def test_the_clock_counts_down_and_hides(workspace: TinyWorkspace, clock: FakeClock) -> None:
    async with sitting(workspace) as (stage, _):
        assert "25:00" in stage.text
        clock.wait(61)
        tick(stage)
        await stage.pilot.pause()
        assert "23:59" in stage.text
        await stage.press("h")
        assert "23:59" not in stage.text and "––:––" in stage.text
        clock.wait(60)
        tick(stage)
        await stage.press("h")
        assert "22:59" in stage.text


async def test_a_second_touches_the_clock_only(
    workspace: TinyWorkspace, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sitting(workspace) as (stage, _):
        drawn: list[str] = []
        monkeypatch.setattr(ItemView, "render", lambda self: drawn.append("item"))
        monkeypatch.setattr(ItemView, "_paint", lambda self: drawn.append("item"))
        clock.wait(1)
        tick(stage)
        await stage.pilot.pause()
        assert "24:59" in stage.text and not drawn


@pytest.mark.parametrize("minutes", [10, 5, 1])
async def test_a_quiet_line_warns_and_stays_a_while(workspace: TinyWorkspace, clock: FakeClock, minutes: int) -> None:
    async with sitting(workspace) as (stage, _):
        clock.wait((25 - minutes) * 60 + 1)
        tick(stage)
        await stage.press("h", "a")
        assert f"{minutes} minute{'s' if minutes > 1 else ''} left." in stage.text
        for _ in range(WARNING_SECONDS):
            tick(stage)
        await stage.pilot.pause()
        assert "left." not in stage.text


async def test_a_quiet_clock_is_silent_but_for_its_warnings(workspace: TinyWorkspace, clock: FakeClock) -> None:
    workspace.change_settings(clock_hidden=True)
    async with sitting(workspace) as (stage, _):
        assert "––:––" in stage.text and "25:00" not in stage.text
        for left in (10, 5, 1):
            clock.wait(60 * {10: 15, 5: 5, 1: 4}[left])
            tick(stage)
            await stage.pilot.pause()
            assert f"{left} minute" in stage.text and "––:––" in stage.text
            for _ in range(WARNING_SECONDS):
                tick(stage)


async def test_time_up_submits_and_says_so(workspace: TinyWorkspace, clock: FakeClock) -> None:
    async with sitting(workspace) as (stage, flow):
        await stage.press("a")
        clock.wait(25 * 60 + 1)
        tick(stage)
        await stage.settle()
        assert flow.over and flow.row is not None and flow.row.reason == "time"
        assert stage.screens == ["ResultScreen"]
        assert "Time was up" in stage.text


async def test_a_key_after_the_end_of_time_changes_nothing(workspace: TinyWorkspace, clock: FakeClock) -> None:
    async with sitting(workspace) as (stage, flow):
        clock.wait(25 * 60 + 1)
        await stage.press("a")
        assert flow.row is not None and flow.row.answered == 0
        assert stage.screens == ["ResultScreen"]


async def test_the_overview_goes_to_any_question(workspace: TinyWorkspace) -> None:
    async with sitting(workspace) as (stage, _):
        await stage.press("a", "m", "g")
        assert "1 ●⚑" in stage.text and "2 ○" in stage.text
        assert "first" in stage.text and "second" in stage.text
        await stage.press("down", "right", "enter")
        assert "Question 5 of 6" in stage.text
        await stage.press("g", "3", "enter")
        assert "Question 3 of 6" in stage.text
        await stage.press("g", "escape")
        assert "Question 3 of 6" in stage.text
        assert stage.screens == ["ExamScreen"]


async def test_submitting_lists_what_is_open_and_begins_with_the_way_back(workspace: TinyWorkspace) -> None:
    async with sitting(workspace) as (stage, flow):
        await stage.press("a", "n", "m", "s")
        assert "5 questions without an answer: 2, 3, 4, 5, 6" in stage.text
        assert "1 question flagged: 2" in stage.text
        await stage.press("enter")
        assert "Question 2 of 6" in stage.text and not flow.over
        await stage.press("s", "down", "enter")
        assert "Question 2 of 6" in stage.text
        await stage.press("s", "end", "enter")
        assert flow.row is not None and flow.row.reason == "learner"
        assert stage.screens == ["ResultScreen"]


async def test_enter_on_the_last_question_leads_to_the_page_before_submitting(workspace: TinyWorkspace) -> None:
    async with sitting(workspace) as (stage, flow):
        for _ in range(6):
            await stage.press("a", "enter")
        assert "Every question has an answer." in stage.text and not flow.over


async def test_leaving_asks_and_a_mock_waits(workspace: TinyWorkspace, clock: FakeClock) -> None:
    async with sitting(workspace) as (stage, flow):
        await stage.press("a", "ctrl+q")
        assert "Leave the exam?" in stage.text and "The clock stops" in stage.text
        await stage.press("escape")
        assert stage.screens == ["ExamScreen"]
        await stage.press("ctrl+q", "enter")
        assert stage.screens == ["ExamScreen"] and stage.app.return_code is None
        await stage.press("ctrl+q", "right", "enter")
        assert stage.app.return_code == 0
    row = workspace.store.attempt(flow.attempt)
    assert row is not None and row.submitted_at is None and row.answered == 1
    clock.restart(away=5000)
    async with on_stage(workspace) as stage:
        await stage.open("attempt", attempt=flow.attempt)
        assert "Question 1 of 6" in stage.text and "25:00" in stage.text


async def test_a_counting_exam_says_that_its_clock_runs_on(workspace: TinyWorkspace, clock: FakeClock) -> None:
    async with sitting(workspace, mode="counting") as (stage, flow):
        await stage.press("ctrl+q")
        assert "The clock runs on" in stage.text
        await stage.press("right", "enter")
    clock.restart(away=5000)
    async with on_stage(workspace) as stage:
        await stage.open("attempt", attempt=flow.attempt)
        assert stage.screens == ["ResultScreen"]
        assert "Time ran out while you were away" in stage.text
        assert "Review the questions" not in stage.text


async def test_time_runs_out_behind_a_dialog(workspace: TinyWorkspace, clock: FakeClock) -> None:
    async with sitting(workspace) as (stage, flow):
        await stage.press("ctrl+q")
        clock.wait(25 * 60 + 1)
        await stage.pilot.pause(1.2)
        await stage.settle()
        assert flow.over
        assert stage.screens[-1] == "ResultScreen" and "ExamScreen" not in stage.screens


async def test_too_small_a_window_says_so_and_takes_no_answers(workspace: TinyWorkspace, clock: FakeClock) -> None:
    async with sitting(workspace) as (stage, flow):
        await stage.resize(50, 15)
        assert "60 × 18" in stage.text and "Question" not in stage.text
        await stage.press("a", "s")
        assert not flow.view.chosen
        clock.wait(60)
        tick(stage)
        await stage.resize(60, 18)
        assert "Question 1 of 6" in stage.text and "24:00" in stage.text
        await stage.press("a")
        assert flow.view.chosen


async def test_a_full_disk_is_said_and_the_exam_goes_on(
    workspace: TinyWorkspace, disk: FullDisk, clock: FakeClock
) -> None:
    async with sitting(workspace) as (stage, flow):
        disk.room = 0
        await stage.press("a")
        assert "The disk is full" in stage.text and not flow.view.chosen
        clock.wait(30)
        tick(stage)
        disk.room = None
        await stage.press("a")
        assert flow.view.chosen


async def test_a_full_disk_does_not_keep_anybody_from_leaving(workspace: TinyWorkspace, disk: FullDisk) -> None:
    async with sitting(workspace) as (stage, flow):
        await stage.press("a")
        disk.room = 0
        await stage.press("ctrl+q", "right", "enter")
        assert stage.app.return_code == 0
    disk.room = None
    async with on_stage(workspace) as stage:
        await stage.open("attempt", attempt=flow.attempt)
        assert "Question 1 of 6" in stage.text


async def test_the_palette_offers_only_what_can_be_done(workspace: TinyWorkspace) -> None:
    async with sitting(workspace) as (stage, _):
        await stage.press("ctrl+p")
        assert "Look over the exam and submit it" in stage.text
        for foreign in ("Screenshot", "Maximize", "Theme"):
            assert foreign not in stage.text
        await stage.press(*"flag", "enter")
        assert "⚑ flagged" in stage.text
