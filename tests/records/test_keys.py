"""Keys: their names, what protects them, and what a wrong passphrase tells."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.records import samples
from trainer.records.keys import SHORTEST_PASSPHRASE, KeyRefused, did_of, lock, make_key, public_of, signed_by, unlock
from trainer.records.multibase import decode_base58, decode_base64url, encode_base58, encode_base64url

PASSPHRASE = "un cavallo più che giallo"
LOCKED = lock(samples.key(), PASSPHRASE, samples.random("salt"))


def test_a_key_has_the_name_the_method_gives_it() -> None:
    # The test vector of the did:key method for Ed25519.
    key = make_key(bytes(32))
    assert key.did == "did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp"
    assert key.method == f"{key.did}#z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp"
    assert did_of(public_of(key.did)) == key.did


@pytest.mark.parametrize(
    "name",
    ["", "did:key:", "did:web:example.org", "did:key:z6Mk", "did:key:u7QEx", samples.key().did + "1", "did:key:z0OIl"],
)
def test_what_is_no_ed25519_name_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=r"not"):
        public_of(name)


def test_what_a_key_signs_only_it_has_signed() -> None:
    key, other = samples.key(), samples.key("other")
    signature = key.sign(b"this")
    assert signed_by(key.did, signature, b"this")
    assert not signed_by(key.did, signature, b"that")
    assert not signed_by(other.did, signature, b"this")
    assert not signed_by(key.did, signature[:-1], b"this")
    assert not signed_by("did:key:z", signature, b"this")


def test_the_private_half_is_not_shown() -> None:
    key = samples.key()
    assert key.seed.hex() not in repr(key) and repr(key.seed) not in repr(key) and key.did in repr(key)


def test_a_locked_key_opens_with_its_passphrase() -> None:
    key = samples.key()
    assert unlock(LOCKED, key.did, PASSPHRASE) == key
    assert "ENCRYPTED" in LOCKED and key.seed.hex() not in LOCKED
    assert lock(key, PASSPHRASE, samples.random("other salt")) != LOCKED


def test_accents_may_be_composed_or_not() -> None:
    assert unlock(LOCKED, samples.key().did, PASSPHRASE.replace("ù", "u\u0300")) == samples.key()


def test_whatever_is_wrong_the_answer_is_one_sentence() -> None:
    other = lock(samples.key("other"), PASSPHRASE, samples.random("salt"))
    damaged = LOCKED.replace(LOCKED.splitlines()[2][:8], "AAAAAAAA")
    told = set()
    for pem, passphrase in (
        (LOCKED, "un cavallo piu che giallo"), (LOCKED, ""), (LOCKED, None), (damaged, PASSPHRASE), (other, PASSPHRASE),
        (LOCKED[:60], PASSPHRASE), ("", PASSPHRASE), ("è", PASSPHRASE), (LOCKED, "\udce9" * 12),
    ):  # fmt: skip
        with pytest.raises(KeyRefused) as refused:
            unlock(pem, samples.key().did, passphrase)
        told.add(str(refused.value))
        assert refused.value.__cause__ is None
    assert len(told) == 1


def test_an_open_key_needs_no_passphrase() -> None:
    assert unlock(lock(samples.key(), None, b""), samples.key().did, None) == samples.key()


def test_a_short_passphrase_is_refused() -> None:
    with pytest.raises(KeyRefused):
        lock(samples.key(), "x" * (SHORTEST_PASSPHRASE - 1), samples.random("salt"))


@pytest.mark.parametrize("length", [0, 31, 33])
def test_a_key_is_made_of_32_bytes(length: int) -> None:
    with pytest.raises(ValueError, match="32"):
        make_key(bytes(length))


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")
def test_openssl_opens_a_locked_key(tmp_path: Path) -> None:
    (tmp_path / "key.pem").write_text(LOCKED)
    command = ["openssl", "pkey", "-in", "key.pem", "-passin", f"pass:{PASSPHRASE}", "-outform", "DER"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=True)
    assert done.stdout.endswith(samples.key().seed)


@given(st.binary(max_size=80))
def test_multibase_comes_back(raw: bytes) -> None:
    assert decode_base58(encode_base58(raw)) == raw
    assert decode_base64url(encode_base64url(raw)) == raw


@pytest.mark.parametrize("text", ["", "x", "z0", "zl", "z ", "z" + "2" * 300])
def test_other_base58_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="base58"):
        decode_base58(text)


@pytest.mark.parametrize("text", ["", "x", "u+", "uA", "uAB=", "uAC"])
def test_other_base64url_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="base64url"):
        decode_base64url(text)
