"""Issuing records from the register: everything is made and proved first, then written, and the act comes last.

Until the act is on the device there is no record; what a crash leaves of one is swept by whoever writes next.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from itertools import chain
from itertools import count as numbers
from typing import TYPE_CHECKING

from trainer.assessment.acts import RecordedAct, RecordRevoked
from trainer.flows.hand_in import path_of
from trainer.flows.issued_records import (
    IssuedRecord,
    current_record,
    export_folder,
    issued_record,
    issued_records,
    read_record,
    signed_list,
    state_after,
)
from trainer.flows.issuers import IssuerFlow, Random, draw_below, uuid_text
from trainer.flows.record_building import build_record, moment_text
from trainer.flows.record_conditions import Check, checks, not_yet
from trainer.flows.record_holder import HolderDraft, holder_of
from trainer.flows.record_making import RecordForms, make_forms
from trainer.flows.record_texts import Voices
from trainer.flows.register import RegisterFlow, reason_of
from trainer.flows.register_status import ClassRow, class_row
from trainer.kernel.problems import N_, Problem, Refused
from trainer.kernel.text import slug_of

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.flows.workspace import Workspace
    from trainer.records.issuers import Issuer
    from trainer.records.keys import IssuerKey
    from trainer.records.record import Record

#: Clocks of two machines differ by a little; what is more was set.
_ALLOWED_BACK = 300.0


class ClockSetBack(Refused):
    """The machine's clock stands before what the register knows to have happened."""


@dataclass(frozen=True, slots=True)
class RecordDraft:
    """What is said for a record. ``corrects``: the record it stands in for, by number; ``valid_until``: an ISO day."""

    holder: HolderDraft = field(default_factory=HolderDraft)
    corrects: str = ""
    valid_until: str = ""


@dataclass(frozen=True, slots=True)
class Issuable:
    """A learner's unit as its record would be issued now. ``record`` is the one that holds, ``records`` are all."""

    row: ClassRow
    checks: tuple[Check, ...]
    record: IssuedRecord | None
    records: tuple[IssuedRecord, ...]
    protected: bool

    @property
    def ready(self) -> bool:
        """Whether every condition is met."""
        return all(check.met for check in self.checks)


class IssuingFlow:
    """Issues, corrects and revokes. ``draw`` and ``random`` give places in the list and numbers of records."""

    def __init__(
        self, register: RegisterFlow, issuers: IssuerFlow, draw: Callable[[int], int] = draw_below,
        random: Random = os.urandom,
    ) -> None:  # fmt: skip
        self.register, self.issuers = register, issuers
        self._draw, self._random = draw, random

    @classmethod
    def of(cls, workspace: Workspace) -> IssuingFlow:
        """The register and the issuer of a workspace."""
        return cls(RegisterFlow.of(workspace), IssuerFlow.of(workspace))

    def look(self, person: str, unit: str) -> Issuable:
        """Where a learner's record stands."""
        row = class_row(self.register, self.register.person(person), unit)
        who = row.person.person
        try:
            issuer = self.issuers.found()
        except Problem:
            issuer = None
        return Issuable(
            row, checks(self.register, self.issuers, row), current_record(self.register, who, unit),
            issued_records(self.register, unit, who), issuer is not None and issuer.protected,
        )  # fmt: skip

    def preview(self, person: str, unit: str, draft: RecordDraft | None = None) -> Record:
        """The record as it would be issued now, unsigned. :class:`Refused` as :meth:`issue` is, the key apart."""
        row, before = self._ready(person, unit, draft or RecordDraft())
        return self._record(row, self.issuers.issuer(), draft or RecordDraft(), before, self._now())

    def read(self, wanted: str) -> tuple[Record, IssuedRecord]:
        """What a record that was issued says, and its place in the list."""
        one = issued_record(self.register, wanted)
        return read_record(self.register, one)[1], one

    # -- handing out ---------------------------------------------------------------------------------------------

    def usual_folder(self, one: IssuedRecord) -> str:
        """A new folder in the person's own (``~``) for what an employer is given."""
        number = one.record.removeprefix("urn:uuid:")[:8]
        name = f"{slug_of(one.name, 'record')}-{one.unit}-{number}"
        names = chain((name,), (f"{name}-{count}" for count in numbers(2)))
        return next(f"~/{other}" for other in names if not path_of(f"~/{other}").exists())

    def hand_out(self, one: IssuedRecord, folder: str) -> Path:
        """Write record, page, status list and public key into a new folder; where it is."""
        return export_folder(self.register, self.issuers, one, path_of(folder))

    # -- issuing -------------------------------------------------------------------------------------------------

    def issue(
        self, person: str, unit: str, passphrase: str | None, *, by: str = "", draft: RecordDraft | None = None
    ) -> IssuedRecord:
        """Issue the record of a learner's unit. Nothing at all is written unless everything can be.

        :class:`~trainer.flows.record_conditions.NotYet` names the first condition that is not met;
        :class:`ClockSetBack`; ``KeyRefused`` when the key does not open; ``GlyphsMissing`` and ``TooMuchForAPage`` for
        what cannot be printed.
        """
        said = draft or RecordDraft()
        row, before = self._ready(person, unit, said)
        told = len(self.register.store.acts())
        at = self._now()
        issuer, key = self.issuers.open(passphrase)
        name = self.register.assessor(by)
        record = self._record(row, issuer, said, before, at)
        forms = self._forms(row, record, issuer, key, name, at)
        with self.register.store.writing() as writing:
            if len(self.register.store.acts()) != told:
                raise Refused(N_("The register changed meanwhile; look at it again. Nothing was issued."))
            writing.issue(forms.act, forms.files, forms.listed, at)
        return issued_record(self.register, record.id)

    def refuse_unready(self, person: str, unit: str, draft: RecordDraft | None = None) -> None:
        """Refuse what :meth:`issue` would refuse before it opens the key, so that nobody types a passphrase in vain."""
        self._ready(person, unit, draft or RecordDraft())
        self._now()

    def _ready(self, person: str, unit: str, draft: RecordDraft) -> tuple[ClassRow, IssuedRecord | None]:
        """The learner's row, and the record to be corrected. Refuses in the order of the conditions."""
        found = self.look(person, unit)
        if not found.ready:
            raise not_yet(found.checks)
        if not draft.corrects:
            if found.record is not None:
                raise Refused(
                    N_("A record of this unit was issued already: {record}. «--corrects {record}» issues a corrected "
                       "one in its place."),
                    record=found.record.record,
                )  # fmt: skip
            return found.row, None
        before = issued_record(self.register, draft.corrects)
        if (before.person, before.unit) != (found.row.person.person, unit):
            raise Refused(N_("The record {record} is another learner's, or of another unit."), record=before.record)
        if before.superseded_by:
            raise Refused(
                N_("The record {record} was corrected already, by {other}."), record=before.record,
                other=before.superseded_by,
            )  # fmt: skip
        return found.row, before

    def _record(
        self, row: ClassRow, issuer: Issuer, draft: RecordDraft, before: IssuedRecord | None, at: float
    ) -> Record:
        flow = self.register
        former = read_record(flow, before)[1] if before else None
        holder = holder_of(draft.holder, row.person, former.holder if former else None, self._random(16).hex())
        from trainer.i18n.catalogue import languages

        voices = Voices(languages(), flow.locations.cache)
        return build_record(
            flow, row, voices, holder, issuer.facts(), id=f"urn:uuid:{uuid_text(self._random(16))}", at=at,
            valid_until=_until(draft.valid_until, at), supersedes=before.record if before else None,
        )  # fmt: skip

    def _forms(self, row: ClassRow, record: Record, issuer: Issuer, key: IssuerKey, by: str, at: float) -> RecordForms:
        return make_forms(self.register, record, row.person.person, issuer, key, by=by, at=at, draw=self._draw)

    # -- afterwards ----------------------------------------------------------------------------------------------

    def revoke(self, wanted: str, reason: str, passphrase: str | None, *, by: str = "") -> IssuedRecord:
        """Say that a record no longer holds, and why, in the register and in the signed list at once.

        A clock set back does not hinder it: the list is dated by the latest act at least.
        """
        record, why = issued_record(self.register, wanted), reason_of(reason)
        if record.status == "revoked":
            raise Refused(N_("The record {record} is revoked already."), record=record.record)
        issuer, key = self.issuers.open(passphrase)
        act = RecordRevoked(record.record, why, self.register.assessor(by))
        with self.register.store.writing() as writing:
            at, state = self.register.now(), self.register.state
            after = state_after(state, revoked={**state.revoked, record.record: RecordedAct(act, at)})
            writing.append_listed(act, signed_list(after, issuer, key, at), at)
        return issued_record(self.register, record.record)

    def renew_list(self, passphrase: str | None) -> bool:
        """Sign the status list anew, dated now; False where no record was issued yet."""
        issuer, key = self.issuers.open(passphrase)
        return self.list_with(issuer, key)

    def list_with(self, issuer: Issuer, key: IssuerKey) -> bool:
        """The same with a key that is open already, after it was changed for instance."""
        with self.register.store.writing() as writing:
            state = self.register.state
            if not state.issued:
                return False
            writing.list_anew(signed_list(state, issuer, key, self.register.now()))
        return True

    def _now(self) -> float:
        """The moment of issuing. :class:`ClockSetBack` when the clock cannot be right."""
        now, last = self.register.clock.now().timestamp(), self.register.state.last_at
        if now + _ALLOWED_BACK < last:
            raise ClockSetBack(
                N_("The clock of this machine says {now}, but the register knows of something done on {last}. Set the "
                   "clock right: the day of a record is signed. Nothing was issued."),
                now=datetime.fromtimestamp(now, UTC), last=datetime.fromtimestamp(last, UTC),
            )  # fmt: skip
        return self.register.now()


def _until(day: str, at: float) -> str | None:
    if not day:
        return None
    try:
        end = date.fromisoformat(day).isoformat()
    except ValueError:
        raise Refused(N_("Write the last day of validity as year-month-day: 2029-12-31.")) from None
    if end < moment_text(at)[:10]:
        raise Refused(N_("A record cannot end before it begins: {day}."), day=date.fromisoformat(end))
    return f"{end}T23:59:59Z"
