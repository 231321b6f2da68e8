"""Desks and workstations played by what is on the screen, killed in the middle and resumed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.exercises.desks import MONDAY_INBOX, WINDOW_POST
from tests.exercises.hands import by_hand
from tests.exercises.making import exercises
from tests.fakes.clock import FakeClock
from tests.fixtures import copy_exercises
from tests.flows.playing import DemoWorkspace
from trainer.exercises.play import Play
from trainer.exercises.runs import Step
from trainer.flows.exercise import ExerciseFlow
from trainer.flows.exercise_result import exercise_result
from trainer.flows.exercise_start import resume_exercise, start_exercise


def opened(folder: Path, clock: FakeClock) -> DemoWorkspace:
    """A run of the program on the demonstration with all its exercises."""
    if not (folder / "exercises").is_dir():
        copy_exercises(folder)
    demo = DemoWorkspace(folder, clock)
    demo.choose_learner(None)
    return demo


def look(flow: ExerciseFlow) -> Play:
    """The play as a front end would see it."""
    return flow._running.present_play()


def steps_of(name: str, run: str) -> list[Step]:
    exercise = exercises()[name]
    return [exercise.step(data) for data in exercise.runs[run]]


def go_on(flow: ExerciseFlow, steps: list[Step], clock: FakeClock) -> None:
    for step in steps:
        clock.wait(step.seconds)
        if step.move is not None:
            by_hand(lambda: look(flow), flow.move, step.move)


@pytest.mark.parametrize("run", ["perfect", "ordinary", "bad"])
@pytest.mark.parametrize("name", [MONDAY_INBOX, WINDOW_POST])
@pytest.mark.parametrize("spoken", ["it", "en"])
def test_a_run_is_played_by_tokens_and_survives_a_kill(
    name: str, run: str, spoken: str, tmp_path: Path, clock: FakeClock
) -> None:
    demo = opened(tmp_path, clock)
    demo.create_learner("Ada", "it", "en", "dem")
    flow = start_exercise(demo, name, spoken=spoken, seed="7")
    steps = steps_of(name, run)
    half = len(steps) // 2
    go_on(flow, steps[:half], clock)
    before, attempt = flow.view, flow.attempt
    demo.close()  # killed: nothing is left, nothing is written
    demo = opened(tmp_path, clock)
    flow = resume_exercise(demo, attempt)
    assert flow.view.play.moments == before.play.moments
    go_on(flow, steps[half:], clock)
    row = flow.finish()
    expected = exercises()[name]
    if run == "perfect":
        assert row.points == str(expected.maximum) and row.passed
    else:
        assert not row.passed
    result = exercise_result(demo.store, attempt)
    assert result.points == float(row.points or 0)
    assert all(mark.why for mark in result.marks)
    demo.close()
