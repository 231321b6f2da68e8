"""Bookmarks and notes by keys: on the page, in the list, taken away and brought back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fakes.disks import FullDisk
from tests.tui.driving import Driver, a_workspace, drive

SIZES = [(60, 18), (80, 24), (120, 40)]


async def lesson(driver: Driver) -> None:
    await driver.open("lesson", module="greeting", lesson="first-words")


@pytest.mark.parametrize("size", SIZES)
async def test_a_bookmark_is_seen_and_taken_away(tmp_path: Path, size: tuple[int, int]) -> None:
    workspace = a_workspace(tmp_path)
    async with drive(workspace, size=size) as driver:
        await lesson(driver)
        await driver.press("k")
        assert "◆ segnalibro" in driver.text
        assert workspace.store.page_marks()[0].bookmarked
        await driver.press("n")
        assert "◆ segnalibro" not in driver.text
        await driver.press("p", "k")
        assert "◆ segnalibro" not in driver.text
        assert not workspace.store.page_marks()[0].bookmarked


@pytest.mark.parametrize("size", SIZES)
async def test_a_note_is_written_kept_and_shown(tmp_path: Path, size: tuple[int, int]) -> None:
    workspace = a_workspace(tmp_path)
    async with drive(workspace, size=size) as driver:
        await lesson(driver)
        await driver.press("o", *"k/g?n", "enter", *"due")
        assert driver.screen == "NoteScreen" and "9 di 2000 caratteri" in driver.text
        await driver.press("escape")
        assert "La nota è salvata" in driver.text
        await driver.press("escape")
        assert driver.screen == "LessonScreen"
        assert workspace.store.page_marks()[0].note == "k/g?n\ndue"
        await driver.press("end")
        assert "✎ La tua nota" in driver.text or size == (60, 18)
        await driver.press("o", "f7", "delete", "escape", "escape")
        assert workspace.store.page_marks()[0].note == ""
        assert "La tua nota" not in driver.text


async def test_leaving_the_program_keeps_what_was_typed(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    async with drive(workspace) as driver:
        await lesson(driver)
        await driver.press("o", *"abc", "ctrl+q")
    again = a_workspace(tmp_path, learner=False)
    again.choose_learner("maria")
    assert again.store.page_marks()[0].note == "abc"
    again.close()


async def test_a_full_disk_is_said_and_the_text_stays(tmp_path: Path) -> None:
    disk = FullDisk()
    workspace = a_workspace(tmp_path, disk=disk)
    async with drive(workspace) as driver:
        await lesson(driver)
        await driver.press("o", *"abc")
        disk.room = 0
        await driver.press("escape")
        assert "pieno" in driver.text and driver.screen == "NoteScreen"
        await driver.press("tab", *"d")
        disk.room = None
        await driver.press("escape", "escape")
        assert workspace.store.page_marks()[0].note == "abcd"


async def test_what_is_pasted_is_cleaned_and_cut(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    async with drive(workspace) as driver:
        await lesson(driver)
        await driver.press("o")
        field = driver.app.screen.query_one("LinesField")
        field._replace_via_keyboard("\x1b[31m\u202e" + "[b]x[/b]" * 1000, (0, 0), (0, 0))  # type: ignore[attr-defined] # as a paste does
        await driver.settle()
        assert "2000" in driver.text
        await driver.press("escape", "escape")
        note = workspace.store.page_marks()[0].note
        assert note.startswith("[31m[b]x[/b]") and len(note) <= 2000


@pytest.mark.parametrize("language", ["it", "en"])
async def test_the_notebook_opens_changes_and_takes_away(tmp_path: Path, language: str) -> None:
    workspace = a_workspace(tmp_path)
    async with drive(workspace, language=language) as driver:
        await driver.press("g", "b")
        assert driver.screen == "NotebookScreen"
        assert ("Qui non c’è ancora niente" if language == "it" else "Nothing here yet") in driver.text
        await lesson(driver)
        await driver.press("n", "k", "p", "o", *"prova", "escape", "escape", "escape")
        assert "◆" in driver.text and "✎ Le prime parole" in driver.text.replace("First words", "Le prime parole")
        await driver.press("end", "delete")
        assert "prova" not in driver.text
        await driver.press("u")
        assert "prova" in driver.text
        await driver.press("end", "o", *" due", "escape", "escape")
        assert "prova due" in driver.text
        await driver.press("home", "enter")
        assert driver.screen == "LessonScreen" and "2" in driver.text
        await driver.press("escape", "delete", "end", "delete")
        assert all(not mark.bookmarked and not mark.note for mark in workspace.store.page_marks())


async def test_a_lesson_that_is_gone_is_said(tmp_path: Path) -> None:
    from trainer.progress.rows import PageMark

    workspace = a_workspace(tmp_path)
    workspace.store.save_page_mark(PageMark("gone", "lost", 1, 1, True, 1.0, "[@click=app.quit]x[/]", 1.0))
    async with drive(workspace) as driver:
        await driver.press("g", "b")
        assert "non c’è più" in driver.text and "[@click=app.quit]x[/]" in driver.text
        await driver.press("enter")
        assert driver.screen == "NotebookScreen" and "lost" in driver.text
        await driver.press("o")
        assert "Questa lezione non c’è più" in driver.text
