"""The first screen's flow: nothing before content and store are ready, then today; and making a learner."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fakes.workspace import TinyWorkspace
from trainer.flows.home import FirstRunFlow, HomeFlow
from trainer.kernel.problems import Refused
from trainer.progress.glance import GLANCE_FILE


def test_without_a_learner_there_is_nothing_to_show(tmp_path: Path) -> None:
    home = HomeFlow(TinyWorkspace(tmp_path))
    assert home.view is None


def test_opening_makes_the_view(tmp_path: Path) -> None:
    made = TinyWorkspace(tmp_path)
    made.create_learner("Maria", "it", "en", "tin")
    made.close()
    workspace = TinyWorkspace(tmp_path)
    workspace.choose_learner(None)
    home = HomeFlow(workspace)
    home.open()
    assert home.view is not None and home.view.name == "Maria"
    assert home.now == workspace.clock.now().timestamp()
    workspace.close()


def test_a_lost_glance_is_replaced_by_the_open_store(tmp_path: Path) -> None:
    workspace = TinyWorkspace(tmp_path)
    workspace.create_learner("Maria", "it", "en", "tin")
    home = HomeFlow(workspace)
    home.open()
    (workspace.store.folder / GLANCE_FILE).unlink()
    assert home.view is not None and home.view.name == "Maria"
    workspace.close()


def test_the_first_run_offers_what_is_installed(tmp_path: Path) -> None:
    workspace = TinyWorkspace(tmp_path)
    flow = FirstRunFlow(workspace)
    flow.open()
    assert {choice.id for choice in flow.qualifications()} == {"tin", "alp"}
    assert flow.create("Maria", "it", "en", "tin") == "maria"
    with pytest.raises(Refused):
        flow.create("  ", "it", "en", "tin")
    workspace.close()
