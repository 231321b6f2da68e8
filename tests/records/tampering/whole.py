"""The file as a whole: written again (accepted), cut, lengthened, too large, of a later version, none at all."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from typing import Any

from tests.records import samples
from tests.records.tampering.case import BROKEN, Case, judged
from trainer.kernel.canonical import canonical_json
from trainer.records.badge import credential_of
from trainer.records.issue import written
from trainer.records.proofs import JCS, RDFC, with_proof
from trainer.records.reading import LARGEST_BYTES

GOOD, UNKNOWN = frozenset({0}), frozenset({19})


def turned(value: Any) -> Any:
    """Members in the opposite order, on every level."""
    if isinstance(value, dict):
        return {name: turned(one) for name, one in reversed(value.items())}
    return [turned(one) for one in value] if isinstance(value, list) else value


def again() -> Iterator[Case]:
    for suite in (RDFC, JCS):
        document = samples.signed(suite=suite)
        copies = {
            "as issued": written(document),
            "without white space": json.dumps(document, separators=(",", ":"), ensure_ascii=False).encode(),
            "indented by tabs, CRLF": json.dumps(document, indent="\t").replace("\n", "\r\n").encode(),
            "members sorted": json.dumps(document, sort_keys=True).encode(),
            "members in the opposite order": json.dumps(turned(document)).encode(),
            "letters escaped": json.dumps(document, ensure_ascii=True).encode(),
            "byte-order mark, blank lines": b"\xef\xbb\xbf\n\n" + written(document) + b"\n \t\r\n",
        }
        for name, raw in copies.items():
            yield Case(f"{name}, {suite}", GOOD, partial(judged, raw, samples.listing()))


def damaged() -> Iterator[Case]:
    raw = written(samples.signed())
    for name, other, expected in (
        ("cut in half", raw[: len(raw) // 2], UNKNOWN),
        ("last brace missing", raw.rstrip()[:-1], UNKNOWN),
        ("empty", b"", UNKNOWN),
        ("a letter behind", raw + b"x", BROKEN),
        ("a second record behind", raw + raw, BROKEN),
        ("a zero byte behind", raw + b"\0", BROKEN),
        ("too large", raw + b" " * LARGEST_BYTES, UNKNOWN),
        ("not JSON", b"%PDF-1.7", UNKNOWN),
        ("not UTF-8", raw.decode().encode("utf-16"), UNKNOWN),
        ("a list", b"[" + raw + b"]", UNKNOWN),
        ("nested without end", b'{"a":' * 100_000, UNKNOWN),
        ("half a character", raw.replace(b'"description": "', b'"description": "\\ud800', 1), BROKEN),
        ("not a number", raw.replace(b'"humanCode": "abr.uc1"', b'"humanCode": NaN', 1), UNKNOWN),
        ("something else", b'{"type": ["VerifiableCredential"]}', UNKNOWN),
    ):
        yield Case(name, expected, partial(judged, other))


def later() -> Iterator[Case]:
    """Signed by the issuer, with a version this program does not know, or a member it does not."""
    signer = samples.key()
    for name, edit, expected in (
        ("version 2", {"version": 2}, UNKNOWN),
        ("version 2 with more", {"version": 2, "more": True}, UNKNOWN),
        ("version 1 with more", {"more": True}, BROKEN),
        ("another title than the badge's is fine", {"title": {"it": "A", "en": "B"}}, GOOD),
        ("another id than the badge's", {"id": "urn:uuid:00000000-0000-8000-8000-000000000000"}, BROKEN),
        ("another validity than the badge's", {"valid_until": "2099-01-01T00:00:00Z"}, BROKEN),
    ):
        unsigned = credential_of(samples.record(signer), samples.PLACE)
        data = json.loads(unsigned["evidence"][-1]["narrative"]) | edit
        unsigned["evidence"][-1]["narrative"] = canonical_json(data).decode()
        yield Case(name, expected, partial(judged, written(with_proof(unsigned, signer, samples.ISSUED))))


FAMILIES = {"written again (accepted)": again, "file damaged": damaged, "signed, but": later}
