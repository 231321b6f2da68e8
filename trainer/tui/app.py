"""The application: themes, words, messages from screens, leaving and crashing. Where to go is in ``navigation``."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import App
from textual.constants import TEXTUAL_ANIMATIONS
from textual.screen import Screen

from trainer.kernel.crash import describe
from trainer.kernel.text import clean
from trainer.tui.background import Failed, Finished, in_background
from trainer.tui.commands import Help, Palette, Pause, Quit, SwitchInterface, SwitchLearner, SwitchTheme, bindings
from trainer.tui.messages import (
    AddLearner,
    ChooseLearner,
    GoBack,
    GoToPlace,
    LearnerOpened,
    OpenScreen,
    ReduceMotion,
    SpeakLanguage,
    StopProgram,
    UseTheme,
)
from trainer.tui.navigation import OPENING, SIGNING_OFF, Navigation
from trainer.tui.routes import ROUTES, Route
from trainer.tui.screens.base import TrainerScreen
from trainer.tui.theme import CSS, DARK, HEIGHTS, LIGHT, THEMES, WIDTHS

if TYPE_CHECKING:
    from trainer.flows.workspace import Workspace
    from trainer.i18n.catalogue import Translator
    from trainer.kernel.problems import Problem

INTERNAL_ERROR = 70
#: Seconds between two looks at whether the terminal is still there; usually its hang-up is heard at once.
_LOOKS_FOR_TERMINAL = 5


def _commands() -> Any:
    """The palette's commands, imported when the palette is opened."""
    from trainer.tui.palette import Commands

    return Commands


class TrainerApp(App[None]):
    """``first`` are the screens to start with; ``crash`` and ``stopped_by`` say afterwards why it ended."""

    CSS = CSS
    BINDINGS = bindings(Help, Palette, Quit, Pause, SwitchTheme, SwitchInterface, SwitchLearner)
    COMMANDS = {_commands}
    # Textual's own binding and sentence are replaced by ours.
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(self, workspace: Workspace, words: Translator, first: Sequence[OpenScreen] = ()) -> None:
        super().__init__()
        self.workspace = workspace
        self.words = words
        self.first = first
        self.routes: dict[str, Route] = dict(ROUTES)
        self.navigation = Navigation(self)
        self.crash: str | None = None
        self.stopped_by: Problem | None = None
        for theme in THEMES:
            self.register_theme(theme)
        # Changing the theme has all styles read anew, and there are none yet: 5 ms before the first paint.
        self.set_reactive(TrainerApp.theme, DARK)
        self.add_class(f"-theme-{DARK}", update=False)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_default_screen(self) -> Screen[Any]:
        """Textual's blank screen would be mounted, laid out and drawn first: a sixth of the time to the first paint."""
        return self.navigation.first(self.first) or super().get_default_screen()

    def on_mount(self) -> None:
        loop = asyncio.get_running_loop()
        for name in (signal.SIGHUP, signal.SIGTERM):
            loop.add_signal_handler(name, self.navigation.leave)
        if not self.is_headless:
            self.set_interval(_LOOKS_FOR_TERMINAL, self._leave_without_terminal)
            self._leave_without_terminal()
        self.navigation.start()

    def _leave_without_terminal(self) -> None:
        """A terminal that was closed unheard of (hang-ups ignored, none that controls us): Textual would read from it
        for ever, as fast as it can.
        """
        if not os.isatty(0):
            self.navigation.leave()

    # -- navigation ----------------------------------------------------------------------------------------------

    def open_screen(self, name: str, *, replace: bool = False, **arguments: Any) -> None:
        """Open a screen by its name in ``routes``; a refusal is said on the present one."""
        self.navigation.open(OpenScreen(name, arguments, replace))

    def on_open_screen(self, wanted: OpenScreen) -> None:
        self.navigation.open(wanted)

    def on_go_back(self, wanted: GoBack) -> None:
        self.navigation.back(wanted.say)

    def on_go_to_place(self, wanted: GoToPlace) -> None:
        if wanted.name:
            self.navigation.go_to(wanted.name)
        else:
            self.navigation.ask_where()

    def on_finished(self, done: Finished) -> None:
        if done.name == OPENING:
            self.navigation.loaded(done.result)
        elif done.name == SIGNING_OFF:
            self.navigation.signed_off()

    def on_failed(self, failed: Failed) -> None:
        self.navigation.refused(failed.problem)

    async def action_quit(self) -> None:
        self.navigation.quit()

    def action_help(self) -> None:
        from trainer.tui.places import places_in
        from trainer.tui.screens.help import HelpScreen

        if isinstance(self.screen, TrainerScreen):
            self.push_screen(HelpScreen(self.words, self.screen.offers(), self.can, places_in(self.routes)))

    def can(self, action: str) -> bool:
        """Whether an action for the present screen or for the program can be taken now."""
        return bool(self.screen.check_action(action, ()))

    def action_palette(self) -> None:
        from trainer.tui.palette import Palette as PaletteScreen

        if isinstance(self.screen, TrainerScreen):
            self.push_screen(PaletteScreen(self.words))

    def action_help_quit(self) -> None:
        """Textual's answer to ``ctrl+c``, in the interface's language."""
        if isinstance(self.screen, TrainerScreen):
            self.screen.notice.say(self.words._("Press ctrl+q to leave Trainer."))

    async def on_event(self, event: events.Event) -> None:
        """What is pasted is cleaned before any field sees it: those of Textual show control codes as they are."""
        if isinstance(event, events.Paste):
            event.text = clean(event.text)
        await super().on_event(event)

    # -- learners ------------------------------------------------------------------------------------------------

    def action_switch_learner(self) -> None:
        if self.workspace.learner:
            self.open_screen("learners")

    def on_choose_learner(self, wanted: ChooseLearner) -> None:
        self.navigation.sign_off(wanted.learner, [wanted.then] if wanted.then else [])

    def on_add_learner(self, _: AddLearner) -> None:
        self.navigation.sign_off(None, [])

    def on_learner_opened(self, _: LearnerOpened) -> None:
        self.navigation.begin([])

    # -- language, theme --------------------------------------------------------------------------------

    def on_speak_language(self, wanted: SpeakLanguage) -> None:
        self.words.switch(wanted.language)
        for screen in self.navigation.screens:
            screen.repaint()
        self._keep(partial(self.workspace.speak, wanted.language))

    def on_use_theme(self, wanted: UseTheme) -> None:
        self.use_theme(wanted.theme)
        self._keep(partial(self.workspace.change_settings, theme=wanted.theme))

    def on_reduce_motion(self, wanted: ReduceMotion) -> None:
        self.reduce_motion(wanted.reduced)
        self._keep(partial(self.workspace.change_settings, reduced_motion=wanted.reduced))

    def reduce_motion(self, reduced: bool) -> None:
        """No animation and no blinking cursor, for now, or as usual."""
        self.animation_level = "none" if reduced else TEXTUAL_ANIMATIONS

    def use_theme(self, name: str) -> None:
        """``dark`` or ``light``, for now. Costs nothing where it is so already."""
        self.theme = LIGHT if name == "light" else DARK

    def adopt_learner(self) -> None:
        """Speak and look as the open learner wants it."""
        glance = self.workspace.glance()
        if glance and glance["profile"]:
            self.words.switch(glance["profile"]["language"])
            self.use_theme(glance["settings"]["theme"])
            self.reduce_motion(glance["settings"]["reduced_motion"])

    def _keep(self, task: Any) -> None:
        if self.workspace.learner:
            in_background(self, "save settings", task)

    def action_switch_theme(self) -> None:
        self.post_message(UseTheme("dark" if self.theme == LIGHT else "light"))

    def action_switch_interface(self) -> None:
        known = self.words.languages
        self.post_message(SpeakLanguage(known[(known.index(self.words.language) + 1) % len(known)]))

    def on_stop_program(self, wanted: StopProgram) -> None:
        self.stop(wanted.problem)

    def stop(self, problem: Problem) -> None:
        """End because of a problem; its sentence is printed when the terminal is restored."""
        self.stopped_by = problem
        self.exit(return_code=problem.exit_code)

    def _refresh_notifications(self) -> None:
        """Textual lays a new screen out once more to show that there is nothing to notify; what we say has a line."""
        if self._notifications:
            super()._refresh_notifications()

    def _handle_exception(self, error: Exception) -> None:
        """Textual prints local variables, which can hold a key or a name: ours keeps places and types only."""
        cause = getattr(error, "error", None)
        self.crash = describe(cause if isinstance(cause, BaseException) else error)
        super()._handle_exception(error)
        self._return_code = INTERNAL_ERROR
        self._exit_renderables.clear()

    def _fatal_error(self) -> None:
        self._close_messages_no_wait()
