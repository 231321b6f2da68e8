"""The learner's page about the record of a unit: what is still missing, what comes then, and a statement meanwhile."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.app import ComposeResult
from textual.containers import Vertical

from trainer.flows.register_words import condition_sentence
from trainer.flows.statement import Condition, OwnRecord
from trainer.tui.background import Finished, in_background
from trainer.tui.commands import bindings
from trainer.tui.record_moves import StateStudy
from trainer.tui.safe import Plain
from trainer.tui.screens.looking import Looked, LookingScreen
from trainer.tui.widgets.menu import Entry, Menu, Section

if TYPE_CHECKING:
    from trainer.flows.statement import OwnRecordFlow
    from trainer.i18n.catalogue import Translator

_WRITING = "write the study statement"


class OwnRecordScreen(LookingScreen[OwnRecord]):
    """Paints :class:`~trainer.flows.statement.OwnRecord`; a condition's entry leads back to the unit."""

    OFFERS = (StateStudy,)
    BINDINGS = bindings(*OFFERS)
    AUTO_FOCUS = ""

    def __init__(self, words: Translator, flow: OwnRecordFlow, looked: Looked[OwnRecord]) -> None:
        super().__init__(words, looked)
        self._flow = flow
        self._title, self._said = Plain(classes="title"), Plain()
        self._menu, self._then = Menu(classes="gap"), Plain(classes="gap quiet")

    def compose_page(self) -> ComposeResult:
        with Vertical(classes="column"):
            yield self._title
            yield self._said
            yield self._menu
            yield self._then

    def on_mount(self) -> None:
        self._menu.focus()

    def place(self) -> list[str]:
        return [self.words.text(self.view.title), self.words._("Record")]

    def offering(self) -> Iterable[Any]:
        return (self._menu, self)

    # -- painting ------------------------------------------------------------------------------------------------

    def paint(self) -> None:
        words, view = self.words, self.view
        self._title.show(words._("The completion record of this unit"))
        if view.ready:
            said = words._("You have done your part: hand the unit in («h» on the unit's page).")
        else:
            said = words._("What is still missing before it can be issued:")
        self._said.show(said)
        met = words._("{met} of {whole} met", met=sum(one.met for one in view.conditions), whole=len(view.conditions))
        parts = [Section(words._("Your part"), tuple(map(self._entry, view.conditions)), met, numbered=False)]
        if view.waiting:
            waiting = tuple(Entry(f"waiting:{number}", words.text(title), sign="◇")
                            for number, title in enumerate(view.waiting))  # fmt: skip
            note = words._("after you have handed in")
            parts.append(Section(words._("Waiting for an assessor"), waiting, note, numbered=False))
        self._menu.offer(parts)
        self._then.show(
            words._("Then an assessor judges your rationales, accepts that the work was done unsupervised, and an "
                    "issuer signs the record. Without an issuer there is the study statement («s»): it says the same "
                    "in your own name, and nobody has checked it.")
        )  # fmt: skip

    def _entry(self, one: Condition) -> Entry:
        words = self.words
        sign, style = ("✓", "$success") if one.met else ("○", "$warning")
        detail = ", ".join(words.text(what) for what in one.what)
        return Entry(one.name, words._(condition_sentence(one.name)), detail, sign, style)

    # -- keys ----------------------------------------------------------------------------------------------------

    def on_menu_picked(self, picked: Menu.Picked) -> None:
        self.action_back()

    def action_state(self) -> None:
        """Ask where the statement goes."""
        from trainer.tui.widgets.ask import Ask

        words = self.words
        text = words._("A PDF that says what you studied and passed, self-declared: no record, no signature. Where to?")
        self.app.push_screen(Ask(words, words._("Study statement"), text, self._flow.usual_file()), self._write)

    def _write(self, file: str | None) -> None:
        if file is not None:
            self.notice.say(self.words._("One moment…"), stay=True)
            in_background(self, _WRITING, partial(self._flow.write, file, (self.words.language,)))

    def on_finished(self, done: Finished) -> None:
        if done.name == _WRITING:
            self.notice.say(self.words._("Written to {file}.", file=str(done.result)), stay=True)
        else:
            super().on_finished(done)
