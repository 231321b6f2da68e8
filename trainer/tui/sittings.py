"""The routes to practice, exams and their results; see ``routes``."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from trainer.tui import loading

if TYPE_CHECKING:
    from trainer.flows.exam import ExamFlow
    from trainer.flows.workspace import Workspace
    from trainer.i18n.catalogue import Translator
    from trainer.tui.loading import Loaded
    from trainer.tui.screens.base import TrainerScreen


def load_practice(
    workspace: Workspace,
    *,
    module: str = "",
    lesson: str | None = None,
    seed: str | None = None,
    scope: str = "",
    target: str = "",
) -> Loaded:
    """A module or a lesson of it, or what ``scope`` says (``flows.practice_start``)."""
    from trainer.flows.practice_start import start_scope

    place = f"{module}/{lesson}" if lesson else module
    return loading.loaded(workspace, start_scope(workspace, scope or "module", target or place, seed=seed))


def load_attempt(workspace: Workspace, *, attempt: str) -> Loaded:
    """An attempt that waits; an exam found past its end shows its result instead."""
    from trainer.flows.exam import ExamFlow
    from trainer.flows.prepare import resume

    flow = resume(workspace, attempt)
    if isinstance(flow, ExamFlow) and flow.over:
        return load_review(workspace, attempt=attempt)
    return loading.loaded(workspace, flow)


def show_attempt(words: Translator, loaded: Loaded) -> TrainerScreen:
    """Practice, exam or result, whatever the attempt is."""
    from trainer.flows.practise import PracticeFlow
    from trainer.flows.review import ReviewFlow

    if isinstance(loaded.flow, ReviewFlow):
        return show_result(words, loaded)
    return (show_practice if isinstance(loaded.flow, PracticeFlow) else show_sitting)(words, loaded)


def show_practice(words: Translator, loaded: Loaded) -> TrainerScreen:
    """The screen of a practice."""
    from trainer.tui.screens.practice import PracticeScreen

    return PracticeScreen(words, loaded.flow, loaded.languages, loaded.titles, loaded.due)


def load_exam(
    workspace: Workspace,
    *,
    exam: str,
    seed: str | None = None,
    counting: bool = False,
    qualification: str | None = None,
) -> Any:
    """What is said before an exam starts; a seed makes it a mock."""
    from trainer.flows.exam_start import ExamStartFlow

    return ExamStartFlow(workspace, exam, seed=seed or None, counting=counting, qualification=qualification)


def show_exam(words: Translator, flow: Any) -> TrainerScreen:
    """The screen before an exam."""
    from trainer.tui.screens.exam_start import ExamStartScreen

    return ExamStartScreen(words, flow)


def load_sitting(workspace: Workspace, *, flow: ExamFlow) -> Loaded:
    """An exam that has just been started."""
    return loading.loaded(workspace, flow)


def show_sitting(words: Translator, loaded: Loaded) -> TrainerScreen:
    """The screen of a running exam."""
    from trainer.tui.screens.exam import ExamScreen

    return ExamScreen(words, loaded.flow, loaded.languages, clock_hidden=loaded.clock_hidden)


def load_review(workspace: Workspace, *, attempt: str) -> Loaded:
    """An attempt that is over."""
    from trainer.flows.review import ReviewFlow

    return loading.loaded(workspace, ReviewFlow(workspace.store, attempt))


def show_result(words: Translator, loaded: Loaded) -> TrainerScreen:
    """The screen with the result of an exam."""
    from trainer.tui.screens.result import ResultScreen

    return ResultScreen(words, loaded.flow, loaded.titles)


def show_review(words: Translator, loaded: Loaded) -> TrainerScreen:
    """The screen that goes through an attempt item by item."""
    from trainer.tui.screens.review import ReviewScreen

    return ReviewScreen(words, loaded.flow, loaded.languages)


def load_practice_menu(workspace: Workspace, *, unit: str = "", module: str = "", lesson: str = "") -> Any:
    """Everything that can be practised: of a module, of a unit, or of the qualification."""
    from trainer.flows.practice_menu import practice_menu
    from trainer.tui.screens.looking import Looked

    return Looked.now(partial(practice_menu, workspace, unit=unit, module=module, lesson=lesson))


def show_practice_menu(words: Translator, looked: Any) -> TrainerScreen:
    """The screen where one chooses what to practise."""
    from trainer.tui.screens.practice_menu import PracticeMenuScreen

    return PracticeMenuScreen(words, looked)
