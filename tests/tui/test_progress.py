"""Progress on screen: its parts by keys, at every size and in both languages, and the tables it writes."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from tests.fakes.workspace import TinyWorkspace
from tests.flows.answering import answer
from tests.flows.remembering import DAY, practised
from tests.tui.driving import Driver, a_workspace, drive
from trainer.flows.prepare import start_exam

SIZES = [(60, 18), (80, 24), (120, 40)]


def a_past(home: Path) -> TinyWorkspace:
    """Maria practised on three days, and sat two exams."""
    workspace = a_workspace(home)
    for rights in ({"greeting-apply-3": False}, {}, {}):
        practised(workspace, workspace.clock, rights)
        workspace.clock.wait(DAY)
    for right in (True, False):
        exam = start_exam(workspace, "greeting", seed="1")
        for _ in range(exam.view.count):
            answer(exam, right=right)
            exam.next()
        exam.submit()
    return workspace


async def everything(driver: Driver) -> str:
    """The whole page from top to bottom, as it is read by paging down."""
    await driver.press("home")
    seen = [driver.text]
    for _ in range(12):
        await driver.press("pagedown")
        seen.append(driver.text)
    return " ".join(seen)


@pytest.mark.parametrize("size", SIZES)
async def test_every_part_by_its_number_in_english(tmp_path: Path, size: tuple[int, int]) -> None:
    async with drive(a_past(tmp_path), size=size, language="en") as driver:
        await driver.press("o")
        assert driver.screen == "ProgressScreen"
        overview = await everything(driver)
        assert "▸1 Overview" in overview and "16 answers" in overview and "81% right" in overview
        assert "Strengths" in overview and "Gaps" in overview and "ready for the exam" in overview
        await driver.press("2")
        mastery = await everything(driver)
        assert "Modules" in mastery and "■" in mastery and "tried" in mastery
        assert "not been tried" not in mastery and "went wrong lately" in mastery
        await driver.press("3")
        days = await everything(driver)
        assert "Answers per day, the last 30 days" in days and "┤" in days and "└─" in days and "today" in days
        assert "Time studied" in days and "12 min" in days
        await driver.press("d")
        days = await everything(driver)
        assert "the last 90 days" in days and "Mon" in days and "Sun" in days and "██" in days and "most:" in days
        await driver.press("4")
        exams = await everything(driver)
        assert "✓ Passed" in exams and "✗ Not passed" in exams and "│" in exams and "100%" in exams
        await driver.press("5")
        coming = await everything(driver)
        assert "What comes back, the next 14 days" in coming and "tomorrow" in coming and "■" in coming


async def test_the_parts_turn_with_arrows_and_stay_in_sight(tmp_path: Path) -> None:
    async with drive(a_past(tmp_path), size=(60, 18), language="en") as driver:
        await driver.press("o", "right", "right")
        assert "▸3 Days" in driver.text and "d 30 or 90 days" in driver.text
        await driver.press("left")
        assert "▸2 Mastery" in driver.text and "30 or 90 days" not in driver.text
        await driver.press("pagedown")
        assert "▸2 Mastery" in driver.lines[1]
        await driver.press("left", "left")
        assert "▸5 Reviews" in driver.text


async def test_everything_is_said_in_italian_too(tmp_path: Path) -> None:
    async with drive(a_past(tmp_path), size=(80, 24)) as driver:
        await driver.press("o")
        for number, words in (
            ("1", "16 risposte"), ("2", "padroneggiate"), ("3", "Risposte al giorno"), ("4", "Non superato"),
            ("5", "Che cosa ritorna"),
        ):  # fmt: skip
            await driver.press(number)
            assert words in await everything(driver)
        await driver.press("ctrl+o", "1")
        assert "16 answers" in driver.text


async def test_a_new_learner_is_told_what_to_do(tmp_path: Path) -> None:
    async with drive(a_workspace(tmp_path), language="en") as driver:
        await driver.press("g", "p")
        assert "0 answers" in driver.text and "Nothing is mastered yet" in driver.text
        await driver.press("3")
        assert "Nothing in these days." in driver.text
        await driver.press("d")
        assert "nothing" in driver.text
        await driver.press("4")
        assert "You have not finished an exam yet." in driver.text
        await driver.press("5")
        assert "Nothing is planned" in driver.text
        await driver.press("p")
        assert driver.screen == "PracticeMenuScreen"
        await driver.press("escape")
        assert driver.screen == "ProgressScreen"


@pytest.mark.parametrize("size", SIZES)
async def test_tables_are_written_where_one_says(
    tmp_path: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    async with drive(a_past(tmp_path / "home"), size=size, language="en") as driver:
        await driver.press("o", "x")
        assert "trainer-maria-2026-11-24" in driver.text.replace(" ", "")
        await driver.press("enter")
        folder = tmp_path / "trainer-maria-2026-11-24"
        assert str(folder) in driver.text.replace(" ", "") and "responses.csv" in driver.text
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert {path.name for path in folder.iterdir()} == {
            "responses.csv", "attempts.csv", "mastery.csv", "reviews.csv",
        }  # fmt: skip
        assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
        await driver.press("x")
        assert "trainer-maria-2026-11-24-2" in driver.text.replace(" ", "")


@pytest.mark.parametrize(
    ("where", "said"),
    [
        (" ", "Write where the tables are to be put."), ("~nobody-here/x", "There is no folder"),
        ("/dev/null/x", "cannot be written"),
    ],
)  # fmt: skip
async def test_a_place_that_does_not_do_is_said(
    tmp_path: Path, where: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with drive(a_past(tmp_path / "home"), language="en") as driver:
        await driver.press("o", "x")
        driver.app.screen._field.value = where
        await driver.press("enter")
        assert said in driver.text
        await driver.press("x", "escape")
        assert driver.screen == "ProgressScreen"


async def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "mastery.csv").write_text("mine")
    async with drive(a_past(tmp_path / "home"), language="en") as driver:
        await driver.press("o", "x")
        driver.app.screen._field.value = str(tmp_path)
        await driver.press("enter")
        assert "exists already" in driver.text
    assert (tmp_path / "mastery.csv").read_text() == "mine"
