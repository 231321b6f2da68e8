"""Is this record what its issuer signed, is the issuer one that is trusted, and does the record still hold?

A pure function over bytes, trusted keys, a status list and a day. Three findings, always: integrity, issuer, status; a
status may be told by several. The lowest exit code of what is wrong is the answer; 0 is that nothing is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from trainer.kernel.problems import N_, Problem
from trainer.kernel.record import Record as Row
from trainer.records import credential
from trainer.records.contexts import ContextMissing
from trainer.records.documents import check_record
from trainer.records.findings import BROKEN, CLAIMED, OTHER_KEY, UNKNOWN, Finding, worst
from trainer.records.issuers import PublicIssuer
from trainer.records.proofs import is_genuine
from trainer.records.reading import NotIntact, UnknownFormat, read_json
from trainer.records.record import NewerRecord, Record, refuse_newer
from trainer.records.status_list import place_of
from trainer.records.verify_status import signer_of, status_findings


class Verification(Row):
    """All findings in order, and the record where it is intact."""

    findings: tuple[Finding, ...]
    record: Record | None = None
    document: Mapping[str, Any] = {}

    @property
    def exit_code(self) -> int:
        """The lowest code of what is wrong; 0 when nothing is."""
        return worst(self.findings)


def verify(
    raw: bytes, *, trusted: Sequence[PublicIssuer] = (), status: bytes | None = None, today: str
) -> Verification:
    """Verify the bytes of a record (JSON) on ``today``, an ISO day, against ``trusted`` issuers and a status list.

    Raises ``ContextMissing`` where the program is not installed completely, and nothing else.
    """
    try:
        document, record = _intact(raw)
    except ContextMissing:
        raise
    except Problem as problem:
        return Verification((_broken(problem), *_UNTOLD))
    intact = Finding(
        "integrity", "intact", N_("Intact: exactly as “{issuer}” signed it on {day}."),
        {"issuer": record.issuer.name, "day": _day(document)},
    )  # fmt: skip
    told = status_findings(record, place_of(document), status, trusted, today)
    return Verification((intact, _issuer(record, document, trusted), *told), record, document)


def _intact(raw: bytes) -> tuple[dict[str, Any], Record]:
    """The document and its record, proved. The order matters: a later version may have another form."""
    document = read_json(raw)
    data = credential.data_of(document)
    refuse_newer(data)
    check_record(document)
    if not is_genuine(document, document["issuer"]["id"]):
        raise NotIntact(N_("Not intact: this is not what the issuer signed."))
    record = credential.record_around(document, data)
    place_of(document)
    return document, record


def _broken(problem: Problem) -> Finding:
    unknown = isinstance(problem, UnknownFormat | NewerRecord)
    kind = "unknown" if unknown else "broken"
    return Finding("integrity", kind, problem.template, problem.values, UNKNOWN if unknown else BROKEN)


_UNTOLD = (
    Finding("issuer", "untold", N_("Who issued it cannot be told.")),
    Finding("status", "untold", N_("Its status cannot be told.")),
)


def _issuer(record: Record, document: Mapping[str, Any], trusted: Sequence[PublicIssuer]) -> Finding:
    values = {"issuer": record.issuer.name, "key": record.issuer.did}
    if not trusted:
        return Finding(
            "issuer", "claimed",
            N_("Only claimed: the file says that “{issuer}” issued it; no trusted key was given. Key: {key}"),
            values, CLAIMED,
        )  # fmt: skip
    issuer, key = signer_of(record.issuer.did, trusted)
    if issuer is None or key is None:
        return Finding(
            "issuer", "other", N_("Another key: none of the trusted keys signed it. Key: {key}"), values, OTHER_KEY
        )
    day = _day(document)
    if key.until is not None and day.isoformat() > key.until:
        return Finding(
            "issuer", "retired", N_("Signed on {day} with a key that “{issuer}” no longer used then. Key: {key}"),
            {"issuer": issuer.name, "day": day, "key": key.did}, OTHER_KEY,
        )  # fmt: skip
    return Finding(
        "issuer", "trusted", N_("Trusted: signed with the key of “{issuer}”."), {"issuer": _named(issuer, record)}
    )


def _day(document: Mapping[str, Any]) -> date:
    """The day of the proof, in UTC."""
    return date.fromisoformat(document["proof"]["created"][:10])


def _named(issuer: PublicIssuer, record: Record) -> str:
    """The name in the trusted file; of a bare key, what the record says."""
    return record.issuer.name if issuer.name.startswith("did:") else issuer.name
