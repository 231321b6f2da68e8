"""Check questions of every interaction on a page of a lesson, by keys."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.builders import item_data
from tests.fakes.workspace import TinyWorkspace
from tests.fixtures import copy_tiny
from tests.tui.driving import Driver, drive

CHECK = "greeting-check-door"


def a_workspace(home: Path, kind: str) -> TinyWorkspace:
    """The tiny content, whose first check question is of this kind."""
    content = copy_tiny(home)
    file = content / "courses/modules/greeting/lessons/01-first-words.yaml"
    text = file.read_text(encoding="utf-8")
    start = text.index("checks:")
    check = {name: value for name, value in item_data(kind, CHECK).items() if name not in ("lesson", "use")}
    check["facts"] = []
    file.write_text(f"{text[:start]}checks:\n- {json.dumps(check)}\n", encoding="utf-8")
    workspace = TinyWorkspace(home / "home", content=content)
    workspace.create_learner("Maria", "it", "en", "tin")
    return workspace


async def opened(driver: Driver) -> None:
    await driver.open("lesson", module="greeting", lesson="first-words")


async def test_a_number_is_typed_asked_back_and_right(tmp_path: Path) -> None:
    async with drive(a_workspace(tmp_path, "numeric")) as driver:
        await opened(driver)
        await driver.press("1", "2", "full_stop", "5", "enter")
        assert "! " in driver.text and "12.5" in driver.text
        await driver.press("backspace", "backspace", "comma", "5", "enter")
        assert "✓ Giusto" in driver.text


async def test_words_may_be_tried_again(tmp_path: Path) -> None:
    async with drive(a_workspace(tmp_path, "short_text")) as driver:
        await opened(driver)
        await driver.press("a", *"npl", "enter")
        assert "✗ Sbagliato" in driver.text and "npl" in driver.text and "portab" not in driver.text
        await driver.press(*["backspace"] * 4, *"portability", "enter")
        assert "✓ Giusto" in driver.text


@pytest.mark.parametrize("kind", ["matching", "classification", "ordering", "gaps"])
async def test_the_others_are_answered_and_explained(tmp_path: Path, kind: str) -> None:
    async with drive(a_workspace(tmp_path, kind), size=(80, 40)) as driver:
        await opened(driver)
        keys = {"ordering": ("1", "3", "enter"), "gaps": ("a", "x")}.get(kind, ("a", "b", "a", "b", "a"))
        await driver.press(*keys, "escape", "l", "enter")
        assert "Riprova" in driver.text or "✓ Giusto" in driver.text
