"""When what was just answered comes back; the summary of a practice says so."""

from __future__ import annotations

from tests.fakes.clock import FakeClock
from tests.fakes.workspace import TinyWorkspace
from tests.flows.remembering import DAY, drawn, play
from trainer.flows.coming_back import ComingBack, coming_back
from trainer.flows.due import due_view
from trainer.flows.practice_start import start_scope


def test_the_summary_says_when_each_comes_back(workspace: TinyWorkspace, clock: FakeClock) -> None:
    flow = start_scope(workspace, "module", "greeting", seed="1")
    play(flow, [True, False, False, True], clock)
    summary = flow.finish()
    assert summary.comes_back == (ComingBack(1, 2), ComingBack(2, 2))
    assert (summary.wrong, summary.attempt, summary.subject) == (2, flow.attempt, "greeting")
    scores = [(one.lesson, one.right, one.answered) for one in summary.lessons]
    assert sum(right for _, right, _ in scores) == 2 and sum(answered for _, _, answered in scores) == 4
    forecast = due_view(workspace).forecast
    assert [forecast[one.days].due for one in summary.comes_back] == [one.items for one in summary.comes_back]


def test_what_was_not_confirmed_comes_back_on_no_day(workspace: TinyWorkspace, clock: FakeClock) -> None:
    flow = start_scope(workspace, "module", "greeting", seed="1")
    play(flow, [False], clock)
    summary = flow.finish()
    assert summary.comes_back == (ComingBack(1, 1),)
    assert coming_back(workspace.store, ["no-such-item"], workspace.day()) == ()


def test_never_past_the_day_before_the_exam(workspace: TinyWorkspace, clock: FakeClock) -> None:
    workspace.change_settings(exam_date="2026-11-23")
    flow = start_scope(workspace, "module", "greeting", seed="1")
    items = drawn(flow)
    play(flow, [True] * 4, clock)
    assert flow.finish().comes_back == (ComingBack(1, 4),)
    clock.wait(5 * DAY)
    assert coming_back(workspace.store, items, workspace.day()) == (ComingBack(0, 4),)


def test_a_practice_of_the_wrong_ones_takes_them(workspace: TinyWorkspace, clock: FakeClock) -> None:
    flow = start_scope(workspace, "module", "greeting", seed="1")
    items = drawn(flow)
    play(flow, [True, False, True, False], clock)
    summary = flow.finish()
    again = start_scope(workspace, "retry", summary.attempt)
    assert drawn(again) == [items[1], items[3]]
