"""Canonical JSON and digests: one byte form for what is hashed, frozen or compared."""

from __future__ import annotations

import hashlib
import json
from json.encoder import c_make_encoder, encode_basestring  # type: ignore[attr-defined] # there, but in no stub

_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
#: What ``_CANONICAL`` makes anew for each value, made once: a class's journals have 200,000 lines. None without the
#: library's part in C.
_ENCODE = c_make_encoder and c_make_encoder(
    None, _CANONICAL.default, encode_basestring, None, ":", ",", True, False, False
)


def canonical_json(value: object) -> bytes:
    """Sorted keys, no spaces, UTF-8, no NaN: equal values give equal bytes, and ``json.loads`` reads them all."""
    text = "".join(_ENCODE(value, 0)) if _ENCODE else _CANONICAL.encode(value)
    return text.encode(errors="surrogatepass")


def digest(value: object) -> str:
    """SHA-256 of the canonical JSON, as 64 hexadecimal digits."""
    return hashlib.sha256(canonical_json(value)).hexdigest()
