"""A lesson by keys: pages, check questions, terms, languages, the end."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.fakes.disks import FullDisk
from tests.tui.driving import Driver, a_workspace, drive
from tests.tui.markdown.test_every_page import ROOM
from trainer.tui.markdown.page import PageView
from trainer.tui.run import Start


async def lesson(driver: Driver, name: str = "first-words") -> None:
    await driver.open("lesson", module="greeting", lesson=name)
    assert driver.screen == "LessonScreen"


async def test_the_first_page_is_shown_with_where_one_is_and_its_sources(tmp_path: Path) -> None:
    async with drive(a_workspace(tmp_path)) as driver:
        await lesson(driver)
        assert "Il cliente entra e tu saluti: buongiorno." in driver.text
        assert "pagina 1 di 2 · 8 minuti" in driver.text
        assert "Fonti: " in driver.text
        assert "[[check" not in driver.text


async def answer_right(driver: Driver) -> None:
    """Try the letters until the question is right."""
    for letter in "abc":
        await driver.press(letter, "enter")
        if "✓ Giusto" in driver.text:
            return
    raise AssertionError(driver.text)


async def test_a_wrong_answer_is_explained_and_may_be_tried_again(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    async with drive(workspace) as driver:
        await lesson(driver)
        wrong = next(line for line in driver.lines if "Arrivederci" in line).split()
        letter = wrong[wrong.index("Arrivederci") - 1]
        await driver.press(letter, "enter")
        assert "✗ Sbagliato" in driver.text
        assert "Riprova" in driver.text
        assert "Perché arrivederci è così qui." in driver.text
        # The right answer is not given away while it can still be found.
        assert "Perché buongiorno" not in driver.text
        await answer_right(driver)
        assert "Perché buongiorno è così qui." in driver.text
    saved = workspace.store.lesson("greeting", "first-words")
    assert saved is not None and saved.checks == ("greeting-check-door",)


async def test_enter_stops_once_at_an_open_question(tmp_path: Path) -> None:
    async with drive(a_workspace(tmp_path), size=(80, 50)) as driver:
        await lesson(driver)
        await driver.press("enter")
        assert "ancora aperta" in driver.text
        await driver.press("enter")
        assert "pagina 2 di 2" in driver.text


async def test_enter_reads_down_before_it_turns_the_page(tmp_path: Path) -> None:
    async with drive(a_workspace(tmp_path), size=(60, 18)) as driver:
        await lesson(driver)
        assert "Fonti" not in driver.text
        await driver.press("enter")
        assert "pagina 2 di 2" not in driver.text
        assert driver.app.screen.query_one(".page").scroll_offset.y > 0


async def test_arrows_scroll_and_n_p_turn(tmp_path: Path) -> None:
    async with drive(a_workspace(tmp_path), size=(60, 18)) as driver:
        await lesson(driver)
        await driver.press("down")
        assert driver.app.screen.query_one(".page").scroll_offset.y > 0
        await driver.press("n")
        assert "Saluta per primo. La perché è accentata." in driver.text
        assert driver.app.screen.query_one(".page").scroll_offset.y == 0
        await driver.press("p")
        assert "Il cliente entra" in driver.text


async def test_a_fence_keeps_its_rule_of_dashes(tmp_path: Path) -> None:
    async with drive(a_workspace(tmp_path)) as driver:
        await lesson(driver)
        await driver.press("n")
        assert "---" in driver.text


async def test_a_studied_lesson_leads_to_the_next(tmp_path: Path) -> None:
    async with drive(a_workspace(tmp_path)) as driver:
        await lesson(driver, "listening")
        await driver.press("n", "n")
        assert "✓ Lezione studiata" in driver.text
        assert "1 Lezione seguente: Le prime parole" in driver.text
        await driver.press("1")
        assert "Il cliente entra" in driver.text


async def test_the_end_leads_back_to_an_open_question(tmp_path: Path) -> None:
    async with drive(a_workspace(tmp_path)) as driver:
        await lesson(driver)
        await driver.press("n", "n")
        assert "Rispondi alla domanda di pagina 1" in driver.text
        await driver.press("enter")
        assert "pagina 1 di 2" in driver.text
        await answer_right(driver)
        await driver.press("n", "n")
        assert "✓ Lezione studiata" in driver.text


async def test_terms_are_explained_one_after_the_other(tmp_path: Path) -> None:
    async with drive(a_workspace(tmp_path)) as driver:
        await lesson(driver, "listening")
        await driver.press("t")
        assert "registro Il tono adatto alla situazione." in driver.text
        await driver.press("escape")
        assert driver.screen == "LessonScreen"
        assert "Il tono adatto" not in driver.text


async def test_the_language_cycles_and_is_kept(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    async with drive(workspace, size=(120, 40)) as driver:
        await lesson(driver)
        await driver.press("l")
        assert "The customer comes in" in driver.text
        assert "Il cliente entra" not in driver.text
        await driver.press("l")
        # Side by side: the same line holds both.
        assert any("Il cliente entra" in line and "The customer comes in" in line for line in driver.lines)
        await driver.press("escape")
        assert workspace.store.settings().shown == "both"


async def test_both_languages_are_stacked_where_it_is_narrow(tmp_path: Path) -> None:
    async with drive(a_workspace(tmp_path)) as driver:
        await lesson(driver)
        await driver.press("l", "l")
        first = next(at for at, line in enumerate(driver.lines) if "Il cliente entra" in line)
        second = next(at for at, line in enumerate(driver.lines) if "The customer comes in" in line)
        assert first < second


async def test_it_resumes_at_the_page_and_says_when_it_changed(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    async with drive(workspace) as driver:
        await lesson(driver)
        await driver.press("n", "escape")
        await lesson(driver)
        assert "pagina 2 di 2" in driver.text
        assert "cambiata" not in driver.text
        await driver.press("escape")
        saved = workspace.store.lesson("greeting", "first-words")
        assert saved is not None
        workspace.store.save_lesson(replace(saved, revision=0))
        await lesson(driver)
        assert "! Questa lezione è cambiata da quando l’hai letta." in driver.text
        assert "pagina 1 di 2" in driver.text


async def test_turning_pages_makes_no_new_widgets(tmp_path: Path) -> None:
    async with drive(a_workspace(tmp_path)) as driver:
        await lesson(driver)
        await driver.press("n", "p")
        before = list(driver.app.screen.query("*"))
        await driver.press("n", "p", "l", "l", "n")
        assert list(driver.app.screen.query("*")) == before


async def test_a_full_disk_is_said_and_keeps_nobody_here(tmp_path: Path) -> None:
    disk = FullDisk()
    async with drive(a_workspace(tmp_path, disk=disk)) as driver:
        await lesson(driver)
        disk.room = 0
        await driver.press("n")
        assert "Il disco è pieno" in driver.text
        assert "Saluta per primo" in driver.text
        await driver.press("escape")
        assert driver.screen == "TodayScreen"


async def test_a_lesson_can_be_the_first_thing_opened(tmp_path: Path) -> None:
    async with drive(a_workspace(tmp_path), start=Start("lesson", "greeting", "first-words")) as driver:
        assert driver.screen == "LessonScreen"
        await driver.press("escape")
        assert driver.screen == "TodayScreen"


async def test_another_lesson_comes_onto_the_same_screen_and_nothing_of_the_last_stays(tmp_path: Path) -> None:
    async with drive(a_workspace(tmp_path)) as driver:
        await lesson(driver, "listening")
        kept = driver.app.screen
        await driver.press("t")
        assert "Il tono adatto" in driver.text
        await driver.press("escape", "escape")
        assert driver.screen == "TodayScreen"
        await lesson(driver)
        assert driver.app.screen is kept
        assert "Il cliente entra e tu saluti: buongiorno." in driver.text and "pagina 1 di 2" in driver.text
        assert "Il tono adatto" not in driver.text


async def test_another_second_language_makes_another_screen(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    async with drive(workspace) as driver:
        await lesson(driver)
        kept = driver.app.screen
        await driver.press("escape")
        workspace.change_profile(language="en", second_language="it")
        await lesson(driver)
        latest = driver.app.screen
        assert latest is not kept and "buongiorno" in driver.text
        await driver.press("escape")
        await lesson(driver)
        assert driver.app.screen is latest


@pytest.mark.parametrize("size", ROOM)
async def test_a_page_has_the_room_every_page_is_tested_at(tmp_path: Path, size: str) -> None:
    columns, rows = map(int, size.split("x"))
    async with drive(a_workspace(tmp_path), size=(columns, rows)) as driver:
        await lesson(driver)
        assert {page.size.width for page in driver.app.screen.query(PageView) if page.display} == {ROOM[size]}
