"""Doing things at the desk: opening, moves, forms with their drafts, hints; what happened is said in a line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from trainer.exercises.play import Move
from trainer.tui.plays.desk.board import LIST, SHEET, Board
from trainer.tui.plays.desk.forms.opening import form_of
from trainer.tui.plays.desk.said import happened
from trainer.tui.plays.desk.speech import Speech
from trainer.tui.widgets import dialog

if TYPE_CHECKING:
    from trainer.exercises.desk.shown import Row, ShiftView
    from trainer.exercises.play import ShownMoment
    from trainer.flows.exercise import ExerciseView
    from trainer.i18n.catalogue import Translator
    from trainer.kernel.text import LocalText
    from trainer.tui.plays.desk.forms.base import Form
    from trainer.tui.plays.pane import Host

_TASK = "task"
#: What is spoken at the desk, so that its title and text can be translated.
_SPOKEN = ("document", "ticket", "record", "article")


class Work(Board):
    """``drafts`` are forms that were left with something in them, by thing and act."""

    def __init__(self, words: Translator, languages: Sequence[str], host: Host) -> None:
        super().__init__(words, languages, host)
        self.drafts: dict[tuple[str, str, str], Form] = {}
        self._known = -1
        self._moving = False
        self._asked = ""

    # -- what is shown -------------------------------------------------------------------------------------------

    def show(self, view: ExerciseView) -> None:
        """Anything that is open stays open; a form over another thing is put away."""
        before, play = self.play, cast("ShiftView", view.play)
        self.play, self.over = play, view.finished or view.over
        speech = Speech(self.words, self.shown, self.languages, play.spoken, view.sources)
        self.speech = speech if speech.key != self.speech.key else self.speech
        self._follow(before)
        self._tell_news(play)
        self.paint(keep=self._moving)

    def _follow(self, before: ShiftView | None) -> None:
        """Go along with what is open now."""
        play = self.play
        sheet = play.sheet if play else None
        if play is None or sheet is None or self.over:
            self.leave_form()
            if self.side == SHEET and self.reading is None and before is not None and before.sheet:
                self.side = LIST
        elif before is None or before.sheet is None or sheet.token != before.sheet.token:
            self.leave_form()
            self.reading = None
            self.side = self.side if before is None else SHEET
            self.sheet_part.scroll_home(animate=False)
        elif self.form is not None and self.form.word in (*sheet.acts, "follow"):
            self.form.renew(play, sheet, self.speech)
        else:
            self.leave_form(keep=False)

    def _tell_news(self, play: ShiftView) -> None:
        """What happened while nobody did anything."""
        if not self._moving and 0 <= self._known < len(play.moments):
            self._tell(play.moments[self._known :])
        self._known = len(play.moments)

    def _tell(self, moments: Sequence[ShownMoment]) -> None:
        if said := happened(moments, self.speech):
            self.host.tell(said)

    def changed(self) -> None:
        """Show it, with other keys than before."""
        self.paint(keep=True)
        self.host.show_offers()

    # -- moves ---------------------------------------------------------------------------------------------------

    def make(self, move: Move) -> bool:
        """Make a move and say what happened; False when it was refused, which the host has said."""
        self._moving = True
        moments = self.host.move(move)
        self._moving = False
        if moments is None:
            return False
        self._tell(moments)
        return True

    def ask(self, title: str, text: str, go: str, move: Move) -> None:
        """Make a move that cannot be taken back lightly, if it is really meant."""

        def answered(really: bool | None) -> None:
            if really:
                self.make(move)

        self.app.push_screen(dialog.Confirm(title, text, go=go, stay=self.words._("Go on working")), answered)

    # -- opening -------------------------------------------------------------------------------------------------

    def open_row(self, row: Row) -> None:
        """Open a line of a list; what was sent is only read."""
        if row.kind == "moment":
            self.read(row)
        else:
            self.look_at(row.kind, row.token)

    def read(self, what: Row | str = _TASK) -> None:
        """Show the task, or something that was sent, in place of what is open."""
        self.reading, self.side = what, SHEET
        self.sheet_part.scroll_home(animate=False)
        self.changed()

    def look_at(self, kind: str, token: str) -> None:
        """Open a thing; what is open already is only looked at."""
        self.reading = None
        if self.thing == (kind, token):
            self.side = SHEET
            self.changed()
        else:
            self.make(Move("open", token, {"kind": kind}))

    def open_waiting(self) -> None:
        """What somebody waits for, the longest first; once more, the next one."""
        waiting = [one.token for one in self.play.waiting] if self.play else []
        if not waiting:
            self.host.tell(self.words._("Nobody is waiting for an answer right now."))
            return
        here = self.thing[1]
        after = waiting[(waiting.index(here) + 1) % len(waiting)] if here in waiting else waiting[0]
        self.look_at("document", after)

    # -- acts and their forms ------------------------------------------------------------------------------------

    def delete(self) -> None:
        """Delete what is open, if it is really meant."""
        sheet, words = self.play.sheet if self.play else None, self.words
        if sheet is not None:
            title = words._("Delete «{what}»?", what=f"{sheet.number} · {self.speech.line(sheet.title)}")
            move = Move("delete", sheet.token, {"kind": sheet.kind})
            self.ask(title, words._("What is deleted does not come back."), words._("Delete"), move)

    def finish(self) -> None:
        """Finish the shift, if it is really meant."""
        words = self.words
        text = words._("Whoever has no answer by now stays without one.")
        self.ask(words._("Finish the shift?"), text, words._("Finish"), Move("finish"))

    def begin(self, word: str) -> None:
        """Open the form of an act where it was left; one link alone is followed at once."""
        play, sheet = self.play, self.play.sheet if self.play else None
        if play is None or sheet is None:
            return
        if word == "follow" and len(sheet.links) == 1:
            self.look_at(sheet.links[0].kind, sheet.links[0].token)
            return
        self.leave_form()
        draft = self.drafts.pop((*self.thing, word), None)
        if draft is not None:
            draft.renew(play, sheet, self.speech)
        self.form = draft or form_of(word, play, sheet, self.speech)
        self.side, self.reading = SHEET, None
        self.changed()

    def leave_form(self, *, keep: bool = True) -> None:
        """Put the form away; what was begun in it is there when the act is chosen again."""
        self.collect()
        form, self.form = self.form, None
        if form is not None and keep and form.begun:
            self.drafts[form.sheet.kind, form.sheet.token, form.word] = form
        self.begun = frozenset(word for kind, token, word in self.drafts if (kind, token) == self.thing)

    def formed(self, move: Move | None) -> None:
        """After a key in the form: when it is complete the move is made, and a refusal leaves the form as it is."""
        if move is None:
            self.changed()
        elif move.do == "open":
            self.leave_form()
            self.look_at(str(move.values["kind"]), move.on)
        else:
            form, self.form = self.form, None
            if not self.make(move):
                self.form = form
                self.changed()

    # -- hints ---------------------------------------------------------------------------------------------------

    def tip(self) -> str:
        """A phrase that is highlighted, else the tip, the text, the title of what is open; each is given once."""
        self._asked = self._next_tip()
        return self._asked

    def _next_tip(self) -> str:
        sheet = self.play.sheet if self.play and self.reading is None else None
        if sheet is None:
            return ""
        given = self.hints.get(self.thing, {})
        if self.filling and self.form and self.form.phrase:
            return self.form.phrase if self.form.phrase not in given else ""
        spoken = sheet.kind in _SPOKEN
        there = {"tip": sheet.has_tip, "text": spoken and sheet.text is not None, "title": spoken}
        return next((name for name, has in there.items() if has and name not in given), "")

    def show_tip(self, text: LocalText) -> None:
        self.hints.setdefault(self.thing, {})[self._asked] = text
        self.changed()
