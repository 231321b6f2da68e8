"""Settings apply at once and are kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from tests.tui.driving import a_workspace, drive
from trainer.tui.theme import LIGHT


async def test_the_interface_language_changes_at_once(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    async with drive(workspace) as driver:
        await driver.press("s", "right")
        assert "Interface language" in driver.text
        assert (workspace.profile().language, workspace.profile().second_language) == ("en", "it")
        await driver.press("escape")
        assert "What to do next" in driver.text


async def test_qualification_theme_and_clock_are_kept(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    before = workspace.profile().qualification
    async with drive(workspace) as driver:
        await driver.press("s")
        for name in ("qualification", "theme", "clock"):
            driver.app.screen.query_one(f"#{name}").focus()
            await driver.press("enter")
        assert workspace.profile().qualification != before
        assert workspace.store.settings().theme == "light"
        assert workspace.store.settings().clock_hidden is True
        assert driver.app.theme == LIGHT
        await driver.press("pagedown")
        assert str(workspace.store.folder)[:20] in driver.text.replace(" ", "")


async def test_a_second_language_can_be_none(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    async with drive(workspace) as driver:
        await driver.press("s", "down", "right")
        assert workspace.profile().second_language == workspace.profile().language
        assert "nessuna" in driver.text


@pytest.mark.parametrize(
    ("language", "typed", "wrong", "like", "shown"),
    [
        ("it", "28/03/2027", "3/28/2027", "28/03/2027", "domenica 28 marzo 2027"),
        ("en", "3/28/2027", "28/3/2027", "3/28/2027", "Sunday, March 28, 2027"),
    ],
)
@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)])
async def test_the_day_of_the_exam_is_typed_as_the_language_writes_it(
    tmp_path: Path, size: tuple[int, int], language: str, typed: str, wrong: str, like: str, shown: str
) -> None:
    workspace = a_workspace(tmp_path)
    async with drive(workspace, size=size, language=language) as driver:
        await driver.open("settings")
        driver.app.screen.query_one("#exam-date").focus()
        await driver.press("enter", *wrong, "enter")
        assert f"«{wrong}»" in driver.text and like in driver.text
        await driver.press(*["backspace"] * len(wrong), *typed, "enter")
        assert shown in driver.text
        assert workspace.store.settings().exam_date == "2027-03-28"
        await driver.press("enter")
        assert typed in driver.text
        await driver.press("escape")
        assert workspace.store.settings().exam_date == "2027-03-28"
        await driver.press("right", *["backspace"] * len(typed), "enter")
        assert workspace.store.settings().exam_date == ""


async def test_a_day_gone_by_is_asked_back(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    async with drive(workspace, language="en") as driver:
        await driver.open("settings")
        driver.app.screen.query_one("#exam-date").focus()
        await driver.press("enter", *"2026-11-21", "enter")
        assert "The exam date must be a day to come." in driver.text
        assert workspace.store.settings().exam_date == ""


async def test_extra_time_and_less_motion_are_kept(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    async with drive(workspace) as driver:
        await driver.press("s")
        driver.app.screen.query_one("#extra").focus()
        await driver.press("right", "right")
        assert workspace.store.settings().extra_time == 30
        assert "nelle simulazioni: +30 %" in driver.text
        driver.app.screen.query_one("#motion").focus()
        await driver.press("right")
        assert workspace.store.settings().reduced_motion is True
        assert driver.app.animation_level == "none"
        await driver.press("escape", "slash")
        assert driver.app.screen.query_one(Input).cursor_blink is False
        await driver.press("escape", "s")
        driver.app.screen.query_one("#motion").focus()
        await driver.press("right")
        assert driver.app.animation_level == "full"


async def test_extra_time_is_said_before_the_start(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    workspace.change_settings(extra_time=50)
    async with drive(workspace) as driver:
        await driver.open("exam", exam="greeting")
        assert "nella simulazione 8 minuti (tempo in più: +50 %)" in driver.text
