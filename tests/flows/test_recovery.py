"""The list is brought in step with the journals, once, whatever a crash left behind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.builders import a_paper, a_practice, a_running, right_response, wrong_response
from tests.fakes.clock import FakeClock
from tests.fakes.disks import TracingDisk
from tests.fakes.workspace import TinyWorkspace
from trainer.assessment.events import Confirmed
from trainer.flows.prepare import start_exam
from trainer.flows.recovery import rebuild, recover
from trainer.flows.results import row_of
from trainer.flows.running import RunningAttempt, journal_path
from trainer.progress.rows import ItemHistory
from trainer.progress.store import LearnerStore


def answered(store: LearnerStore, clock: FakeClock, *, over: bool = True, right: bool = True) -> RunningAttempt:
    running = a_running(store, a_paper(), clock)
    item = running.item(0)
    running.respond(0, right_response(item) if right else wrong_response(item))
    clock.wait(60)
    if over:
        running.submit()
    running.close()
    return running


@pytest.mark.parametrize("over", [True, False])
@pytest.mark.parametrize("listed", [True, False])
def test_an_attempt_is_listed_as_its_journal_says(
    store: LearnerStore, clock: FakeClock, over: bool, listed: bool
) -> None:
    running = answered(store, clock, over=over)
    row = row_of(running.paper, running.state)
    if listed:
        store.save_attempt(replace(row, answered=0, submitted_at=None, reason=None, points="0", sections=[]))
    recover(store, clock)
    assert store.attempts() == [row]
    assert row.points == ("1" if over else "0")
    assert store.item_history() == ({"item-1": ItemHistory(1, True, row.submitted_at or 0.0)} if over else {})


def test_recovering_twice_changes_nothing(store: LearnerStore, clock: FakeClock, tmp_path: Path) -> None:
    answered(store, clock)
    answered(store, clock, over=False)
    recover(store, clock)
    before = (store.attempts(), store.item_history())
    store.close()
    disk = TracingDisk()
    again = LearnerStore(store.folder, disk)
    recover(again, clock)
    assert (again.attempts(), again.item_history()) == before
    assert disk.steps == []
    again.close()


def test_a_journal_in_which_nothing_was_acknowledged_is_no_attempt(store: LearnerStore, clock: FakeClock) -> None:
    store.attempts_folder.mkdir()
    (store.attempts_folder / "20261121t080000-00000000.jsonl").touch()
    (store.attempts_folder / "20261121t080000-00000001.jsonl").write_bytes(b'{"n":0,"at"')
    recover(store, clock)
    assert store.attempts() == []
    assert rebuild(store) == 0


def test_what_is_damaged_is_left_alone_and_hinders_no_other(store: LearnerStore, clock: FakeClock) -> None:
    damaged, lost, good = (answered(store, clock) for _ in range(3))
    path = journal_path(store, damaged.state.attempt)
    path.write_bytes(path.read_bytes().replace(b"one-month", b"two-month"))
    raw = path.read_bytes()
    lost_path = journal_path(store, lost.state.attempt)
    lost_path.write_bytes(b"nonsense\n")
    recover(store, clock)
    assert [row.id for row in store.attempts()] == [good.state.attempt]
    assert path.read_bytes() == raw
    assert lost_path.read_bytes() == b"nonsense\n"


def test_a_copied_journal_counts_once(store: LearnerStore, clock: FakeClock) -> None:
    running = answered(store, clock)
    path = journal_path(store, running.state.attempt)
    path.with_name("20261121t080000-copied00.jsonl").write_bytes(path.read_bytes())
    for _ in range(2):
        recover(store, clock)
    assert len(store.attempts()) == 1
    assert store.item_history()["item-1"].times == 1


def test_how_items_went_is_rebuilt_in_the_order_of_the_ends(store: LearnerStore, clock: FakeClock) -> None:
    for right in (True, False):
        clock.wait(100)
        answered(store, clock, right=right)
    assert rebuild(store) == 2
    assert len(store.attempts()) == 2
    assert store.item_history() == {"item-1": ItemHistory(2, False, clock.now().timestamp())}
    assert rebuild(store) == 2
    assert store.item_history()["item-1"].times == 2


def test_rebuilding_keeps_what_only_the_list_knows(store: LearnerStore, clock: FakeClock) -> None:
    lost, good = (answered(store, clock) for _ in range(2))
    recover(store, clock)
    assert store.item_history()["item-1"].times == 2
    journal_path(store, lost.state.attempt).write_bytes(b"nonsense\n")
    assert rebuild(store) == 1
    assert {row.id for row in store.attempts()} == {lost.state.attempt, good.state.attempt}
    assert store.item_history()["item-1"].times == 2


def test_unconfirmed_answers_of_a_practice_are_not_recovered_as_given(store: LearnerStore, clock: FakeClock) -> None:
    running = a_running(store, a_practice(), clock, mode="practice")
    for position in range(2):
        running.respond(position, right_response(running.item(position)))
    running.record(Confirmed(0))
    running.submit()
    running.close()
    recover(store, clock)
    (row,) = store.attempts()
    assert (row.answered, row.points) == (1, "1")
    assert list(store.item_history()) == ["item-1"]


@pytest.mark.parametrize(("counting", "seconds", "over"), [(True, 599, False), (True, 600, True), (False, 9999, False)])
def test_only_a_clock_that_ran_on_ends_an_attempt_nobody_opens(
    workspace: TinyWorkspace, open_workspace: Callable[[], TinyWorkspace], clock: FakeClock, counting: bool,
    seconds: int, over: bool,
) -> None:  # fmt: skip
    start_exam(workspace, "tin.u1", counting=counting)
    clock.restart(away=seconds)
    (row,) = open_workspace().store.attempts()
    assert (row.submitted_at is not None) == over
    assert row.reason == ("found_past_end" if over else None)


def test_a_stale_glance_is_made_anew_when_the_store_is_opened(
    workspace: TinyWorkspace, open_workspace: Callable[[], TinyWorkspace]
) -> None:
    path = workspace.store.folder / "glance.json"
    fresh = workspace.glance()
    path.write_bytes(b"{}")
    again = open_workspace()
    assert again.glance() is None
    assert again.store.profile() is not None
    assert again.glance() == fresh
    assert path.read_bytes() != b"{}"
