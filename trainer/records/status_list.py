"""The status of records as W3C Bitstring Status Lists, which an issuer signs anew with every change.

There is a list for each purpose, because verifiers read lists of one purpose only: revoked, and superseded by a
corrected record. A record has the same place in both. They travel as one file, a presentation of two signed lists, and
say from when to when they may be relied on.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from trainer.kernel.problems import N_
from trainer.kernel.record import Record as Row
from trainer.records.contexts import CREDENTIALS
from trainer.records.multibase import decode_base64url, encode_base64url
from trainer.records.names import named
from trainer.records.reading import NotIntact

#: How many records a list has room for: the least the standard allows, so that it does not tell which is looked for.
PLACES = 131_072
REVOKED, SUPERSEDED = PURPOSES = ("revocation", "superseded")
_ENTRY, _LIST = "BitstringStatusListEntry", "BitstringStatusList"
TYPE = ["VerifiableCredential", "BitstringStatusListCredential"]
BUNDLE = ["VerifiablePresentation"]


class StatusPlace(Row):
    """A record's place, from 0, in the lists of the issuer whose ``status_list`` is ``list_id`` (``urn:uuid:…``)."""

    list_id: str
    number: int


class StatusLists(Row):
    """What an issuer's lists say: from when to when they hold (ISO moments), and the bits of each purpose."""

    id: str
    issuer: str
    valid_from: str
    valid_until: str
    bits: Mapping[str, bytes]

    def has(self, place: StatusPlace, purpose: str) -> bool:
        """Whether a record is listed."""
        return bool(self.bits[purpose][place.number // 8] & 0x80 >> place.number % 8)


def entries(place: StatusPlace) -> list[dict[str, Any]]:
    """What a credential says of its place. ``ValueError`` outside the lists."""
    _check_place(place.number)
    return [_entry(place, purpose) for purpose in PURPOSES]


def _entry(place: StatusPlace, purpose: str) -> dict[str, Any]:
    listed = list_id_of(place.list_id, purpose)
    return {
        "id": f"{listed}#{place.number}", "type": _ENTRY, "statusPurpose": purpose,
        "statusListIndex": str(place.number), "statusListCredential": listed,
    }  # fmt: skip


def list_id_of(list_id: str, purpose: str) -> str:
    """The name of the list for a purpose: the issuer's own for revocation, one made from it for the other."""
    return list_id if purpose == REVOKED else named(purpose, list_id)


def place_of(credential: Mapping[str, Any]) -> StatusPlace:
    """The place a credential names. Raises :class:`NotIntact` unless its entries are those of one place."""
    found = credential["credentialStatus"]
    index = found[0]["statusListIndex"]
    if index.isascii() and index.isdigit() and len(index) < 7 and int(index) < PLACES:
        place = StatusPlace(found[0]["statusListCredential"], int(index))
        if entries(place) == found:
            return place
    raise NotIntact(N_("The member “{member}” is not what it should be."), member="credentialStatus")


def list_of(
    issuer: str, list_id: str, purpose: str, valid_from: str, valid_until: str, listed: Collection[int]
) -> dict[str, Any]:
    """The unsigned list of an issuer (``did:key``) for a purpose; ``listed`` are places."""
    bits = bytearray(PLACES // 8)
    for index in listed:
        _check_place(index)
        bits[index // 8] |= 0x80 >> index % 8
    own = list_id_of(list_id, purpose)
    return {
        "@context": [CREDENTIALS],
        "id": own,
        "type": TYPE,
        "issuer": issuer,
        "validFrom": valid_from,
        "validUntil": valid_until,
        "credentialSubject": {
            "id": f"{own}#list", "type": _LIST, "statusPurpose": purpose,
            "encodedList": encode_base64url(gzip.compress(bytes(bits), mtime=0)),
        },
    }  # fmt: skip


def bundle_of(signed: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The file of all lists; each has its own proof."""
    return {"@context": [CREDENTIALS], "type": BUNDLE, "verifiableCredential": list(signed)}


def read_lists(bundle: Mapping[str, Any]) -> StatusLists:
    """What a file of lists says, whose form and proofs were checked.

    Raises :class:`NotIntact` unless they are the lists of one issuer and one date, one for each purpose.
    """
    lists = bundle["verifiableCredential"]
    first = lists[0]
    for one, purpose in zip(lists, PURPOSES, strict=True):
        alike = all(one[member] == first[member] for member in ("issuer", "validFrom", "validUntil"))
        subject, wanted = one["credentialSubject"], list_id_of(first["id"], purpose)
        if not alike or one["id"] != wanted or subject["statusPurpose"] != purpose or subject["id"] != f"{wanted}#list":
            raise NotIntact(N_("The status lists in the file do not belong together."))
    bits = {purpose: _bits(one) for one, purpose in zip(lists, PURPOSES, strict=True)}
    return StatusLists(first["id"], first["issuer"], first["validFrom"], first["validUntil"], bits)


def _bits(document: Mapping[str, Any]) -> bytes:
    try:
        packed = decode_base64url(document["credentialSubject"]["encodedList"])
        reader = zlib.decompressobj(wbits=31)
        bits = reader.decompress(packed, PLACES // 8 + 1)
        whole = reader.eof and not reader.unused_data and len(bits) == PLACES // 8
    except (ValueError, zlib.error):
        whole, bits = False, b""
    if not whole:
        raise NotIntact(N_("The bits of the status list cannot be read."))
    return bits


def _check_place(index: int) -> None:
    if not 0 <= index < PLACES:
        raise ValueError(f"a status list has places 0 to {PLACES - 1}")
