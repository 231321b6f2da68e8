"""What must hold after a death: everything shown as saved is there, nothing is invented, all can go on."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.fakes.workspace import TinyWorkspace
from tests.faults.child import Told
from tests.faults.driver import ANY, IMPORT
from tests.faults.facts import Facts, attempts_in, facts_of_home, shown_of_attempt, shown_of_person, times_answered
from tests.simulate.replay import Replay
from trainer.flows.doctor import examine
from trainer.flows.exam import ExamFlow
from trainer.flows.practise import PracticeFlow
from trainer.flows.prepare import resume
from trainer.flows.study import StudyFlow
from trainer.items.controls import ChoiceGroup, EntryGroup, OrderGroup
from trainer.kernel.clock import SystemClock
from trainer.kernel.problems import Problem


class Lost(AssertionError):
    """Something acknowledged is gone, or something is damaged."""


def check_home(home: Path, told: Told, before: Facts, scratch: Path) -> Facts:
    """The facts found on the disk. :class:`Lost` when something does not hold; the home itself is not touched."""
    try:
        found = facts_of_home(_landed(home, scratch))
        _compare(found, before | told.shown, told)
        _check_modes(home)
        shutil.rmtree(scratch, ignore_errors=True)
        if found:
            shutil.copytree(home, scratch)
            _go_on(scratch, found)
            if not all(finding.fine for finding in examine(TinyWorkspace(scratch).locations)):
                raise Lost("the doctor found something")
    except Problem as problem:
        raise Lost(f"damaged: {problem}".replace(f"{home.parent}/", "").replace(f"{scratch}/", "")) from problem
    return found


def _landed(home: Path, scratch: Path) -> Path:
    """The home; where an import was broken off, a copy of it after the next start of the program."""
    if not list((home / "data" / "learners").glob("*/.import")):
        return home
    shutil.rmtree(scratch, ignore_errors=True)
    shutil.copytree(home, scratch)
    workspace = TinyWorkspace(scratch, SystemClock())
    workspace.choose_learner(None)
    _ = workspace.store
    workspace.close()
    return scratch


def _compare(found: Facts, shown: Facts, told: Told) -> None:
    new = attempts_in(found) - attempts_in(shown)
    if len(new) > int("new" in told.may) and sorted(new) != told.may.get(IMPORT):
        raise Lost(f"attempts nobody was shown: {sorted(new)}")
    for key, value in shown.items():
        if key not in found:
            raise Lost(f"{key} is gone; it was {value!r}")
        if found[key] != value and told.may.get(key, value) not in (found[key], ANY):
            raise Lost(f"{key} is {found[key]!r}; shown was {value!r}")
    for key in found.keys() - shown.keys():
        expected = key.split("/")[0] in new or key in told.may or "/" not in key
        quiet = found[key] in (False, [], {}, None) or key.endswith(("/language", "/position"))
        if not (expected or quiet):
            raise Lost(f"{key} is {found[key]!r}; nobody did that")


def _check_modes(home: Path) -> None:
    for path in (home / "data").rglob("*"):
        wanted = 0o700 if path.is_dir() else 0o600
        if path.name != ".lock" and path.stat().st_mode & 0o777 != wanted:
            raise Lost(f"{path} is not private")


def _go_on(home: Path, found: Facts) -> None:
    """Open everything in a new run of the program: it looks as it was shown, and can be brought to its end."""
    workspace = TinyWorkspace(home, SystemClock())
    try:
        workspace.choose_learner(None)
        person = shown_of_person(workspace.profile(), workspace.store.settings())
        if person != {key: found[key] for key in person}:
            raise Lost("the program shows another person")
        rows = {row.id: row for row in workspace.store.attempts()}
        history = {item: known.times for item, known in workspace.store.item_history().items()}
        if history != times_answered(workspace.store.folder):
            raise Lost("how items went is not what the journals say")
        _compare_cards(workspace)
        if set(rows) != attempts_in(found):
            wrong = sorted(set(rows) ^ attempts_in(found))
            raise Lost(f"list and journals do not hold the same attempts: {wrong}")
        for id, row in rows.items():
            if (row.submitted_at is not None) != found[f"{id}/over"] or row.points != found.get(f"{id}/points", "0"):
                raise Lost(f"the list says something else of {id}")
            if row.submitted_at is None:
                _finish(workspace, id, found)
        if any(path.name.endswith(".new") for path in (home / "data").rglob("*")):
            raise Lost("something half-written was left lying")
        StudyFlow(workspace, "greeting", "first-words").keep()
    finally:
        workspace.close()


def _compare_cards(workspace: TinyWorkspace) -> None:
    """The review cards are what fsrs makes of the journals."""
    kept = {item: (card.stability, card.difficulty) for item, card in workspace.store.cards().items()}
    replayed = Replay(workspace.store.folder).cards()
    if kept != {item: (card.stability, card.difficulty) for item, card in replayed.items()}:
        raise Lost("the review cards are not what the journals say")


def _finish(workspace: TinyWorkspace, id: str, found: Facts) -> None:
    flow = resume(workspace, id)
    for key, value in shown_of_attempt(flow).items():
        if value != found[key]:
            raise Lost(f"after coming back {key} is {value!r}; it was {found[key]!r}")
    _respond(flow)
    if isinstance(flow, PracticeFlow):
        flow.finish()
    elif isinstance(flow, ExamFlow):
        flow.submit()
    row = workspace.store.attempt(id)
    if row is None or row.submitted_at is None:
        raise Lost(f"{id} could not be finished")


def _respond(flow: ExamFlow | PracticeFlow) -> None:
    group = flow.view.item.groups[0]
    match group:
        case ChoiceGroup():
            flow.choose(group.name, group.options[0].token)
        case OrderGroup():
            flow.answer(group.name, tuple(option.token for option in group.options))
        case EntryGroup():
            flow.answer(group.name, ("7",))
