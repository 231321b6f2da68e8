"""Extra time belongs to mock exams: it stands in the attempt's start, on the start screen and in the result."""

from __future__ import annotations

import pytest

from tests.fakes.clock import FakeClock
from tests.fakes.workspace import TinyWorkspace
from trainer.assessment.events import Started
from trainer.flows.exam_start import ExamStartFlow
from trainer.flows.prepare import draw_exam, start_exam
from trainer.flows.review import ReviewFlow
from trainer.flows.running import journal_path, lengthened
from trainer.flows.settings import SettingsFlow
from trainer.kernel.problems import Refused
from trainer.progress.journal import read_journal


@pytest.mark.parametrize(("extra", "minutes"), [(0, 25), (25, 32), (30, 33), (50, 38), (100, 50)])
def test_a_begun_minute_is_given_whole(extra: int, minutes: int) -> None:
    assert lengthened(25, extra) == minutes


def test_a_mock_is_longer_and_its_paper_the_same(workspace: TinyWorkspace, clock: FakeClock) -> None:
    usual = start_exam(workspace, "greeting", seed="7")
    usual.leave()
    SettingsFlow(workspace).give_extra_time(50)
    flow = start_exam(workspace, "greeting", seed="7")
    assert flow.seconds_left() == 8 * 60
    first = read_journal(journal_path(workspace.store, flow.attempt)).events[0].event
    other = read_journal(journal_path(workspace.store, usual.attempt)).events[0].event
    assert isinstance(first, Started) and isinstance(other, Started)
    assert (first.limit_seconds, other.limit_seconds, first.paper == other.paper) == (480, 300, True)
    clock.wait(6 * 60)
    assert not flow.tick()
    clock.wait(2 * 60)
    assert flow.tick()
    result = ReviewFlow(workspace.store, flow.attempt).result
    assert (result.minutes, result.extra_minutes) == (8, 3)
    assert ReviewFlow(workspace.store, flow.attempt).paper == draw_exam(
        workspace.catalogue, "greeting", "7", workspace.today(), workspace.jurisdictions(), "mock", "tin"
    )


def test_a_counting_exam_has_none(workspace: TinyWorkspace) -> None:
    SettingsFlow(workspace).give_extra_time(100)
    start = ExamStartFlow(workspace, "tin.u1")
    assert "counting" in start.view.modes
    assert (start.view.mock_minutes, start.view.extra_time) == (20, 100)
    flow = start.start("counting")
    assert flow.seconds_left() == 600
    flow.leave()


def test_only_what_is_offered_can_be_had(workspace: TinyWorkspace) -> None:
    with pytest.raises(Refused):
        SettingsFlow(workspace).give_extra_time(1000)
    assert SettingsFlow(workspace).view.extra_time == 0
