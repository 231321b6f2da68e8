"""A conversation played by keys, as its recorded runs play it: answers are found by what they say."""

from __future__ import annotations

from typing import Any, Protocol, cast

from tests.flows.playing import run_of, texts_of
from trainer.tui.app import TrainerApp
from trainer.tui.plays.dialogue import DialoguePane
from trainer.tui.screens.exercise import ExerciseScreen


class Played(Protocol):
    """The running program, that of a test or of a picture."""

    app: TrainerApp

    async def press(self, *keys: str) -> None: ...


def screen_of(stage: Played) -> ExerciseScreen:
    """The exercise on the screen."""
    found = stage.app.screen
    assert isinstance(found, ExerciseScreen)
    return found


def pane_of(stage: Played) -> DialoguePane:
    """Its pane."""
    return cast(DialoguePane, screen_of(stage).pane)


def offered(stage: Played) -> list[str]:
    """The texts in the list of answers."""
    return [entry.title for entry in pane_of(stage)._answers._entries]


async def pick(stage: Played, text: str) -> None:
    """Highlight an answer by its number and take it."""
    await stage.press(str(offered(stage).index(text.strip()) + 1), "enter")


async def open_document(stage: Played, name: str) -> None:
    """Go to the documents, open one, and come back."""
    await stage.press("t", str([tool.id for tool in pane_of(stage).talk.tools].index(name) + 1), "escape")


async def play(stage: Played, exercise: str, run: str, *, steps: int = 99, spoken: str = "it") -> None:
    """So many steps of a recorded run, by keys."""
    texts = texts_of(stage.app.workspace, exercise, spoken)
    for step in run_of(stage.app.workspace, exercise, run)[:steps]:
        ((do, what),) = step.items()
        if do == "open":
            await open_document(stage, what)
        elif do == "compose":
            await compose(stage, [texts[name] for name in what])
        elif do == "say":
            await pick(stage, texts[what])


async def compose(stage: Played, parts: list[Any]) -> None:
    """Put an answer together and say it."""
    for part in parts:
        await pick(stage, part)
    await stage.press("enter")
