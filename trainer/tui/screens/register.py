"""The instructor's register: classes, what each learner lacks, what waits; files are taken in here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from trainer.flows.register_view import RegisterView
from trainer.tui.assess_moves import Assess
from trainer.tui.background import Failed, Finished, in_background
from trainer.tui.commands import bindings
from trainer.tui.register_moves import TakeIn
from trainer.tui.safe import Plain
from trainer.tui.screens.looking import Looked, LookingScreen
from trainer.tui.screens.register_words import class_entry, outcome_lines, summary, unit_note
from trainer.tui.widgets.menu import Menu, Section

if TYPE_CHECKING:
    from trainer.flows.register_import import Outcome
    from trainer.flows.register_view import RegisterScreenFlow
    from trainer.i18n.catalogue import Translator

_TAKING = "take hand-ins in"


class LookedAt(Message):
    """So many files of an import were looked at."""

    def __init__(self, done: int, of: int) -> None:
        super().__init__()
        self.done, self.of = done, of


class RegisterScreen(LookingScreen[RegisterView]):
    """Paints :class:`~trainer.flows.register_view.RegisterView`; a learner's entry opens the learner."""

    OFFERS = (TakeIn, Assess)
    BINDINGS = bindings(*OFFERS)
    AUTO_FOCUS = ""

    def __init__(self, words: Translator, flow: RegisterScreenFlow, looked: Looked[RegisterView]) -> None:
        super().__init__(words, looked)
        self._flow = flow
        self._taking = False
        self._told = Plain(id="told")
        self._menu = Menu(classes="gap")
        self._kept = Plain(id="kept", classes="gap quiet")

    def compose_page(self) -> ComposeResult:
        with Vertical(classes="column"):
            yield self._told
            yield self._menu
            yield self._kept

    def on_mount(self) -> None:
        self._menu.focus()

    def place(self) -> list[str]:
        return [self.words._("Register")]

    def offering(self) -> Iterable[Any]:
        return (self._menu, self)

    def may(self, action: str) -> bool:
        match action:
            case "take_in":
                return not self._taking
            case "assess":
                return not self.view.empty
        return True

    # -- painting ------------------------------------------------------------------------------------------------

    def paint(self) -> None:
        words, view = self.words, self.view
        self._told.show("\n".join(self._said()))
        sections = [
            Section(words.text(one.title), tuple(class_entry(row, words) for row in one.rows), unit_note(one, words))
            for one in view.classes
        ]
        self._menu.display = not view.empty
        self._menu.offer(sections)
        self._kept.show(
            words._("Hand-ins are kept for {months} months after the last one.", months=view.retention_months)
        )

    def _said(self) -> Iterator[str]:
        words, view = self.words, self.view
        if view.torn:
            yield words._("An unfinished last line of the register was passed over.")
        if view.empty:
            yield words._("Nobody has handed anything in yet.")
            yield words._(
                "A learner opens a unit and presses «h»: that makes one file. Press «i» here to take such files "
                "in, one or a whole folder; then you see what each learner lacks and what waits for an assessor."
            )
        else:
            yield words._("All of it was done unsupervised, on the learners' own machines.")

    # -- keys ----------------------------------------------------------------------------------------------------

    def on_menu_picked(self, picked: Menu.Picked) -> None:
        person, _, unit = picked.entry.partition("/")
        self.open("register_learner", person=person, unit=unit)

    def action_assess(self) -> None:
        """What waits in the class of the highlighted learner."""
        _, _, unit = (self._menu.highlighted or "").partition("/")
        self.open("assess", unit=unit)

    def action_take_in(self) -> None:
        """Ask for a file or a folder."""
        from trainer.tui.widgets.ask import Ask

        words = self.words
        text = words._("A file that a learner handed in, or a folder of such files. Each is looked at whole first; one "
                       "that does not hold is refused, and the others are taken.")  # fmt: skip
        self.app.push_screen(Ask(words, words._("Take in hand-ins"), text, "~/"), self._take)

    def _take(self, path: str | None) -> None:
        if path is not None:
            self._taking = True
            self.notice.say(self.words._("One moment…"), stay=True)
            self.show_offers()
            in_background(self, _TAKING, partial(self._flow.take, path, self._report))

    def _report(self, done: int, of: int) -> None:
        """Called from the background."""
        if of > 1:
            self.post_message(LookedAt(done, of))

    def on_looked_at(self, told: LookedAt) -> None:
        self.notice.say(
            self.words._("looked at {done} of {count} files", done=told.done, count=told.of), stay=True
        )  # fmt: skip

    def on_finished(self, done: Finished) -> None:
        if done.name != _TAKING:
            super().on_finished(done)
            self.show_offers()
            return
        self._taking = False
        outcomes = cast("tuple[Outcome, ...]", done.result)
        self.notice.say(summary(outcomes, self.words))
        self.on_screen_resume()
        if any(one.problem is not None or one.forks or one.unknown for one in outcomes):
            self._show(outcomes)

    def on_failed(self, failed: Failed) -> None:
        self._taking = False
        self.show_offers()

    def _show(self, outcomes: tuple[Outcome, ...]) -> None:
        from trainer.tui.widgets.dialog import Sheet

        lines = "\n".join(line for one in outcomes for line in outcome_lines(one, self.words))
        self.app.push_screen(Sheet(self.words._("What came of the files"), Plain(lines)))
