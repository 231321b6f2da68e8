"""A running attempt: nothing has happened before it is in the journal, and the journal says it all."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import a_paper, a_running, an_item
from tests.fakes.clock import FakeClock
from tests.fakes.disks import FullDisk
from trainer.assessment.attempt import NotAllowed, replay
from trainer.assessment.events import ClockSetBack, Confirmed, Resumed, Ticked
from trainer.assessment.paper import paper_digest, to_bytes
from trainer.flows.running import RunningAttempt, journal_path
from trainer.items.base import ResponseRefused
from trainer.kernel.problems import StorageUnusable, StoreDamaged
from trainer.progress.journal import read_journal
from trainer.progress.store import LearnerStore

PAPER = a_paper([an_item("single", "s"), an_item("multiple", "m"), an_item("true_false", "t")], sections=["all"])


def token(running: RunningAttempt, position: int, path: str) -> str:
    return running.item(position).tokens(running.state.attempt)[path]


def names(store: LearnerStore, running: RunningAttempt) -> list[str]:
    events = read_journal(journal_path(store, running.state.attempt)).events
    assert replay(events) == running.state
    return [recorded.event.name for recorded in events]


def test_the_paper_is_frozen_before_the_journal_begins(store: LearnerStore, disk: FullDisk) -> None:
    running = a_running(store, PAPER)
    assert running.state.paper == paper_digest(PAPER)
    assert (store.papers_folder / f"{running.state.paper}.json").exists()
    assert names(store, running) == ["Started"]
    assert running.state.time_limit == 25 * 60
    running.close()


def test_one_of_a_group_of_one(store: LearnerStore) -> None:
    running = a_running(store, PAPER)
    for option, chosen in (("never", ()), ("one-month", ("one-month",)), ("ten-days", ("ten-days",)), ("ten-days", ())):
        if option != "never":
            running.choose(0, "answer", token(running, 0, f"answer/{option}"))
        assert running.state.responses.get(0, {}).get("answer", ()) == chosen
        assert running.chosen(0) == {token(running, 0, f"answer/{one}") for one in chosen}
    running.close()


def test_several_of_a_group_of_many_in_authored_order(store: LearnerStore) -> None:
    running = a_running(store, PAPER)
    for option in ("one-year", "one-month", "ten-days", "one-year"):
        running.choose(1, "answer", token(running, 1, f"answer/{option}"))
    assert running.state.responses[1] == {"answer": ("one-month", "ten-days")}
    running.close()


def test_groups_are_chosen_from_one_by_one(store: LearnerStore) -> None:
    running = a_running(store, PAPER)
    running.choose(2, "reason", token(running, 2, "reason/ten-days"))
    running.choose(2, "verdict", token(running, 2, "verdict/true"))
    running.choose(2, "verdict", token(running, 2, "verdict/false"))
    assert running.state.responses[2] == {"verdict": ("false",), "reason": ("ten-days",)}
    running.close()


@pytest.mark.parametrize("wrong", ["", "zzzzzz", "one-month"])
def test_a_token_of_something_else_is_refused_and_nothing_is_written(store: LearnerStore, wrong: str) -> None:
    running = a_running(store, PAPER)
    other = token(running, 1, "answer/one-month") if wrong == "" else wrong
    with pytest.raises(ResponseRefused):
        running.choose(0, "answer", other)
    assert names(store, running) == ["Started"]
    running.close()


def test_what_cannot_happen_is_not_written(store: LearnerStore) -> None:
    running = a_running(store, PAPER)
    running.choose(0, "answer", token(running, 0, "answer/one-month"))
    running.record(Confirmed(0))
    before = running.state
    with pytest.raises(NotAllowed):
        running.choose(0, "answer", token(running, 0, "answer/ten-days"))
    assert running.state == before
    assert names(store, running) == ["Started", "Responded", "Confirmed"]
    running.close()


def test_what_changes_nothing_is_not_written(store: LearnerStore) -> None:
    running = a_running(store, PAPER)
    for _ in range(2):
        running.go(1)
        running.switch_language("en")
    running.suspend()
    running.suspend()
    assert names(store, running) == ["Started", "Presented", "LanguageSwitched", "Suspended"]
    running.close()


def test_a_full_disk_leaves_the_attempt_usable(store: LearnerStore, disk: FullDisk) -> None:
    running = a_running(store, PAPER)
    running.go(0)
    before = running.state
    disk.room = 20
    for action in (running.flag, lambda: running.go(2), running.submit):
        with pytest.raises(StorageUnusable, match="disk is full"):
            action()
        assert running.state == before
    assert names(store, running) == ["Started", "Presented"]
    disk.room = None
    running.flag()
    running.submit()
    assert names(store, running) == ["Started", "Presented", "Flagged", "Submitted"]
    running.close()


@pytest.mark.parametrize("room", [0, 100, len(to_bytes(PAPER)) + 10])
def test_an_attempt_that_could_not_begin_leaves_the_store_usable(
    store: LearnerStore, disk: FullDisk, room: int
) -> None:
    disk.room = room
    with pytest.raises(StorageUnusable):
        a_running(store, PAPER)
    disk.room = None
    running = a_running(store, PAPER)
    assert names(store, running) == ["Started"]
    running.close()


def test_reopened_it_goes_on_as_it_was(store: LearnerStore, clock: FakeClock) -> None:
    running = a_running(store, PAPER, clock)
    running.go(1)
    running.choose(1, "answer", token(running, 1, "answer/one-month"))
    running.flag()
    before = running.state
    running.close()
    again = RunningAttempt.reopen(store, before.attempt, clock)
    assert again.torn == 0
    assert (again.paper, again.state.responses, again.state.flagged) == (PAPER, before.responses, before.flagged)
    assert again.state.position == 1
    assert again.present(1) == running.present(1)
    assert names(store, again)[-1] == "Resumed"
    again.close()


def test_a_torn_end_is_cut_and_reported(store: LearnerStore, clock: FakeClock) -> None:
    running = a_running(store, PAPER, clock)
    running.close()
    path = journal_path(store, running.state.attempt)
    with path.open("ab") as file:
        file.write(b'{"n":1,"at":')
    again = RunningAttempt.reopen(store, running.state.attempt, clock)
    assert again.torn == 12
    assert names(store, again) == ["Started", "Resumed"]
    again.close()


def test_an_attempt_that_is_over_is_opened_without_a_word(store: LearnerStore, clock: FakeClock) -> None:
    running = a_running(store, PAPER, clock)
    running.submit()
    running.close()
    clock.move_wall(-5000)
    again = RunningAttempt.reopen(store, running.state.attempt, clock)
    assert names(store, again) == ["Started", "Submitted"]
    again.close()


@pytest.mark.parametrize("damage", ["journal", "paper", "no paper"])
def test_what_is_damaged_is_refused_and_left(store: LearnerStore, clock: FakeClock, damage: str) -> None:
    running = a_running(store, PAPER, clock)
    running.close()
    journal = journal_path(store, running.state.attempt)
    paper = store.papers_folder / f"{running.state.paper}.json"
    if damage == "no paper":
        paper.unlink()
    else:
        path: Path = journal if damage == "journal" else paper
        path.write_bytes(path.read_bytes().replace(b'"it"', b'"fr"'))
    before = journal.read_bytes()
    with pytest.raises(StoreDamaged):
        RunningAttempt.reopen(store, running.state.attempt, clock)
    assert journal.read_bytes() == before


def test_a_clock_set_back_while_away_is_an_event(store: LearnerStore, clock: FakeClock) -> None:
    running = a_running(store, PAPER, clock, policy="runs_on")
    clock.wait(60)
    running.record(Ticked())
    running.close()
    clock.restart(away=-7200, engine=500_000.0)
    again = RunningAttempt.reopen(store, running.state.attempt, clock)
    events = [recorded.event for recorded in read_journal(journal_path(store, again.state.attempt)).events]
    assert events[-2:] == [Resumed(), ClockSetBack(7200.0)]
    assert again.state.elapsed == 60
    clock.wait(30)
    assert again.seconds_left() == 25 * 60 - 90
    again.close()


@pytest.mark.parametrize("policy", ["stops", "runs_on"])
def test_a_clock_set_back_after_a_crash_takes_no_time(store: LearnerStore, clock: FakeClock, policy: str) -> None:
    """Engine time of two runs must never be compared, whatever wall time says."""
    running = a_running(store, PAPER, clock, policy="stops" if policy == "stops" else "runs_on")
    clock.wait(60)
    running.record(Ticked())
    running.close()
    clock.restart(away=-100, engine=9e6)
    again = RunningAttempt.reopen(store, running.state.attempt, clock)
    assert again.state.elapsed == 60
    again.close()


def test_a_clock_set_back_while_running_is_an_event_too(store: LearnerStore, clock: FakeClock) -> None:
    """Else time away would be counted from the later hour, and be given away."""
    running = a_running(store, PAPER, clock, policy="runs_on")
    clock.move_wall(-3600)
    clock.wait(10)
    running.record(Ticked())
    assert names(store, running) == ["Started", "ClockSetBack", "Ticked"]
    running.close()
    clock.restart(away=300)
    again = RunningAttempt.reopen(store, running.state.attempt, clock)
    assert again.seconds_left() == 25 * 60 - 310
    assert names(store, again)[-1] == "Resumed"
    again.close()


def test_a_clock_that_is_being_adjusted_is_none(store: LearnerStore, clock: FakeClock) -> None:
    running = a_running(store, PAPER, clock)
    clock.move_wall(-0.9)
    running.record(Ticked())
    assert names(store, running) == ["Started", "Ticked"]
    running.close()
