"""The program on a small learner, driven by keys alone, with what stands on screen as text."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget

from trainer.flows.workspace import Workspace
from trainer.i18n.catalogue import Translator
from trainer.tui.app import TrainerApp
from trainer.tui.messages import OpenScreen


def screen_text(app: TrainerApp) -> str:
    """What a learner sees, line by line, without styles."""
    return "\n".join(strip.text.rstrip() for strip in app.screen._compositor.render_strips())


@dataclass
class Stage:
    """The running program."""

    app: TrainerApp
    pilot: Pilot[None]

    @property
    def text(self) -> str:
        return screen_text(self.app)

    @property
    def screens(self) -> list[str]:
        """Class names of the open screens, Textual's own blank one left out."""
        return [type(screen).__name__ for screen in self.app.screen_stack if type(screen) is not Screen]

    async def open(self, name: str, **arguments: Any) -> None:
        self.app.open_screen(name, **arguments)
        await self.settle()

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.settle()

    async def settle(self) -> None:
        """Wait for the background and for the screens it opens."""
        for _ in range(2):
            await self.app.workers.wait_for_complete()
            await self.pilot.pause()

    async def resize(self, width: int, height: int) -> None:
        await self.pilot.resize_terminal(width, height)
        await self.settle()


@asynccontextmanager
async def on_stage(
    workspace: Workspace, *first: OpenScreen, language: str = "en", size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Stage]:
    """Run the program without drawing to a terminal."""
    app = TrainerApp(workspace, Translator(language), first)
    async with app.run_test(size=size) as pilot:
        stage = Stage(app, pilot)
        await stage.settle()
        yield stage


@asynccontextmanager
async def on_stage_with(
    workspace: Workspace, make: Callable[[Translator], Widget], *, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Stage]:
    """The program with one widget on a screen of its own."""
    from textual.app import ComposeResult

    from trainer.tui.screens.base import TrainerScreen

    class OneWidget(TrainerScreen):
        def compose_page(self) -> ComposeResult:
            yield make(self.words)

    app = TrainerApp(workspace, Translator("en"))
    async with app.run_test(size=size) as pilot:
        app.push_screen(OneWidget(app.words))
        stage = Stage(app, pilot)
        await stage.settle()
        yield stage
