"""Sitting an exam: no feedback before the end, a navigator, a submission that happens once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict

import pytest

from tests.builders import a_paper, a_running, an_item, some_items
from tests.fakes.clock import FakeClock
from tests.fakes.disks import FullDisk
from tests.flows.answering import answer, first_token
from trainer.flows.exam import ExamFlow
from trainer.kernel.problems import StorageUnusable
from trainer.progress.store import LearnerStore


@pytest.fixture
def flow(store: LearnerStore, clock: FakeClock) -> Iterator[ExamFlow]:
    """Six items in two sections of three, 25 minutes."""
    found = ExamFlow(store, a_running(store, a_paper(some_items(6)), clock))
    yield found
    found._running.close()


def test_the_first_screen(flow: ExamFlow) -> None:
    view = flow.view
    assert (view.position, view.count, view.section, view.limit, view.over) == (0, 6, 0, 1500, False)
    assert (view.unanswered, view.flagged_count, view.chosen) == (6, 0, frozenset())
    assert [cell.section for cell in view.cells] == [0, 0, 0, 1, 1, 1]
    assert [cell.seen for cell in view.cells] == [True] + [False] * 5
    assert flow.seconds_left() == 1500


def test_nothing_of_the_key_is_shown_before_the_end(flow: ExamFlow) -> None:
    for _ in range(6):
        answer(flow)
        shown = json.dumps(asdict(flow.view), default=sorted)
        assert "rationale" not in shown
        assert "Perché la regola" not in shown
        assert "key" not in shown
        flow.next()
    assert flow.row is None
    assert not {"feedback", "right", "points", "result"} & set(dir(flow.view))


def test_right_and_wrong_answers_look_the_same(store: LearnerStore, clock: FakeClock) -> None:
    views = []
    for right in (True, False):
        flow = ExamFlow(store, a_running(store, a_paper([an_item()], sections=["all"]), clock))
        answer(flow, right=right)
        view = asdict(flow.view)
        del view["chosen"], view["item"], view["response"]
        views.append(view)
        flow.leave()
    assert views[0] == views[1]


def test_the_navigator_shows_what_is_answered_flagged_and_seen(flow: ExamFlow) -> None:
    answer(flow)
    assert flow.go(4)
    flow.flag()
    assert flow.view.section == 1
    cells = flow.view.cells
    assert [cell.answered for cell in cells] == [True, False, False, False, False, False]
    assert [cell.flagged for cell in cells] == [False, False, False, False, True, False]
    assert [cell.seen for cell in cells] == [True, False, False, False, True, False]
    flow.flag()
    assert flow.view.flagged_count == 0


def test_an_answer_can_be_changed_and_taken_back(flow: ExamFlow) -> None:
    group, token = first_token(flow)
    flow.choose(group, token)
    assert flow.view.chosen == {token}
    other = first_token(flow, option=1)[1]
    flow.choose(group, other)
    assert flow.view.chosen == {other}
    flow.choose(group, other)
    assert flow.view.unanswered == 6


def test_the_edges(flow: ExamFlow) -> None:
    assert not flow.previous()
    assert not flow.go(-1)
    assert not flow.go(6)
    assert flow.go(5)
    assert not flow.next()
    assert flow.previous()
    assert flow.view.position == 4


def test_switching_the_language_changes_no_answer(flow: ExamFlow) -> None:
    answer(flow)
    before = flow.view
    flow.switch_language("en")
    assert flow.view.language == "en"
    assert (flow.view.chosen, flow.view.item, flow.view.cells) == (before.chosen, before.item, before.cells)


def test_submitting_marks_and_keeps(store: LearnerStore, flow: ExamFlow, clock: FakeClock) -> None:
    for _ in range(5):
        answer(flow)
        flow.next()
    clock.wait(600)
    row = flow.submit()
    assert row == flow.row == store.attempt(flow.attempt)
    assert (row.answered, row.points, row.passed, row.reason, row.seconds) == (5, "5", True, "learner", 600.0)
    assert [(section["id"], section["points"]) for section in row.sections] == [("first", "3"), ("second", "2")]
    assert len(store.item_history()) == 5
    assert flow.over
    assert flow.view.over


def test_what_comes_after_the_end_changes_nothing(store: LearnerStore, flow: ExamFlow) -> None:
    answer(flow)
    row = flow.submit()
    assert flow.tick()
    answer(flow, right=False)
    flow.flag()
    flow.switch_language("en")
    assert not flow.next()
    assert not flow.go(3)
    assert flow.submit() == row
    flow.leave()
    assert store.attempts() == [row]
    assert {known.times for known in store.item_history().values()} == {1}
    assert flow.view.language == "it"


def test_a_late_call_after_leaving_writes_nothing(store: LearnerStore, flow: ExamFlow, clock: FakeClock) -> None:
    flow.leave()
    before = (store.attempts_folder / f"{flow.attempt}.jsonl").read_bytes()
    clock.wait(3600)
    assert not flow.tick()
    flow.leave()
    assert (store.attempts_folder / f"{flow.attempt}.jsonl").read_bytes() == before


def test_a_full_disk_in_the_middle(flow: ExamFlow, disk: FullDisk) -> None:
    answer(flow)
    before = flow.view
    disk.room = 30
    for action in (lambda: answer(flow, right=False), flow.next, flow.flag, flow.submit):
        with pytest.raises(StorageUnusable, match="disk is full"):
            action()
    assert flow.view == before
    disk.room = None
    row = flow.submit()
    assert (row.answered, row.reason) == (1, "learner")


def test_a_disk_that_fills_up_at_the_end_loses_nothing(store: LearnerStore, flow: ExamFlow, disk: FullDisk) -> None:
    answer(flow)
    disk.room = 200
    row = flow.submit()
    assert (row.answered, row.points) == (1, "1")
    assert store.attempts() == []
    disk.room = None
