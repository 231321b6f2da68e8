"""An exam's clock: automatic submission, leaving and coming back, crashes, clocks set back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.builders import a_paper, a_running
from tests.fakes.clock import FakeClock
from tests.fakes.disks import FullDisk
from tests.fakes.workspace import TinyWorkspace
from tests.flows.answering import answer
from trainer.assessment.events import Extended
from trainer.flows.exam import TICK_SECONDS, ExamFlow
from trainer.flows.prepare import resume, start_exam
from trainer.flows.running import journal_path
from trainer.kernel.problems import StorageUnusable
from trainer.progress.journal import read_journal
from trainer.progress.store import LearnerStore

#: Minutes of the two exams of the small content, in seconds.
MOCK, UNIT = 300, 600


def sit(store: LearnerStore, clock: FakeClock) -> ExamFlow:
    return ExamFlow(store, a_running(store, a_paper(), clock))


ACTIONS: dict[str, Callable[[ExamFlow], object]] = {
    "tick": lambda flow: flow.tick(),
    "choose": lambda flow: answer(flow, right=False),
    "next": lambda flow: flow.next(),
    "previous": lambda flow: flow.previous(),
    "go": lambda flow: flow.go(3),
    "flag": lambda flow: flow.flag(),
    "language": lambda flow: flow.switch_language("en"),
    "submit": lambda flow: flow.submit(),
}


@pytest.mark.parametrize("action", ACTIONS.values(), ids=ACTIONS)
def test_whatever_is_done_when_time_is_up_submits(
    store: LearnerStore, clock: FakeClock, action: Callable[[ExamFlow], object]
) -> None:
    flow = sit(store, clock)
    flow.go(1)
    answer(flow)
    clock.wait(1500)
    action(flow)
    assert flow.over
    assert flow.row is not None
    assert (flow.row.reason, flow.row.answered, flow.row.points) == ("time", 1, "1")
    assert (flow.view.language, flow.view.position, flow.view.flagged) == ("it", 1, False)
    assert flow.seconds_left() == 0


def test_a_moment_before_the_end_it_goes_on(store: LearnerStore, clock: FakeClock) -> None:
    flow = sit(store, clock)
    clock.wait(1499.5)
    assert not flow.tick()
    answer(flow)
    assert flow.seconds_left() == 0.5
    assert flow.submit().reason == "learner"


def test_time_is_noted_now_and_then(store: LearnerStore, clock: FakeClock) -> None:
    flow = sit(store, clock)
    path = journal_path(store, flow.attempt)
    before = len(read_journal(path).events)
    for _ in range(35):
        clock.wait(1)
        flow.tick()
    assert len(read_journal(path).events) - before == 35 // TICK_SECONDS
    flow.leave()


def test_a_full_disk_stops_no_clock(store: LearnerStore, clock: FakeClock, disk: FullDisk) -> None:
    flow = sit(store, clock)
    disk.room = 0
    for _ in range(30):
        clock.wait(1)
        assert not flow.tick()
    assert flow.seconds_left() == 1470
    clock.wait(1470)
    with pytest.raises(StorageUnusable):
        flow.tick()
    disk.room = None
    assert flow.tick()
    assert flow.row is not None
    assert flow.row.reason == "time"


def test_more_time_is_visible_at_once(store: LearnerStore, clock: FakeClock) -> None:
    flow = sit(store, clock)
    clock.wait(1400)
    flow._running.record(Extended(600))
    assert (flow.seconds_left(), flow.view.limit) == (700, 2100)
    clock.wait(500)
    assert not flow.tick()
    flow.leave()


def start(workspace: TinyWorkspace, *, counting: bool) -> ExamFlow:
    return start_exam(workspace, "tin.u1", counting=True) if counting else start_exam(workspace, "greeting", seed="7")


def come_back(workspace: TinyWorkspace, attempt: str) -> ExamFlow:
    found = resume(workspace, attempt)
    assert isinstance(found, ExamFlow)
    return found


COUNTING = pytest.mark.parametrize(("counting", "left"), [(False, MOCK - 100), (True, UNIT - 350)],
                                   ids=["mock", "counting"])  # fmt: skip


@COUNTING
def test_leaving_and_coming_back_in_the_same_run(
    workspace: TinyWorkspace, clock: FakeClock, counting: bool, left: int
) -> None:
    flow = start(workspace, counting=counting)
    answer(flow)
    clock.wait(100)
    flow.next()
    before = flow.view
    flow.leave()
    clock.wait(250)
    again = come_back(workspace, flow.attempt)
    assert (again.view, again.seconds_left()) == (before, left)
    again.leave()


@COUNTING
@pytest.mark.parametrize("crash", [False, True], ids=["left", "crashed"])
def test_coming_back_in_another_run(
    workspace: TinyWorkspace,
    open_workspace: Callable[[], TinyWorkspace],
    clock: FakeClock,
    counting: bool,
    left: int,
    crash: bool,
) -> None:
    flow = start(workspace, counting=counting)
    answer(flow)
    clock.wait(100)
    flow.next()
    before = flow.view
    if not crash:
        flow.leave()
    clock.restart(away=250)
    workspace = open_workspace()
    again = come_back(workspace, flow.attempt)
    assert (again.view, again.seconds_left()) == (before, left)
    answer(again)
    row = again.submit()
    assert (row.answered, row.points, row.reason, workspace.store.attempts()) == (2, "2", "learner", [row])


def test_a_counting_exam_found_past_its_end_is_submitted_as_it_stood(
    workspace: TinyWorkspace, open_workspace: Callable[[], TinyWorkspace], clock: FakeClock
) -> None:
    flow = start(workspace, counting=True)
    answer(flow)
    clock.wait(10)
    flow.next()
    clock.restart(away=UNIT)
    workspace = open_workspace()
    (row,) = workspace.store.attempts()
    assert (row.reason, row.answered, row.points, row.passed) == ("found_past_end", 1, "1", False)
    assert list(workspace.store.item_history()) == [flow._running.paper.items[0].id]
    assert come_back(workspace, flow.attempt).row == row
    assert workspace.store.item_history()[flow._running.paper.items[0].id].times == 1


def test_it_is_submitted_when_it_is_opened_late_in_the_same_run(workspace: TinyWorkspace, clock: FakeClock) -> None:
    flow = start(workspace, counting=True)
    flow.leave()
    clock.wait(UNIT + 1)
    again = come_back(workspace, flow.attempt)
    assert again.row is not None
    assert again.row.reason == "found_past_end"


def test_a_mock_waits_as_long_as_it_must(
    workspace: TinyWorkspace, open_workspace: Callable[[], TinyWorkspace], clock: FakeClock
) -> None:
    flow = start(workspace, counting=False)
    clock.wait(60)
    flow.leave()
    clock.restart(away=30 * 86_400)
    again = come_back(open_workspace(), flow.attempt)
    assert not again.over
    assert again.seconds_left() == MOCK - 60
    again.leave()


def test_a_clock_set_back_keeps_no_counting_exam_alive_for_ever(
    workspace: TinyWorkspace, open_workspace: Callable[[], TinyWorkspace], clock: FakeClock
) -> None:
    flow = start(workspace, counting=True)
    clock.restart(away=-86_400)
    again = come_back(open_workspace(), flow.attempt)
    assert again.seconds_left() == UNIT
    clock.wait(UNIT)
    assert again.tick()
    assert again.row is not None
    assert again.row.reason == "time"


def test_a_seed_makes_it_a_mock(workspace: TinyWorkspace) -> None:
    flow = start_exam(workspace, "tin.u1", counting=True, seed="7")
    assert flow.view.mode == "mock"
    flow.leave()
