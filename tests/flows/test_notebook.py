"""Bookmarks and notes: kept at once, listed, taken away and brought back."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.clock import FakeClock
from tests.fakes.disks import FullDisk
from tests.fakes.workspace import TinyWorkspace
from trainer.flows.notebook import NotebookFlow
from trainer.flows.page_notes import tidied
from trainer.flows.study import StudyFlow
from trainer.kernel.problems import StorageUnusable
from trainer.kernel.text import is_clean
from trainer.progress.rows import NOTE_LIMIT, PageMark


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def disk() -> FullDisk:
    return FullDisk()


@pytest.fixture
def workspace(tmp_path: Path, clock: FakeClock, disk: FullDisk) -> TinyWorkspace:
    found = TinyWorkspace(tmp_path / "home", clock, disk)
    found.create_learner("Maria", "it", "en", "tin")
    return found


def test_a_page_is_marked_and_noted(workspace: TinyWorkspace) -> None:
    flow = StudyFlow(workspace, "greeting", "first-words")
    flow.bookmark()
    flow.notes.write(0, "  Chiedere \r\n\r\nad Ada\x1b ")
    assert (flow.view.bookmarked, flow.view.note) == (True, "Chiedere\n\nad Ada")
    flow.next()
    assert (flow.view.bookmarked, flow.view.note) == (False, "")
    again = StudyFlow(workspace, "greeting", "first-words", page=0)
    assert (again.view.bookmarked, again.view.note) == (True, "Chiedere\n\nad Ada")
    again.bookmark()
    again.notes.write(0, " ")
    assert (again.view.bookmarked, again.view.note) == (False, "")
    workspace.close()


def test_a_lesson_opens_at_a_page_and_never_outside(workspace: TinyWorkspace) -> None:
    assert [StudyFlow(workspace, "greeting", "first-words", page).view.page for page in (1, 99, -3, None)] == [
        1,
        1,
        0,
        0,
    ]
    workspace.close()


def test_a_full_disk_keeps_the_note_that_was_there(workspace: TinyWorkspace, disk: FullDisk) -> None:
    flow = StudyFlow(workspace, "greeting", "first-words")
    flow.notes.write(0, "eins")
    disk.room = 10
    with pytest.raises(StorageUnusable):
        flow.notes.write(0, "zwei")
    with pytest.raises(StorageUnusable):
        flow.bookmark()
    disk.room = None
    assert (flow.view.note, flow.view.bookmarked) == ("eins", False)
    workspace.close()


def test_the_notebook_lists_the_latest_first(workspace: TinyWorkspace, clock: FakeClock) -> None:
    for lesson in ("first-words", "listening"):
        clock.wait(60)
        StudyFlow(workspace, "greeting", lesson).bookmark()
    StudyFlow(workspace, "privacy", "basics").notes.write(0, "nota")
    workspace.store.save_page_mark(PageMark("gone", "lost", 3, 1, True, 1.0))
    workspace.store.save_page_mark(PageMark("greeting", "listening", 1, 99, False, 0.0, "alt", 1.0))
    view = NotebookFlow(workspace).look()
    assert [(page.lesson, page.there) for page in view.bookmarks] == [
        ("listening", True), ("first-words", True), ("lost", False),
    ]  # fmt: skip
    assert [(page.lesson, page.note, page.changed) for page in view.notes] == [
        ("basics", "nota", False), ("listening", "alt", True),
    ]  # fmt: skip
    workspace.close()


def test_what_was_taken_away_can_be_brought_back(workspace: TinyWorkspace) -> None:
    flow = StudyFlow(workspace, "greeting", "first-words")
    flow.bookmark()
    flow.notes.write(0, "nota")
    notebook = NotebookFlow(workspace)
    notebook.undo()
    (page,) = notebook.look().bookmarks
    notebook.remove(page.id)
    assert notebook.look().empty and notebook.look().undoable
    notebook.undo()
    (back,) = notebook.look().bookmarks
    assert (back.note, notebook.look().undoable) == ("nota", False)
    workspace.close()


@given(st.text(max_size=3000))
def test_a_kept_note_is_clean_and_short(text: str) -> None:
    note = tidied(text)
    assert is_clean(note) and len(note) <= NOTE_LIMIT and tidied(note) == note
