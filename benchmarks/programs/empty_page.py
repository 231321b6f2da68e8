"""``empty_page.py [ROUTE]``: floor of opening a screen: the program itself, but this one (a lesson) shows nothing."""

from __future__ import annotations

import os
import sys
from typing import Any

from trainer.flows.workspace import Workspace
from trainer.i18n.catalogue import Translator
from trainer.progress.locations import find_locations
from trainer.tui import routes
from trainer.tui.run import run_app
from trainer.tui.screens.base import TrainerScreen


def _nothing(_: Workspace, **__: Any) -> None:
    return None


def _empty(words: Translator, _: None) -> TrainerScreen:
    return TrainerScreen(words)


routes.ROUTES[sys.argv[1] if len(sys.argv) > 1 else "lesson"] = routes.Route(_nothing, _empty)
workspace = Workspace(find_locations(os.environ["TRAINER_HOME"]))
workspace.choose_learner(None)
run_app(workspace, Translator("it"))
