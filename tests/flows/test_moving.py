"""A learner on two machines: the round trip, merging by attempt, and what stands in the way of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes.clock import FakeClock
from tests.flows.answering import answer
from tests.flows.machines import MARIA, Machine, everything_in, files, packed, without_time
from tests.flows.remembering import practised
from trainer.flows.moving import rename_learner
from trainer.flows.page_notes import PageNotes
from trainer.flows.prepare import resume, start_exam, start_practice
from trainer.flows.study import StudyFlow
from trainer.kernel.clock import iso
from trainer.kernel.problems import Refused, UsageProblem
from trainer.memory.upkeep import rebuilt_cards
from trainer.progress.learners import erase_learner
from trainer.progress.lock import Busy
from trainer.progress.reports import Report, append_report, read_reports


@pytest.fixture
def here(tmp_path: Path, clock: FakeClock) -> Iterator[Machine]:
    """Maria, who has practised, taken an exam, read, and left a practice unfinished."""
    machine = Machine(tmp_path / "here", clock)
    workspace = machine.open()
    workspace.create_learner("Maria Rossi", "it", "en", "tin")
    practised(workspace, clock, [True, False, True])
    exam = start_exam(workspace, "greeting", seed="7")
    answer(exam)
    clock.wait(30)
    exam.submit()
    flow = StudyFlow(workspace, "greeting", "listening")
    clock.wait(40)
    flow.go(1)
    flow.keep()
    notes = PageNotes(workspace, "greeting", "listening", 1)
    notes.bookmark(0)
    notes.write(1, "Ask again, in other words.")
    append_report(workspace.store.folder, a_report("first", clock), workspace.disk)
    workspace.change_settings(theme="light")
    clock.wait(60)
    left = start_practice(workspace, "privacy", seed="3")
    answer(left)
    left.confirm()
    left.leave()
    machine.close()
    yield machine
    machine.close()


def a_report(text: str, clock: FakeClock) -> Report:
    return Report(iso(clock.now()), "greeting-1", "greeting", 1, "2026.1", "it", "practice", text, {"answer": ["a"]})


@pytest.fixture
def there(tmp_path: Path, clock: FakeClock) -> Iterator[Machine]:
    machine = Machine(tmp_path / "there", clock)
    yield machine
    machine.close()


def test_export_erase_import_export_is_the_same_but_for_the_time(here: Machine, clock: FakeClock) -> None:
    before, first = here.everything(), here.export("first.zip")
    erase_learner(here.open().locations, MARIA)
    assert list(here.open().locations.learners.glob("*")) == []
    clock.wait(3600)
    done = here.take(first)
    assert (done.learner, done.created, len(done.new), done.aside) == (MARIA, True, 3, [])
    assert here.everything() == before
    second = here.export("second.zip")
    assert without_time(second) == without_time(first)
    assert files(second) != files(first)


def test_everything_imported_is_private(here: Machine, there: Machine) -> None:
    there.take(here.export("x.zip"))
    for path in there.folder.joinpath("home", "data").rglob("*"):
        assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600), path


def test_an_unfinished_practice_goes_on_elsewhere(here: Machine, there: Machine) -> None:
    there.take(here.export("x.zip"))
    store = there.open(MARIA).store
    (left,) = [row for row in store.attempts() if row.submitted_at is None]
    flow = resume(there.open(MARIA), left.id)
    assert flow.view.position == 0 and flow.view.confirmed


def test_two_machines_become_one_whichever_way(here: Machine, there: Machine, clock: FakeClock) -> None:
    there.take(here.export("start.zip"))
    clock.wait(86_400)
    practised(there.open(MARIA), clock, [True, True])
    flow = StudyFlow(there.open(MARIA), "greeting", "listening")
    flow.go(0)
    flow.keep()
    flow = StudyFlow(there.open(MARIA), "privacy", "basics")
    flow.keep()
    there.close()
    clock.wait(86_400)
    practised(here.open(), clock, [False, False], "privacy")
    here.close()

    ours, theirs = here.export("ours.zip"), there.export("theirs.zip")
    done, back = here.take(theirs), there.take(ours)
    assert (done.created, len(done.new), done.longer, done.known, done.aside) == (False, 1, [], 3, [])
    assert (back.created, len(back.new), back.longer, back.known, back.aside) == (False, 1, [], 3, [])
    both, same = here.everything(), there.everything()
    assert both == same
    assert len(both["attempts"]) == 5
    assert both["cards"] == rebuilt_cards(both["answers"])
    assert both["lessons"]["greeting", "listening"].page == 0
    assert both["lessons"]["greeting", "listening"].opened == (0, 1)
    assert ("privacy", "basics") in both["lessons"]


def test_notes_and_reports_of_both_come_together(here: Machine, there: Machine, clock: FakeClock) -> None:
    there.take(here.export("start.zip"))
    for number, machine in enumerate((here, there)):
        clock.wait(60)
        workspace = machine.open(MARIA)
        notes = PageNotes(workspace, "greeting", "listening", 1)
        notes.write(1, f"Note {number}")
        if machine is there:
            notes.bookmark(0, False)
        append_report(workspace.store.folder, a_report(f"report {number}", clock), workspace.disk)
        machine.close()
    here.take(there.export("back.zip"))
    there.take(here.export("again.zip"))
    for machine in (here, there):
        marks = {mark.page: mark for mark in machine.open(MARIA).store.page_marks()}
        assert (marks[0].bookmarked, marks[1].note) == (False, "Note 1")
        reports, unreadable = read_reports(machine.learner())
        assert ([one.text for one in reports], unreadable) == (["first", "report 0", "report 1"], 0)


def test_importing_again_changes_nothing(here: Machine, there: Machine) -> None:
    archive = here.export("x.zip")
    before = here.everything()
    done = here.take(archive)
    assert (done.created, done.new, done.longer, done.known) == (False, [], [], 3)
    assert here.everything() == before
    assert without_time(here.export("y.zip")) == without_time(archive)


def test_settings_and_name_of_the_target_stay(here: Machine, there: Machine) -> None:
    archive = here.export("x.zip")
    here.open().change_settings(theme="dark")
    here.open().change_profile(name="Maria R.", qualification="alp")
    here.take(archive)
    found = here.everything()
    assert (found["settings"].theme, found["profile"].name, found["profile"].qualification) == (
        "dark",
        "Maria R.",
        "alp",
    )


def test_the_longer_journal_wins(here: Machine, there: Machine, clock: FakeClock) -> None:
    there.take(here.export("start.zip"))
    store = there.open(MARIA).store
    (left,) = [row.id for row in store.attempts() if row.submitted_at is None]
    flow = resume(there.open(MARIA), left)
    flow.next()
    answer(flow, right=False)
    flow.confirm()
    flow.finish()
    there.close()
    done = here.take(there.export("back.zip"))
    assert (done.new, done.longer, done.known) == ([], [left], 2)
    assert here.everything() == there.everything()
    assert here.everything()["attempts"][left].submitted_at is not None
    again = there.take(here.export("again.zip"))
    assert (again.longer, again.known) == ([], 3)


def test_an_attempt_gone_on_with_on_both_is_kept_aside_and_named(
    here: Machine, there: Machine, clock: FakeClock
) -> None:
    there.take(here.export("start.zip"))
    for machine, right in ((here, True), (there, False)):
        workspace = machine.open(MARIA)
        (left,) = [row.id for row in workspace.store.attempts() if row.submitted_at is None]
        flow = resume(workspace, left)
        flow.next()
        answer(flow, right=right)
        flow.confirm()
        flow.finish()
        machine.close()
    before = here.everything()
    own = (here.learner() / "attempts" / f"{left}.jsonl").read_bytes()
    done = here.take(there.export("back.zip"))
    (kept,) = done.aside
    assert kept.attempt == left and "both machines" in str(kept.why)
    assert kept.file.parent == here.learner() / "aside"
    assert kept.file.read_bytes() == (there.learner() / "attempts" / f"{left}.jsonl").read_bytes()
    assert kept.own == here.learner() / "attempts" / f"{left}.jsonl" and kept.own.read_bytes() == own
    assert here.everything() == before
    here.take(there.export("again.zip"))
    assert len(list((here.learner() / "aside").iterdir())) == 1
    moved = Machine(here.folder / "third", clock)
    moved.take(here.export("all.zip"))
    assert [path.name for path in (moved.learner() / "aside").iterdir()] == [kept.file.name]


def test_a_journal_damaged_here_comes_back_from_an_export(here: Machine) -> None:
    archive, before = here.export("x.zip"), here.everything()
    journal = sorted((here.learner() / "attempts").iterdir())[0]
    damaged = journal.read_bytes().replace(b'"n":1', b'"n":9', 1)
    journal.write_bytes(damaged)
    done = here.take(archive)
    assert [kept.attempt for kept in done.aside] == [journal.stem] == done.longer
    assert done.aside[0].file.read_bytes() == damaged
    assert here.everything() == before


def test_somebody_else_of_the_same_name(here: Machine, there: Machine, clock: FakeClock) -> None:
    archive = here.export("x.zip")
    clock.wait(5)
    there.open().create_learner("Maria Rossi", "en", "it", "tin")
    there.close()
    before = everything_in(there.folder)
    with pytest.raises(Refused, match="--into maria-rossi"):
        there.take(archive)
    assert everything_in(there.folder) == before
    done = there.take(archive, new=True)
    assert (done.learner, done.created) == ("maria-rossi-2", True)
    assert there.everything("maria-rossi-2") == here.everything()
    assert there.everything()["attempts"] == {}
    merged = there.take(archive, into=MARIA)
    assert (merged.learner, len(merged.new)) == (MARIA, 3)
    found, expected = there.everything(), here.everything()
    assert (found["attempts"], found["cards"]) == (expected["attempts"], expected["cards"])
    assert found["profile"].language == "en"


def test_an_open_learner_is_not_merged_into(here: Machine, there: Machine) -> None:
    archive = here.export("x.zip")
    workspace = here.open()
    _ = workspace.store
    other = Machine(here.folder, here.clock)
    with pytest.raises(Busy):
        other.take(archive)


def test_an_older_export_without_answers_is_derived(here: Machine, there: Machine) -> None:
    """A store from before answers and cards were kept."""
    found = files(here.export("x.zip"))
    store = json.loads(found["maria-rossi/store.json"])
    for table in ("answers", "cards"):
        store.pop(table, None)
    store["_format"]["1"]["format"] = 1
    found["maria-rossi/store.json"] = json.dumps(store).encode()
    there.take(packed(there.folder.parent / "old.zip", found))
    assert there.everything() == here.everything()


def test_what_only_a_store_knows_is_not_lost(here: Machine, there: Machine) -> None:
    """The journal of an attempt is gone on the other machine: its row and answers still come along."""
    there.take(here.export("start.zip"))
    finished = [row.id for row in here.everything()["attempts"].values() if row.submitted_at is not None]
    full = here.everything()
    found = files(here.export("x.zip"))
    del found[f"maria-rossi/attempts/{finished[0]}.jsonl"]
    lost = packed(here.folder / "lost.zip", found)
    third = Machine(here.folder / "third", here.clock)
    third.take(lost)
    assert third.everything() == full
    fourth = Machine(here.folder / "fourth", here.clock)
    fourth.open().create_learner("Maria Rossi", "it", "en", "tin")
    fourth.take(lost, into=MARIA)
    assert fourth.everything()["attempts"].keys() == full["attempts"].keys()
    assert fourth.everything()["cards"] == full["cards"]
    assert fourth.everything()["items"] == full["items"]


# -- names ---------------------------------------------------------------------------------------------------------


def test_a_learner_is_renamed_and_keeps_the_id(here: Machine) -> None:
    assert rename_learner(here.open(), MARIA, "  Maria\u202e \x1b[31mBianchi\n") == "Maria [31mBianchi"
    assert here.everything()["profile"].name == "Maria [31mBianchi"
    (card,) = here.open().learners()
    assert (card.id, card.name) == (MARIA, "Maria [31mBianchi")
    with pytest.raises(Refused, match="Write your name"):
        rename_learner(here.open(), MARIA, "\x00 \u200b")
    assert here.open().learner == MARIA


def test_renaming_is_not_using(here: Machine) -> None:
    here.open().create_learner("Anna", "it", "en", "tin")
    rename_learner(here.open(), MARIA, "Maria B.")
    assert here.open().learner == "anna"
    with pytest.raises(UsageProblem):
        here.open("nobody")
