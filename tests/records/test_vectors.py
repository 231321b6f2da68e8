"""W3C's vectors for both cryptosuites and those of canonical JSON, byte for byte."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.records.vectors import SAMPLES, needs_vectors
from trainer.records.contexts import loader
from trainer.records.keys import IssuerKey, make_key
from trainer.records.multibase import decode_base58
from trainer.records.proofs import (
    JCS,
    RDFC,
    Suite,
    canonical_bytes,
    canonical_quads,
    combined_hash,
    is_genuine,
    plain_quads,
    with_proof,
)

pytestmark = needs_vectors
EDDSA = SAMPLES / "vc-di-eddsa"
EXAMPLES = "https://www.w3.org/ns/credentials/examples/v2"
FILES: dict[Suite, tuple[str, str]] = {RDFC: ("eddsa-rdfc-2022", "DataInt"), JCS: ("eddsa-jcs-2022", "JCS")}


def read(suite: Suite, name: str) -> str:
    folder, ending = FILES[suite]
    return next((EDDSA / folder).glob(f"{name}{ending}.*")).read_text()


def load() -> Any:
    return loader({EXAMPLES: json.loads((SAMPLES / "vc-contexts" / "credentials-examples-v2.json").read_text())})


def key() -> IssuerKey:
    raw = decode_base58(json.loads((EDDSA / "keyPair.json").read_text())["privateKeyMultibase"])
    assert raw[:2] == b"\x80\x26"
    return make_key(raw[2:])


@pytest.mark.parametrize("suite", [RDFC, JCS])
def test_a_published_credential_is_signed_byte_for_byte(suite: Suite) -> None:
    unsigned = json.loads((EDDSA / "unsigned.json").read_text())
    published = json.loads(read(suite, "signed"))
    options = json.loads(read(suite, "proofConfig"))
    forms = [canonical_bytes(one) if suite == JCS else canonical_quads(one, load()) for one in (unsigned, options)]
    assert [form.decode() for form in forms] == [read(suite, "canonDoc"), read(suite, "proofCanon")]
    assert combined_hash(unsigned, options, load()).hex() == read(suite, "combinedHash")
    signed = with_proof(unsigned, key(), options["created"], suite, load())
    assert signed == published and signed["proof"]["proofValue"] == read(suite, "sigBTC58")
    assert is_genuine(published, key().did, load())
    assert not is_genuine(published | {"name": "Alumni credential"}, key().did, load())


def test_the_short_way_gives_the_published_form() -> None:
    assert plain_quads(json.loads(read(RDFC, "proofConfig"))).decode() == read(RDFC, "proofCanon")


@pytest.mark.parametrize("name", ["arrays", "french", "structures", "unicode", "values", "weird"])
def test_canonical_json(name: str) -> None:
    given = json.loads((SAMPLES / "jcs" / "input" / f"{name}.json").read_bytes())
    from rfc8785 import dumps

    form = dumps(given)
    assert form == (SAMPLES / "jcs" / "output" / f"{name}.json").read_bytes()
    assert form == bytes.fromhex((SAMPLES / "jcs" / "outhex" / f"{name}.txt").read_text())
