"""The first start of a learner: name, two languages and a qualification, in the language being chosen."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Input

from trainer.i18n.names import own_name
from trainer.tui.background import Failed, Finished, in_background
from trainer.tui.commands import bindings
from trainer.tui.messages import LearnerOpened, SpeakLanguage
from trainer.tui.moves import FieldAbove, FieldBelow, NextField
from trainer.tui.safe import Plain, joined
from trainer.tui.screens.base import TrainerScreen
from trainer.tui.screens.today import Progressed
from trainer.tui.widgets.dialog import button
from trainer.tui.widgets.picker import LABELS, Picker

if TYPE_CHECKING:
    from trainer.flows.home import FirstRunFlow
    from trainer.i18n.catalogue import Translator

_COMPILING, _CREATING = "compile the content", "make the learner"


class FirstRunScreen(TrainerScreen):
    """One dialog; ``enter`` goes from field to field and starts from the last."""

    OFFERS = (NextField, FieldBelow, FieldAbove)
    BINDINGS = bindings(*OFFERS)
    AUTO_FOCUS = "#name"
    ROAMS = False
    CSS = f"""
    FirstRunScreen .row {{ height: 1; margin-bottom: 1; }}
    FirstRunScreen .row .label {{ width: {LABELS + 2}; padding-left: 2; }}
    FirstRunScreen Input {{ width: 1fr; max-width: 40; height: 1; border: none; padding: 0 1; background: $panel; }}
    FirstRunScreen Input:focus {{ border: none; background: $cursor; text-style: none; }}
    FirstRunScreen Picker {{ margin-bottom: 1; }}
    FirstRunScreen #start {{ margin-left: {LABELS + 2}; background: $panel; text-style: none; }}
    FirstRunScreen #start:focus {{ background: $accent; color: $background; text-style: bold reverse; }}
    FirstRunScreen #say {{ margin-bottom: 1; color: $quiet; }}
    FirstRunScreen.-short Picker, FirstRunScreen.-short .row {{ margin-bottom: 0; }}
    """

    def __init__(self, words: Translator, flow: FirstRunFlow, *, more: bool = False) -> None:
        super().__init__(words)
        self._flow = flow
        self._more = more
        self._second = next((code for code in words.languages if code != words.language), words.language)
        self._qualification = ""
        self._share = 0
        self._language = Picker(id="language")
        self._other = Picker(id="second")
        self._wanted = Picker(id="qualification")
        self._typed = Input(id="name", compact=True, max_length=60)

    def compose_page(self) -> ComposeResult:
        with Vertical(classes="column"):
            yield Plain(id="welcome", classes="title")
            yield Plain(id="say")
            with Horizontal(classes="row"):
                yield Plain(classes="label")
                yield self._typed
            yield self._language
            yield self._other
            yield self._wanted
            yield button("", "start")

    def offering(self) -> Iterable[Any]:
        focused = self.focused
        return (self, focused) if isinstance(focused, Picker) else (self,)

    def on_mount(self) -> None:
        self.call_after_refresh(in_background, self, _COMPILING, partial(self._flow.open, self._report))

    def _report(self, done: int, total: int) -> None:
        share = done * 100 // max(total, 1)
        if share != self._share:
            self._share = share
            self.post_message(Progressed(share))

    def on_progressed(self, _: Progressed) -> None:
        self.paint()

    def may(self, action: str) -> bool:
        """There is something below this screen only where others learn already."""
        return action != "back" or self._more

    # -- painting ------------------------------------------------------------------------------------------------

    def paint(self) -> None:
        words = self.words
        self.query_one("#welcome", Plain).show(words._("Welcome to Trainer"))
        self.query_one("#say", Plain).show(
            words._("Four answers and you can begin; everything can be changed later in the settings.")
        )
        self.query_one(".label", Plain).show(words._("Your name"))
        self.query_one("#start", Button).label = joined(" ", words._("Begin"), " ")
        names = [(code, own_name(code)) for code in words.languages]
        self._language.show(words._("Interface language"), names, words.language)
        others = [pair for pair in names if pair[0] != words.language]
        self._other.show(words._("Second language"), [*others, (words.language, words._("none"))], self._second)
        self._paint_qualifications()

    def _paint_qualifications(self) -> None:
        words = self.words
        rows = self._flow.qualifications()
        choices = [(row.id, words.text(row.title)) for row in rows]
        self._qualification = self._qualification or (rows[0].id if rows else "")
        waiting = words._("the content is being prepared: {share} %", share=self._share)
        self._wanted.show(words._("Qualification"), choices, self._qualification, waiting=waiting)

    # -- keys ----------------------------------------------------------------------------------------------------

    @on(Picker.Changed, "#language")
    def _speak(self, changed: Picker.Changed) -> None:
        if self._second == changed.value:
            self._second = self.words.language
        self.post_message(SpeakLanguage(changed.value))

    @on(Picker.Changed, "#second")
    def _speak_also(self, changed: Picker.Changed) -> None:
        self._second = changed.value

    @on(Picker.Changed, "#qualification")
    def _learn(self, changed: Picker.Changed) -> None:
        self._qualification = changed.value

    def on_descendant_focus(self) -> None:
        self.show_offers()

    def on_input_submitted(self) -> None:
        self.action_confirm()

    def on_button_pressed(self) -> None:
        name, language = self._typed.value, self.words.language
        create = partial(self._flow.create, name, language, self._second, self._qualification)
        in_background(self, _CREATING, create)

    def action_confirm(self) -> None:
        self.focus_next()

    def action_field(self, step: int) -> None:
        if step > 0:
            self.focus_next()
        else:
            self.focus_previous()

    # -- what comes back -----------------------------------------------------------------------------------------

    def on_finished(self, done: Finished) -> None:
        if done.name == _CREATING:
            self.post_message(LearnerOpened())
        elif done.name == _COMPILING:
            self.paint()

    def on_failed(self, failed: Failed) -> None:
        if failed.name == _CREATING:
            self._typed.focus()
