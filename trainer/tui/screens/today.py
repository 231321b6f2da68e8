"""*Today*: what to do next, how far each unit is, how the last attempts went. The first screen, so it is seen at once;
the learner's store opens in the background right after."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from trainer.tui.background import Failed, Finished, in_background
from trainer.tui.commands import bindings
from trainer.tui.moves import OpenCatalogue, OpenSettings
from trainer.tui.places import OpenSearch
from trainer.tui.practice_moves import ChoosePractice, OpenProgress
from trainer.tui.safe import Plain
from trainer.tui.screens.base import TrainerScreen
from trainer.tui.screens.today_words import recent_entry, step_entry, steps_note, unit_entry
from trainer.tui.widgets.menu import Menu, Section

if TYPE_CHECKING:
    from trainer.flows.home import HomeFlow
    from trainer.flows.today import TodayView
    from trainer.i18n.catalogue import Translator

_OPENING = "open the learner"


class Progressed(Message):
    """The content is being compiled; ``share`` in per cent."""

    def __init__(self, share: int) -> None:
        super().__init__()
        self.share = share


class TodayScreen(TrainerScreen):
    """Shows a :class:`~trainer.flows.today.TodayView`."""

    OFFERS = (ChoosePractice, OpenProgress, OpenCatalogue, OpenSearch, OpenSettings)
    BINDINGS = bindings(*OFFERS)
    AUTO_FOCUS = ""

    def __init__(self, words: Translator, flow: HomeFlow) -> None:
        super().__init__(words)
        self._flow = flow
        self._view: TodayView | None = None
        self._opened = False
        self._steps: list[str] = []
        self._share = 0
        self._hello = Plain(id="hello", classes="title")
        self._menu = Menu(id="steps")

    def compose_page(self) -> ComposeResult:
        with Vertical(classes="column"):
            yield self._hello
            yield self._menu

    def offering(self) -> Iterable[TrainerScreen | Menu]:
        return (self._menu, self)

    def on_mount(self) -> None:
        self._menu.focus()
        self.call_after_refresh(in_background, self, _OPENING, partial(self._flow.open, self._report))

    def renew(self, result: HomeFlow) -> bool:
        """The day of another learner."""
        self._flow, self._view, self._opened, self._steps, self._share = result, None, False, [], 0
        self.notice.clear()
        in_background(self, _OPENING, partial(self._flow.open, self._report))
        return True

    def _report(self, done: int, total: int) -> None:
        """Called from the background for every file: only another per cent is worth a message."""
        share = done * 100 // max(total, 1)
        if share != self._share:
            self._share = share
            self.post_message(Progressed(share))

    def on_progressed(self, _: Progressed) -> None:
        self.paint()

    def on_screen_resume(self) -> None:
        if self._opened:
            self._view = None
            self.paint()

    def on_finished(self, done: Finished) -> None:
        if done.name == _OPENING:
            self._opened, self._view = True, None
            self.repaint()

    def on_failed(self, failed: Failed) -> None:
        """Nothing can be done without the learner's store: say why on a screen of its own."""
        if failed.name == _OPENING:
            failed.stop()
            failed.prevent_default()
            self.open("stopped", replace=True, problem=failed.problem)

    # -- painting ------------------------------------------------------------------------------------------------

    def may(self, action: str) -> bool:
        """There is nothing below this screen."""
        return action != "back"

    def place(self) -> list[str]:
        return [self.words._("Today")]

    def paint(self) -> None:
        self._view = self._view or self._flow.view
        if self._view is None:
            self._hello.show(self._waiting())
            return
        self._hello.show(self.words._("Hello, {name}", name=self._view.name))
        self._menu.offer(self._sections(self._view))
        if self._view.flaws:
            self.notice.say(self._flawed(self._view.flaws), stay=True)
        steps = [step.target for step in self._view.steps]
        if steps != self._steps:
            # There is something else to do next: that is what should be highlighted.
            self._steps = steps
            self._menu.start_over()

    def _flawed(self, count: int) -> str:
        return self.words.ngettext(
            "{count} mistake in the content; «trainer check» says where.",
            "{count} mistakes in the content; «trainer check» says where.",
            count,
        )

    def _waiting(self) -> str:
        if self._share:
            return self.words._("The content is being prepared: {share} %", share=self._share)
        return self.words._("One moment…")

    def _sections(self, view: TodayView) -> list[Section]:
        words = self.words
        steps = tuple(step_entry(step, words) for step in view.steps)
        units = tuple(unit_entry(unit, words) for unit in view.units)
        recent = tuple(recent_entry(row, self._flow.now, words) for row in view.recent)
        note = steps_note(view, words) if steps else words._("There is nothing to study yet.")
        sections = [
            Section(words._("What to do next"), steps, note),
            Section(words._("Your units"), units, words.text(view.qualification), numbered=False),
        ]
        return [*sections, Section(words._("Last attempts"), recent, numbered=False)] if recent else sections

    # -- keys ----------------------------------------------------------------------------------------------------

    def on_menu_picked(self, picked: Menu.Picked) -> None:
        kind, _, target = picked.entry.partition(":")
        match kind:
            case "resume_exam" | "resume_practice":
                self.open("attempt", attempt=target)
            case "resume_exercise":
                self.open("exercise_play", attempt=target)
            case "lesson":
                module, _, lesson = target.partition("/")
                self.open("lesson", module=module, lesson=lesson)
            case "practice":
                self.open("practice", module=target)
            case "due":
                self.open("practice", scope=target)
            case "exam":
                self.open("exam", exam=target)
            case "unit":
                self.open("unit", unit=target)
            case "result" | "review" | "exercise_result":
                self.open(kind, attempt=target)

    def action_choose_practice(self) -> None:
        self.open("practice_menu")

    def action_progress(self) -> None:
        self.open("progress")

    def action_catalogue(self) -> None:
        self.open("catalogue")

    def action_settings(self) -> None:
        self.open("settings")
