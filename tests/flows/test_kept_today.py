"""Today as kept for the next start: believed only when nothing it was made from has changed."""

from __future__ import annotations

from typing import Any

import pytest

from tests.fakes.clock import FakeClock
from tests.fakes.workspace import TinyWorkspace
from trainer.flows.home import HomeFlow
from trainer.flows.kept_today import KEPT_FILE, kept_view, made_from
from trainer.flows.today import TodayView


@pytest.fixture
def kept(workspace: TinyWorkspace) -> TodayView:
    """What a first run of the program keeps."""
    flow = HomeFlow(workspace)
    flow.open()
    view = flow.view
    assert view is not None and (workspace.learner_folder / KEPT_FILE).exists()
    return view


def wanted(workspace: TinyWorkspace) -> list[Any]:
    glance = workspace.glance()
    assert glance is not None
    return made_from(glance, workspace.content_stamp(), workspace.today(), workspace.day())


def test_the_next_start_shows_the_same_without_the_catalogue(
    workspace: TinyWorkspace, kept: TodayView, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(TinyWorkspace, "catalogue_if_current", lambda self: pytest.fail("opened"))
    assert HomeFlow(workspace).view == kept == kept_view(workspace.learner_folder, wanted(workspace))


def test_another_day_is_worked_out_again(workspace: TinyWorkspace, kept: TodayView, clock: FakeClock) -> None:
    clock.wait(24 * 3600)
    assert kept_view(workspace.learner_folder, wanted(workspace)) is None
    assert HomeFlow(workspace).view == kept


def test_whatever_changes_the_learner_is_seen(workspace: TinyWorkspace, kept: TodayView) -> None:
    workspace.speak("en")
    workspace.change_profile(qualification="tin")
    assert kept_view(workspace.learner_folder, wanted(workspace)) is None


@pytest.mark.parametrize("raw", ["", "[]", "{}", "null", '{"from": [], "view": [1]}', "[" * 90_000])
def test_a_damaged_file_is_no_reason_to_stop(workspace: TinyWorkspace, kept: TodayView, raw: str) -> None:
    (workspace.learner_folder / KEPT_FILE).write_text(raw, encoding="utf-8")
    assert kept_view(workspace.learner_folder, wanted(workspace)) is None
    assert HomeFlow(workspace).view == kept


def test_only_the_learner_may_read_it(workspace: TinyWorkspace, kept: TodayView) -> None:
    assert (workspace.learner_folder / KEPT_FILE).stat().st_mode & 0o077 == 0
