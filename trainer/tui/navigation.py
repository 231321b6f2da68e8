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
#: Name of the background task that closes one learner's store and chooses another.
SIGNING_OFF = "put the learner away"


class Navigation:
    """The app's way through ``routes``; ``waiting`` are screens to open one after the other."""

    def __init__(self, app: TrainerApp) -> None:
        self._app = app
        self._opening: OpenScreen | None = None
        self._waiting: list[OpenScreen] = []
        self._kept: dict[str, TrainerScreen] = {}
        self._next_learner: tuple[str | None, Sequence[OpenScreen]] = (None, ())

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
        screen.learner, screen.route = self._learner_name(), wanted.name
        screen.shape_for(self._app.size)
        if route.keeps:
            self._keep(wanted.name, screen)
        return screen

    def _keep(self, name: str, screen: TrainerScreen) -> None:
        """Let a screen outlive its being closed: the next time it is there at once.

        One that was kept before, and could not show what this one shows, gives way unless it lies below others.
        """
        before = self._kept.get(name)
        if before is not None:
            if before in self._app.screen_stack:
                return
            self._app.uninstall_screen(name)
            before.remove()
        self._app.install_screen(screen, name)
        self._kept[name] = screen

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

    def back(self, say: str = "") -> None:
        """Close the present screen, after asking where that is due, and ``say`` something; the first one stays."""
        screen = self._app.screen
        if isinstance(screen, TrainerScreen) and len(self.screens) > 1:
            self._ask(screen, partial(self._close, screen))
            if say:
                self.screens[0].notice.say(say)

    def _close(self, screen: TrainerScreen) -> None:
        screen.left()
        self._app.pop_screen()

    # -- other places --------------------------------------------------------------------------------------------

    def ask_where(self) -> None:
        """Show the places there are; the next key names one."""
        from trainer.tui.places import places_in
        from trainer.tui.screens.places import PlacesScreen

        places = places_in(self._app.routes)
        self._app.push_screen(PlacesScreen(self._app.words, places), lambda name: self.go_to(name) if name else None)

    def go_to(self, name: str) -> None:
        """Leave what stands above *Today*, after asking where that is due, and open a place above it.

        The search opens above what is there: one comes back from it.
        """
        above = self.screens[:-1]
        asking = next((screen for screen in above if screen.leaving()), None)
        if name == "search":
            self.open(OpenScreen(name))
        elif asking is None:
            self._land(name)
        else:
            self._ask(asking, partial(self._land, name))

    def _land(self, name: str) -> None:
        while len(self.screens) > 1 and self.screens[0].route != "today":
            self._close(self.screens[0])
        if name != "today":
            self.open(OpenScreen(name))

    # -- learners ------------------------------------------------------------------------------------------------

    def sign_off(self, learner: str | None, then: Sequence[OpenScreen]) -> None:
        """Put the present learner away, after asking where that is due, and open another, or nobody yet."""
        asking = next((screen for screen in self.screens if screen.leaving()), None)
        switch = partial(self._sign_off, learner, then)
        if asking is None:
            switch()
        else:
            self._ask(asking, switch)

    def _sign_off(self, learner: str | None, then: Sequence[OpenScreen]) -> None:
        for screen in self.screens:
            screen.left()
        self._next_learner = (learner, then)
        # In the background, after whatever still goes on there for the one who leaves.
        in_background(self._app, SIGNING_OFF, partial(self._app.workspace.switch_learner, learner))

    def signed_off(self) -> None:
        """Nobody is open any more, or the other learner is: show what comes next."""
        learner, then = self._next_learner
        if learner is None:
            self._clear()
            bottom = self._app.screen
            asks = isinstance(bottom, TrainerScreen) and bottom.ASKS_WHO
            below = [] if asks else [OpenScreen("learners")]
            self._waiting = [*below, OpenScreen("first_run", {"more": True})]
            self._next()
        else:
            self.begin(then)

    def begin(self, then: Sequence[OpenScreen]) -> None:
        """Show *Today* of the learner who is open now, in their language and theme; nothing of another one is left."""
        self._clear()
        self._app.adopt_learner()
        self._waiting = list(then)
        bottom = self._app.screen
        today = OpenScreen("today")
        if isinstance(bottom, TrainerScreen) and bottom.renew(self._app.routes["today"].load(self._app.workspace)):
            bottom.learner = self._learner_name()
            bottom.repaint()
            self._next()
        else:
            self.open(today)

    def _clear(self) -> None:
        """Close every screen but the lowest, those kept for another time as well."""
        self._opening = None
        while len(self._app.screen_stack) > 1:
            self._app.pop_screen()
        for name, screen in self._kept.items():
            self._app.uninstall_screen(name)
            screen.remove()
        self._kept.clear()

    # -- leaving -------------------------------------------------------------------------------------------------

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
