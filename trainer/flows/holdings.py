"""What is kept about a learner, in numbers: what somebody should know before it is erased."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.flows.workspace import Workspace
from trainer.progress.exporting import LastExport, last_export
from trainer.progress.glance import read_glance


@dataclass(frozen=True, slots=True)
class Holdings:
    """Numbers of attempts, of items answered and of lessons begun (0 where the store cannot be read)."""

    learner: str
    name: str
    attempts: int
    items: int
    lessons: int
    export: LastExport | None


def holdings_of(workspace: Workspace, learner: str) -> Holdings:
    """What is kept about a learner, without opening the store."""
    folder = workspace.locations.learner(learner)
    glance = read_glance(folder) or {"answered": {}, "lessons": []}
    name = next((card.name for card in workspace.learners() if card.id == learner), "")
    attempts = sum(1 for _ in (folder / "attempts").glob("*.jsonl"))
    return Holdings(learner, name, attempts, len(glance["answered"]), len(glance["lessons"]), last_export(folder))
