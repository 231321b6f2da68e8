"""Private keys as PKCS#8 text, encrypted with scrypt and AES-256.

The library that reads them writes PBKDF2 with 2,048 rounds, which a graphics card tries by the million a second; so the
few bytes around the ciphertext (RFC 5958, RFC 8018, RFC 7914) are written here. OpenSSL opens the result.
"""

from __future__ import annotations

import base64
import hashlib
import textwrap
import unicodedata

#: 16 MiB and five passes, one of OWASP's recommended settings, and the largest memory OpenSSL accepts by default.
SCRYPT_N, SCRYPT_R, SCRYPT_P = 2**14, 8, 5
#: Salt and initial block, 16 bytes each.
RANDOM_BYTES = 32

_PBES2 = bytes.fromhex("06092a864886f70d01050d")
_SCRYPT = bytes.fromhex("06092b06010401da47040b")
_AES_256_CBC = bytes.fromhex("060960864801650304012a")
_SEQUENCE, _OCTETS, _INTEGER = 0x30, 0x04, 0x02


def secret_of(passphrase: str) -> bytes:
    """The passphrase's bytes, the same however a keyboard composes its accents."""
    return unicodedata.normalize("NFC", passphrase).encode()


def encrypted_pem(key: bytes, passphrase: str, random: bytes) -> str:
    """``key`` (PKCS#8, DER) under a passphrase, as text; ``random``: :data:`RANDOM_BYTES` that the caller drew."""
    if len(random) != RANDOM_BYTES:
        raise ValueError(f"{RANDOM_BYTES} random bytes are needed")
    salt, start = random[:16], random[16:]
    own = hashlib.scrypt(secret_of(passphrase), salt=salt, n=SCRYPT_N, r=SCRYPT_R, p=SCRYPT_P, maxmem=2**26, dklen=32)
    cost = b"".join(_integer(number) for number in (SCRYPT_N, SCRYPT_R, SCRYPT_P))
    derivation = _der(_SEQUENCE, _SCRYPT + _der(_SEQUENCE, _der(_OCTETS, salt) + cost))
    cipher = _der(_SEQUENCE, _AES_256_CBC + _der(_OCTETS, start))
    scheme = _der(_SEQUENCE, _PBES2 + _der(_SEQUENCE, derivation + cipher))
    return _pem("ENCRYPTED PRIVATE KEY", _der(_SEQUENCE, scheme + _der(_OCTETS, _encrypt(key, own, start))))


def open_pem(key: bytes) -> str:
    """``key`` (PKCS#8, DER) as text that everybody can read."""
    return _pem("PRIVATE KEY", key)


def _encrypt(plain: bytes, key: bytes, start: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    missing = 16 - len(plain) % 16
    encryptor = Cipher(algorithms.AES(key), modes.CBC(start)).encryptor()
    return encryptor.update(plain + bytes([missing]) * missing) + encryptor.finalize()


def _der(tag: int, content: bytes) -> bytes:
    length = len(content)
    head = bytes([length]) if length < 0x80 else bytes([0x81, length]) if length < 0x100 else None
    if head is None:
        raise ValueError("longer than a key")
    return bytes([tag]) + head + content


def _integer(number: int) -> bytes:
    return _der(_INTEGER, number.to_bytes(number.bit_length() // 8 + 1, "big"))


def _pem(label: str, content: bytes) -> str:
    lines = textwrap.wrap(base64.b64encode(content).decode("ascii"), 64)
    return "\n".join((f"-----BEGIN {label}-----", *lines, f"-----END {label}-----"))
