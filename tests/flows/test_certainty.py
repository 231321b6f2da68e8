"""Saying whether one is sure: before the answer is confirmed, once or twice, or not at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.fakes.clock import FakeClock
from tests.fakes.workspace import TinyWorkspace
from tests.flows.answering import answer
from tests.flows.remembering import DAY, cards
from trainer.flows.practise import PracticeFlow
from trainer.flows.prepare import resume, start_practice
from trainer.flows.running import journal_path
from trainer.flows.settings import SettingsFlow
from trainer.progress.journal import read_journal


@pytest.fixture
def flow(workspace: TinyWorkspace) -> PracticeFlow:
    return start_practice(workspace, "greeting", seed="1")


def events(workspace: TinyWorkspace, flow: PracticeFlow) -> list[str]:
    return [recorded.event.name for recorded in read_journal(journal_path(workspace.store, flow.attempt)).events]


def test_it_is_kept_before_the_answer_is_final(workspace: TinyWorkspace, flow: PracticeFlow) -> None:
    assert flow.view.asks_certainty
    assert flow.view.certainty is None
    answer(flow)
    flow.state_certainty(False)
    assert flow.view.certainty is False
    flow.state_certainty(True)
    flow.state_certainty(True)
    flow.confirm()
    assert flow.view.certainty is True
    assert events(workspace, flow)[-3:] == ["CertaintyStated", "CertaintyStated", "Confirmed"]
    flow.state_certainty(False)
    assert (flow.view.certainty, events(workspace, flow)[-1]) == (True, "Confirmed")


@pytest.mark.parametrize(
    ("right", "sure", "days"), [(True, True, 8), (True, None, 2), (True, False, 1), (False, True, 1)]
)
def test_it_decides_when_the_item_comes_back(
    workspace: TinyWorkspace, flow: PracticeFlow, right: bool, sure: bool | None, days: int
) -> None:
    answer(flow, right=right)
    if sure is not None:
        flow.state_certainty(sure)
    flow.confirm()
    flow.finish()
    (card,) = cards(workspace).values()
    assert card.due_day - card.last_day == days


def test_it_survives_a_new_run(
    flow: PracticeFlow, open_workspace: Callable[[], TinyWorkspace], clock: FakeClock
) -> None:
    answer(flow)
    flow.state_certainty(True)
    flow.leave()
    clock.restart(away=DAY)
    again = resume(open_workspace(), flow.attempt)
    assert isinstance(again, PracticeFlow)
    assert again.view.certainty is True
    again.leave()


def test_who_would_rather_not_be_asked_is_not(workspace: TinyWorkspace) -> None:
    SettingsFlow(workspace).ask_certainty(False)
    flow = start_practice(workspace, "greeting", seed="1")
    assert not flow.view.asks_certainty
    assert not SettingsFlow(workspace).view.ask_certainty
    flow.leave()
