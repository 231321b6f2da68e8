"""Reporting a mistake by keys: after the answer, in reviews and lessons; in an exam it is only noted."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.conftest import a_practice_flow, an_exam
from tests.tui.driving import Driver, a_workspace, drive
from trainer.progress.reports import Report, read_reports

SIZES = [(60, 18), (80, 24), (120, 40)]


def kept(driver: Driver) -> list[Report]:
    return read_reports(driver.app.workspace.store.folder)[0]


@pytest.mark.parametrize("size", SIZES)
async def test_a_check_is_reported(tmp_path: Path, size: tuple[int, int]) -> None:
    async with drive(a_workspace(tmp_path), size=size) as driver:
        await driver.open("lesson", module="greeting", lesson="first-words")
        await driver.press("x")
        assert driver.screen == "ReportScreen" and "Che cosa dici alla porta?" in driver.text
        await driver.press(*"due sì", "escape")
        assert "Salva la segnalazione" in driver.text
        await driver.press("enter")
        assert driver.screen == "LessonScreen" and "La segnalazione è salvata" in driver.text
        (report,) = kept(driver)
        assert (report.item, report.text, report.name, report.where) == ("greeting-check-door", "due sì", "", "lesson")


async def test_signed_thrown_away_or_never_written(tmp_path: Path) -> None:
    async with drive(a_workspace(tmp_path)) as driver:
        await driver.open("lesson", module="greeting", lesson="first-words")
        await driver.press("x", *"abc", "escape", "2")
        assert [report.name for report in kept(driver)] == ["Maria"]
        await driver.press("x", *"abc", "escape", "4")
        assert driver.screen == "LessonScreen"
        await driver.press("x", "escape")
        assert driver.screen == "LessonScreen"
        await driver.press("x", *"a", "escape", "3", *"b", "escape", "1")
        assert [report.text for report in kept(driver)] == ["abc", "ab"]


async def test_in_an_exam_it_is_noted_and_offered_in_the_review(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    async with drive(workspace) as driver:
        await driver.open("sitting", flow=an_exam(workspace))
        await driver.press("x")
        assert driver.screen == "ExamScreen" and "errore annotato" in driver.text
        assert kept(driver) == []
        await driver.press("s", "3", "1")
        assert "hai annotato un errore" in driver.text
        await driver.press("x", *"chiave", "escape", "enter")
        assert driver.screen == "ReviewScreen"
        assert [(report.where, report.text) for report in kept(driver)] == [("exam", "chiave")]


async def test_after_a_counting_exam_it_is_offered_without_the_question(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    async with drive(workspace) as driver:
        flow = an_exam(workspace, mode="counting")
        flow.note_mistake()
        flow.submit()
        await driver.open("result", attempt=flow.attempt)
        assert "Segnala un errore nel quesito 1" in driver.text
        await driver.press("1")
        assert driver.screen == "ReportScreen"
        assert "Domanda item" not in driver.text and "Question item" not in driver.text


async def test_practice_offers_it_only_after_the_answer(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    workspace.change_settings(ask_certainty=False)
    flow = a_practice_flow(workspace)
    async with drive(workspace) as driver:
        await driver.open("attempt", attempt=flow.attempt)
        await driver.press("x")
        assert driver.screen == "PracticeScreen"
        await driver.press("a", "enter", "x")
        assert driver.screen == "ReportScreen"
