"""The program driven by keys alone, over the tiny content: what a test presses, and what is then on the screen."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from tests.fakes.workspace import TinyWorkspace
from trainer.flows.workspace import Workspace
from trainer.i18n.catalogue import Translator
from trainer.tui.app import TrainerApp
from trainer.tui.run import Start, first_screens

USUAL = (80, 24)


class Driver:
    """A running program."""

    def __init__(self, app: TrainerApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    async def settle(self) -> None:
        """Wait for work in the background and for the screens it opens."""
        for _ in range(2):
            await self.app.workers.wait_for_complete()
            await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        """Press keys one by one, each after what the one before it started."""
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def open(self, name: str, **arguments: Any) -> None:
        """Open a screen without the way to it."""
        self.app.open_screen(name, **arguments)
        await self.settle()

    @property
    def lines(self) -> list[str]:
        """What is on the screen, line by line."""
        return [strip.text.rstrip() for strip in self.app.screen._compositor.render_strips()]

    @property
    def text(self) -> str:
        """What is on the screen, wrapped lines joined by single spaces."""
        return " ".join(" ".join(self.lines).split())

    @property
    def screen(self) -> str:
        """The name of the present screen's class."""
        return type(self.app.screen).__name__


def a_workspace(home: Path, *, learner: bool = True, qualification: str = "tin") -> Workspace:
    """The tiny content with the learner Maria, or with nobody."""
    workspace = TinyWorkspace(home)
    if learner:
        workspace.create_learner("Maria", "it", "en", qualification)
    return workspace


@asynccontextmanager
async def drive(
    workspace: Workspace, *, size: tuple[int, int] = USUAL, language: str = "it", start: Start | None = None
) -> AsyncIterator[Driver]:
    """The program, waited for until nothing more opens by itself."""
    words = Translator(language, cache=workspace.locations.cache)
    app = TrainerApp(workspace, words, first_screens(workspace, start))
    async with app.run_test(size=size) as pilot:
        driver = Driver(app, pilot)
        await driver.settle()
        yield driver
    workspace.close()
