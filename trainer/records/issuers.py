"""An issuer as files: its own, with the private key (its backup is a copy of it), and the public one that it hands out.

Changing keys keeps the former ones' public names with the day until which they signed, so that what they signed stays
trusted; their private halves are dropped.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated, Any, Literal, TypeVar

from trainer.kernel.problems import N_, InputUnreadable
from trainer.records.frozen import frozen
from trainer.records.keys import IssuerKey, KeyRefused, public_of, unlock
from trainer.records.reading import NotIntact, UnknownFormat, read_json
from trainer.records.record import Country, Day, Did, IssuerFacts, Line, Prose, Url, Uuid
from trainer.records.strict import Form, Range, decode, encode

VERSION = 1
_PRIVATE: Literal["trainer-issuer"] = "trainer-issuer"
_PUBLIC: Literal["trainer-issuer-public"] = "trainer-issuer-public"

Version = Annotated[int, Range(1, VERSION)]
Kind = TypeVar("Kind", "Issuer", "PublicIssuer")


class IssuerUnreadable(InputUnreadable):
    """A file that should say who the issuer is does not."""


@frozen
class PublicKey:
    """A public key as ``did:key``, since when it signs, and its last day once it was changed (days in UTC)."""

    did: Did
    since: Day
    until: Day | None


@frozen
class PublicIssuer:
    """What an issuer hands out: who it is and its keys, the present one last."""

    format: Literal["trainer-issuer-public"]
    version: Version
    name: Line
    country: Country
    keys: tuple[PublicKey, ...]


@frozen
class Issuer:
    """What an issuer keeps: its facts, its keys, the private one (PKCS#8 text), and the name of its status list."""

    format: Literal["trainer-issuer"]
    version: Version
    name: Line
    country: Country
    contact: Line
    quality_assurance: Prose
    accreditation: Prose | None
    url: Url | None
    status_list: Uuid
    keys: tuple[PublicKey, ...]
    protected: bool
    pem: Annotated[str, Form(longest=2000)]

    @property
    def did(self) -> str:
        """The present key's name."""
        return self.keys[-1].did

    def facts(self) -> IssuerFacts:
        """The issuer as records name it."""
        return IssuerFacts(
            self.did, self.name, self.country, self.contact, self.quality_assurance, self.accreditation, self.url
        )

    def public(self) -> PublicIssuer:
        """What may be handed out."""
        return PublicIssuer(_PUBLIC, VERSION, self.name, self.country, self.keys)

    def open(self, passphrase: str | None) -> IssuerKey:
        """The present key. Raises :class:`KeyRefused`."""
        return unlock(self.pem, self.did, passphrase)

    def rotated(self, key: IssuerKey, pem: str, protected: bool, today: str) -> Issuer:
        """With another key from ``today`` on; the former one signed until then and stays trusted for that."""
        if any(one.did == key.did for one in self.keys):
            raise KeyRefused(N_("This issuer has had this key before."))
        former = replace(self.keys[-1], until=today)
        keys = (*self.keys[:-1], former, PublicKey(key.did, today, None))
        return replace(self, keys=keys, pem=pem, protected=protected)


def new_issuer(facts: IssuerFacts, pem: str, protected: bool, today: str, status_list: str) -> Issuer:
    """An issuer with its first key, ``facts.did``; ``status_list`` is a fresh ``urn:uuid:…``."""
    issuer = Issuer(
        _PRIVATE, VERSION, facts.name, facts.country, facts.contact, facts.quality_assurance, facts.accreditation,
        facts.url, status_list, (PublicKey(facts.did, today, None),), protected, pem,
    )  # fmt: skip
    return read_issuer(issuer_bytes(issuer))


def issuer_bytes(issuer: Issuer | PublicIssuer) -> bytes:
    """The file of an issuer: JSON that a person can print and type in again."""
    return json.dumps(encode(issuer), ensure_ascii=False, indent=2).encode() + b"\n"


def read_issuer(raw: bytes) -> Issuer:
    """The issuer of a file or backup. Raises :class:`IssuerUnreadable`."""
    return _issuer(_data(raw), Issuer, _PRIVATE)


def read_trusted(raw: bytes) -> PublicIssuer:
    """Who is trusted: an issuer's public file, or a text that is one ``did:key`` and nothing else.

    An issuer's own file does as well; its private half is not looked at. Raises :class:`IssuerUnreadable`.
    """
    text = raw[:400].decode("ascii", "replace").strip()
    if text.startswith("did:"):
        issuer = PublicIssuer(_PUBLIC, VERSION, text, "ZZ", (PublicKey(text, "0001-01-01", None),))
        _check_keys(issuer.keys)
        return issuer
    data = _data(raw)
    if data.get("format") == _PRIVATE:
        return _issuer(data, Issuer, _PRIVATE).public()
    return _issuer(data, PublicIssuer, _PUBLIC)


def _data(raw: bytes) -> dict[str, Any]:
    try:
        return read_json(raw)
    except (NotIntact, UnknownFormat) as problem:
        raise IssuerUnreadable(problem.template, **problem.values) from None


def _issuer(data: dict[str, Any], kind: type[Kind], form: str) -> Kind:
    version = data.get("version")
    if data.get("format") == form and isinstance(version, int) and version > VERSION:
        raise IssuerUnreadable(
            N_("This issuer's file is of a newer format ({found}); this version of Trainer reads format {known}."),
            found=version, known=VERSION,
        )  # fmt: skip
    try:
        issuer: Kind = decode(kind, data)
    except InputUnreadable:
        raise IssuerUnreadable(N_("The file is no issuer's file of Trainer.")) from None
    _check_keys(issuer.keys)
    return issuer


def _check_keys(keys: Sequence[PublicKey]) -> None:
    """There is a key, all are of Ed25519, and only the last is in use."""
    try:
        for key in keys:
            public_of(key.did)
    except ValueError:
        raise IssuerUnreadable(N_("The issuer's file holds a key that is no Ed25519 “did:key”.")) from None
    if not keys or any(key.until is None for key in keys[:-1]) or len({key.did for key in keys}) != len(keys):
        raise IssuerUnreadable(N_("The file is no issuer's file of Trainer."))
