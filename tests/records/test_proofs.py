"""Proofs, the contexts they rest on, and what independent code makes of them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.records import samples
from tests.records.verifiers import PROGRAMS
from trainer.records import contexts
from trainer.records.contexts import CREDENTIALS, OPEN_BADGES, PINNED, ContextMissing, context, loader
from trainer.records.issue import written
from trainer.records.keys import KeyRefused
from trainer.records.proofs import JCS, RDFC, Suite, canonical_quads, is_genuine, plain_quads, with_proof


def options(**changes: str) -> dict[str, object]:
    signed = dict(samples.signed()["proof"])
    del signed["proofValue"]
    return {**signed, **changes, "@context": [CREDENTIALS, OPEN_BADGES]}


def test_the_short_way_gives_what_the_library_gives() -> None:
    assert plain_quads(options()) == canonical_quads(options())


@pytest.mark.parametrize(
    "other",
    [
        options(created='2026-11-20T09:30:00Z"'), options(created="now"), options(cryptosuite="eddsa-2022"),
        options(verificationMethod="did:web:example.org#1"), options(proofPurpose="authentication"),
        options(nonce="x"), options() | {"@context": [OPEN_BADGES]}, options() | {"@context": CREDENTIALS},
    ],
)  # fmt: skip
def test_the_short_way_is_for_our_own_options_only(other: dict[str, object]) -> None:
    assert plain_quads(other) == b""


@pytest.mark.parametrize("suite", [RDFC, JCS])
def test_a_proof_is_of_one_document_by_one_key(suite: Suite) -> None:
    document = samples.signed(suite=suite)
    assert is_genuine(document, samples.key().did)
    assert not is_genuine(document, samples.key("other").did)
    assert not is_genuine(document | {"name": "x"}, samples.key().did)
    assert document == samples.signed(suite=suite), "signing draws nothing"


@pytest.mark.parametrize(
    "url", ["https://example.org/v1", "file:///etc/passwd", CREDENTIALS + "/", "http" + OPEN_BADGES[5:]]
)
def test_no_other_context_is_loaded(url: str) -> None:
    with pytest.raises(ContextMissing):
        loader()(url, {})


def test_nothing_is_signed_with_a_context_of_ones_own() -> None:
    document = {"@context": [CREDENTIALS, "https://example.org/v1"], "type": ["VerifiableCredential"]}
    with pytest.raises(Exception, match="normalization"):
        with_proof(document, samples.key(), samples.ISSUED)


def test_a_changed_context_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    name, _ = PINNED[OPEN_BADGES]
    tmp_path.joinpath(name).write_text(json.dumps(context(OPEN_BADGES)))
    signed = samples.signed()
    context.cache_clear()
    monkeypatch.setattr(contexts, "_folder", lambda: tmp_path)
    with pytest.raises(ContextMissing):
        is_genuine(signed, samples.key().did)
    with pytest.raises(ContextMissing):
        context(OPEN_BADGES)
    monkeypatch.undo()
    assert context(OPEN_BADGES)


def test_only_the_issuers_key_signs_its_records() -> None:
    with pytest.raises(KeyRefused):
        samples.signed(samples.key("other"), of=samples.record(samples.key()))


def test_openbadgeslib_accepts_the_badge_and_refuses_another(tmp_path: Path) -> None:
    document = samples.signed()
    (tmp_path / "good.json").write_bytes(written(document))
    (tmp_path / "bad.json").write_bytes(written(document | {"description": "x"}))
    command = [sys.executable, str(PROGRAMS / "check_openbadgeslib.py"), "good.json", "bad.json"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert [line.split()[0] for line in done.stdout.splitlines()] == ["accepted", "refused"]
