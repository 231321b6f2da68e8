"""What was closed is let go of: a long session keeps the memory of a short one (``benchmarks`` measures it)."""

from __future__ import annotations

import gc
from collections import Counter

from textual._styles_cache import StylesCache

from tests.fakes.workspace import TinyWorkspace
from tests.tui.stage import Stage, on_stage
from trainer.tui.messages import OpenScreen


def living() -> Counter[str]:
    """Screens, flows and cached lines there are, by class."""
    gc.collect()
    names = ("PracticeScreen", "PracticeFlow", "ModuleScreen", "ExamStartScreen", "StylesCache")
    return Counter(name for thing in gc.get_objects() if (name := type(thing).__name__) in names)


async def visit(stage: Stage) -> None:
    """A practice begun and left, a module, an exam's first page; back to *Today* each time."""
    await stage.open("practice", module="greeting")
    await stage.press("a", "escape")
    while stage.screens != ["TodayScreen"]:
        await stage.press("right")
        await stage.press("enter")
    for name, arguments in (("module", {"module": "greeting"}), ("exam", {"exam": "greeting"})):
        await stage.open(name, **arguments)
        await stage.press("escape")


async def test_closed_screens_leave_nothing_behind(workspace: TinyWorkspace) -> None:
    async with on_stage(workspace, OpenScreen("today")) as stage:
        for _ in range(2):
            await visit(stage)
        before = living()
        for _ in range(4):
            await visit(stage)
        after = living()
        assert stage.screens == ["TodayScreen"]
        assert after["PracticeScreen"] <= 1 and after["PracticeFlow"] <= 1
        assert after["StylesCache"] <= before["StylesCache"] + 2, (before, after)
        assert StylesCache.get_inner_outer.cache_info().currsize < 100
