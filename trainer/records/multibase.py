"""Multibase as credentials use it: base58btc (``z``) for keys and proofs, base64url (``u``) for lists of bits."""

from __future__ import annotations

import base64
import binascii
import re

_ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_PLACES = {letter: place for place, letter in enumerate(_ALPHABET)}
#: Keys and signatures are far shorter; decoding takes the square of the length.
_LONGEST = 200


def encode_base58(raw: bytes) -> str:
    """``z`` and the bytes in Bitcoin's base 58; leading zero bytes are leading ones."""
    number = int.from_bytes(raw, "big")
    letters = ""
    while number:
        number, place = divmod(number, 58)
        letters = _ALPHABET[place] + letters
    return "z" + "1" * (len(raw) - len(raw.lstrip(b"\0"))) + letters


def decode_base58(text: str) -> bytes:
    """Inverse of :func:`encode_base58`. Raises ``ValueError`` on anything that it would not give."""
    if not text.startswith("z") or len(text) > _LONGEST or not set(text[1:]) <= _PLACES.keys():
        raise ValueError("not base58btc")
    number = 0
    for letter in text[1:]:
        number = number * 58 + _PLACES[letter]
    zeros = len(text[1:]) - len(text[1:].lstrip("1"))
    return b"\0" * zeros + number.to_bytes((number.bit_length() + 7) // 8, "big")


def encode_base64url(raw: bytes) -> str:
    """``u`` and the bytes in base64url without padding."""
    return "u" + base64.urlsafe_b64encode(raw).rstrip(b"=").decode("ascii")


def decode_base64url(text: str) -> bytes:
    """Inverse of :func:`encode_base64url`. Raises ``ValueError`` on anything that it would not give."""
    if not re.fullmatch(r"u[A-Za-z0-9_-]*", text):
        raise ValueError("not base64url")
    try:
        raw = base64.urlsafe_b64decode(text[1:] + "=" * (-len(text[1:]) % 4))
    except binascii.Error:
        raise ValueError("not base64url") from None
    if encode_base64url(raw) != text:
        raise ValueError("not base64url")
    return raw
