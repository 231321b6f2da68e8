"""*Today*: what is offered, where it leads, and what happens when the store cannot be opened."""

from __future__ import annotations

from pathlib import Path

from tests.tui.driving import a_workspace, drive
from trainer.progress.lock import take_lock


async def test_it_offers_lesson_practice_and_exam(tmp_path: Path) -> None:
    async with drive(a_workspace(tmp_path)) as driver:
        assert "Comincia la lezione: Ascoltare" in driver.text
        assert "Esercitati: Accogliere il cliente" in driver.text
        assert "Le tue unità · Addetto di prova" in driver.text


async def test_a_number_opens_the_step(tmp_path: Path) -> None:
    async with drive(a_workspace(tmp_path)) as driver:
        await driver.press("1")
        assert driver.screen == "LessonScreen"
        await driver.press("n", "escape")
        assert driver.screen == "TodayScreen"
        assert "Continua la lezione: Ascoltare" in driver.text
        assert "pagina 2 di 2" in driver.text


async def test_arrows_and_enter_open_what_is_highlighted(tmp_path: Path) -> None:
    async with drive(a_workspace(tmp_path)) as driver:
        await driver.press("end", "enter")
        assert driver.screen == "UnitScreen"


async def test_catalogue_and_settings_have_keys(tmp_path: Path) -> None:
    async with drive(a_workspace(tmp_path)) as driver:
        await driver.press("c")
        assert driver.screen == "CatalogueScreen"
        await driver.press("escape", "s")
        assert driver.screen == "SettingsScreen"


async def test_a_practice_that_was_left_comes_first(tmp_path: Path) -> None:
    async with drive(a_workspace(tmp_path)) as driver:
        await driver.open("practice", module="greeting")
        await driver.press("a", "escape")
        while driver.screen != "TodayScreen":
            await driver.press("right", "enter")
        assert "1 Riprendi gli esercizi" in driver.text
        await driver.press("1")
        assert driver.screen == "PracticeScreen"


async def test_a_learner_open_elsewhere_is_said_on_a_screen_of_its_own(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    workspace.close()
    lock = take_lock(workspace.locations.learner("maria"))
    try:
        async with drive(workspace) as driver:
            assert driver.screen == "StoppedScreen"
            assert "aperto in un’altra finestra" in driver.text
            await driver.press("enter")
            assert driver.app.return_code == 6
    finally:
        lock.release()


async def test_a_damaged_store_is_left_as_it_is(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    workspace.close()
    store = workspace.locations.learner("maria") / "store.json"
    store.write_text("{ not a store", encoding="utf-8")
    async with drive(workspace) as driver:
        assert driver.screen == "StoppedScreen"
        await driver.press("escape")
        assert driver.app.return_code == 5
    assert store.read_text(encoding="utf-8") == "{ not a store"


async def test_the_language_changes_in_place(tmp_path: Path) -> None:
    async with drive(a_workspace(tmp_path)) as driver:
        await driver.press("ctrl+o")
        assert "What to do next" in driver.text
        assert "Begin the lesson: Listening" in driver.text
