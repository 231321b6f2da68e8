"""The third finding: does a record still hold, as far as its own dates and the issuer's status list tell?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from trainer.kernel.problems import N_
from trainer.records.documents import check_lists
from trainer.records.findings import EXPIRED, LIST_UNUSABLE, REVOKED, SUPERSEDED, Finding
from trainer.records.issuers import PublicIssuer, PublicKey
from trainer.records.proofs import is_genuine
from trainer.records.reading import NotIntact, UnknownFormat, read_json
from trainer.records.record import Record
from trainer.records.status_list import PURPOSES, StatusLists, StatusPlace, read_lists


def signer_of(did: str, trusted: Sequence[PublicIssuer]) -> tuple[PublicIssuer | None, PublicKey | None]:
    """Whose key it is, among those trusted."""
    for issuer in trusted:
        for key in issuer.keys:
            if key.did == did:
                return issuer, key
    return None, None


def status_findings(
    record: Record, place: StatusPlace, status: bytes | None, trusted: Sequence[PublicIssuer], today: str
) -> list[Finding]:
    """All there is to say on ``today``; at least one finding."""
    found = list(_dates(record, today))
    if status is None:
        return [*found, Finding("status", "not-checked", N_("Not checked: no status list was given."))]
    try:
        found += _listed(record, place, _read(status), trusted, today)
    except (NotIntact, UnknownFormat) as problem:
        found.append(
            Finding(
                "status", "list-unreadable", N_("The status list cannot be used: {reason}"), {"reason": problem},
                LIST_UNUSABLE,
            )
        )  # fmt: skip
    return found


def _dates(record: Record, today: str) -> Iterator[Finding]:
    until = record.valid_until
    if until is not None and until[:10] < today:
        yield Finding("status", "expired", N_("Expired: it was valid until {day}."), {"day": _day(until)}, EXPIRED)
    if today < record.valid_from[:10]:
        values = {"day": _day(record.valid_from)}
        yield Finding("status", "not-yet", N_("Not valid yet: it holds from {day} on."), values, EXPIRED)


def _day(moment: str) -> date:
    return date.fromisoformat(moment[:10])


def _read(raw: bytes) -> StatusLists:
    bundle = read_json(raw)
    check_lists(bundle)
    if not all(is_genuine(one, one["issuer"]) for one in bundle["verifiableCredential"]):
        raise NotIntact(N_("Not intact: this is not what the issuer signed."))
    return read_lists(bundle)


def _listed(
    record: Record, place: StatusPlace, listed: StatusLists, trusted: Sequence[PublicIssuer], today: str
) -> list[Finding]:
    if listed.id != place.list_id or not _same_issuer(record.issuer.did, listed, trusted):
        other = N_("The status list is another issuer's, or another list.")
        return [Finding("status", "list-of-another", other, {}, LIST_UNUSABLE)]
    values = {"day": _day(listed.valid_from)}
    sentences = {
        PURPOSES[0]: ("revoked", N_("Revoked, says the list of {day}."), REVOKED),
        PURPOSES[1]: ("superseded", N_("Superseded by a corrected record, says the list of {day}."), SUPERSEDED),
    }
    found = [
        Finding("status", kind, sentence, values, code)
        for purpose, (kind, sentence, code) in sentences.items()
        if listed.has(place, purpose)
    ]
    if listed.valid_until[:10] < today or listed.valid_from < record.issued_at:
        found.append(
            Finding(
                "status", "list-stale", N_("The status list of {day} is too old: ask the issuer for its present one."),
                values, LIST_UNUSABLE,
            )
        )  # fmt: skip
    return found or [
        Finding("status", "good", N_("Good: neither revoked nor superseded, says the list of {day}."), values)
    ]


def _same_issuer(signer: str, listed: StatusLists, trusted: Sequence[PublicIssuer]) -> bool:
    """Whether the list is signed with the record's key, or with another of the same trusted issuer, while in use."""
    issuer, _ = signer_of(signer, trusted)
    if issuer is None:
        return signer == listed.issuer
    day = listed.valid_from[:10]
    return any(key.did == listed.issuer and (key.until is None or day <= key.until) for key in issuer.keys)
