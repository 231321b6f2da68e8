"""Catalogue, unit, module and glossary."""

from __future__ import annotations

from pathlib import Path

from tests.tui.driving import a_workspace, drive


async def test_from_the_catalogue_to_a_lesson_by_enter(tmp_path: Path) -> None:
    async with drive(a_workspace(tmp_path)) as driver:
        await driver.press("c")
        assert "Addetto di prova · livello EQF 3 · la tua qualificazione" in driver.text
        await driver.press("enter")
        assert driver.screen == "UnitScreen"
        await driver.press("enter")
        assert driver.screen == "ModuleScreen"
        await driver.press("enter")
        assert driver.screen == "LessonScreen"
        await driver.press(*["escape"] * 4)
        assert driver.screen == "TodayScreen"


async def test_a_unit_says_what_the_standard_asks(tmp_path: Path) -> None:
    async with drive(a_workspace(tmp_path), size=(80, 60)) as driver:
        await driver.open("unit", unit="tin.u1")
        assert "Soglia minima di prestazione Un saluto riuscito." in driver.text
        assert "Formule di saluto insegnata" in driver.text
        assert "insegnate 2 su 2" in driver.text
        await driver.press("escape")
        await driver.open("unit", unit="tin.u2")
        assert "nessuna soglia minima di prestazione indicata" in driver.text


async def test_a_module_in_preparation_says_so(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    missing = next(row.slug for row in workspace.catalogue.modules() if row.state != "present")
    async with drive(workspace) as driver:
        await driver.open("module", module=missing)
        assert "Questo modulo è in preparazione." in driver.text
        await driver.press("p", "e", "enter")
        assert driver.screen == "ModuleScreen"


async def test_a_module_shows_states_and_practises_a_part(tmp_path: Path) -> None:
    async with drive(a_workspace(tmp_path)) as driver:
        await driver.open("module", module="greeting")
        assert "da cominciare · 8 minuti" in driver.text
        await driver.press("1", "escape")
        assert "pagina 1 di 2" in driver.text
        await driver.press("p")
        assert "1 Tutto il modulo · 4 quesiti" in driver.text
        await driver.press("escape")
        assert driver.screen == "ModuleScreen"
        await driver.press("p", "2")
        assert driver.screens == ["TodayScreen", "ModuleScreen", "PracticeScreen"]


async def test_the_mock_exam_and_the_glossary_have_keys(tmp_path: Path) -> None:
    async with drive(a_workspace(tmp_path)) as driver:
        await driver.open("module", module="greeting")
        await driver.press("t")
        assert driver.screen == "GlossaryScreen"
        assert "registro Il tono adatto alla situazione." in driver.text
        await driver.press("escape", "e")
        assert driver.screen == "ExamStartScreen"


async def test_lessons_of_another_law_are_further_reading(tmp_path: Path) -> None:
    async with drive(a_workspace(tmp_path, qualification="alp"), size=(80, 40)) as driver:
        await driver.open("module", module="greeting")
        assert "approfondimento: diritto europeo" in driver.text


async def test_what_a_standard_states_for_the_whole_stands_with_each_unit(tmp_path: Path) -> None:
    async with drive(a_workspace(tmp_path, qualification="alp"), size=(80, 60)) as driver:
        await driver.open("unit", unit="alp.u1")
        assert "Conoscenze per tutta la qualificazione" in driver.text
        assert "Punti chiave, non verificati · Essere cortesi" in driver.text
