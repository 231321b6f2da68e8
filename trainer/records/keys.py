"""An issuer's Ed25519 keys: made from given random bytes, named as ``did:key``, kept as encrypted PKCS#8."""

from __future__ import annotations

from trainer.kernel.problems import N_, Refused
from trainer.kernel.record import Record as Row
from trainer.records.multibase import decode_base58, encode_base58

SEED_BYTES = 32
_PUBLIC = b"\xed\x01"
_PREFIX = "did:key:"
#: Fewer can be tried out.
SHORTEST_PASSPHRASE = 12


class KeyRefused(Refused):
    """A key that does not open, or a passphrase that cannot protect one."""


class IssuerKey(Row):
    """A private key in memory. What is shown of it is its public name."""

    did: str
    seed: bytes

    def __repr__(self) -> str:
        return f"IssuerKey({self.did!r})"

    @property
    def method(self) -> str:
        """The verification method of a proof: the issuer's name, ``#`` and the key."""
        return method_of(self.did)

    def sign(self, message: bytes) -> bytes:
        """The 64 bytes of the Ed25519 signature."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return Ed25519PrivateKey.from_private_bytes(self.seed).sign(message)


def make_key(random: bytes) -> IssuerKey:
    """The key of 32 random bytes, which the caller draws from the system."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    if len(random) != SEED_BYTES:
        raise ValueError(f"a key is made of {SEED_BYTES} random bytes")
    return IssuerKey(did_of(Ed25519PrivateKey.from_private_bytes(random).public_key().public_bytes_raw()), random)


def did_of(public: bytes) -> str:
    """``did:key`` of a public key's 32 bytes."""
    return _PREFIX + encode_base58(_PUBLIC + public)


def public_of(did: str) -> bytes:
    """The public key a ``did:key`` spells out. Raises ``ValueError`` when it is none of Ed25519."""
    raw = decode_base58(did.removeprefix(_PREFIX)) if did.startswith(_PREFIX) else b""
    if len(raw) != len(_PUBLIC) + 32 or not raw.startswith(_PUBLIC):
        raise ValueError("not an Ed25519 did:key")
    return raw[len(_PUBLIC) :]


def method_of(did: str) -> str:
    """The verification method of a ``did:key``."""
    return f"{did}#{did.removeprefix(_PREFIX)}"


def signed_by(did: str, signature: bytes, message: bytes) -> bool:
    """Whether the holder of ``did`` signed the message."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(public_of(did)).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def lock(key: IssuerKey, passphrase: str | None, random: bytes) -> str:
    """The key as PKCS#8 text, encrypted; ``None`` leaves it open, which the issuer must have chosen in so many words.

    ``random`` are ``pkcs8.RANDOM_BYTES`` bytes. Raises :class:`KeyRefused` for a passphrase of fewer than
    :data:`SHORTEST_PASSPHRASE` characters.
    """
    from cryptography.hazmat.primitives import serialization as forms
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from trainer.records.pkcs8 import encrypted_pem, open_pem

    if passphrase is not None and len(passphrase) < SHORTEST_PASSPHRASE:
        raise KeyRefused(N_("A passphrase has at least {least} characters."), least=SHORTEST_PASSPHRASE)
    private = Ed25519PrivateKey.from_private_bytes(key.seed)
    plain = private.private_bytes(forms.Encoding.DER, forms.PrivateFormat.PKCS8, forms.NoEncryption())
    return open_pem(plain) if passphrase is None else encrypted_pem(plain, passphrase, random)


def unlock(pem: str, did: str, passphrase: str | None) -> IssuerKey:
    """The key that :func:`lock` wrote.

    Raises :class:`KeyRefused` with one sentence, whether the passphrase is wrong, the text damaged or the key
    another's: who guesses learns nothing from it.
    """
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    from trainer.records.pkcs8 import secret_of

    try:
        private = load_pem_private_key(pem.encode("ascii"), None if passphrase is None else secret_of(passphrase))
        if not isinstance(private, Ed25519PrivateKey):
            raise ValueError("another kind of key")
        key = make_key(private.private_bytes_raw())
        if key.did != did:
            raise ValueError("another key")
    except Exception:  # whatever a parser of damaged text may raise
        raise KeyRefused(N_("The key does not open with this passphrase.")) from None
    return key
