"""Going anywhere with two keys; the help screen names every key of its screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.conftest import an_exam
from tests.tui.driving import a_workspace, drive
from trainer.tui.places import PLACES, places_in
from trainer.tui.routes import ROUTES

SCREENS = {
    "c": "CatalogueScreen",
    "b": "NotebookScreen",
    "s": "SettingsScreen",
    "f": "SearchScreen",
    "t": "TodayScreen",
}


@pytest.mark.parametrize(("key", "screen"), SCREENS.items())
async def test_every_place_has_its_letter(tmp_path: Path, key: str, screen: str) -> None:
    async with drive(a_workspace(tmp_path)) as driver:
        await driver.open("lesson", module="greeting", lesson="first-words")
        await driver.press("g")
        assert "Vai a" in driver.text and "Segnalibri e note" in driver.text
        await driver.press(key)
        assert driver.screen == screen
        if key != "f":
            assert driver.screens == (["TodayScreen"] if key == "t" else ["TodayScreen", screen])


async def test_any_other_key_does_nothing(tmp_path: Path) -> None:
    async with drive(a_workspace(tmp_path)) as driver:
        await driver.press("g", "escape")
        assert driver.screen == "TodayScreen"
        await driver.press("g", "x", "g", "g")
        assert driver.screen == "TodayScreen"


async def test_a_practice_that_is_left_waits(tmp_path: Path) -> None:
    async with drive(a_workspace(tmp_path)) as driver:
        await driver.open("practice", module="greeting")
        await driver.press("g", "t")
        assert driver.screen == "TodayScreen" and "Riprendi gli esercizi" in driver.text


async def test_in_an_exam_the_key_lists_the_questions(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    async with drive(workspace) as driver:
        await driver.open("sitting", flow=an_exam(workspace))
        await driver.press("g", "t")
        assert driver.screen == "ExamScreen"


async def test_what_is_typed_in_a_report_is_not_lost_without_asking(tmp_path: Path) -> None:
    async with drive(a_workspace(tmp_path)) as driver:
        await driver.open("lesson", module="greeting", lesson="first-words")
        await driver.press("x", *"abc", "escape", "g", "t")
        assert "Buttare via la segnalazione?" in driver.text
        await driver.press("enter")
        assert driver.screen == "ReportScreen"
        await driver.press("g", "t", "right", "enter")
        assert driver.screen == "TodayScreen"


async def test_the_palette_goes_there_too(tmp_path: Path) -> None:
    async with drive(a_workspace(tmp_path)) as driver:
        await driver.open("lesson", module="greeting", lesson="first-words")
        await driver.press("ctrl+p", *"segnalibri e", "down", "enter")
        for _ in range(3):
            await driver.settle()
        assert driver.screen == "NotebookScreen"


def test_places_are_screens_or_left_out() -> None:
    assert {place.screen for place in places_in(ROUTES)} <= set(ROUTES)
    letters = [key for place in PLACES for key in place.key.split(",")]
    assert len(letters) == len(set(letters))
