"""Every screen the program can open, one entry each.

``load`` runs in the background and returns what the screen is made of; ``show`` makes the screen from it. Both import
late, so that the first paint waits for nothing it does not show.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from trainer.flows.exam import ExamFlow
    from trainer.flows.workspace import Workspace
    from trainer.i18n.catalogue import Translator
    from trainer.tui.screens.base import TrainerScreen


@dataclass(frozen=True, slots=True)
class Route:
    """``at_once``: load on the event loop, for what is ready in a few milliseconds and must be seen first."""

    load: Callable[..., Any]
    show: Callable[[Translator, Any], TrainerScreen]
    at_once: bool = False


@dataclass(frozen=True, slots=True)
class Loaded:
    """A flow and the two languages its texts are shown in."""

    flow: Any
    languages: tuple[str, ...]


def _languages(workspace: Workspace) -> tuple[str, ...]:
    profile = workspace.profile()
    return tuple(dict.fromkeys((profile.language, profile.second_language)))


def _load_practice(workspace: Workspace, *, module: str, lesson: str | None = None) -> Loaded:
    from trainer.flows.prepare import start_practice

    return Loaded(start_practice(workspace, module, lesson or None), _languages(workspace))


def _load_attempt(workspace: Workspace, *, attempt: str) -> Loaded:
    from trainer.flows.prepare import resume

    return Loaded(resume(workspace, attempt), _languages(workspace))


def _show_attempt(words: Translator, loaded: Loaded) -> TrainerScreen:
    from trainer.flows.practise import PracticeFlow

    return (_show_practice if isinstance(loaded.flow, PracticeFlow) else _show_sitting)(words, loaded)


def _show_practice(words: Translator, loaded: Loaded) -> TrainerScreen:
    from trainer.tui.screens.practice import PracticeScreen

    return PracticeScreen(words, loaded.flow, loaded.languages)


def _load_exam(workspace: Workspace, *, exam: str, seed: str | None = None, counting: bool = False) -> Any:
    from trainer.flows.exam_start import ExamStartFlow

    return ExamStartFlow(workspace, exam, seed=seed or None, counting=counting)


def _show_exam(words: Translator, flow: Any) -> TrainerScreen:
    from trainer.tui.screens.exam_start import ExamStartScreen

    return ExamStartScreen(words, flow)


def _load_sitting(workspace: Workspace, *, flow: ExamFlow) -> Loaded:
    return Loaded(flow, _languages(workspace))


def _show_sitting(words: Translator, loaded: Loaded) -> TrainerScreen:
    from trainer.tui.screens.exam import ExamScreen

    return ExamScreen(words, loaded.flow, loaded.languages)


def _load_review(workspace: Workspace, *, attempt: str) -> Loaded:
    from trainer.flows.review import ReviewFlow

    return Loaded(ReviewFlow(workspace.store, attempt), _languages(workspace))


def _show_result(words: Translator, loaded: Loaded) -> TrainerScreen:
    from trainer.tui.screens.result import ResultScreen

    return ResultScreen(words, loaded.flow)


def _show_review(words: Translator, loaded: Loaded) -> TrainerScreen:
    from trainer.tui.screens.review import ReviewScreen

    return ReviewScreen(words, loaded.flow, loaded.languages)


ROUTES: dict[str, Route] = {
    "practice": Route(_load_practice, _show_practice),
    "attempt": Route(_load_attempt, _show_attempt),
    "exam": Route(_load_exam, _show_exam),
    "sitting": Route(_load_sitting, _show_sitting),
    "result": Route(_load_review, _show_result),
    "review": Route(_load_review, _show_review),
}
