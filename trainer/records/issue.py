"""Signing what an issuer gives out: records, in either form, and status lists, as bytes ready to be written."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from typing import Any

from trainer.kernel.problems import N_
from trainer.records.badge import credential_of
from trainer.records.keys import IssuerKey, KeyRefused
from trainer.records.proofs import RDFC, Suite, with_proof
from trainer.records.record import Record
from trainer.records.status_list import REVOKED, SUPERSEDED, StatusPlace, bundle_of, list_of


def signed_record(record: Record, place: StatusPlace, key: IssuerKey, suite: Suite = RDFC) -> bytes:
    """The file of a record. Raises what :func:`credential_of` does; :class:`KeyRefused` for another issuer's key."""
    if record.issuer.did != key.did:
        raise KeyRefused(N_("The key is not that of the issuer in the record."))
    return written(with_proof(credential_of(record, place), key, record.issued_at, suite))


def signed_lists(
    key: IssuerKey,
    list_id: str,
    valid_from: str,
    valid_until: str,
    revoked: Collection[int],
    superseded: Collection[int],
) -> bytes:
    """The file of an issuer's status lists; ``revoked`` and ``superseded`` are places, moments are ISO in UTC."""
    listed = {REVOKED: revoked, SUPERSEDED: superseded}
    lists = [list_of(key.did, list_id, purpose, valid_from, valid_until, places) for purpose, places in listed.items()]
    return written(bundle_of([with_proof(one, key, valid_from) for one in lists]))


def written(document: Mapping[str, Any]) -> bytes:
    """A document as a file that people can look into."""
    return json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n"
