"""Forgers with a key of their own, and status lists of every kind."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from tests.records import samples
from tests.records.tampering.case import BROKEN, Case, judged
from trainer.records.badge import credential_of
from trainer.records.issue import signed_record, written
from trainer.records.proofs import JCS, RDFC, with_proof

FORGER = "forger"


def only(code: int) -> frozenset[int]:
    return frozenset({code})


def forged() -> Iterator[Case]:
    own, true = samples.key(FORGER), samples.key()
    claimed = credential_of(samples.record(true), samples.PLACE)
    for suite in (RDFC, JCS):
        raw = written(samples.signed(own, suite))
        yield Case(f"own did:key, issuer trusted, {suite}", only(12), partial(judged, raw, samples.listing()))
        yield Case(f"own did:key, nobody trusted, {suite}", only(11), partial(judged, raw, None, []))
        yield Case(f"own did:key, own list, {suite}", only(12), partial(judged, raw, samples.listing(signer=own)))
        stolen = with_proof(claimed, own, samples.ISSUED, suite)
        yield Case(f"the issuer's name, own key, {suite}", BROKEN, partial(judged, written(stolen)))
        stolen["proof"]["verificationMethod"] = true.method
        yield Case(f"the issuer's name and method, own signature, {suite}", BROKEN, partial(judged, written(stolen)))
    other = samples.signed()
    other["proof"] = samples.signed(
        of=replace(samples.record(), id="urn:uuid:" + "0" * 8 + "-0000" * 3 + "-" + "0" * 12)
    )["proof"]
    yield Case("the proof of another record", BROKEN, partial(judged, written(other)))


def rotated() -> Iterator[Case]:
    old, new = samples.key(), samples.key("later")
    issuer = samples.issuer(old).rotated(new, samples.issuer(new).pem, False, "2026-11-20")
    before = samples.issuer(old).rotated(new, samples.issuer(new).pem, False, "2026-11-19")
    raw = written(samples.signed(old))
    yield Case("signed with the former key", only(0), partial(judged, raw, None, [issuer.public()]))
    listed = samples.listing(signer=new)
    yield Case("former key, list by the present one", only(0), partial(judged, raw, listed, [issuer.public()]))
    listed = samples.listing(signer=old)
    yield Case("list by a key no longer in use", only(16), partial(judged, raw, listed, [issuer.public()]))
    yield Case("signed after the key was changed", only(12), partial(judged, raw, None, [before.public()]))
    raw = signed_record(replace(samples.record(new), issued_at="2026-11-21T08:00:00Z"), samples.PLACE, new)
    yield Case("signed with the present key", only(0), partial(judged, raw, None, [issuer.public()]))


def listed() -> Iterator[Case]:
    raw, here = written(samples.signed()), samples.PLACE.number
    tampered = json.loads(samples.listing(revoked=(here,)))
    tampered["verifiableCredential"][0]["credentialSubject"]["encodedList"] = json.loads(samples.listing())[
        "verifiableCredential"
    ][0]["credentialSubject"]["encodedList"]
    swapped = json.loads(samples.listing(revoked=(here,)))
    swapped["verifiableCredential"].reverse()
    mixed = json.loads(samples.listing(revoked=(here,)))
    mixed["verifiableCredential"][0] = json.loads(samples.listing(dates=("2026-11-20T10:00:00Z", samples.LIST_UNTIL)))[
        "verifiableCredential"
    ][0]
    past, before = ("2026-08-21T08:00:00Z", "2026-11-21T08:00:00Z"), ("2026-11-20T09:29:59Z", samples.LIST_UNTIL)
    for name, status, code in (
        ("no list", None, 0),
        ("not listed", samples.listing(revoked=(here - 1, here + 1), superseded=(0,)), 0),
        ("revoked", samples.listing(revoked=(here,)), 13),
        ("superseded", samples.listing(superseded=(here,)), 14),
        ("revoked and superseded", samples.listing((here,), (here,)), 13),
        ("stale", samples.listing(dates=past), 16),
        ("older than the record", samples.listing(dates=before), 16),
        ("stale, revoked", samples.listing((here,), dates=past), 13),
        ("another issuer's", samples.listing(signer=samples.key(FORGER)), 16),
        ("another list", samples.listing(list_id="urn:uuid:" + "1" * 8 + "-1111" * 3 + "-" + "1" * 12), 16),
        ("bits replaced", written(tampered), 16),
        ("the two lists changed places", written(swapped), 16),
        ("lists of two dates", written(mixed), 16),
        ("one list only", written(tampered["verifiableCredential"][1]), 16),
        ("a record for a list", raw, 16),
        ("not JSON", b"revoked: 41", 16),
        ("empty", b"", 16),
    ):
        yield Case(name, only(code), partial(judged, raw, status))
    late = signed_record(samples.expired(samples.record()), samples.PLACE, samples.key())
    yield Case("expired", only(15), partial(judged, late))
    yield Case("expired and revoked", only(13), partial(judged, late, samples.listing((here,))))
    yield Case("expired, nobody trusted", only(11), partial(judged, late, None, []))
    yield Case("expired, list unreadable", only(15), partial(judged, late, b""))
    yield Case("looked at before it holds", only(15), partial(judged, raw, None, None, "2026-11-19"))
    yield Case("on its last day", only(0), partial(judged, raw, None, None, "2099-11-20"))


FAMILIES = {"forged": forged, "key changed": rotated, "status list": listed}
