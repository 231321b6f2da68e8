"""Settings are kept one by one."""

from __future__ import annotations

from pathlib import Path

from tests.fakes.workspace import TinyWorkspace
from trainer.flows.settings import SettingsFlow


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
