"""Exercises that a made-up learner has played, for pictures of what comes after them."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from past import MovedClock

from tests.tui.finished import finished
from trainer.flows.rationale import RationaleFlow
from trainer.flows.workspace import Workspace

UNIT = "abr.uc1"
_DAY = 86_400
_WHY = {
    "it": "Prima ho ascoltato fino in fondo, perché chi reclama sente una regola solo dopo essere stato ascoltato.",
    "en": "I heard the customer out first, because whoever complains hears a rule only after having been listened to.",
}


class _Waits:
    def __init__(self, clock: MovedClock) -> None:
        self.wait: Callable[[float], None] = clock.pass_time


def talks(workspace: Workspace) -> list[str]:
    """The talks, those of :data:`UNIT` first, and of those the reserved ones."""
    rows = [row for row in workspace.catalogue.exercises() if row.kind == "dialogue"]
    return [row.id for row in sorted(rows, key=lambda row: (UNIT not in row.units, row.use != "assessed", row.id))]


def talk_of(workspace: Workspace, use: str, *, composed: bool = False) -> str:
    """A talk, of this use and of :data:`UNIT` if there is one; ``composed``: it begins with an answer in parts."""
    rows = [row for row in workspace.catalogue.exercises() if row.kind == "dialogue"]
    found = [row.id for row in sorted(rows, key=lambda row: (row.use != use, UNIT not in row.units))]
    if not composed:
        return found[0]
    bodies = workspace.catalogue.exercise_json(found)
    return next(id for id in found if json.loads(bodies[id])["turns"][0].get("compose"))


def play_talk(workspace: Workspace, clock: MovedClock, run: str = "ordinary", *, nth: int = 0) -> str:
    """A talk played to the end of a recorded run: its attempt."""
    return finished(workspace, _Waits(clock), talks(workspace)[nth], run)


def argue(workspace: Workspace, attempt: str, *, parts: int = 99, hand_in: bool = True) -> None:
    """Write so many parts of the rationale, and hand it in when all are written."""
    flow = RationaleFlow(workspace.store, attempt, workspace.clock)
    view, text = flow.view, _WHY[workspace.profile().language]
    for part in view.parts[:parts]:
        used = [*list(view.sources)[:1], *list(view.used)[:1]]
        flow.write(part, text, moments=[1, 3], cites=used)
    if hand_in and not flow.view.gaps:
        flow.hand_in()
    flow.close()


def prove(workspace: Workspace, clock: MovedClock) -> None:
    """A unit half shown: a failed try, one that is argued, one whose rationale is still to write."""
    play_talk(workspace, clock, "bad")
    clock.pass_time(_DAY)
    argue(workspace, play_talk(workspace, clock, "perfect"))
    if len(talks(workspace)) > 1:
        play_talk(workspace, clock, "perfect", nth=1)
