"""Searching by keys: from anywhere but an exam, in both languages, whatever is typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from tests.tui.conftest import an_exam
from tests.tui.driving import Driver, a_workspace, drive

SIZES = [(60, 18), (80, 24), (120, 40)]


async def type_in(driver: Driver, text: str) -> None:
    """What a paste would put there, then what a learner waits for."""
    driver.app.screen.query_one(Input).value = text
    await driver.settle()


@pytest.mark.parametrize("size", SIZES)
async def test_a_page_is_found_while_typing_and_opened(tmp_path: Path, size: tuple[int, int]) -> None:
    async with drive(a_workspace(tmp_path), size=size) as driver:
        await driver.press("slash")
        assert driver.screen == "SearchScreen"
        await driver.press(*"perche")
        assert "1 risultato" in driver.text and "pagina 2" in driver.text and "perché" in driver.text
        await driver.press("enter")
        assert driver.screen == "LessonScreen" and "pagina 2 di 2" in driver.text
        await driver.press("escape")
        assert driver.screen == "SearchScreen" and "perche" in driver.text


async def test_english_has_its_own_words(tmp_path: Path) -> None:
    async with drive(a_workspace(tmp_path), language="en") as driver:
        await driver.press("slash")
        assert "Both languages are searched" in driver.text
        await driver.press(*"good morn")
        assert "1 result" in driver.text and "good morning" in driver.text


async def test_a_term_is_opened_where_it_stands(tmp_path: Path) -> None:
    async with drive(a_workspace(tmp_path)) as driver:
        await driver.press("slash", *"tono adatto", "enter")
        assert driver.screen == "GlossaryScreen"
        assert "▸ registro" in driver.text


async def test_arrows_choose_and_numbers_open_once_the_field_is_left(tmp_path: Path) -> None:
    async with drive(a_workspace(tmp_path)) as driver:
        await driver.press("slash", *"cliente")
        first = driver.app.screen.query_one("Menu").highlighted  # type: ignore[attr-defined] # the results
        await driver.press("down")
        assert driver.app.screen.query_one("Menu").highlighted != first  # type: ignore[attr-defined] # moved on
        await driver.press("escape", "1")
        assert driver.screen == "LessonScreen"
        await driver.press("escape", "slash", "f1")
        assert driver.screen == "HelpScreen"


async def test_nothing_found_is_said_and_escape_goes_back(tmp_path: Path) -> None:
    async with drive(a_workspace(tmp_path)) as driver:
        await driver.press("slash", *"zzz")
        assert "Nessun risultato per «zzz»" in driver.text
        await driver.press("escape", "escape")
        assert driver.screen == "TodayScreen"
        await driver.press("slash", "escape")
        assert driver.screen == "TodayScreen"


@pytest.mark.parametrize(
    "text", ['"', "NEAR(a)", "a* OR b", "[@click=app.quit]x[/]", "\x1b[31m\u202e", "a" * 100_000, "title:x", "(" * 50]
)
async def test_whatever_is_typed_is_text(tmp_path: Path, text: str) -> None:
    async with drive(a_workspace(tmp_path)) as driver:
        await driver.press("slash")
        await type_in(driver, text)
        assert driver.screen == "SearchScreen" and driver.app.crash is None
        await driver.press("enter")
        assert "\x1b" not in driver.text and "\u202e" not in driver.text


async def test_the_last_text_is_what_is_looked_for(tmp_path: Path) -> None:
    async with drive(a_workspace(tmp_path)) as driver:
        await driver.press("slash")
        await driver.pilot.press(*"perche", *["backspace"] * 6, *"registro")
        for _ in range(4):
            await driver.settle()
        assert "Registro" in driver.text or "registro" in driver.text
        assert "▸ 1" in driver.text


async def test_there_is_no_search_in_an_exam(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    async with drive(workspace) as driver:
        await driver.open("sitting", flow=an_exam(workspace))
        await driver.press("slash")
        assert driver.screen == "ExamScreen"
        await driver.press("question_mark")
        assert "Cerca nelle lezioni" not in driver.text


async def test_in_a_practice_search_comes_back_to_the_question(tmp_path: Path) -> None:
    async with drive(a_workspace(tmp_path)) as driver:
        await driver.open("practice", module="greeting")
        await driver.press("slash", "escape")
        assert driver.screen == "PracticeScreen"
