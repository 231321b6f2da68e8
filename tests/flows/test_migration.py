"""A learner of the first format: everything is there, and what was not kept then is derived from the journals, once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.fakes.clock import FakeClock
from tests.fakes.workspace import TinyWorkspace
from tests.fixtures import FORMAT_1
from tests.flows.answering import answer
from tests.flows.remembering import DAY, cards
from tests.simulate.replay import Replay
from trainer.flows import recovery
from trainer.flows.doctor import examine
from trainer.flows.home import HomeFlow
from trainer.flows.practise import PracticeFlow
from trainer.flows.prepare import resume
from trainer.flows.progress import progress_view

#: The fixture's practice that was left.
LEFT = "20261123t080215-dd09f6b2"


@pytest.fixture
def clock() -> FakeClock:
    """Three days after the learner began, as the fixture says."""
    clock = FakeClock()
    clock.wait(3 * DAY)
    return clock


@pytest.fixture
def old(tmp_path: Path, clock: FakeClock) -> TinyWorkspace:
    shutil.copytree(FORMAT_1, tmp_path / "home" / "data" / "learners")
    workspace = TinyWorkspace(tmp_path / "home", clock)
    workspace.choose_learner(None)
    return workspace


def replayed(workspace: TinyWorkspace) -> dict[str, float]:
    return {item: card.stability for item, card in Replay(workspace.store.folder).cards().items()}


def test_answers_and_cards_are_derived_from_the_journals(old: TinyWorkspace) -> None:
    history = {item: known.times for item, known in old.store.item_history().items()}
    assert {item: card.stability for item, card in cards(old).items()} == replayed(old)
    assert sorted(map(len, old.store.answers().values())) == [2, 2, 3]
    assert sum(history.values()) == 5
    (exam,) = progress_view(old).exams
    assert (exam.share, exam.pass_mark, exam.passed) == (0.5, 0.7, False)
    old.close()


def test_it_is_done_once(old: TinyWorkspace, clock: FakeClock, monkeypatch: pytest.MonkeyPatch) -> None:
    before = dict(cards(old))
    old.close()

    def refused(*_: object) -> int:
        raise AssertionError("read again")

    monkeypatch.setattr(recovery, "rebuild", refused)
    again = TinyWorkspace(old.locations.data.parent, clock)
    again.choose_learner(None)
    assert dict(cards(again)) == before
    again.close()


def test_an_attempt_of_the_old_format_goes_on(old: TinyWorkspace) -> None:
    flow = resume(old, LEFT)
    assert isinstance(flow, PracticeFlow)
    assert flow.view.certainty is None
    flow.next()
    if flow.view.confirmed:
        flow.next()
    answer(flow)
    flow.state_certainty(True)
    flow.confirm()
    flow.finish()
    assert {item: card.stability for item, card in cards(old).items()} == replayed(old)
    old.close()


def test_the_doctor_brings_back_cards_too(old: TinyWorkspace, clock: FakeClock) -> None:
    before = dict(cards(old))
    folder = old.store.folder
    old.close()
    (folder / "store.json").write_text("{")
    assert [finding.fine for finding in examine(old.locations, repair=True)].count(False) == 1
    again = TinyWorkspace(old.locations.data.parent, clock)
    again.choose_learner(None)
    assert dict(cards(again)) == before
    view = HomeFlow(again).view
    assert view is not None and view.due == progress_view(again).due > 0
    again.close()
