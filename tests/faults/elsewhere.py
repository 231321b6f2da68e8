"""The same learner on another machine: an export made once, that the driver merges into the learner it plays."""

from __future__ import annotations

import zipfile
from functools import cache
from pathlib import Path

from tests.fakes.clock import FakeClock
from tests.fakes.workspace import TinyWorkspace
from tests.flows.remembering import practised
from trainer.flows.moving import export_everything

#: The archive lies beside all homes.
ARCHIVE = "elsewhere.zip"


def play_elsewhere(folder: Path) -> Path:
    """Two practices on a machine of their own, exported to ``folder``."""
    clock = FakeClock()
    workspace = TinyWorkspace(folder / "elsewhere", clock)
    learner = workspace.create_learner("Maria", "it", "en", "tin")
    practised(workspace, clock, [True, False, True])
    clock.wait(86_400)
    practised(workspace, clock, [False, True], "privacy")
    export_everything(workspace, learner, folder / ARCHIVE)
    return folder / ARCHIVE


@cache
def attempts_elsewhere(archive: Path) -> frozenset[str]:
    """The attempts in the archive."""
    with zipfile.ZipFile(archive) as opened:
        return frozenset(Path(name).stem for name in opened.namelist() if name.endswith(".jsonl"))
