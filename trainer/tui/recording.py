"""The routes to records: the instructor's, where one is issued, and the learner's own; see ``routes``."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from trainer.flows.workspace import Workspace
    from trainer.i18n.catalogue import Translator
    from trainer.tui.screens.base import TrainerScreen


def load_record(workspace: Workspace, *, person: str, unit: str) -> Any:
    """Where the record of a learner of the register stands."""
    from trainer.flows.issuing import IssuingFlow
    from trainer.tui.screens.looking import Looked

    flow = IssuingFlow.of(workspace)
    return flow, Looked.now(partial(flow.look, person, unit))


def show_record(words: Translator, loaded: Any) -> TrainerScreen:
    """The screen where it is issued."""
    from trainer.tui.screens.record import RecordScreen

    return RecordScreen(words, *loaded)


def load_own(workspace: Workspace, *, unit: str) -> Any:
    """How far the learner's own record is."""
    from trainer.flows.statement import OwnRecordFlow
    from trainer.tui.screens.looking import Looked

    flow = OwnRecordFlow(workspace, unit)
    return flow, Looked.now(flow.look)


def show_own(words: Translator, loaded: Any) -> TrainerScreen:
    """Its screen."""
    from trainer.tui.screens.own_record import OwnRecordScreen

    return OwnRecordScreen(words, *loaded)
