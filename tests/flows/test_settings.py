"""Settings are kept one by one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fakes.workspace import TinyWorkspace
from trainer.flows.progress import progress_view
from trainer.flows.settings import SettingsFlow
from trainer.i18n.typed_days import DayAskedBack
from trainer.kernel.problems import Refused


def test_changes_are_kept(tmp_path: Path) -> None:
    workspace = TinyWorkspace(tmp_path)
    workspace.create_learner("Maria", "it", "en", "tin")
    flow = SettingsFlow(workspace)
    flow.learn("alp")
    flow.hide_clock(True)
    flow.speak_also("it")
    view = SettingsFlow(workspace).view
    assert (view.name, view.qualification, view.clock_hidden, view.second_language) == ("Maria", "alp", True, "it")
    assert {choice.id for choice in view.qualifications} == {"tin", "alp"}
    assert view.folder == str(workspace.store.folder)
    workspace.close()


def test_the_language_spoken_so_far_becomes_the_second(tmp_path: Path) -> None:
    workspace = TinyWorkspace(tmp_path)
    workspace.create_learner("Maria", "it", "en", "tin")
    workspace.speak("en")
    assert (workspace.profile().language, workspace.profile().second_language) == ("en", "it")
    workspace.speak("en")
    assert (workspace.profile().language, workspace.profile().second_language) == ("en", "it")
    workspace.close()


def test_a_day_is_read_as_the_language_writes_it_and_must_be_to_come(workspace: TinyWorkspace) -> None:
    flow = SettingsFlow(workspace)
    assert flow.read_exam_date("28/03/2027", "it") == flow.read_exam_date("3/28/2027", "en") == "2027-03-28"
    assert flow.read_exam_date("  ", "it") == ""
    for typed in ("21/11/2026", "1/1/1999"):
        with pytest.raises(Refused, match="to come"):
            flow.read_exam_date(typed, "it")
    with pytest.raises(DayAskedBack):
        flow.read_exam_date("28 March", "it")
    assert flow.view.exam_date == ""


def test_what_is_no_date_in_a_store_is_none(workspace: TinyWorkspace) -> None:
    workspace.change_settings(exam_date="[@click=app.quit]soon")
    assert SettingsFlow(workspace).view.exam_date == ""
    assert progress_view(workspace).exam_date == ""
    workspace.change_settings(exam_date="2026-11-20")
    assert progress_view(workspace).exam_date == ""
    assert SettingsFlow(workspace).view.exam_date == "2026-11-20"
