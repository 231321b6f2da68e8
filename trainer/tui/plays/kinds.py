"""The pane of each kind of exercise, imported when the first of its kind is played."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trainer.tui.plays.pane import PlayPane

_PANES = {
    "dialogue": ("trainer.tui.plays.dialogue", "DialoguePane"),
    "desk": ("trainer.tui.plays.desk.pane", "DeskPane"),
    "workstation": ("trainer.tui.plays.workstation.pane", "WorkstationPane"),
}


def pane_of(kind: str) -> type[PlayPane]:
    """The class of the pane that shows this kind. ``KeyError`` for a kind nobody shows."""
    module, name = _PANES[kind]
    pane: type[PlayPane] = getattr(import_module(module), name)
    return pane
