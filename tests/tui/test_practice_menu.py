"""Choosing what to practise, from everywhere it can be chosen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.flows.remembering import DAY, practised
from tests.tui.driving import a_workspace, drive

SIZES = [(60, 18), (80, 24), (120, 40)]


@pytest.mark.parametrize("size", SIZES)
async def test_everything_with_its_number_of_questions(tmp_path: Path, size: tuple[int, int]) -> None:
    workspace = a_workspace(tmp_path)
    practised(workspace, workspace.clock, [True, False])
    workspace.clock.wait(DAY)
    async with drive(workspace, size=size, language="en") as driver:
        await driver.press("p")
        assert driver.screen == "PracticeMenuScreen"
        assert "1 Spaced review · 1 question" in driver.text
        assert "2 Mistakes · 1 question" in driver.text and "3 Weak spots" in driver.text
        await driver.press("end")
        assert "The whole module · 4 questions" in driver.text
        await driver.press("2")
        assert driver.screens == ["TodayScreen", "PracticeScreen"]
        assert "Mistakes" in driver.lines[0] and "Question 1 of 1" in driver.text


async def test_italian_too(tmp_path: Path) -> None:
    async with drive(a_workspace(tmp_path), size=(60, 18)) as driver:
        await driver.press("p")
        assert "Quesiti già affrontati" in driver.text and "Non hai ancora risposto a nulla" in driver.text


async def test_where_there_is_nothing_it_says_why(tmp_path: Path) -> None:
    async with drive(a_workspace(tmp_path), language="en") as driver:
        await driver.press("p", "1")
        assert driver.screen == "PracticeMenuScreen"
        assert driver.text.count("Nothing is due for review yet") == 2
        await driver.press("3")
        assert "You have not answered anything yet" in driver.text


@pytest.mark.parametrize("key", ["weak", "mistakes"])
async def test_weak_spots_and_mistakes_start(tmp_path: Path, key: str) -> None:
    workspace = a_workspace(tmp_path)
    practised(workspace, workspace.clock, [False])
    async with drive(workspace, language="en") as driver:
        await driver.press("p", {"mistakes": "2", "weak": "3"}[key])
        assert driver.screen == "PracticeScreen"
        assert workspace.store.attempts()[0].subject == key


async def test_a_unit_offers_itself_and_its_modules(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    async with drive(workspace, language="en") as driver:
        await driver.open("unit", unit="tin.u1")
        await driver.press("p")
        assert "A whole unit" in driver.lines[1] + driver.lines[2]
        await driver.press("1")
        assert workspace.store.attempts()[0].subject == "tin.u1"


async def test_a_module_offers_its_lessons_and_the_highlighted_one_first(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    async with drive(workspace, language="en") as driver:
        await driver.open("module", module="greeting")
        await driver.press("down", "p")
        assert "A whole unit" not in driver.text
        assert any(line.lstrip().startswith("▸ 3") for line in driver.lines)
        await driver.press("enter")
        assert workspace.store.attempts()[0].subject == "greeting/first-words"
        await driver.press("escape")
        assert driver.screen == "ModuleScreen"


async def test_a_review_offers_what_is_still_due(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("trainer.flows.due.REVIEW_SIZE", 2)
    workspace = a_workspace(tmp_path)
    practised(workspace, workspace.clock, [True, True, True, False])
    workspace.clock.wait(30 * DAY)
    async with drive(workspace, language="en") as driver:
        await driver.press("1")
        for _ in range(2):
            await driver.press("a", "enter", "enter")
        assert "Go on reviewing · 2 questions are due" in driver.text
        if "Practise what was wrong" in driver.text:
            await driver.press("down")
        await driver.press("enter")
        assert "Question 1 of 2" in driver.text
