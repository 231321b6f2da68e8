"""What all kinds of exercises share on the screen: the clock, handing in, leaving, and the screen before the start."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.exercises.making import BOX, RUCKSACK
from tests.fakes.clock import FakeClock
from tests.tui.playing import TWIN, PlayWorkspace, ada, note_results
from tests.tui.stage import Stage, on_stage
from trainer.flows.exercise_start import exercise_cards, start_exercise
from trainer.tui.messages import OpenScreen
from trainer.tui.screens.exercise import ExerciseScreen

PRACTICE = f"{RUCKSACK}{TWIN}"
TODAY = OpenScreen("today")


@pytest.fixture
def workspace(tmp_path: Path, clock: FakeClock) -> Iterator[PlayWorkspace]:
    found = ada(tmp_path / "home", clock)
    yield found
    found.close()


def start(exercise: str = PRACTICE) -> OpenScreen:
    return OpenScreen("exercise", {"exercise": exercise})


def playing(exercise: str = PRACTICE) -> OpenScreen:
    return OpenScreen("exercise_play", {"exercise": exercise, "spoken": "it"})


def seen(stage: Stage) -> str:
    return " ".join(stage.text.split())


def tick(stage: Stage) -> None:
    """What the screen's timer does once a second."""
    screen = stage.app.screen
    assert isinstance(screen, ExerciseScreen)
    screen._tick()


# -- before the start --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)])
async def test_before_the_start_it_says_what_it_is_and_what_practice_means(
    workspace: PlayWorkspace, size: tuple[int, int]
) -> None:
    async with on_stage(workspace, TODAY, start(), language="it", size=size) as stage:
        assert "Lo zaino di ieri" in stage.text and "Sei allo sportello oggetti smarriti" in seen(stage)
        assert "Inizia, si parla: italiano" in seen(stage) and "Inizia, si parla: inglese" in seen(stage)
        text = seen(stage)
        for _ in range(4):
            await stage.press("pagedown")
            text += seen(stage)
        for part in (
            "Conversazione",
            "10 minuti",
            "60%",
            "mai fatta",
            "per iscritto le tue ragioni",
            "Pratica:",
        ):
            assert part.replace("\xa0", " ") in text.replace("\xa0", " "), part


async def test_the_language_spoken_is_chosen_with_the_start(workspace: PlayWorkspace) -> None:
    async with on_stage(workspace, TODAY, start(), language="it") as stage:
        await stage.press("2")
        screen = stage.app.screen
        assert isinstance(screen, ExerciseScreen) and screen.view.play.spoken == "en"
        assert stage.screens == ["TodayScreen", "ExerciseScreen"]


async def test_an_attempt_that_waits_is_taken_up_again(workspace: PlayWorkspace) -> None:
    flow = start_exercise(workspace, PRACTICE)
    flow.leave()
    async with on_stage(workspace, TODAY, start(), language="it") as stage:
        assert "Riprendi la prova in sospeso" in stage.text and "Inizia" not in stage.text
        await stage.press("enter")
        screen = stage.app.screen
        assert isinstance(screen, ExerciseScreen) and screen.view.attempt == flow.attempt


async def test_why_it_cannot_be_started_is_said(workspace: PlayWorkspace) -> None:
    start_exercise(workspace, RUCKSACK, assessed=True).finish()
    async with on_stage(workspace, TODAY, start(RUCKSACK), language="it") as stage:
        assert "Inizia" not in stage.text and "Non ora" in stage.text
        await stage.press("end", "pagedown")
        assert "una volta al giorno" in seen(stage)
        await stage.press("enter")
        assert stage.screens == ["TodayScreen"]


async def test_what_counts_says_so(workspace: PlayWorkspace) -> None:
    async with on_stage(workspace, TODAY, start(BOX), language="en") as stage:
        assert "It counts: no hints" in seen(stage)
        await stage.press("1")
        assert exercise_cards(workspace)[-1].id and workspace.store.attempts()[0].mode == "assessed"


# -- while it is played ------------------------------------------------------------------------------------------------


async def test_the_clock_goes_up_and_ends_nothing(workspace: PlayWorkspace, clock: FakeClock) -> None:
    async with on_stage(workspace, TODAY, playing()) as stage:
        assert "0:00 / 10:00" in stage.text and "Italiano" in stage.text
        clock.wait(61)
        tick(stage)
        await stage.pilot.pause()
        assert "1:01 / 10:00" in stage.text
        clock.wait(600)
        tick(stage)
        await stage.pilot.pause()
        assert "11:01 / 10:00" in stage.text and "you can go on" in seen(stage)
        assert stage.screens[-1] == "ExerciseScreen"


async def test_a_clock_that_is_hidden_stays_hidden(workspace: PlayWorkspace) -> None:
    workspace.change_settings(clock_hidden=True)
    async with on_stage(workspace, TODAY, playing()) as stage:
        assert "0:00" not in stage.text and "Italiano" in stage.text


async def test_handing_in_asks_first(workspace: PlayWorkspace) -> None:
    async with on_stage(workspace, TODAY, playing()) as stage:
        asked = note_results(stage)
        await stage.press("f", "enter")
        assert asked == [] and stage.screens[-1] == "ExerciseScreen"
        await stage.press("f", "right", "enter")
        assert asked == [workspace.store.attempts()[0].id]
        assert workspace.store.attempts()[0].submitted_at is not None


async def test_leaving_the_program_asks_where_the_clock_runs_on(workspace: PlayWorkspace) -> None:
    async with on_stage(workspace, TODAY, playing(RUCKSACK)) as stage:
        await stage.press("ctrl+q")
        assert stage.screens[-1] == "Confirm"
        await stage.press("escape")
        assert stage.app.is_running


async def test_no_other_place_can_be_gone_to(workspace: PlayWorkspace) -> None:
    async with on_stage(workspace, TODAY, playing()) as stage:
        await stage.press("g", "t", "slash")
        assert stage.screens[-1] == "ExerciseScreen"


async def test_the_help_names_every_key(workspace: PlayWorkspace) -> None:
    async with on_stage(workspace, TODAY, playing(), size=(120, 50)) as stage:
        await stage.press("question_mark")
        for key in ("enter", "t ", "v ", "h ", "f ", "l "):
            assert key in stage.text, key
