"""Opening, closing and leaving screens. The stack is a plain path: the first screen below, the present one on top."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from trainer.tui.background import in_background
from trainer.tui.messages import OpenScreen
from trainer.tui.screens.base import TrainerScreen

if TYPE_CHECKING:
    from trainer.kernel.problems import Problem
    from trainer.tui.app import TrainerApp

#: Name of the background task that loads what a screen is made of.
OPENING = "open a screen"


class Navigation:
    """The app's way through ``routes``; ``waiting`` are screens to open one after the other."""

    def __init__(self, app: TrainerApp) -> None:
        self._app = app
        self._opening: OpenScreen | None = None
        self._waiting: list[OpenScreen] = []
        self._kept: dict[str, TrainerScreen] = {}

    @property
    def screens(self) -> list[TrainerScreen]:
        """The screens that are open, the present one first."""
        return [screen for screen in reversed(self._app.screen_stack) if isinstance(screen, TrainerScreen)]

    def first(self, wanted: Sequence[OpenScreen]) -> TrainerScreen | None:
        """The first of the screens the program starts with; :meth:`start` opens the others above it.

        None where it may be replaced or has to be loaded in the background: then :meth:`start` opens it as well.
        """
        self._waiting = list(wanted)
        if not wanted or not self._app.routes[wanted[0].name].bottom:
            return None
        first = self._waiting.pop(0)
        return self._made(first, self._app.routes[first.name].load(self._app.workspace, **first.arguments))

    def start(self) -> None:
        """Open the other screens the program starts with, one above the other."""
        self._next()

    def _made(self, wanted: OpenScreen, result: Any) -> TrainerScreen:
        route = self._app.routes[wanted.name]
        screen = route.show(self._app.words, result)
        screen.learner = self._learner_name()
        if route.keeps and wanted.name not in self._kept:
            # An installed screen outlives its being closed: the next time it is there at once.
            self._app.install_screen(screen, wanted.name)
            self._kept[wanted.name] = screen
        return screen

    def _renewed(self, wanted: OpenScreen, result: Any) -> TrainerScreen | None:
        """The screen kept under this name, showing something else; None while it lies below another one."""
        screen = self._kept.get(wanted.name)
        if screen is None or (screen in self._app.screen_stack and screen is not self._app.screen):
            return None
        return screen if screen.renew(result) else None

    def _next(self) -> None:
        if self._waiting:
            self.open(self._waiting.pop(0))

    def open(self, wanted: OpenScreen) -> None:
        """Load, then show. One at a time: a second key press while a paper is drawn must not draw another."""
        if self._opening is not None:
            return
        self._opening = wanted
        route = self._app.routes[wanted.name]
        load = partial(route.load, self._app.workspace, **wanted.arguments)
        if route.at_once:
            self.loaded(load())
        else:
            in_background(self._app, OPENING, load)

    def loaded(self, result: Any) -> None:
        """Show the screen that was being opened."""
        wanted, self._opening = self._opening, None
        if wanted is None:
            return
        screen = self._renewed(wanted, result) or self._made(wanted, result)
        # What was asked or looked up meanwhile (a dialog, the palette) belongs to the screen below it.
        while self.screens and self._app.screen is not self.screens[0]:
            self._app.pop_screen()
        if screen is self._app.screen:
            pass  # it shows the next thing already
        elif wanted.replace and len(self._app.screen_stack) > 1:
            self._app.switch_screen(screen)
        else:
            self._app.push_screen(screen)
        self._next()

    def _learner_name(self) -> str:
        glance = self._app.workspace.glance()
        return str(glance["profile"]["name"]) if glance and glance["profile"] else ""

    def refused(self, problem: Problem) -> None:
        """Say why a screen cannot be opened; without any screen the program ends with that sentence."""
        self._opening = None
        self._waiting.clear()
        if self.screens:
            self.screens[0].tell(problem)
        else:
            self._app.stop(problem)

    def back(self) -> None:
        """Close the present screen, after asking where that is due; the first one stays."""
        screen = self._app.screen
        if isinstance(screen, TrainerScreen) and len(self.screens) > 1:
            self._ask(screen, partial(self._close, screen))

    def _close(self, screen: TrainerScreen) -> None:
        screen.left()
        self._app.pop_screen()

    def quit(self) -> None:
        """Leave the program, after asking where that is due."""
        asking = next((screen for screen in self.screens if screen.leaving()), None)
        if asking is None:
            self.leave()
        else:
            self._ask(asking, self.leave)

    def leave(self) -> None:
        """Put every screen's flow to rest and end; also what happens when the terminal is closed."""
        for screen in self.screens:
            screen.left()
        self._app.exit()

    def _ask(self, screen: TrainerScreen, then: Callable[[], None]) -> None:
        question = screen.leaving()
        if question is None:
            then()
            return
        from trainer.tui.widgets.dialog import Confirm

        if not isinstance(self._app.screen, Confirm):
            dialog = Confirm(question.title, question.text, go=question.go, stay=question.stay)
            self._app.push_screen(dialog, lambda go: then() if go else None)
