"""The whole program from its first screen, over the tiny content, as a learner goes through it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.fakes.workspace import TinyWorkspace
from tests.tui.stage import Stage, screen_text
from trainer.flows.workspace import Workspace
from trainer.i18n.catalogue import Translator
from trainer.progress.disk import Disk
from trainer.tui.app import TrainerApp
from trainer.tui.run import Start, first_screens

USUAL = (80, 24)


class Driver(Stage):
    """A stage where each key is pressed only after what the one before it started has come to an end."""

    async def press(self, *keys: str) -> None:
        for key in keys:
            await super().press(key)

    @property
    def lines(self) -> list[str]:
        """What is on the screen, line by line."""
        return screen_text(self.app).split("\n")

    @property
    def text(self) -> str:
        """What is on the screen, wrapped lines joined by single spaces."""
        return " ".join(screen_text(self.app).split())

    @property
    def screen(self) -> str:
        """The name of the present screen's class."""
        return type(self.app.screen).__name__


def a_workspace(
    home: Path, *, learner: bool = True, qualification: str = "tin", disk: Disk | None = None, certainty: bool = False
) -> TinyWorkspace:
    """The tiny content with the learner Maria, or with nobody; ``certainty``: practice asks how sure she is."""
    workspace = TinyWorkspace(home, disk=disk)
    if learner:
        workspace.create_learner("Maria", "it", "en", qualification)
        workspace.change_settings(ask_certainty=certainty)
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
