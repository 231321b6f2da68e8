"""What is seen while the content is compiled, and when that takes long."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from textual.pilot import Pilot

from tests.tui.driving import Driver, a_workspace
from trainer.flows.home import HomeFlow
from trainer.flows.workspace import Workspace
from trainer.i18n.catalogue import Translator
from trainer.tui.app import TrainerApp
from trainer.tui.routes import Route
from trainer.tui.run import first_screens
from trainer.tui.screens.today import TodayScreen


class SlowHome(HomeFlow):
    """Compiles until it is let go."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.compiled = threading.Event()

    @property
    def view(self) -> None:  # type: ignore[override] # nothing to show yet
        return None

    def open(self, on_progress: Callable[[int, int], None] | None = None) -> None:
        assert on_progress is not None
        on_progress(45, 100)
        self.compiled.wait(10)


async def test_today_says_how_far_the_content_is(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    home = SlowHome(workspace)
    app = TrainerApp(workspace, Translator("it"), first_screens(workspace, None))
    app.routes["today"] = Route(lambda _: home, TodayScreen, at_once=True)
    try:
        async with app.run_test(size=(80, 24)) as pilot:
            await until_seen(app, pilot, "Preparazione dei contenuti: 45 %")
            home.compiled.set()
    finally:
        home.compiled.set()
        workspace.close()


async def until_seen(app: TrainerApp, pilot: Pilot[None], text: str) -> None:
    driver = Driver(app, pilot)
    for _ in range(200):
        if text in driver.text:
            return
        await pilot.pause()
    raise AssertionError(driver.text)
