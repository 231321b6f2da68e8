"""Starting the full-screen program and ending it: the one way in from the command line."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

from trainer.kernel.problems import N_
from trainer.kernel.record import Record

if TYPE_CHECKING:
    from trainer.flows.workspace import Workspace
    from trainer.i18n.catalogue import Translator
    from trainer.progress.locations import Locations
    from trainer.tui.messages import OpenScreen

_CRASHED = N_("Something went wrong inside Trainer. What was saved before is safe. Please report this:")


class Start(Record):
    """A place to start at instead of *Today*: a screen, what it is about, and more about that (lesson or seed).

    ``scope``: a practice over something else than a module (``flows.practice_start``).
    """

    screen: str
    target: str = ""
    extra: str = ""
    counting: bool = False
    qualification: str | None = None
    scope: str = ""


def run_program(locations: Locations, learner: str | None, language: str | None, start: Start | None = None) -> int:
    """Open the learner's workspace and run until they leave; the exit code."""
    # Importing makes no garbage worth collecting, and what it makes stays: 5 % of the time to the first paint.
    gc.disable()
    from trainer.flows.workspace import Workspace
    from trainer.i18n.catalogue import Translator, languages, system_language

    workspace = Workspace(locations)
    workspace.choose_learner(learner)
    glance = workspace.glance()
    known = glance["profile"]["language"] if glance and glance["profile"] else None
    theme = glance["settings"]["theme"] if glance else "dark"
    still = bool(glance and glance["settings"]["reduced_motion"])
    if learner is None and workspace.shared:
        workspace.switch_learner(None)
    words = Translator(language or known or system_language(os.environ, languages()), cache=locations.cache)
    return run_app(workspace, words, start, theme, still)


def run_app(
    workspace: Workspace, words: Translator, start: Start | None = None, theme: str = "dark", still: bool = False
) -> int:
    """Run the program over an opened workspace; the exit code. ``still``: without motion."""
    from trainer.tui.app import TrainerApp

    app = TrainerApp(workspace, words, first_screens(workspace, start))
    app.use_theme(theme)
    app.reduce_motion(still)
    gc.freeze()
    # A key makes some 2,000 objects: looking for garbage every 700 takes a tenth of the time to its frame.
    gc.set_threshold(10_000, 20, 20)
    gc.enable()
    try:
        app.run()
    finally:
        workspace.close()
    if app.crash:
        print(f"trainer: {words._(_CRASHED)}\n{app.crash}", file=sys.stderr)
    if app.stopped_by:
        print(f"trainer: {words.translate(app.stopped_by)}", file=sys.stderr)
    return app.return_code or 0


#: Screens that need nobody who learns on this machine.
_FOR_INSTRUCTORS = ("assess",)


def first_screens(workspace: Workspace, start: Start | None) -> list[OpenScreen]:
    """*Today*, with the place asked for above it; who learns, where there are several; the first run without any."""
    from trainer.tui.messages import OpenScreen

    if workspace.learner is None and start is not None and start.screen in _FOR_INSTRUCTORS:
        return [_place(start)]
    if workspace.learner is None and workspace.shared:
        return [OpenScreen("learners", {"then": _place(start)} if start else {})]
    if workspace.learner is None:
        return [OpenScreen("first_run")]
    return [OpenScreen("today"), *([_place(start)] if start else [])]


def _place(start: Start) -> OpenScreen:
    from trainer.tui.messages import OpenScreen

    names = {"practice": ("module", "lesson"), "lesson": ("module", "lesson"), "module": ("module", ""),
             "exam": ("exam", "seed"), "unit": ("unit", ""), "assess": ("unit", "rater")}  # fmt: skip
    target, extra = names.get(start.screen, ("", ""))
    arguments: dict[str, object] = {target: start.target} if target and start.target else {}
    if extra and start.extra:
        arguments[extra] = start.extra
    if start.scope:
        arguments = {"scope": start.scope, "target": start.target}
    if start.counting:
        arguments["counting"] = True
    if start.qualification:
        arguments["qualification"] = start.qualification
    return OpenScreen(start.screen, arguments)
