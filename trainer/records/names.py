"""Addresses for what has none: always the same for the same thing."""

from __future__ import annotations

import hashlib


def named(kind: str, name: str) -> str:
    """A UUID (RFC 9562, version 8) of a name's digest, as ``urn:uuid:…``."""
    raw = bytearray(hashlib.sha256(f"trainer {kind} {name}".encode()).digest()[:16])
    raw[6], raw[8] = raw[6] & 0x0F | 0x80, raw[8] & 0x3F | 0x80
    text = raw.hex()
    return f"urn:uuid:{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
