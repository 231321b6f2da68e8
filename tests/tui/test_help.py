"""Every key a screen or a list takes has its sentence on the help screen."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.binding import Binding

from tests.tui.driving import a_workspace, drive
from trainer.tui import screens
from trainer.tui.screens.base import TrainerScreen
from trainer.tui.screens.help import EVERYWHERE, action_name

#: Said by the help of something else: digits and letters by the list or the item, arrows by «scroll».
SHARED = {"scroll_page", "part_at"}


def all_screens() -> Iterator[type[TrainerScreen]]:
    for module in pkgutil.iter_modules(screens.__path__):
        found = importlib.import_module(f"{screens.__name__}.{module.name}")
        for value in vars(found).values():
            if isinstance(value, type) and issubclass(value, TrainerScreen) and value.__module__ == found.__name__:
                yield value


@pytest.mark.parametrize("screen", dict.fromkeys(all_screens()), ids=lambda screen: screen.__name__)
def test_every_bound_action_is_explained(screen: type[TrainerScreen]) -> None:
    explained = {action_name(command) for command in (*screen.OFFERS, *EVERYWHERE)}
    bound = {
        binding.action.partition("(")[0]
        for cls in screen.__mro__
        if issubclass(cls, TrainerScreen)
        for binding in cls.__dict__.get("BINDINGS", ())
        if isinstance(binding, Binding)
    }
    # The search says in its footer what works in its field.
    fields = {"open_entry", "step"} if screen.__name__ == "SearchScreen" else set()
    assert bound - explained - SHARED - fields == set()


@pytest.mark.parametrize("language", ["it", "en"])
@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)])
async def test_the_help_of_a_lesson_is_complete(tmp_path: Path, language: str, size: tuple[int, int]) -> None:
    async with drive(a_workspace(tmp_path), language=language, size=size) as driver:
        await driver.open("lesson", module="greeting", lesson="first-words")
        await driver.press("question_mark")
        seen = driver.text
        for _ in range(8):
            await driver.press("pagedown")
            seen += driver.text
        for key in (" k ", " o ", " x ", " / ", " g ", " g t ", " g b ", " n/p ", " esc "):
            assert key in seen, key
