"""Holding an oral assessment: questions, observation points, notes and time; confirmed when nothing is open."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from textual.app import ComposeResult
from textual.containers import Vertical

from trainer.flows.oral import LONGEST_NOTES
from trainer.kernel.problems import Problem
from trainer.tui.assess_moves import HoldOral, SignAs, StopTime, TakeNotes
from trainer.tui.background import Finished, in_background
from trainer.tui.commands import bindings
from trainer.tui.controls.fields import FieldLeft
from trainer.tui.messages import GoBack
from trainer.tui.safe import Plain, joined
from trainer.tui.screens.noting import NotingScreen
from trainer.tui.screens.oral_words import covered, outcome, parts
from trainer.tui.screens.signing import ask_name
from trainer.tui.widgets.hanging import Hanging
from trainer.tui.widgets.header import HeaderWith
from trainer.tui.widgets.level_sheet import LevelSheet
from trainer.tui.widgets.play_clock import PlayClock

if TYPE_CHECKING:
    from trainer.assessment.acts import OralHeld
    from trainer.flows.oral import OralFlow
    from trainer.i18n.catalogue import Translator

_HOLDING, _KEEPING = "write an oral assessment down", "keep a draft"


class OralScreen(NotingScreen):
    """Paints :class:`~trainer.flows.oral.OralView`; what is marked is kept as a draft until it is confirmed."""

    AUTO_FOCUS = ""
    OFFERS = (HoldOral, TakeNotes, StopTime, SignAs)
    BINDINGS = bindings(*OFFERS)

    def __init__(self, words: Translator, flow: OralFlow) -> None:
        self._clock = PlayClock("")
        super().__init__(words, LONGEST_NOTES)
        self._flow, self._view = flow, flow.view
        self._about, self._outcome = Plain(classes="quiet"), Plain()
        self._sheet = LevelSheet(classes="gap")
        self._notes, self._covered = Plain(classes="gap"), Hanging(classes="gap")
        self._rule = Plain(classes="gap quiet")

    def make_header(self) -> HeaderWith:
        return HeaderWith(self._clock)

    def compose_page(self) -> ComposeResult:
        with Vertical(classes="column"):
            yield self._about
            yield self._outcome
            yield self.editor
            yield self._sheet
            yield self._notes
            yield self._covered
            yield self._rule

    def on_mount(self) -> None:
        self._sheet.focus(scroll_visible=False)
        self.set_interval(1, self._tell_time)
        self._tell_time()

    def place(self) -> list[str]:
        return [self.words._("Oral assessment"), self._view.person.name]

    def offering(self) -> Iterable[Any]:
        return (self._sheet, self) if self._sheet.has_focus else (self,)

    def may(self, action: str) -> bool:
        return action in ("back", "scroll_page") or not self.editor.is_open

    # -- painting ------------------------------------------------------------------------------------------------

    def paint(self) -> None:
        words, view = self.words, self._view
        by = words._("Assessor: {name}", name=view.assessor) if view.assessor else words._("Nobody has signed yet.")
        self._about.show(joined(words.text(view.title), by, between="\n"))
        self._outcome.show(outcome(view, words))
        self._sheet.display = not self.editor.is_open
        self._sheet.offer(parts(view, words), words._("mark"), tells_open=False)
        self._notes.display = bool(view.notes) and not self.editor.is_open
        self._notes.show(joined((words._("Notes"), "bold"), view.notes, between="\n"))
        self._covered.hang(list(covered(view, words)))
        protocol = view.protocol
        texts = [words.text(protocol.sufficiency.text), words._("House rule."), words.text(protocol.basis)]
        self._rule.show(" ".join(texts))

    def _tell_time(self) -> None:
        self._clock.tell(self._flow.seconds, self._view.protocol.minutes * 60)

    # -- marking -------------------------------------------------------------------------------------------------

    def on_level_sheet_given(self, given: LevelSheet.Given) -> None:
        self._flow.mark(given.mark, given.level)
        self._changed()

    def _changed(self) -> None:
        self._view = self._flow.view
        self.paint()
        self._tell_time()
        in_background(self, _KEEPING, self._flow.keep)

    def action_time(self) -> None:
        self._flow.run(not self._view.running)
        self._changed()
        self.notice.say(self.words._("The time goes on.") if self._view.running else self.words._("The time stands."))

    def action_sign(self) -> None:
        ask_name(self, self._view.assessor, self._signed)

    def _signed(self, name: str) -> None:
        try:
            self._flow.sign(name)
        except Problem as problem:
            self.tell(problem)
        self._changed()

    def action_notes(self) -> None:
        self.editor.open(joined((self.words._("Notes"), "bold")), self._view.notes)
        self.paint()
        self.page.scroll_home(animate=False)
        self.show_offers()

    def on_field_left(self, event: FieldLeft) -> None:
        event.stop()
        self._flow.note(self.editor.text)
        self.editor.close()
        self._changed()
        self._sheet.focus(scroll_visible=False)
        self.show_offers()

    # -- confirming ----------------------------------------------------------------------------------------------

    def action_confirm(self) -> None:
        """Ask once more: what is confirmed stands in the register."""
        if self._view.sheet.outcome is None:
            marks = {mark.id: mark for mark in self._sheet.marks}
            open_ = next(name for part in self._view.sheet.parts if not part.left for name in part.open)
            self._sheet.go_to(open_)
            self.notice.say(self.words._("Not marked yet: {what}", what=marks[open_].title))
        elif not self._view.assessor:
            ask_name(self, "", self._sign_and_confirm)
        else:
            self._ask()

    def _sign_and_confirm(self, name: str) -> None:
        self._signed(name)
        self._ask()

    def _ask(self) -> None:
        from trainer.tui.widgets.dialog import Confirm

        words = self.words
        title = words._("Write this oral assessment down?")
        said = outcome(self._view, words).plain
        text = words._("{outcome}. It then stands in the register; it can be taken back with a reason.", outcome=said)
        dialog = Confirm(title, text, go=words._("Write it down"), stay=words._("Not yet"))
        self.app.push_screen(dialog, lambda go: self._hold() if go else None)

    def _hold(self) -> None:
        in_background(self, _HOLDING, self._flow.confirm)

    def on_finished(self, done: Finished) -> None:
        if done.name == _HOLDING:
            held: OralHeld = done.result  # type: ignore[assignment] # what ``confirm`` returned
            said = self.words._("The oral assessment of {name} is in the register.", name=self._view.person.name)
            self._view = self._flow.view
            self.post_message(GoBack(said if held else ""))

    def left(self) -> None:
        """What is half written is kept too."""
        if self.editor.is_open:
            self._flow.note(self.editor.text)
        self._flow.run(False)
        with suppress(Problem):
            self._flow.keep()
