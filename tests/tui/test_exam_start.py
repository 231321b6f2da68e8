"""Before an exam: what is said, and the start."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes.clock import FakeClock
from tests.fakes.workspace import TinyWorkspace
from tests.fixtures import DEMO
from tests.tui.stage import Stage, on_stage
from trainer.assessment.events import Voided
from trainer.flows.prepare import start_exam
from trainer.flows.running import journal_path
from trainer.progress.journal import Journal


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


def flat(stage: Stage) -> str:
    """The screen's words without its line breaks."""
    return " ".join(stage.text.split())


@pytest.fixture
def demo(tmp_path: Path, clock: FakeClock) -> Iterator[TinyWorkspace]:
    """Maria, who learns for the demonstration qualification."""
    found = TinyWorkspace(tmp_path / "demo", clock, content=DEMO)
    found.create_learner("Maria Rossi", "en", "it", "dem")
    yield found
    found.close()


async def test_from_the_unit_to_its_counting_exam_and_back_the_next_day(demo: TinyWorkspace, clock: FakeClock) -> None:
    async with on_stage(demo, size=(80, 40)) as stage:
        await stage.open("unit", unit="dem.u1")
        await stage.press("home", "down", "down", "enter")
        assert stage.screens[-1] == "ExamStartScreen"
        assert "Tries so far" not in stage.text
        await stage.press("down", "enter")
        assert stage.screens[-1] == "ExamScreen" and "12:00" in stage.text
        await stage.press("s", "end", "enter")
        assert "✗ Not passed  ·  counting exam" in stage.text and "Tries so far" in stage.text
        assert "Review the questions" not in stage.text and "Knowledge and skills to go over" in stage.text
        await stage.open("exam", exam="dem.u1")
        assert "Start the counting exam" not in stage.text and "Start the mock exam" in stage.text
        assert "A counting exam can be tried once a day. The next try opens on" in flat(stage)
        clock.wait(24 * 3600)
        await stage.open("exam", exam="dem.u1")
        assert "Start the counting exam" in stage.text and "0%  ·  ✗ Not passed" in stage.text


async def test_the_latest_tries_are_listed_and_voided_ones_say_why(demo: TinyWorkspace, clock: FakeClock) -> None:
    for _ in range(7):
        flow = start_exam(demo, "dem.u1", counting=True)
        flow.submit()
        clock.wait(24 * 3600)
    journal = Journal(journal_path(demo.store, flow.attempt), demo.store.disk)
    journal.record(Voided("[@click=app.quit]fire\x1b[2J alarm[/]"), clock.now().timestamp(), clock.monotonic())
    journal.close()
    async with on_stage(demo, size=(80, 40)) as stage:
        await stage.open("exam", exam="dem.u1")
        assert stage.text.count("✗ Not passed") == 4 and "and 2 earlier ones" in stage.text
        assert "voided: [@click=app.quit]fire[2J alarm[/]" in flat(stage)
        await stage.open("result", attempt=flow.attempt)
        assert "This try was voided and does not count." in stage.text and stage.text.count("✗ Not passed") == 7


@pytest.mark.parametrize("size", [(60, 18), (80, 24)])
async def test_before_a_partial_mock_it_says_what_is_missing(
    tmp_path: Path, clock: FakeClock, size: tuple[int, int]
) -> None:
    content = Path(shutil.copytree(DEMO, tmp_path / "half"))
    shutil.rmtree(content / "courses/modules/demo-return")
    (content / "question_banks/demo-return.yaml").unlink()
    workspace = TinyWorkspace(tmp_path / "home", clock, content=content)
    workspace.create_learner("Maria Rossi", "en", "it", "dem")
    async with on_stage(workspace, size=size) as stage:
        await stage.open("exam", exam="dem.u1")
        assert "6 (10 when every module exists)" in stage.text
        assert "8 minutes (12 minutes when every module exists)" in flat(stage)
        assert "In preparation" in stage.text and "handing an object back" in flat(stage)
        assert "Start the counting exam" not in stage.text
        await stage.press("enter")
        assert "Question 1 of 6" in stage.text
    workspace.close()


async def test_with_no_module_there_is_nothing_to_start(tmp_path: Path, clock: FakeClock) -> None:
    content = Path(shutil.copytree(DEMO, tmp_path / "none"))
    shutil.rmtree(content / "courses/modules")
    shutil.rmtree(content / "question_banks")
    workspace = TinyWorkspace(tmp_path / "home", clock, content=content)
    workspace.create_learner("Maria Rossi", "en", "it", "dem")
    async with on_stage(workspace) as stage:
        await stage.open("exam", exam="dem.u1")
        assert "None of the modules of this exam exists yet." in stage.text and "Not now" in stage.text
        assert "Start the" not in stage.text
    workspace.close()
