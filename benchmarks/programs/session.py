"""``session.py WARM ITEMS MODULE``: a long session of practice by keys, and how much the program grew in it.

One practice after the other, each to its summary and back to *Today*; prints the megabytes after ``WARM`` items and
how many more there are after ``ITEMS`` further ones.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from quick_keys import type_quickly
from resident import resident_megabytes
from textual.pilot import Pilot

from trainer.flows.workspace import Workspace
from trainer.i18n.catalogue import Translator
from trainer.progress.locations import find_locations
from trainer.tui.app import TrainerApp
from trainer.tui.messages import OpenScreen

#: What answers a group: two options (a verdict and a reason), nothing (an order as it stands), a number or a word.
KEYS = {"ChoiceGroup": ("a", "c"), "OrderGroup": (), "EntryGroup": ("7", "tab")}
_PATIENCE = 40
#: Keys until an answer is confirmed: an order is given with one of its own, then certainty is asked.
_MOST_CONFIRMING = 6


class Session:
    """Somebody who practises and practises."""

    def __init__(self, app: TrainerApp, pilot: Pilot[None], module: str) -> None:
        self._app, self._pilot, self._module = app, pilot, module
        self.answered = 0

    async def practise(self) -> None:
        """One practice from beginning to end."""
        self._app.open_screen("practice", module=self._module)
        await self._until(lambda: self._flow() is not None)
        flow: Any = self._flow()
        while not flow.view.over:
            before = flow.view.position
            await self._answer(flow)
            self.answered += 1
            await self._pilot.press("enter")
            await self._until(lambda before=before: flow.view.over or flow.view.position != before)
        await self._pilot.press("escape")
        await self._until(lambda: self._flow() is None)

    async def _answer(self, flow: Any) -> None:
        for group in flow.view.item.groups:
            await self._pilot.press(*KEYS[type(group).__name__])
        for _ in range(_MOST_CONFIRMING):
            if not flow.view.confirmed:
                screen: Any = self._app.screen
                await self._pilot.press("1" if screen._asking else "enter")
        await self._until(lambda: flow.view.confirmed)

    def _flow(self) -> Any:
        return getattr(self._app.screen, "_flow", None) if "Practice" in type(self._app.screen).__name__ else None

    async def _until(self, test: Any) -> None:
        for _ in range(_PATIENCE):
            await self._app.workers.wait_for_complete()
            await self._pilot.pause()
            if test():
                return
        raise TimeoutError(f"after {self.answered} answers the program is at {type(self._app.screen).__name__}")


async def main(warm: int, items: int, module: str) -> None:
    type_quickly()
    workspace = Workspace(find_locations(os.environ["TRAINER_HOME"]))
    workspace.choose_learner(None)
    app = TrainerApp(workspace, Translator("it"), [OpenScreen("today")])
    async with app.run_test(size=(100, 30)) as pilot:
        session = Session(app, pilot, module)
        while session.answered < warm:
            await session.practise()
        before, answered = resident_megabytes(), session.answered
        while session.answered < answered + items:
            await session.practise()
        print(json.dumps({"growth": resident_megabytes() - before, "warm": before}))
    workspace.close()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]))
