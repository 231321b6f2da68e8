"""Every screen the program can open, one entry each.

``load`` runs in the background and returns what the screen is made of; ``show`` makes the screen from it. Both import
late, so that the first paint waits for nothing it does not show.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

from trainer.kernel.record import Record

if TYPE_CHECKING:
    from trainer.flows.workspace import Workspace
    from trainer.i18n.catalogue import Translator
    from trainer.kernel.problems import Problem
    from trainer.tui.loading import Loaded
    from trainer.tui.messages import OpenScreen
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


def _late(module: str, load: str, show: str, *, at_once: bool = False) -> Route:
    """A route whose two functions are imported from ``trainer.tui.<module>`` when it is first taken."""

    def named(name: str) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            return getattr(import_module(f"trainer.tui.{module}"), name)(*given, **named)

        return call

    return Route(named(load), named(show), at_once)


def _load_home(workspace: Workspace) -> Any:
    from trainer.flows.home import HomeFlow

    return HomeFlow(workspace)


def _show_today(words: Translator, flow: Any) -> TrainerScreen:
    from trainer.tui.screens.today import TodayScreen

    return TodayScreen(words, flow)


def _load_first_run(workspace: Workspace, *, more: bool = False) -> Any:
    from trainer.flows.home import FirstRunFlow

    return FirstRunFlow(workspace), more


def _show_first_run(words: Translator, loaded: Any) -> TrainerScreen:
    from trainer.tui.screens.first_run import FirstRunScreen

    flow, more = loaded
    return FirstRunScreen(words, flow, more=more)


def _load_learners(workspace: Workspace, *, then: OpenScreen | None = None) -> Any:
    from trainer.flows.choosing import ChooserFlow

    return ChooserFlow(workspace), then


def _show_learners(words: Translator, loaded: Any) -> TrainerScreen:
    from trainer.tui.screens.learners import LearnersScreen

    return LearnersScreen(words, *loaded)


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


def _load_module(workspace: Workspace, *, module: str) -> Any:
    return _looked(workspace, "module", module)


def _load_glossary(workspace: Workspace, *, module: str, term: str = "") -> Any:
    return _looked(workspace, "module", module), term


def _show_module(words: Translator, looked: Any) -> TrainerScreen:
    from trainer.tui.screens.module import ModuleScreen

    return ModuleScreen(words, looked)


def _show_glossary(words: Translator, loaded: Any) -> TrainerScreen:
    from trainer.tui.screens.glossary import GlossaryScreen

    return GlossaryScreen(words, *loaded)


def _load_lesson(workspace: Workspace, *, module: str, lesson: str, page: int | None = None) -> Loaded:
    from trainer.flows.study import StudyFlow
    from trainer.tui.loading import loaded

    return loaded(workspace, StudyFlow(workspace, module, lesson, page))


def _show_lesson(words: Translator, found: Loaded) -> TrainerScreen:
    from trainer.tui.screens.lesson import LessonScreen

    return LessonScreen(words, found.flow, found.languages)


def _load_progress(workspace: Workspace) -> Any:
    from trainer.flows.progress_tables import ProgressFlow
    from trainer.tui.screens.looking import Looked

    flow = ProgressFlow(workspace)
    return flow, Looked.now(flow.look)


def _show_progress(words: Translator, loaded: Any) -> TrainerScreen:
    from trainer.tui.screens.progress import ProgressScreen

    return ProgressScreen(words, *loaded)


def _load_settings(workspace: Workspace) -> Any:
    from trainer.flows.settings import SettingsFlow

    flow = SettingsFlow(workspace)
    return flow, flow.view


def _show_settings(words: Translator, loaded: Any) -> TrainerScreen:
    from trainer.tui.screens.settings import SettingsScreen

    return SettingsScreen(words, *loaded)


ROUTES: dict[str, Route] = {
    "today": Route(_load_home, _show_today, at_once=True, bottom=True),
    "learners": Route(_load_learners, _show_learners, at_once=True, bottom=True),
    "first_run": Route(_load_first_run, _show_first_run, at_once=True),
    "stopped": Route(_load_stopped, _show_stopped, at_once=True),
    "catalogue": Route(_load_catalogue, _show_catalogue),
    "unit": _late("afterwards", "load_unit", "show_unit"),
    "module": Route(_load_module, _show_module),
    "glossary": Route(_load_glossary, _show_glossary),
    "lesson": Route(_load_lesson, _show_lesson, keeps=True),
    "settings": Route(_load_settings, _show_settings),
    "practice_menu": _late("sittings", "load_practice_menu", "show_practice_menu"),
    "progress": Route(_load_progress, _show_progress),
    "search": _late("shelf", "load_search", "show_search"),
    "notebook": _late("shelf", "load_notebook", "show_notebook"),
    "note": _late("shelf", "load_note", "show_note", at_once=True),
    "report": _late("shelf", "load_report", "show_report"),
    "practice": _late("sittings", "load_practice", "show_practice"),
    "attempt": _late("sittings", "load_attempt", "show_attempt"),
    "exam": _late("sittings", "load_exam", "show_exam"),
    "sitting": _late("sittings", "load_sitting", "show_sitting"),
    "result": _late("sittings", "load_review", "show_result"),
    "review": _late("sittings", "load_review", "show_review"),
    "exercise": _late("exercises", "load_start", "show_start"),
    "exercise_play": _late("exercises", "load_play", "show_play"),
    "exercise_result": _late("afterwards", "load_result", "show_result"),
    "rationale": _late("afterwards", "load_rationale", "show_rationale"),
    "register": _late("registering", "load_register", "show_register"),
    "register_learner": _late("registering", "load_learner", "show_learner"),
    "assess": _late("assessing", "load_queue", "show_queue"),
    "judge": _late("assessing", "load_piece", "show_piece"),
    "agreement": _late("assessing", "load_agreement", "show_agreement"),
    "decide": _late("assessing", "load_decisions", "show_decisions"),
    "oral": _late("assessing", "load_oral", "show_oral"),
    "record": _late("recording", "load_record", "show_record"),
    "own_record": _late("recording", "load_own", "show_own"),
}
