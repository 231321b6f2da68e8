"""A learner's record in the register: its conditions, issuing and correcting it, revoking it, handing it out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from textual.app import ComposeResult
from textual.containers import Vertical

from trainer.flows.issued_records import IssuedRecord
from trainer.flows.issuing import Issuable, RecordDraft
from trainer.flows.register import reason_of
from trainer.tui.background import Failed, Finished, in_background
from trainer.tui.commands import bindings
from trainer.tui.record_moves import CorrectRecord, HandRecordOut, IssueRecord, PreviewRecord, RevokeRecord
from trainer.tui.safe import Plain
from trainer.tui.screens.looking import Looked, LookingScreen
from trainer.tui.screens.record_words import RECORD, first_lack, sections, write_record
from trainer.tui.screens.signing import ask_name
from trainer.tui.widgets.ask import Ask
from trainer.tui.widgets.ledger import Ledger, Writer
from trainer.tui.widgets.menu import Menu

if TYPE_CHECKING:
    from trainer.flows.issuing import IssuingFlow
    from trainer.i18n.catalogue import Translator
    from trainer.records.record import Record
    from trainer.tui.markdown.runs import Runs

_ACTING, _READING, _HANDING_OUT = "issue or revoke", "read a record", "hand a record out"
#: Where what a condition lacks is put right, by the route's name.
_ELSEWHERE = {"judged": "assess", "studied": "decide", "oral": "decide", "unsupervised": "decide"}


class RecordScreen(LookingScreen[Issuable]):
    """Paints :class:`~trainer.flows.issuing.Issuable`. What signs asks for the passphrase each time."""

    OFFERS = (IssueRecord, CorrectRecord, PreviewRecord, HandRecordOut, RevokeRecord)
    BINDINGS = bindings(*OFFERS)
    AUTO_FOCUS = ""

    def __init__(self, words: Translator, flow: IssuingFlow, looked: Looked[Issuable]) -> None:
        super().__init__(words, looked)
        self._flow = flow
        self._busy = False
        #: A record just issued or revoked: it is highlighted once it is in the list.
        self._latest = ""
        self._title, self._said = Plain(classes="title"), Plain()
        self._menu = Menu(classes="gap")

    def compose_page(self) -> ComposeResult:
        with Vertical(classes="column"):
            yield self._title
            yield self._said
            yield self._menu

    def on_mount(self) -> None:
        self._menu.focus()

    def place(self) -> list[str]:
        return [self.words._("Register"), self.view.row.person.name, self.words._("Record")]

    def offering(self) -> Iterable[Any]:
        return (self._menu, self)

    def may(self, action: str) -> bool:
        view = self.view
        match action:
            case "issue":
                return view.record is None and not self._busy
            case "correct":
                return view.record is not None and not self._busy
            case "revoke":
                return any(one.status != "revoked" for one in view.records) and not self._busy
            case "hand_out":
                return bool(view.records)
        return True

    # -- painting ------------------------------------------------------------------------------------------------

    def paint(self) -> None:
        words, view = self.words, self.view
        unit = self._flow.register.catalogue.unit(view.row.unit)
        title = words.text(unit.title) if unit else view.row.unit
        self._title.show(words._("{name} · {unit}", name=view.row.person.name, unit=title))
        self._said.show(self._standing())
        self._menu.offer(sections(view, words))
        if self._latest in {one.record for one in view.records}:
            self._menu.highlight(f"{RECORD}{self._latest}")
            self._latest = ""

    def _standing(self) -> str:
        words, view = self.words, self.view
        if view.record is not None:
            return words._("A record was issued and holds.")
        if view.ready:
            return words._("Every condition is met: the record can be issued.")
        return words._("The record cannot be issued yet.")

    # -- keys ----------------------------------------------------------------------------------------------------

    def on_menu_picked(self, picked: Menu.Picked) -> None:
        if picked.entry.startswith(RECORD):
            self._read(picked.entry.removeprefix(RECORD))
            return
        check = next(one for one in self.view.checks if one.name == picked.entry)
        row = self.view.row
        match _ELSEWHERE.get(check.name):
            case "assess" if not check.met:
                self.open("assess", unit=row.unit)
            case "decide":
                self.open("decide", person=row.person.person, unit=row.unit)
            case _ if check.why is not None:
                self.notice.say(f"{self.words.translate(check.why)} {self.words._(check.how)}")

    def action_issue(self) -> None:
        """Ask for what stands on the record, then for the passphrase; say what is missing where something is."""
        if not self.view.ready:
            self.notice.say(first_lack(self.view, self.words))
            return
        self._describe(RecordDraft(), self.view.row.person.name)

    def action_correct(self) -> None:
        """The same, in the place of the record that holds."""
        if not self.view.ready:
            self.notice.say(first_lack(self.view, self.words))
        elif self.view.record is not None:
            self._describe(RecordDraft(corrects=self.view.record.record), "")

    def _describe(self, draft: RecordDraft, name: str) -> None:
        """Ask for the name as it is to be printed, and for what tells namesakes apart."""
        from trainer.tui.screens.record_asking import ask_holder

        def described(said: RecordDraft) -> None:
            self._sign(lambda passphrase, by: self._flow.issue(self._who, self._unit, passphrase, by=by, draft=said))

        ask_holder(self, draft, name, described)

    def action_revoke(self) -> None:
        """Ask why the record no longer holds."""
        words, one = self.words, self._chosen()
        if one is None or one.status == "revoked":
            self.notice.say(words._("Highlight a record that is not revoked."))
            return
        asks = words._("Why does it no longer hold? The signed list will say that it is revoked; nothing takes that "
                       "back. The reason stays in the register.")  # fmt: skip

        def reasoned(reason: str | None) -> None:
            if reason is not None:
                self._sign(lambda passphrase, by: self._flow.revoke(one.record, reason, passphrase, by=by))

        self.app.push_screen(Ask(words, words._("Revoke this record?"), asks, read=reason_of), reasoned)

    def action_read(self) -> None:
        one = self._chosen()
        if one is not None:
            self._read(one.record)
        elif self.view.ready:
            in_background(self, _READING, lambda: (self._flow.preview(self._who, self._unit), None))
        else:
            self.notice.say(first_lack(self.view, self.words))

    def _read(self, record: str) -> None:
        in_background(self, _READING, partial(self._flow.read, record))

    def action_hand_out(self) -> None:
        """Ask for a folder that does not exist yet."""
        words, one = self.words, self._chosen()
        if one is None:
            self.notice.say(words._("Highlight a record first."))
            return
        text = words._("The signed record, its page, the status list and your public key go into a new folder. Where?")
        usual = self._flow.usual_folder(one)

        def named(folder: str | None) -> None:
            if folder is not None:
                self.notice.say(words._("One moment…"), stay=True)
                in_background(self, _HANDING_OUT, partial(self._flow.hand_out, one, folder))

        self.app.push_screen(Ask(words, words._("Hand the record out"), text, usual), named)

    # -- doing it ------------------------------------------------------------------------------------------------

    @property
    def _who(self) -> str:
        return self.view.row.person.person

    @property
    def _unit(self) -> str:
        return self.view.row.unit

    def _chosen(self) -> IssuedRecord | None:
        """The highlighted record, else the one that holds, else the latest."""
        found = {one.record: one for one in self.view.records}
        highlighted = (self._menu.highlighted or "").removeprefix(RECORD)
        return found.get(highlighted) or self.view.record or next(reversed(self.view.records), None)

    def _sign(self, do: Callable[[str | None, str], object]) -> None:
        """Ask who does it, where nobody is known, and for the passphrase, where there is one; then do it."""
        words, known = self.words, self._flow.register.settings().assessor

        def go(by: str, passphrase: str | None) -> None:
            self._busy = True
            self.notice.say(words._("One moment…"), stay=True)
            self.show_offers()
            in_background(self, _ACTING, partial(do, passphrase, by))

        def named(by: str) -> None:
            if not self.view.protected:
                go(by, None)
                return
            asks = words._("It opens the issuer's key for this one signature and is not kept.")
            ask = Ask(words, words._("Passphrase of the issuer's key"), asks, secret=True)
            self.app.push_screen(ask, lambda typed: go(by, typed) if typed is not None else None)

        if known:
            named(known)
        else:
            ask_name(self, "", named)

    def on_finished(self, done: Finished) -> None:
        words = self.words
        if done.name == _ACTING and isinstance(done.result, IssuedRecord):
            self._busy = False
            self._latest, revoked = done.result.record, done.result.status == "revoked"
            said = words._("Revoked. Hand out the status list again.") if revoked else words._("Issued.")
            self.notice.say(said, stay=True)
            self.on_screen_resume()
        elif done.name == _READING:
            from trainer.tui.widgets.dialog import Sheet

            record, one = cast("tuple[Record, IssuedRecord | None]", done.result)
            ledger = Ledger()
            ledger.show(partial(self._write, record, one))
            self.app.push_screen(Sheet(words._("The record"), ledger))
        elif done.name == _HANDING_OUT:
            self.notice.say(words._("Written to {folder}.", folder=str(done.result)), stay=True)
        else:
            super().on_finished(done)
            self.show_offers()

    def _write(self, record: Record, one: IssuedRecord | None, width: int) -> list[Runs]:
        writer = Writer(self.words, width)
        write_record(record, one, writer)
        return writer.lines

    def on_failed(self, failed: Failed) -> None:
        self._busy = False
        self.show_offers()
