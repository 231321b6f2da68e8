"""An issuer's files: kept, backed up, handed out, with another key."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from tests.records import samples
from trainer.records.issuers import IssuerUnreadable, issuer_bytes, read_issuer, read_trusted
from trainer.records.keys import KeyRefused, lock

OLD, NEW = samples.key(), samples.key("later")
ISSUER = samples.issuer(OLD)


def test_a_backup_opens_as_the_file_does() -> None:
    again = read_issuer(issuer_bytes(ISSUER))
    assert again == ISSUER and again.open(None) == OLD
    assert again.facts() == samples.facts(OLD)


def test_what_is_handed_out_has_no_private_half() -> None:
    raw = issuer_bytes(ISSUER.public())
    assert b"PRIVATE" not in raw and ISSUER.pem.splitlines()[1].encode() not in raw
    assert read_trusted(raw) == ISSUER.public()


def test_the_own_file_or_a_name_can_be_trusted_too() -> None:
    assert read_trusted(issuer_bytes(ISSUER)) == ISSUER.public()
    assert [key.did for key in read_trusted(f" {OLD.did}\n".encode()).keys] == [OLD.did]


def test_changing_keys_keeps_the_former_ones_name_only() -> None:
    changed = ISSUER.rotated(NEW, lock(NEW, None, b""), False, "2026-11-20")
    assert [(key.did, key.until) for key in changed.keys] == [(OLD.did, "2026-11-20"), (NEW.did, None)]
    assert changed.did == NEW.did and changed.open(None) == NEW and changed.status_list == ISSUER.status_list
    assert ISSUER.pem not in changed.pem
    assert read_issuer(issuer_bytes(changed)) == changed
    with pytest.raises(KeyRefused):
        changed.rotated(OLD, ISSUER.pem, False, "2026-11-21")


@pytest.mark.parametrize(
    "raw",
    [
        b"", b"x", b"[]", b"{}", b"did:web:example.org", b"did:key:z6Mk", b"\xff", issuer_bytes(ISSUER)[:-5],
        issuer_bytes(ISSUER) + b"x", issuer_bytes(ISSUER).replace(b'"name"', b'"version"', 1),
        issuer_bytes(ISSUER.public()).replace(b'"country"', b'"more": 1, "country"'),
        issuer_bytes(replace(ISSUER.public(), keys=())),
        issuer_bytes(replace(ISSUER.public(), keys=ISSUER.keys * 2)),
    ],
)  # fmt: skip
def test_what_is_no_issuers_file_is_refused(raw: bytes) -> None:
    with pytest.raises(IssuerUnreadable):
        read_trusted(raw)


def test_a_public_file_is_no_issuers_own() -> None:
    with pytest.raises(IssuerUnreadable):
        read_issuer(issuer_bytes(ISSUER.public()))


def test_a_newer_file_is_named() -> None:
    data = json.loads(issuer_bytes(ISSUER)) | {"version": 2, "more": 1}
    with pytest.raises(IssuerUnreadable) as refused:
        read_issuer(json.dumps(data).encode())
    assert refused.value.values == {"found": 2, "known": 1}
