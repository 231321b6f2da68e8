"""The result of an exercise: how it went, what cost points and why, and the replay moment by moment."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical

from trainer.flows.exercise_result import ExerciseResult
from trainer.kernel.problems import N_
from trainer.tui.commands import Command, Next, Offering, Previous, bindings
from trainer.tui.play_moves import OtherLanguage
from trainer.tui.safe import Plain
from trainer.tui.screens.exercise_result_words import criteria, summary
from trainer.tui.screens.looking import Looked, LookingScreen
from trainer.tui.screens.replay_words import Reading, replayed
from trainer.tui.shown import BOTH, next_shown
from trainer.tui.widgets.menu import Entry, Menu, Section
from trainer.tui.widgets.paragraphs import Paragraphs, Transcript

if TYPE_CHECKING:
    from trainer.i18n.catalogue import Translator


class WriteRationale(Command):
    id = "exercise.rationale"
    key = "w"
    action = "rationale"
    footer = N_("rationale")
    about = N_("Write the rationale of this exercise, or read what you handed in")
    in_footer = False


class Translate(Command):
    id = "exercise.translate"
    key = "t"
    action = "translate"
    footer = N_("translate")
    about = N_("Show what was said in the other language too; after a practice only")


class ExerciseResultScreen(LookingScreen[ExerciseResult]):
    """Paints :class:`~trainer.flows.exercise_result.ExerciseResult`; the replay takes the page while it is open."""

    AUTO_FOCUS = ""
    OFFERS = (Next, Previous, Translate, WriteRationale, OtherLanguage)
    BINDINGS = bindings(*OFFERS)
    CSS = """
    ExerciseResultScreen #moment {
        dock: top; height: auto; background: $background; align-horizontal: center;
    }
    """

    def __init__(self, words: Translator, looked: Looked[ExerciseResult], languages: Sequence[str]) -> None:
        super().__init__(words, looked)
        self._languages, self._shown = languages, languages[0]
        self._translated = self._replaying = False
        self._at = 0
        self._where = Plain(classes="column where")
        self._summary, self._criteria = Paragraphs(), Paragraphs(classes="gap")
        self._menu = Menu(classes="gap")
        self._transcript = Transcript(classes="column")

    def compose_page(self) -> ComposeResult:
        with Vertical(classes="column") as self._result:
            yield self._summary
            yield self._menu
            yield self._criteria
        with Vertical(id="moment") as self._above:
            yield self._where
        yield self._transcript

    def on_mount(self) -> None:
        self._show_replay(False)

    def resized(self) -> None:
        self.paint()

    def place(self) -> Sequence[str]:
        return [self.words._("Result"), self.words.text(self.view.title)]

    def offering(self) -> Iterable[Offering]:
        return (self,) if self._replaying else (self._menu, self)

    def may(self, action: str) -> bool:
        match action:
            case "next" | "previous":
                return bool(self.view.moments)
            case "translate":
                return self._replaying and bool(self.view.translations) and len(self._languages) > 1
            case "rationale":
                return bool(self.view.rationale_due)
            case "cycle_language":
                return len(self._languages) > 1
        return True

    # -- painting ------------------------------------------------------------------------------------------------

    def paint(self) -> None:
        reading = Reading(self.words, self._shown, self._languages, self._translated)
        both = self._shown == BOTH
        for widget in (self._result, self._where, self._transcript):
            widget.set_class(both, "-double")
        self._result.display = not self._replaying
        self._above.display = self._transcript.display = self._replaying
        if self._replaying:
            self._say_where()
            self._transcript.tell(replayed(self.view, reading))
        else:
            self._summary.say(summary(self.view, reading, self._summary.size.width))
            self._menu.offer([Section("", tuple(self._choices()))])
            self._criteria.say(criteria(self.view, reading))

    def _say_where(self) -> None:
        count = len(self.view.moments)
        said = self.words._("Moment {number} of {count}", number=self._at + 1, count=count)
        self._where.show(said, same_size=True)

    def _choices(self) -> Iterable[Entry]:
        words, view = self.words, self.view
        if view.rationale_due:
            lacking = len({gap.part for gap in view.rationale_gaps or ()})
            aside = words.ngettext("{count} part lacks something", "{count} parts lack something", lacking)
            written = view.rationale_gaps is None
            title = words._("Read the rationale again") if written else words._("Write the rationale")
            yield Entry("rationale", title, aside=aside if lacking else "")
        count = words.ngettext("{count} moment", "{count} moments", len(view.moments))
        yield Entry("replay", words._("Go through it moment by moment, with comments"), aside=count)
        yield Entry("again", words._("Play it again"))
        yield Entry("unit", words._("To the unit"))
        yield Entry("back", words._("Go back"))

    def _show_replay(self, is_open: bool) -> None:
        self._replaying = is_open
        self.page.scroll_home(animate=False)
        self.paint()
        (self._transcript if is_open else self._menu).focus(scroll_visible=False)
        self.show_offers()

    # -- actions -------------------------------------------------------------------------------------------------

    def on_menu_picked(self, picked: Menu.Picked) -> None:
        match picked.entry:
            case "rationale":
                self.action_rationale()
            case "replay":
                self._go(0)
            case "again":
                self.open("exercise", replace=True, exercise=self.view.exercise)
            case "unit":
                self._to_unit()
            case _:
                self.action_back()

    def _to_unit(self) -> None:
        """Back where one came from the unit, else in the place of this screen."""
        below = self.app.screen_stack[:-1]
        if below and getattr(below[-1], "route", "") == "unit":
            self.action_back()
        else:
            self.open("unit", replace=True, unit=self.view.unit)

    def action_next(self) -> None:
        self._go(self._at + 1 if self._replaying else self._at)

    def action_previous(self) -> None:
        self._go(self._at - 1 if self._replaying else self._at)

    def _go(self, at: int) -> None:
        """To a moment, opening the replay where it is closed."""
        if not 0 <= at < len(self.view.moments):
            first = self.words._("This is the first moment.")
            self.notice.say(first if at < 0 else self.words._("This is the last moment."))
            return
        self._at = at
        if self._replaying:
            self._say_where()
        else:
            self._show_replay(True)
        self._bring()

    def _bring(self) -> None:
        self._transcript.go(self._at, below=self._above.outer_size.height)

    def action_translate(self) -> None:
        self._translated = not self._translated
        self.paint()
        self._bring()

    def action_cycle_language(self) -> None:
        self._shown = next_shown(self._shown, self._languages)
        self.paint()
        if self._replaying:
            self._bring()

    def action_rationale(self) -> None:
        self.open("rationale", attempt=self.view.attempt)

    def action_back(self) -> None:
        if self._replaying:
            self._show_replay(False)
        else:
            super().action_back()
