"""Exercises on the screens of units and modules, and the checklist of a unit's minimum performance."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.exercises.desks import MONDAY_INBOX
from tests.exercises.making import BOX, RUCKSACK
from tests.fakes.clock import FakeClock
from tests.flows.playing import argue
from tests.tui.finished import finished
from tests.tui.playing import TWIN, PlayWorkspace, ada
from tests.tui.stage import Stage, on_stage
from trainer.flows.evidence import void_attempt
from trainer.flows.exercise_start import start_exercise
from trainer.tui.messages import OpenScreen
from trainer.tui.widgets.menu import Menu

TALL = (100, 140)
DAY = 86_400


@pytest.fixture
def workspace(tmp_path: Path, clock: FakeClock) -> Iterator[PlayWorkspace]:
    found = ada(tmp_path / "home", clock)
    yield found
    found.close()


@asynccontextmanager
async def unit(workspace: PlayWorkspace, *, size: tuple[int, int] = TALL, language: str = "en") -> AsyncIterator[Stage]:
    async with on_stage(workspace, OpenScreen("today"), language=language, size=size) as stage:
        await stage.open("unit", unit="dem.u1")
        yield stage


def seen(stage: Stage) -> str:
    return " ".join(stage.text.split())


async def pick(stage: Stage, beginning: str) -> None:
    """Open the first entry whose id begins so."""
    menu = stage.app.screen.query_one(Menu)
    menu.highlight(next(entry.id for entry in menu._entries if entry.id.startswith(beginning)))
    await stage.press("enter")


async def test_exercises_for_practice_come_first(workspace: PlayWorkspace) -> None:
    async with unit(workspace) as stage:
        text = stage.text
        assert text.index("Exercises for practice") < text.index("Exercises that count · one try a day")
        assert "Conversation · 10 minutes · not played yet" in seen(stage)
        await pick(stage, f"exercise:{RUCKSACK}")
        assert stage.screens[-1] == "ExerciseStartScreen"


async def test_a_module_lists_its_own_exercises(workspace: PlayWorkspace, clock: FakeClock) -> None:
    finished(workspace, clock, f"{RUCKSACK}{TWIN}", "bad")
    start_exercise(workspace, f"{BOX}{TWIN}").leave()
    async with unit(workspace) as stage:
        await stage.open("module", module="demo-return")
        assert "waits to be finished" in stage.text and "not passed yet" in stage.text and "best" in stage.text
        assert "Monday" not in stage.text
        await pick(stage, "exercise:")
        assert stage.screens[-1] == "ExerciseStartScreen"


async def test_the_rule_and_how_it_is_read_are_said(workspace: PlayWorkspace) -> None:
    async with unit(workspace) as stage:
        text = seen(stage)
        assert "Minimum performance · house rule Serve two types of customer" in text
        assert "How it is read: Passed attempts add up" in text
        assert "The standard states none; this one is a house rule." in text
        assert "Still missing · 0 of 8 shown" in text
        assert "○ Types of customer · 0 of 2" in text and "would help: " in text


async def test_the_gap_opens_the_exercise_that_would_close_it(workspace: PlayWorkspace) -> None:
    async with unit(workspace) as stage:
        await pick(stage, "help:of_which_complaint")
        assert stage.screens[-1] == "ExerciseStartScreen" and "rucksack" in stage.text


async def test_a_rationale_to_write_comes_before_what_is_missing(workspace: PlayWorkspace, clock: FakeClock) -> None:
    attempt = finished(workspace, clock, RUCKSACK)
    async with unit(workspace) as stage:
        text = stage.text
        assert "Write the rationale: Yesterday’s rucksack (" in seen(stage)
        assert text.index("Rationales to write") < text.index("Still missing")
        await pick(stage, "rationale:")
        assert stage.screens[-1] == "RationaleScreen"
        await stage.press("escape")
        argue(workspace, attempt)
        await stage.press("escape")
        await stage.open("unit", unit="dem.u1")
        assert "Rationales to write" not in stage.text and "Waiting for an assessor" in stage.text
        assert "✓ A complaint · 1 of 1" in seen(stage)
        await pick(stage, "result:")
        assert stage.screens[-1] == "ExerciseResultScreen"


async def test_the_list_shrinks_and_a_void_attempt_brings_it_back(workspace: PlayWorkspace, clock: FakeClock) -> None:
    first = finished(workspace, clock, RUCKSACK)
    argue(workspace, first)
    argue(workspace, finished(workspace, clock, BOX))
    async with unit(workspace) as stage:
        assert "Still missing" not in stage.text and "Shown · ✓ everything is shown" in seen(stage)
        assert "2 of 2" in stage.text
    void_attempt(workspace, first, "another person played")
    async with unit(workspace) as stage:
        assert "Still missing" in stage.text and "voided: another person played" in seen(stage)


async def test_every_assessed_try_is_told(workspace: PlayWorkspace, clock: FakeClock) -> None:
    finished(workspace, clock, f"{RUCKSACK}{TWIN}", "ordinary")
    finished(workspace, clock, RUCKSACK, "bad")
    clock.wait(DAY)
    waiting = start_exercise(workspace, RUCKSACK, assessed=True)
    waiting.leave()
    async with unit(workspace) as stage:
        text = seen(stage)
        assert "not passed · first time played" in text and "not finished · played 1 time before" in text
        await pick(stage, "resume:")
        assert stage.screens[-1] == "ExerciseScreen"


async def test_the_checklist_is_brought_up_to_date_when_one_comes_back(
    workspace: PlayWorkspace, clock: FakeClock
) -> None:
    async with unit(workspace) as stage:
        await pick(stage, f"exercise:{MONDAY_INBOX}")
        finished(workspace, clock, RUCKSACK)
        await stage.press("escape")
        assert "Rationales to write" in stage.text


@pytest.mark.parametrize("language", ["it", "en"])
@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)])
async def test_nothing_runs_over_the_edge(
    workspace: PlayWorkspace, clock: FakeClock, size: tuple[int, int], language: str
) -> None:
    argue(workspace, finished(workspace, clock, RUCKSACK))
    async with unit(workspace, size=size, language=language) as stage:
        for _ in range(12):
            await stage.press("down", "down")
            lines = stage.text.split("\n")
            assert len(lines) <= size[1] and all(len(line) <= size[0] for line in lines)


# -- today -------------------------------------------------------------------------------------------------------------


async def test_today_resumes_what_waits_and_opens_results(workspace: PlayWorkspace, clock: FakeClock) -> None:
    finished(workspace, clock, RUCKSACK)
    waiting = start_exercise(workspace, f"{BOX}{TWIN}")
    waiting.leave()
    async with on_stage(workspace, OpenScreen("today"), size=TALL) as stage:
        assert "Go on with the exercise: " in stage.text and "practice · 0 steps taken" in seen(stage)
        assert "✓ Exercise: Yesterday’s rucksack passed · it counts · 20 of 20 points · today" in seen(stage)
        await stage.press("1")
        assert stage.screens[-1] == "ExerciseScreen"
        await stage.press("escape")
        await pick(stage, "exercise_result:")
        assert stage.screens[-1] == "ExerciseResultScreen"
