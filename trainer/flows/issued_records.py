"""The records a register has issued: which, of whom, whether they hold, and the forms they are handed out in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from trainer.flows.record_building import moment_text
from trainer.flows.register import RegisterFlow
from trainer.kernel.days import from_iso_day, iso_day
from trainer.kernel.problems import N_, Refused
from trainer.progress.disk import make_folder
from trainer.progress.issued import CANONICAL, JSON, PDF
from trainer.progress.issuers import write_new

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.assessment.register import RegisterState
    from trainer.flows.issuers import IssuerFlow
    from trainer.records.issuers import Issuer
    from trainer.records.keys import IssuerKey
    from trainer.records.record import Record

Status = Literal["good", "revoked", "superseded"]
#: Days a status list may be relied on after it was signed.
LIST_DAYS = 92
_URN = "urn:uuid:"
#: Characters of a record's number that are enough to name it by.
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class IssuedRecord:
    """A record in the list. ``name`` is empty where its holder was erased. ``reason``: why it was revoked.

    ``supersedes`` is the record it stands in for, ``superseded_by`` the one that stands in for it; "" where none.
    """

    record: str
    person: str
    name: str
    unit: str
    at: float
    by: str
    status: Status
    reason: str
    supersedes: str
    superseded_by: str

    @property
    def erased(self) -> bool:
        """Whether nothing of it is left but number, unit, day and status."""
        return not self.name


def issued_records(flow: RegisterFlow, unit: str = "", person: str = "") -> tuple[IssuedRecord, ...]:
    """The records issued, oldest first; of a unit or a person (by id) where one is named."""
    state = flow.state
    superseded = state.superseded()
    found = []
    for name, one in state.issued.items():
        act, revoked = one.act, state.revoked.get(name)
        if unit not in ("", act.unit) or person not in ("", act.person):
            continue
        status: Status = "revoked" if revoked else "superseded" if name in superseded else "good"
        holder = "" if act.person in state.erased else flow.store.files.person(act.person).name
        found.append(
            IssuedRecord(name, act.person, holder, act.unit, one.at, act.by, status,
                         revoked.act.reason if revoked else "", act.supersedes, superseded.get(name, ""))
        )  # fmt: skip
    return tuple(found)


def issued_record(flow: RegisterFlow, wanted: str) -> IssuedRecord:
    """A record by its number or the beginning of it. :class:`Refused` unless just one begins so."""
    typed = wanted.strip().lower().removeprefix(_URN)
    records = issued_records(flow)
    found = [one for one in records if len(typed) >= _SHORTEST and one.record.removeprefix(_URN).startswith(typed)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise Refused(
            N_("There is no record «{record}» here. «trainer record list» shows which there are."), record=wanted
        )
    raise Refused(
        N_("Several records begin with «{record}»: write more of the number."), record=wanted
    )  # fmt: skip


def current_record(flow: RegisterFlow, person: str, unit: str) -> IssuedRecord | None:
    """The record of a learner's unit that holds now."""
    return next((one for one in issued_records(flow, unit, person) if one.status == "good"), None)


def read_record(flow: RegisterFlow, one: IssuedRecord) -> tuple[bytes, Record]:
    """The signed file of a record and what it says. :class:`Refused` where its holder was erased."""
    from trainer.records.credential import record_of
    from trainer.records.reading import read_json

    if one.erased:
        raise Refused(
            N_("The holder of this record was erased from the register: number, unit, day and status are all that is "
               "kept of it.")
        )  # fmt: skip
    raw = flow.store.issued.read(one.record, JSON)
    return raw, record_of(read_json(raw))


# -- handing out -----------------------------------------------------------------------------------------------------


def export_json(flow: RegisterFlow, one: IssuedRecord, target: Path, *, canonical: bool = False) -> None:
    """Write the signed file, or the one signed over canonical JSON."""
    read_record(flow, one)
    write_new(target, flow.store.issued.read(one.record, CANONICAL if canonical else JSON))


def export_pdf(flow: RegisterFlow, one: IssuedRecord, target: Path, languages: Sequence[str] = ()) -> None:
    """Write the page; in other languages than all of the record's it is laid out anew from the credential."""
    from trainer.printing.record_pdf import render_record

    raw, record = read_record(flow, one)
    if not languages or tuple(languages) == record.languages:
        write_new(target, flow.store.issued.read(one.record, PDF))
    else:
        write_new(target, render_record(record, raw, languages, flow.locations.cache))


def export_list(flow: RegisterFlow, target: Path) -> str:
    """Write the status list; the ISO day until which it may be relied on. :class:`Refused` before the first record."""
    raw = flow.store.issued.status_list(len(flow.store.acts()))
    if raw is None:
        raise Refused(N_("There is no status list yet: it begins with the first record."))
    until = list_until(raw)
    if until < flow.clock.now().date().isoformat():
        raise Refused(
            N_("The status list was good until {day} only: «trainer record renew-list» signs it anew."), day=until
        )
    write_new(target, raw)
    return until


def export_folder(flow: RegisterFlow, issuers: IssuerFlow, one: IssuedRecord, folder: Path) -> Path:
    """Everything somebody needs who is to believe a record, in a new folder. :class:`Refused` where it exists."""
    if folder.exists():
        raise Refused(N_("{file} exists already; choose another name."), file=folder)
    read_record(flow, one)
    make_folder(folder, flow.store.disk)
    export_json(flow, one, folder / "record.json")
    export_json(flow, one, folder / "record.jcs.json", canonical=True)
    export_pdf(flow, one, folder / "record.pdf")
    export_list(flow, folder / "status-list.json")
    issuers.hand_out(folder / "issuer.json")
    return folder


def list_until(raw: bytes) -> str:
    """The ISO day until which a status list of ours may be relied on."""
    import json

    until: str = json.loads(raw)["verifiableCredential"][0]["validUntil"]
    return until[:10]


def signed_list(state: RegisterState, issuer: Issuer, key: IssuerKey, at: float) -> bytes:
    """The status list of a state, signed at a moment."""
    from trainer.records.issue import signed_lists

    start = moment_text(at)
    until = f"{iso_day(from_iso_day(start[:10]) + LIST_DAYS)}T23:59:59Z"
    places = {name: one.act.index for name, one in state.issued.items()}
    revoked = {places[name] for name in state.revoked}
    superseded = {places[name] for name in state.superseded()}
    return signed_lists(key, issuer.status_list, start, until, revoked, superseded)


def state_after(state: RegisterState, **changes: object) -> RegisterState:
    """A state with other tables: what a list must say once an act is told."""
    return replace(state, **changes)  # type: ignore[arg-type] # names of tables, checked by the dataclass
