"""``desk.py EXERCISE``: the program itself, with this exercise just begun in place of *Today*."""

from __future__ import annotations

import os
import sys
from typing import Any

from trainer.flows.workspace import Workspace
from trainer.i18n.catalogue import Translator
from trainer.progress.locations import find_locations
from trainer.tui import run
from trainer.tui.messages import OpenScreen


def _begun(*_: Any) -> list[OpenScreen]:
    return [OpenScreen("today"), OpenScreen("exercise_play", {"exercise": sys.argv[1], "spoken": "it", "seed": "7"})]


run.first_screens = _begun
workspace = Workspace(find_locations(os.environ["TRAINER_HOME"]))
workspace.choose_learner(None)
run.run_app(workspace, Translator("it"))
