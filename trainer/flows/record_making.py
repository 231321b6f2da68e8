"""A record signed, printed and proved, in memory: what cannot be is refused before anything is written."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.assessment.acts import RecordedAct, RecordIssued
from trainer.flows.issued_records import signed_list, state_after
from trainer.kernel.problems import N_, Refused
from trainer.progress.issued import CANONICAL, JSON, PDF

if TYPE_CHECKING:
    from trainer.flows.register import RegisterFlow
    from trainer.records.issuers import Issuer
    from trainer.records.keys import IssuerKey
    from trainer.records.record import Record


@dataclass(frozen=True, slots=True)
class RecordForms:
    """A record in every form, by the ends of their names, with the act and the status list that will tell of it."""

    files: dict[str, bytes]
    act: RecordIssued
    listed: bytes


def make_forms(
    flow: RegisterFlow, record: Record, person: str, issuer: Issuer, key: IssuerKey, *, by: str, at: float,
    draw: Callable[[int], int],
) -> RecordForms:  # fmt: skip
    """Sign both forms, print the page, sign the list, and verify all of it as its readers will.

    ``draw`` gives a place in the list below a number. Raises what cannot be: ``GlyphsMissing``, ``TooMuchForAPage``,
    ``IncompleteRecord``, :class:`Refused`.
    """
    from trainer.printing.record_pdf import render_record
    from trainer.records.issue import signed_record
    from trainer.records.proofs import JCS
    from trainer.records.status_list import StatusPlace

    state = flow.state
    place = StatusPlace(issuer.status_list, _free_place({one.act.index for one in state.issued.values()}, draw))
    raw = signed_record(record, place, key)
    files = {
        JSON: raw, CANONICAL: signed_record(record, place, key, JCS),
        PDF: render_record(record, raw, cache=flow.locations.cache),
    }  # fmt: skip
    digest = hashlib.sha256(raw).hexdigest()
    act = RecordIssued(record.id, person, record.unit.id, place.number, record.supersedes or "", digest, by)
    after = state_after(state, issued={**state.issued, record.id: RecordedAct(act, at)})
    listed = signed_list(after, issuer, key, at)
    _prove(files, listed, issuer, record)
    return RecordForms(files, act, listed)


def _prove(files: dict[str, bytes], listed: bytes, issuer: Issuer, record: Record) -> None:
    """A mistake of ours is found here and not by an employer."""
    from trainer.records.verify import verify

    for form in (JSON, CANONICAL):
        found = verify(files[form], trusted=[issuer.public()], status=listed, today=record.issued_at[:10])
        if found.exit_code or found.record != record:
            bad = next((one for one in found.findings if one.exit_code), found.findings[0])
            raise Refused(
                N_("The record that was made does not verify; nothing was issued: {why}"),
                why=Refused(bad.template, **bad.values),
            )  # fmt: skip


def _free_place(taken: set[int], draw: Callable[[int], int]) -> int:
    """A place in the lists that no record has: drawn, so that its number tells nothing of how many there are."""
    from trainer.records.status_list import PLACES

    if len(taken) > PLACES // 2:
        raise Refused(N_("This issuer's status list is full."))
    place = draw(PLACES)
    while place in taken:
        place = draw(PLACES)
    return place
