"""The record in an Open Badges 3.0 credential (Verifiable Credentials 2.0): what marks one, and how it is read.

The record travels whole as the narrative of one piece of evidence, whose genre is ``application/json``. A term of our
own for it would need a context of our own, and verifiers that accept the published contexts only refuse an inline one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from trainer.kernel.problems import N_
from trainer.records.contexts import CREDENTIALS, OPEN_BADGES
from trainer.records.reading import NotIntact, read_json
from trainer.records.record import Record, from_data

CONTEXT = [CREDENTIALS, OPEN_BADGES]
TYPE = ["VerifiableCredential", "OpenBadgeCredential"]
#: The genre of the evidence that holds the record.
JSON_GENRE = "application/json"


def data_of(credential: Mapping[str, Any]) -> dict[str, Any] | None:
    """The record's data in a credential of any form; None where there is none. Raises what :func:`read_json` does."""
    evidence = credential.get("evidence")
    kept = [one for one in evidence if isinstance(one, dict)] if isinstance(evidence, list) else []
    found = [one.get("narrative") for one in kept if one.get("genre") == JSON_GENRE]
    if len(found) != 1 or not isinstance(found[0], str):
        return None
    return read_json(found[0].encode())


def record_of(credential: Mapping[str, Any]) -> Record:
    """The record that a credential of ours carries; whether it is genuine is not looked at.

    Raises ``NewerRecord`` or ``Malformed``; :class:`NotIntact` when the badge around it tells another story.
    """
    return record_around(credential, data_of(credential))


def record_around(credential: Mapping[str, Any], data: Mapping[str, Any] | None) -> Record:
    """The same, where the record's data were taken out already."""
    record = from_data(data)
    around = {
        "id": record.id, "validFrom": record.valid_from, "awardedDate": record.issued_at,
        "validUntil": record.valid_until, "issuer": record.issuer.did,
    }  # fmt: skip
    issuer = credential.get("issuer")
    found = {**credential, "issuer": issuer.get("id") if isinstance(issuer, Mapping) else None}
    for member, value in around.items():
        if found.get(member) != value:
            raise NotIntact(N_("The member “{member}” of the badge and of the record in it differ."), member=member)
    return record
