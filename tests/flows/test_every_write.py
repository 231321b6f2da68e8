"""Every method of a flow that writes, broken off at each of its steps: what was there before is there, whole, and what
the method does is done or not.

The steps are those of ``progress.disk``: write, sync, replace, sync of a folder. ``tests.faults`` cuts the power too.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.builders import a_practice, right_response, some_items
from tests.fakes.clock import FakeClock
from tests.fakes.disks import Death, DyingDisk, FailingOnceDisk
from tests.fakes.workspace import TinyWorkspace
from tests.faults.facts import Facts, facts_of_home
from tests.flows.answering import answer
from tests.flows.remembering import practised
from trainer.flows.home import FirstRunFlow, HomeFlow
from trainer.flows.moving import rename_learner
from trainer.flows.notebook import NotebookFlow
from trainer.flows.page_notes import PageNotes
from trainer.flows.practice_start import start_scope
from trainer.flows.practise import PracticeFlow
from trainer.flows.prepare import resume, start_exam, start_practice
from trainer.flows.reporting import ReportFlow, subject_of
from trainer.flows.results import keep_row, row_of
from trainer.flows.running import RunningAttempt
from trainer.flows.settings import SettingsFlow
from trainer.flows.study import StudyFlow
from trainer.items.controls import EntryGroup, OrderGroup
from trainer.items.kinds import KINDS
from trainer.kernel.problems import Problem
from trainer.memory.upkeep import rebuilt_cards
from trainer.progress.disk import Disk

Write = Callable[[], Any]


def opened(workspace: TinyWorkspace, subject: str) -> Any:
    """The attempt of the prepared learner that waits on this subject."""
    row = next(row for row in workspace.store.attempts() if row.subject == subject and row.submitted_at is None)
    return resume(workspace, row.id)


def practice(act: Callable[[Any], Any], ready: Callable[[Any], Any] = lambda flow: None) -> Callable[..., Write]:
    return _attempt("greeting-practice", act, ready)


def exam(act: Callable[[Any], Any], ready: Callable[[Any], Any] = lambda flow: None) -> Callable[..., Write]:
    return _attempt("greeting", act, ready)


def every_kind(kind: type) -> Callable[..., Write]:
    """Answering the first item that is answered in this way."""
    return _attempt("gdpr", lambda flow: _fill(flow, kind), lambda flow: _find(flow, kind))


def _attempt(subject: str, act: Callable[[Any], Any], ready: Callable[[Any], Any]) -> Callable[..., Write]:
    def prepared(workspace: TinyWorkspace) -> Write:
        flow = opened(workspace, subject)
        ready(flow)
        return lambda: act(flow)

    return prepared


def lesson(act: Callable[[StudyFlow], Any]) -> Callable[..., Write]:
    def prepared(workspace: TinyWorkspace) -> Write:
        flow = StudyFlow(workspace, "greeting", "listening")

        def write() -> None:
            act(flow)
            flow.keep()

        return write

    return prepared


def notes(act: Callable[[PageNotes], Any]) -> Callable[..., Write]:
    def prepared(workspace: TinyWorkspace) -> Write:
        found = PageNotes(workspace, "greeting", "listening", 1)
        return lambda: act(found)

    return prepared


def setting(act: Callable[[SettingsFlow], Any]) -> Callable[..., Write]:
    def prepared(workspace: TinyWorkspace) -> Write:
        _ = workspace.store
        return lambda: act(SettingsFlow(workspace))

    return prepared


def here(act: Callable[[TinyWorkspace], Any]) -> Callable[..., Write]:
    def prepared(workspace: TinyWorkspace) -> Write:
        _ = workspace.store
        return lambda: act(workspace)

    return prepared


def _find(flow: PracticeFlow, kind: type) -> None:
    while not any(isinstance(group, kind) for group in flow.view.item.groups):
        flow.next()


def _fill(flow: PracticeFlow, kind: type) -> None:
    item = flow._running.item(flow.view.position)
    tokens = item.tokens(flow.attempt)
    group = next(group for group in flow.view.item.groups if isinstance(group, kind))
    shown = item.to_chosen(item.parse(right_response(item)), tokens)
    flow.answer(group.name, shown[group.name])


def _report(workspace: TinyWorkspace) -> Write:
    flow = ReportFlow(workspace, subject_of(some_items(1)[0], {}, "gdpr", "it", "practice", "2026.1"))
    return lambda: flow.send("The key is wrong.")


def _check(flow: StudyFlow) -> None:
    """Answer a check question of the lesson's second page right."""
    flow.go(1)
    for check in flow.view.checks:
        for option in check.item.groups[0].options:  # type: ignore[union-attr] # a choice
            flow.choose(check.id, check.item.groups[0].name, option.token)
            flow.confirm(check.id)
            if flow.view.checks and flow.view.checks[0].state == "right":
                break


WRITES: dict[str, Callable[[TinyWorkspace], Write]] = {
    "practice: choose": practice(answer),
    "practice: say how sure": practice(lambda flow: flow.state_certainty(True), answer),
    "practice: confirm": practice(lambda flow: flow.confirm(), answer),
    "practice: flag": practice(lambda flow: flow.flag()),
    "practice: next": practice(lambda flow: flow.next()),
    "practice: language": practice(lambda flow: flow.switch_language("both")),
    "practice: leave": practice(lambda flow: flow.leave()),
    "practice: finish": practice(lambda flow: flow.finish(), lambda flow: (answer(flow), flow.confirm())),
    "practice: put in order": every_kind(OrderGroup),
    "practice: type": every_kind(EntryGroup),
    "practice: start": here(lambda workspace: start_practice(workspace, "privacy", seed="5")),
    "review: start": here(lambda workspace: start_scope(workspace, "mistakes", seed="5")),
    "exam: start": here(lambda workspace: start_exam(workspace, "greeting", seed="9")),
    "exam: start one that counts": here(lambda workspace: start_exam(workspace, "tin.u1", counting=True)),
    "exam: choose": exam(answer),
    "exam: flag": exam(lambda flow: flow.flag()),
    "exam: note a mistake": exam(lambda flow: flow.note_mistake()),
    "exam: next": exam(lambda flow: flow.next()),
    "exam: leave": exam(lambda flow: flow.leave()),
    "exam: submit": exam(lambda flow: flow.submit(), answer),
    "attempt: come back": lambda workspace: lambda: opened(workspace, "greeting"),
    "lesson: next page": lesson(lambda flow: flow.next()),
    "lesson: check": lesson(_check),
    "lesson: bookmark": notes(lambda found: found.bookmark(1)),
    "lesson: note": notes(lambda found: found.write(0, "Another note.")),
    "notebook: remove": here(lambda workspace: NotebookFlow(workspace).remove("greeting/listening/0")),
    "report": _report,
    "settings: theme": here(lambda workspace: workspace.change_settings(theme="light")),
    "settings: language": here(lambda workspace: workspace.speak("en")),
    "settings: qualification": setting(lambda flow: flow.learn("alp")),
    "settings: exam date": setting(lambda flow: flow.set_exam_date("2027-03-01")),
    "settings: certainty": setting(lambda flow: flow.ask_certainty(False)),
    "settings: extra time": setting(lambda flow: flow.give_extra_time(30)),
    "rename": lambda workspace: lambda: rename_learner(workspace, "maria", "Maria Bianchi"),
    "today": lambda workspace: HomeFlow(workspace).open,
    "first run": lambda workspace: lambda: FirstRunFlow(workspace).create("Anna", "it", "en", "tin"),
}


@pytest.fixture(autouse=True)
def _foretold(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same ids and seeds in every run, so that their ends can be compared."""
    monkeypatch.setattr("secrets.token_hex", lambda size=32: "00" * size)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Maria in the middle of things."""
    with pytest.MonkeyPatch.context() as patch:
        ids = iter(range(1000))
        patch.setattr("secrets.token_hex", lambda size=32: f"{next(ids):0{2 * size}}")
        folder = tmp_path_factory.mktemp("home")
        clock = FakeClock()
        workspace = TinyWorkspace(folder, clock)
        workspace.create_learner("Maria", "it", "en", "tin")
        practised(workspace, clock, [True, False, False])
        marks = PageNotes(workspace, "greeting", "listening", 1)
        marks.bookmark(0)
        marks.write(0, "A note.")
        clock.wait(60)
        start_exam(workspace, "greeting", seed="7").leave()
        clock.wait(60)
        _begin(workspace, a_practice(some_items(len(KINDS), tuple(KINDS)))).leave()
        clock.wait(60)
        _begin(workspace, replace(a_practice(), subject="greeting-practice")).leave()
        StudyFlow(workspace, "greeting", "listening").keep()
        workspace.close()
    return folder


def _begin(workspace: TinyWorkspace, paper: Any) -> PracticeFlow:
    store = workspace.store
    running = RunningAttempt.begin(store, paper, workspace.clock, mode="practice", policy="stops", language="it")
    keep_row(store, row_of(paper, running.state))
    return PracticeFlow(store, running)


class Switched(Disk):
    """A disk that another takes the place of when the time has come."""

    def __init__(self) -> None:
        self.now = Disk()

    def write(self, descriptor: int, data: bytes) -> None:
        self.now.write(descriptor, data)

    def sync(self, descriptor: int) -> None:
        self.now.sync(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        self.now.replace(source, target)

    def sync_folder(self, folder: Path) -> None:
        self.now.sync_folder(folder)


def a_clock() -> FakeClock:
    clock = FakeClock()
    clock.wait(10_000)
    return clock


@contextmanager
def running(home: Path, disk: Switched) -> Iterator[TinyWorkspace]:
    workspace = TinyWorkspace(home, a_clock(), disk)
    workspace.choose_learner("maria")
    try:
        yield workspace
    finally:
        workspace.close()


def after_a_restart(home: Path) -> tuple[Facts, int]:
    """What the next run of the program finds: whole, and all that derives from journals in step with them."""
    workspace = TinyWorkspace(home, a_clock())
    workspace.choose_learner("maria")
    try:
        store = workspace.store
        assert dict(store.cards()) == rebuilt_cards(store.answers())
        ids = {row.id for row in store.attempts()}
        over = {row.id for row in store.attempts() if row.submitted_at is not None}
        view = HomeFlow(workspace)
        view.open()
        assert view.view is not None
    finally:
        workspace.close()
    facts = facts_of_home(home)
    assert ids == {key.split("/")[0] for key in facts if key.endswith("/position")}
    assert over == {key.split("/")[0] for key, value in facts.items() if key.endswith("/over") and value}
    assert not list((home / "data" / "learners" / "maria").rglob("*.new"))
    return facts, len(workspace.learners())


def copied(home: Path, folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    return Path(shutil.copytree(home, folder))


def tried(home: Path, name: str, disk: Disk | None) -> BaseException | None:
    """What came of a write on this disk; None: all is prepared for it, and it is not done."""
    switched = Switched()
    with running(home, switched) as workspace:
        write = WRITES[name](workspace)
        if disk is None:
            return None
        switched.now = disk
        try:
            write()
        except (Death, Problem) as problem:
            return problem
    return None


@pytest.mark.parametrize("name", WRITES)
def test_dying_at_any_step(home: Path, tmp_path: Path, name: str) -> None:
    untouched = copied(home, tmp_path / "before")
    tried(untouched, name, None)
    before = after_a_restart(untouched)
    whole = copied(home, tmp_path / "whole")
    assert tried(whole, name, Disk()) is None
    after = after_a_restart(whole)
    for done in (False, True):
        at, seen = 0, False
        while True:
            scratch = copied(home, tmp_path / "scratch")
            died = tried(scratch, name, DyingDisk(at, done=done))
            found = after_a_restart(scratch)
            assert found in (before, after), f"step {at}: {_difference(found, before, after)}"
            assert not (seen and found == before != after), f"step {at}: what was there is gone again"
            seen = seen or found == after
            if died is None:
                assert found == after
                break
            at += 1
        assert at >= (1 if name not in ("today",) else 0), "nothing was written"


@pytest.mark.parametrize("name", WRITES)
def test_a_disk_that_fails_at_any_step(home: Path, tmp_path: Path, name: str) -> None:
    """It is said, and the same can be done again at once, in the same run of the program."""
    untouched = copied(home, tmp_path / "before")
    tried(untouched, name, None)
    before = after_a_restart(untouched)
    whole = copied(home, tmp_path / "whole")
    assert tried(whole, name, Disk()) is None
    after = after_a_restart(whole)
    at = 0
    while True:
        scratch, switched = copied(home, tmp_path / "scratch"), Switched()
        disk = FailingOnceDisk(at)
        with running(scratch, switched) as workspace:
            write = WRITES[name](workspace)
            switched.now = disk
            try:
                write()
            except Problem as problem:
                assert problem.exit_code == 6
        if not disk.failed:
            break
        assert after_a_restart(scratch) in (before, after), f"step {at}"
        at += 1


def _difference(found: tuple[Facts, int], *others: tuple[Facts, int]) -> list[Any]:
    keys = {key for facts, _ in (found, *others) for key in facts}
    rows = [(key, found[0].get(key), *(facts.get(key) for facts, _ in others)) for key in sorted(keys)]
    return [row for row in rows if len({str(value) for value in row[1:]}) > 1] or [found[1], *(n for _, n in others)]
