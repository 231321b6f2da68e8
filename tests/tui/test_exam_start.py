"""Before an exam: what is said, and the start."""

from __future__ import annotations

from tests.fakes.workspace import TinyWorkspace
from tests.tui.stage import on_stage


async def test_it_says_what_the_exam_is_and_starts_it(workspace: TinyWorkspace) -> None:
    async with on_stage(workspace) as stage:
        await stage.open("exam", exam="greeting")
        assert stage.screens == ["ExamStartScreen"]
        assert "Questions" in stage.text and "minutes" in stage.text
        assert "house rule" in stage.text and "in each section" in stage.text
        assert "Start the mock exam" in stage.text and "The clock stops while you are away" in stage.text
        assert "Start the counting exam" not in stage.text
        await stage.press("enter")
        assert stage.screens == ["ExamScreen"]
        assert "Question 1 of" in stage.text
    assert len(workspace.store.attempts()) == 1


async def test_two_quick_keys_start_one_exam(workspace: TinyWorkspace) -> None:
    async with on_stage(workspace) as stage:
        await stage.open("exam", exam="greeting")
        await stage.pilot.press("enter", "enter")
        await stage.settle()
    assert len(workspace.store.attempts()) == 1


async def test_an_unknown_exam_is_refused_with_a_sentence(workspace: TinyWorkspace) -> None:
    async with on_stage(workspace) as stage:
        await stage.open("exam", exam="greeting")
        await stage.open("exam", exam="no-such-exam")
        assert "There is no exam «no-such-exam»." in stage.text
        assert stage.screens == ["ExamStartScreen"]
