"""Data Integrity proofs: ``eddsa-rdfc-2022`` (over canonical RDF) and ``eddsa-jcs-2022`` (over canonical JSON).

W3C, Data Integrity EdDSA Cryptosuites v1.0. What is signed is the SHA-256 of the proof's options followed by that of
the document, each in its canonical form.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from typing import Any, Literal

from trainer.records.contexts import CREDENTIALS, PINNED, Loader, context, loader
from trainer.records.keys import IssuerKey, signed_by
from trainer.records.multibase import decode_base58, encode_base58

Suite = Literal["eddsa-rdfc-2022", "eddsa-jcs-2022"]
RDFC: Suite = "eddsa-rdfc-2022"
JCS: Suite = "eddsa-jcs-2022"


_OPTIONS = {
    "type": "DataIntegrityProof", "cryptosuite": RDFC, "created": r"[0-9T:-]{19}Z",
    "verificationMethod": r"did:key:[A-Za-z0-9]+#[A-Za-z0-9]+", "proofPurpose": "assertionMethod",
}  # fmt: skip
_QUADS = (
    '_:c14n0 <http://purl.org/dc/terms/created> "{created}"^^<http://www.w3.org/2001/XMLSchema#dateTime> .\n'
    "_:c14n0 <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/security#{type}> .\n"
    '_:c14n0 <https://w3id.org/security#cryptosuite> "{cryptosuite}"^^<https://w3id.org/security#cryptosuiteString> .\n'
    "_:c14n0 <https://w3id.org/security#proofPurpose> <https://w3id.org/security#{proofPurpose}> .\n"
    "_:c14n0 <https://w3id.org/security#verificationMethod> <{verificationMethod}> .\n"
)


def canonical_quads(document: Mapping[str, Any], load: Loader | None = None) -> bytes:
    """The document as canonical N-Quads (RDFC-1.0)."""
    from pyld import jsonld

    options = {"algorithm": "URDNA2015", "format": "application/n-quads", "documentLoader": load or loader()}
    return str(jsonld.normalize(dict(document), options)).encode()


def canonical_bytes(document: Mapping[str, Any]) -> bytes:
    """The document as canonical JSON (RFC 8785)."""
    from rfc8785 import dumps

    return dumps(dict(document))


def plain_quads(options: Mapping[str, Any]) -> bytes:
    """The options' canonical N-Quads without the library, which takes as long for them as for a document.

    Empty for options that are more than those this program writes: the first context, whose terms none after it can
    change, gives them one form.
    """
    proof = dict(options)
    context = proof.pop("@context")
    fits = proof.keys() == _OPTIONS.keys() and isinstance(context, list) and context[:1] == [CREDENTIALS]
    if not fits or not all(re.fullmatch(form, str(proof[name])) for name, form in _OPTIONS.items()):
        return b""
    return _QUADS.format(**proof).encode()


def combined_hash(document: Mapping[str, Any], options: Mapping[str, Any], load: Loader | None = None) -> bytes:
    """What is signed: ``document`` has no proof, ``options`` are the proof without its value and with the context."""
    if options["cryptosuite"] == JCS:
        forms = [canonical_bytes(part) for part in (options, document)]
    else:
        forms = [plain_quads(options) or canonical_quads(options, load), canonical_quads(document, load)]
    return b"".join(hashlib.sha256(form).digest() for form in forms)


def _need_contexts(suite: str) -> None:
    """The library would wrap the reason why one is missing."""
    if suite == RDFC:
        for url in PINNED:
            context(url)


def with_proof(
    document: Mapping[str, Any], key: IssuerKey, created: str, suite: Suite = RDFC, load: Loader | None = None
) -> dict[str, Any]:
    """The document with one proof by ``key``; ``created`` is a moment in UTC. Raises ``ContextMissing``."""
    _need_contexts(suite)
    proof: dict[str, Any] = {
        "type": "DataIntegrityProof", "cryptosuite": suite, "created": created, "verificationMethod": key.method,
        "proofPurpose": "assertionMethod",
    }  # fmt: skip
    options = proof | {"@context": document["@context"]}
    if suite == JCS:
        proof = options
    value = encode_base58(key.sign(combined_hash(document, options, load)))
    return {**document, "proof": {**proof, "proofValue": value}}


def is_genuine(document: Mapping[str, Any], did: str, load: Loader | None = None) -> bool:
    """Whether the one proof of ``document``, whose form was checked, is by the holder of ``did``.

    Raises ``ContextMissing`` where the contexts are not installed.
    """
    proof = dict(document["proof"])
    unsigned = {name: value for name, value in document.items() if name != "proof"}
    _need_contexts(document["proof"]["cryptosuite"])
    try:
        signature = decode_base58(proof.pop("proofValue"))
        signed = combined_hash(unsigned, proof | {"@context": document["@context"]}, load)
    except Exception:  # the libraries raise what they like; whatever cannot be canonicalised was not signed
        return False
    return signed_by(did, signature, signed)
