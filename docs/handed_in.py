"""A class that has handed in, for pictures of an instructor's register."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from past import MovedClock
from played import UNIT, argue, play_talk, talks

from trainer.flows.hand_in import hand_in
from trainer.flows.register import RegisterFlow
from trainer.flows.register_import import RegisterImport
from trainer.flows.workspace import Workspace
from trainer.progress.locations import find_locations

_DAY = 86_400


def hand_in_a_class(workspace: Workspace, clock: MovedClock) -> None:
    """Three learners on machines of their own hand in, and the register of ``workspace`` takes it all in."""
    folder = Path(tempfile.mkdtemp())
    try:
        files = [_handed_in(workspace, clock, folder, name, work) for name, work in (("Bruno Bianchi", 1),
                 ("Carla Conti", 2), ("Dario De Luca", 0))]  # fmt: skip
        list(RegisterImport(RegisterFlow.of(workspace)).take(files))
    finally:
        shutil.rmtree(folder)


class _Elsewhere(Workspace):
    """Another machine with the same content."""

    def __init__(self, home: Path, workspace: Workspace) -> None:
        super().__init__(find_locations(str(home)), workspace.clock)
        self._catalogue = workspace.open_catalogue()


def _handed_in(workspace: Workspace, clock: MovedClock, folder: Path, name: str, work: int) -> Path:
    """The file of somebody who failed once, and then argued so many talks."""
    machine = _Elsewhere(folder / name, workspace)
    machine.create_learner(name, workspace.profile().language, workspace.profile().second_language, "abr")
    play_talk(machine, clock, "bad")
    for nth in range(min(work, len(talks(machine)))):
        clock.pass_time(_DAY)
        argue(machine, play_talk(machine, clock, "perfect", nth=nth))
    target = folder / f"{name}.zip"
    hand_in(machine, UNIT, target)
    machine.close()
    return target
