"""The routes to what comes after an exercise, and to the units it is evidence for; see ``routes``."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from trainer.tui import loading

if TYPE_CHECKING:
    from trainer.flows.workspace import Workspace
    from trainer.i18n.catalogue import Translator
    from trainer.tui.screens.base import TrainerScreen


def load_result(workspace: Workspace, *, attempt: str) -> Any:
    """How an exercise went that is over."""
    from trainer.flows.exercise_result import finished_result
    from trainer.tui.screens.looking import Looked

    return Looked.now(partial(finished_result, workspace.store, attempt)), loading.languages_of(workspace)


def show_result(words: Translator, loaded: Any) -> TrainerScreen:
    """Its screen."""
    from trainer.tui.screens.exercise_result import ExerciseResultScreen

    return ExerciseResultScreen(words, *loaded)


def load_rationale(workspace: Workspace, *, attempt: str) -> Any:
    """The rationale of an exercise that is over."""
    from trainer.flows.rationale import RationaleFlow

    return RationaleFlow(workspace.store, attempt, workspace.clock)


def show_rationale(words: Translator, flow: Any) -> TrainerScreen:
    """The screen where it is written."""
    from trainer.tui.screens.rationale import RationaleScreen

    return RationaleScreen(words, flow)


def load_unit(workspace: Workspace, *, unit: str) -> Any:
    """A unit, and how to find out what the learner has shown of it: that takes longer, and comes when it is seen."""
    from trainer.flows.browse import BrowseFlow
    from trainer.flows.hand_in import HandInFlow
    from trainer.tui.screens.looking import Looked

    look = partial(BrowseFlow(workspace).unit, unit)
    return Looked.now(look), partial(_shown, workspace, unit), HandInFlow(workspace, unit)


def _shown(workspace: Workspace, unit: str) -> Any:
    from trainer.flows.evidence import unit_evidence

    return unit_evidence(workspace, unit)


def show_unit(words: Translator, loaded: Any) -> TrainerScreen:
    """The screen of a unit."""
    from trainer.tui.screens.unit import UnitScreen

    return UnitScreen(words, *loaded)
