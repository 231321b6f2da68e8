"""The routes to assessing: the queue, one piece, agreement, decisions, the oral assessment; see ``routes``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from trainer.flows.workspace import Workspace
    from trainer.i18n.catalogue import Translator
    from trainer.tui.screens.base import TrainerScreen


def load_queue(workspace: Workspace, *, unit: str = "", rater: str = "") -> Any:
    """What waits for an assessor, of a unit or of all."""
    from trainer.flows.assessing import AssessingFlow
    from trainer.flows.register import RegisterFlow
    from trainer.tui.screens.looking import Looked

    flow = AssessingFlow(RegisterFlow.of(workspace), unit, rater)
    return flow, Looked.now(flow.look)


def show_queue(words: Translator, loaded: Any) -> TrainerScreen:
    """The screen of the queue."""
    from trainer.tui.screens.assess import AssessScreen

    return AssessScreen(words, *loaded)


def load_piece(workspace: Workspace, *, attempt: str, part: str, unit: str = "", named: bool = False) -> Any:
    """One piece to be judged."""
    from trainer.flows.judging import JudgingFlow
    from trainer.flows.register import RegisterFlow

    flow = JudgingFlow.of(RegisterFlow.of(workspace), unit, named=named)
    return flow, flow.open(attempt, part)


def show_piece(words: Translator, loaded: Any) -> TrainerScreen:
    """The screen where it is judged."""
    from trainer.tui.screens.judge import JudgeScreen

    return JudgeScreen(words, *loaded)


def load_agreement(workspace: Workspace, *, unit: str = "") -> Any:
    """How far raters agree."""
    from trainer.flows.agreeing import AgreementFlow
    from trainer.flows.assessing import AssessingFlow
    from trainer.flows.register import RegisterFlow
    from trainer.tui.screens.looking import Looked

    return Looked.now(AgreementFlow(AssessingFlow(RegisterFlow.of(workspace), unit)).look)


def show_agreement(words: Translator, looked: Any) -> TrainerScreen:
    """Its screen."""
    from trainer.tui.screens.agreement import AgreementScreen

    return AgreementScreen(words, looked)


def load_decisions(workspace: Workspace, *, person: str, unit: str) -> Any:
    """What is decided about one learner."""
    from trainer.flows.deciding import DecidingFlow
    from trainer.flows.register import RegisterFlow
    from trainer.tui.screens.looking import Looked

    flow = DecidingFlow(RegisterFlow.of(workspace), person, unit)
    return flow, Looked.now(flow.look)


def show_decisions(words: Translator, loaded: Any) -> TrainerScreen:
    """Its screen."""
    from trainer.tui.screens.decide import DecideScreen

    return DecideScreen(words, *loaded)


def load_oral(workspace: Workspace, *, person: str, unit: str) -> Any:
    """An oral assessment of one learner."""
    from trainer.flows.oral import OralFlow
    from trainer.flows.register import RegisterFlow

    return OralFlow(RegisterFlow.of(workspace), person, unit)


def show_oral(words: Translator, flow: Any) -> TrainerScreen:
    """The screen it is held with."""
    from trainer.tui.screens.oral import OralScreen

    return OralScreen(words, flow)
