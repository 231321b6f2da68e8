"""After an exam: the verdict, the bars, what to study, and the review item by item."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from tests.builders import a_paper
from tests.fakes.clock import FakeClock
from tests.fakes.workspace import TinyWorkspace
from tests.flows.answering import answer
from tests.tui.conftest import an_exam
from tests.tui.stage import Stage, on_stage
from trainer.assessment.events import Mode
from trainer.flows.prepare import start_exam


@asynccontextmanager
async def result_of(
    workspace: TinyWorkspace,
    clock: FakeClock,
    right: tuple[bool, ...],
    *,
    mode: Mode = "mock",
    size: tuple[int, int] = (80, 24),
) -> AsyncIterator[Stage]:
    """The result of an exam of six items whose first ones were answered right or wrong."""
    flow = an_exam(workspace, a_paper(), mode=mode)
    for position, good in enumerate(right):
        flow.go(position)
        answer(flow, right=good)
    clock.wait(61)
    flow.submit()
    async with on_stage(workspace, size=size) as stage:
        await stage.open("result", attempt=flow.attempt)
        yield stage


async def test_passed_in_words_and_bars(workspace: TinyWorkspace, clock: FakeClock) -> None:
    async with result_of(workspace, clock, (True,) * 6) as stage:
        assert "✓ Passed" in stage.text and "mock exam" in stage.text
        assert "100%" in stage.text and "6 of 6" in stage.text and "3 of 3  ✓" in stage.text
        assert "70% in all and 50% in each section" in stage.text and "House" in stage.text
        assert "Time used: 2 minutes of 25 minutes." in stage.text
        assert "What to study" not in stage.text


async def test_not_passed_in_one_section(workspace: TinyWorkspace, clock: FakeClock) -> None:
    async with result_of(workspace, clock, (True, True, True, True, False)) as stage:
        assert "✗ Not passed" in stage.text
        assert "33%" in stage.text and "1 of 3  ✗" in stage.text
        assert "1 question was left without an answer." in stage.text
        assert "What to study" in stage.text


async def test_the_result_begins_at_its_top_in_a_short_window(workspace: TinyWorkspace, clock: FakeClock) -> None:
    async with result_of(workspace, clock, (True, False), size=(60, 18)) as stage:
        assert "✗ Not passed" in stage.text


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)])
async def test_bars_never_run_over_the_edge(workspace: TinyWorkspace, clock: FakeClock, size: tuple[int, int]) -> None:
    async with result_of(workspace, clock, (True, False), size=size) as stage:
        assert all(len(line) <= size[0] for line in stage.text.split("\n"))
        assert stage.text.count("│") >= 3


async def test_the_review_goes_through_every_item(workspace: TinyWorkspace, clock: FakeClock) -> None:
    async with result_of(workspace, clock, (True, False)) as stage:
        await stage.press("enter")
        assert stage.screens == ["ResultScreen", "ReviewScreen"]
        assert "Question 1 of 6" in stage.text and "✓ Right" in stage.text
        assert "Your answer, right. Because the rule" in stage.text
        await stage.press("n")
        assert "Question 2 of 6" in stage.text and "✗" in stage.text
        await stage.press("n")
        assert "○ Not answered" in stage.text
        await stage.press("g")
        assert "1 ✓" in stage.text and "3 ○" in stage.text
        await stage.press("6", "enter", "n")
        assert "Question 6 of 6" in stage.text and "This is the last question." in stage.text
        await stage.press("l")
        assert "Domanda item-6?" in stage.text
        await stage.press("a", "enter")
        assert "Question 6 of 6" in stage.text
        await stage.press("escape")
        assert stage.screens == ["ResultScreen"]


async def test_a_counting_exam_shows_no_item(workspace: TinyWorkspace, clock: FakeClock) -> None:
    async with result_of(workspace, clock, (True, False), mode="counting") as stage:
        assert "counting exam" in stage.text
        assert "Review the questions" not in stage.text
        assert "Knowledge and skills to go over" in stage.text
        assert "Question item" not in stage.text and "Because the rule" not in stage.text


async def test_what_was_wrong_can_be_practised_from_a_mock_exam(workspace: TinyWorkspace, clock: FakeClock) -> None:
    for mode in ("mock", "counting"):
        async with result_of(workspace, clock, (True, True, True), mode=mode) as stage:
            assert ("Practise what was wrong again · 3 questions" in stage.text) == (mode == "mock")
    async with result_of(workspace, clock, (True,) * 6) as stage:
        assert "Practise what was wrong" not in stage.text


async def test_the_wrong_ones_of_an_exam_open_a_practice(workspace: TinyWorkspace) -> None:
    exam = start_exam(workspace, "greeting", seed="1")
    answer(exam, right=False)
    exam.submit()
    async with on_stage(workspace) as stage:
        await stage.open("result", attempt=exam.attempt)
        await stage.press("2")
        assert stage.screens == ["PracticeScreen"]
        assert "Question 1 of 2" in stage.text
