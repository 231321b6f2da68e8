"""Every screen the program can open, one entry each.

``load`` runs in the background and returns what the screen is made of; ``show`` makes the screen from it. Both import
late, so that the first paint waits for nothing it does not show.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from trainer.kernel.record import Record

if TYPE_CHECKING:
    from trainer.flows.exam import ExamFlow
    from trainer.flows.titles import Titles
    from trainer.flows.workspace import Workspace
    from trainer.i18n.catalogue import Translator
    from trainer.kernel.problems import Problem
    from trainer.tui.screens.base import TrainerScreen


class Route(Record):
    """``at_once``: load on the event loop, for what is ready in a few milliseconds and must be seen first.

    ``bottom``: may take the place of Textual's own blank screen below all others, where nothing can replace it.
    ``keeps``: the screen is made once and shows the next thing in place (see ``TrainerScreen.renew``).
    """

    load: Callable[..., Any]
    show: Callable[[Translator, Any], TrainerScreen]
    at_once: bool = False
    bottom: bool = False
    keeps: bool = False


class Loaded(Record):
    """A flow, the languages its texts are shown in, names of lessons and statements, and whether clocks are hidden."""

    flow: Any
    languages: tuple[str, ...]
    titles: Titles
    clock_hidden: bool


def _loaded(workspace: Workspace, flow: Any) -> Loaded:
    from trainer.flows.titles import Titles

    profile, settings = workspace.profile(), workspace.store.settings()
    languages = tuple(dict.fromkeys((profile.language, profile.second_language)))
    return Loaded(flow, languages, Titles(workspace.catalogue), settings.clock_hidden)


def _load_practice(workspace: Workspace, *, module: str, lesson: str | None = None, seed: str | None = None) -> Loaded:
    from trainer.flows.prepare import start_practice

    return _loaded(workspace, start_practice(workspace, module, lesson or None, seed=seed))


def _load_attempt(workspace: Workspace, *, attempt: str) -> Loaded:
    """An attempt that waits; an exam found past its end shows its result instead."""
    from trainer.flows.exam import ExamFlow
    from trainer.flows.prepare import resume

    flow = resume(workspace, attempt)
    if isinstance(flow, ExamFlow) and flow.over:
        return _load_review(workspace, attempt=attempt)
    return _loaded(workspace, flow)


def _show_attempt(words: Translator, loaded: Loaded) -> TrainerScreen:
    from trainer.flows.practise import PracticeFlow
    from trainer.flows.review import ReviewFlow

    if isinstance(loaded.flow, ReviewFlow):
        return _show_result(words, loaded)
    return (_show_practice if isinstance(loaded.flow, PracticeFlow) else _show_sitting)(words, loaded)


def _show_practice(words: Translator, loaded: Loaded) -> TrainerScreen:
    from trainer.tui.screens.practice import PracticeScreen

    return PracticeScreen(words, loaded.flow, loaded.languages, loaded.titles)


def _load_exam(
    workspace: Workspace,
    *,
    exam: str,
    seed: str | None = None,
    counting: bool = False,
    qualification: str | None = None,
) -> Any:
    from trainer.flows.exam_start import ExamStartFlow

    return ExamStartFlow(workspace, exam, seed=seed or None, counting=counting, qualification=qualification)


def _show_exam(words: Translator, flow: Any) -> TrainerScreen:
    from trainer.tui.screens.exam_start import ExamStartScreen

    return ExamStartScreen(words, flow)


def _load_sitting(workspace: Workspace, *, flow: ExamFlow) -> Loaded:
    return _loaded(workspace, flow)


def _show_sitting(words: Translator, loaded: Loaded) -> TrainerScreen:
    from trainer.tui.screens.exam import ExamScreen

    return ExamScreen(words, loaded.flow, loaded.languages, clock_hidden=loaded.clock_hidden)


def _load_review(workspace: Workspace, *, attempt: str) -> Loaded:
    from trainer.flows.review import ReviewFlow

    return _loaded(workspace, ReviewFlow(workspace.store, attempt))


def _show_result(words: Translator, loaded: Loaded) -> TrainerScreen:
    from trainer.tui.screens.result import ResultScreen

    return ResultScreen(words, loaded.flow, loaded.titles)


def _show_review(words: Translator, loaded: Loaded) -> TrainerScreen:
    from trainer.tui.screens.review import ReviewScreen

    return ReviewScreen(words, loaded.flow, loaded.languages)


def _load_home(workspace: Workspace) -> Any:
    from trainer.flows.home import HomeFlow

    return HomeFlow(workspace)


def _show_today(words: Translator, flow: Any) -> TrainerScreen:
    from trainer.tui.screens.today import TodayScreen

    return TodayScreen(words, flow)


def _load_first_run(workspace: Workspace) -> Any:
    from trainer.flows.home import FirstRunFlow

    return FirstRunFlow(workspace)


def _show_first_run(words: Translator, flow: Any) -> TrainerScreen:
    from trainer.tui.screens.first_run import FirstRunScreen

    return FirstRunScreen(words, flow)


def _load_stopped(workspace: Workspace, *, problem: Problem) -> Problem:
    return problem


def _show_stopped(words: Translator, problem: Problem) -> TrainerScreen:
    from trainer.tui.screens.stopped import StoppedScreen

    return StoppedScreen(words, problem)


def _looked(workspace: Workspace, method: str, *arguments: str) -> Any:
    from trainer.flows.browse import BrowseFlow
    from trainer.tui.screens.looking import Looked

    return Looked.now(partial(getattr(BrowseFlow(workspace), method), *arguments))


def _load_catalogue(workspace: Workspace) -> Any:
    return _looked(workspace, "qualifications")


def _show_catalogue(words: Translator, looked: Any) -> TrainerScreen:
    from trainer.tui.screens.catalogue import CatalogueScreen

    return CatalogueScreen(words, looked)


def _load_unit(workspace: Workspace, *, unit: str) -> Any:
    return _looked(workspace, "unit", unit)


def _show_unit(words: Translator, looked: Any) -> TrainerScreen:
    from trainer.tui.screens.unit import UnitScreen

    return UnitScreen(words, looked)


def _load_module(workspace: Workspace, *, module: str) -> Any:
    return _looked(workspace, "module", module)


def _show_module(words: Translator, looked: Any) -> TrainerScreen:
    from trainer.tui.screens.module import ModuleScreen

    return ModuleScreen(words, looked)


def _show_glossary(words: Translator, looked: Any) -> TrainerScreen:
    from trainer.tui.screens.glossary import GlossaryScreen

    return GlossaryScreen(words, looked)


def _load_lesson(workspace: Workspace, *, module: str, lesson: str) -> Loaded:
    from trainer.flows.study import StudyFlow

    return _loaded(workspace, StudyFlow(workspace, module, lesson))


def _show_lesson(words: Translator, loaded: Loaded) -> TrainerScreen:
    from trainer.tui.screens.lesson import LessonScreen

    return LessonScreen(words, loaded.flow, loaded.languages)


def _load_settings(workspace: Workspace) -> Any:
    from trainer.flows.settings import SettingsFlow

    flow = SettingsFlow(workspace)
    return flow, flow.view


def _show_settings(words: Translator, loaded: Any) -> TrainerScreen:
    from trainer.tui.screens.settings import SettingsScreen

    return SettingsScreen(words, *loaded)


ROUTES: dict[str, Route] = {
    "today": Route(_load_home, _show_today, at_once=True, bottom=True),
    "first_run": Route(_load_first_run, _show_first_run, at_once=True),
    "stopped": Route(_load_stopped, _show_stopped, at_once=True),
    "catalogue": Route(_load_catalogue, _show_catalogue),
    "unit": Route(_load_unit, _show_unit),
    "module": Route(_load_module, _show_module),
    "glossary": Route(_load_module, _show_glossary),
    "lesson": Route(_load_lesson, _show_lesson, keeps=True),
    "settings": Route(_load_settings, _show_settings),
    "practice": Route(_load_practice, _show_practice),
    "attempt": Route(_load_attempt, _show_attempt),
    "exam": Route(_load_exam, _show_exam),
    "sitting": Route(_load_sitting, _show_sitting),
    "result": Route(_load_review, _show_result),
    "review": Route(_load_review, _show_review),
}
