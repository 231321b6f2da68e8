"""A workstation on the real screen, and the keys that set it up perfectly, reading what is offered."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from tests.fakes.clock import FakeClock
from tests.tui.playing import PlayWorkspace
from tests.tui.stage import Stage, on_stage
from trainer.exercises.workstation.shown import SetupView
from trainer.tui.messages import OpenScreen
from trainer.tui.plays.workstation.pane import WorkstationPane
from trainer.tui.screens.exercise import ExerciseScreen

POST = "demo-post-at-the-window"


def screen_of(stage: Stage) -> ExerciseScreen:
    """The exercise on the screen."""
    screen = stage.app.screen
    assert isinstance(screen, ExerciseScreen)
    return screen


def view_of(stage: Stage) -> SetupView:
    """What it shows now."""
    view = screen_of(stage)._flow.view.play
    assert isinstance(view, SetupView)
    return view


def pane_of(stage: Stage) -> WorkstationPane:
    """Its pane."""
    pane = screen_of(stage).pane
    assert isinstance(pane, WorkstationPane)
    return pane


def seen(stage: Stage) -> str:
    """What is on the screen, wrapped lines joined."""
    return " ".join(stage.text.split())


async def wait(stage: Stage, clock: FakeClock, seconds: float) -> None:
    """Time passes, and the screen's timer notices."""
    clock.wait(seconds)
    screen_of(stage)._tick()
    await stage.pilot.pause()


@asynccontextmanager
async def at_the_post(
    workspace: PlayWorkspace, *, language: str = "it", spoken: str = "it", size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Stage]:
    """The practice exercise, just begun."""
    first = OpenScreen("today"), OpenScreen("exercise_play", {"exercise": POST, "spoken": spoken})
    async with on_stage(workspace, *first, language=language, size=size) as stage:
        yield stage


async def presses(stage: Stage, keys: str) -> None:
    """Keys by name, ``right*5`` five times."""
    for key in keys.split():
        name, _, count = key.partition("*")
        await stage.press(*[name] * int(count or 1))


async def choose_phrase(stage: Stage, words: str) -> None:
    """The phrase that begins so, by its letter."""
    for _ in range(9):
        found = re.search(rf"[○●] ([a-e]) {re.escape(words)}", stage.text)
        if found:
            await stage.press(found[1], "right")
            return
        await stage.press("down")
    raise AssertionError(f"{words} is not offered:\n{stage.text}")


async def set_up(stage: Stage, clock: FakeClock) -> None:
    """The recorded perfect run, by keys: nothing is known but what stands on the screen. It ends before handing in."""
    await presses(stage, "5 down enter escape 1")
    await presses(stage, "right*5 down left*10 down left*2 down right down right*2 down right*6 down right enter")
    await presses(stage, "2 enter down enter down enter up up enter 5 down*2 enter 2 down*5 enter")
    await wait(stage, clock, 125)
    await presses(stage, "1 enter 2 enter down enter up*2 enter 3")
    for words in ("Sulla postazione 3", "Ho riavviato", "Chi chiama"):
        await choose_phrase(stage, words)
    await presses(stage, "enter 5 up enter 4 left*8 enter")
