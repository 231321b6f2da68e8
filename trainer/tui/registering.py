"""The routes to the instructor's register; see ``routes``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from trainer.flows.workspace import Workspace
    from trainer.i18n.catalogue import Translator
    from trainer.tui.screens.base import TrainerScreen


def load_register(workspace: Workspace) -> Any:
    """Where every class stands."""
    from trainer.flows.register_view import RegisterScreenFlow
    from trainer.tui.screens.looking import Looked

    flow = RegisterScreenFlow(workspace)
    return flow, Looked.now(flow.look)


def show_register(words: Translator, loaded: Any) -> TrainerScreen:
    """The screen of all classes."""
    from trainer.tui.screens.register import RegisterScreen

    return RegisterScreen(words, *loaded)


def load_learner(workspace: Workspace, *, person: str, unit: str) -> Any:
    """Where one learner of a class stands."""
    from trainer.flows.register_view import RegisterScreenFlow
    from trainer.tui.screens.looking import Looked

    flow = RegisterScreenFlow(workspace).learner(person, unit)
    return flow, Looked.now(flow.look)


def show_learner(words: Translator, loaded: Any) -> TrainerScreen:
    """The screen of one learner of a class."""
    from trainer.tui.screens.register_learner import RegisterLearnerScreen

    return RegisterLearnerScreen(words, *loaded)
