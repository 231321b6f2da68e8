"""Being an issuer: the one of this machine, its key, its backup, and what it hands out to those who verify."""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.kernel.clock import Clock, SystemClock
from trainer.kernel.problems import N_, Refused
from trainer.kernel.text import clean, clean_line
from trainer.progress.issuers import LARGEST_FILE, IssuerFile, read_given, write_new

if TYPE_CHECKING:
    from trainer.flows.workspace import Workspace
    from trainer.progress.disk import Disk
    from trainer.progress.locations import Locations
    from trainer.records.issuers import Issuer
    from trainer.records.keys import IssuerKey

#: Draws so many random bytes.
Random = Callable[[int], bytes]
_LONGEST_LINE, _LONGEST_PROSE = 300, 800


class NoIssuer(Refused):
    """Nobody on this machine issues records."""


@dataclass(frozen=True, slots=True)
class IssuerDraft:
    """What somebody says who is about to issue. ``country`` is the ISO code of two letters."""

    name: str
    country: str
    contact: str
    quality_assurance: str
    accreditation: str = ""
    url: str = ""


class IssuerFlow:
    """The issuer of this machine. A passphrase of ``None`` leaves a key unprotected: only on somebody's own word."""

    def __init__(
        self, locations: Locations, clock: Clock | None = None, disk: Disk | None = None, random: Random = os.urandom
    ) -> None:
        self._file = IssuerFile(locations, disk)
        self._clock, self._random = clock or SystemClock(), random

    @classmethod
    def of(cls, workspace: Workspace) -> IssuerFlow:
        """The issuer of a workspace's machine."""
        return cls(workspace.locations, workspace.clock, workspace.disk)

    @property
    def path(self) -> Path:
        """Where its own file lies."""
        return self._file.path

    def found(self) -> Issuer | None:
        """The issuer, where there is one. Raises ``IssuerUnreadable``."""
        from trainer.records.issuers import read_issuer

        raw = self._file.read()
        return None if raw is None else read_issuer(raw)

    def issuer(self) -> Issuer:
        """The issuer. :class:`NoIssuer` where there is none."""
        found = self.found()
        if found is None:
            raise NoIssuer(
                N_("There is no issuer on this machine. «trainer issuer init» makes one, «trainer issuer restore FILE» "
                   "brings one back from its backup.")
            )  # fmt: skip
        return found

    def open(self, passphrase: str | None) -> tuple[Issuer, IssuerKey]:
        """The issuer with its key. ``KeyRefused`` with one sentence, whatever is wrong with passphrase or key."""
        issuer = self.issuer()
        return issuer, issuer.open(passphrase if issuer.protected else None)

    # -- making --------------------------------------------------------------------------------------------------

    def init(self, draft: IssuerDraft, passphrase: str | None) -> Issuer:
        """Become an issuer. :class:`Refused` where there is one already, or something is missing."""
        from trainer.records.issuers import issuer_bytes, new_issuer
        from trainer.records.record import IssuerFacts

        self.refuse_another()
        key, pem = self._key(passphrase)
        name, country, contact, quality, accreditation, url = checked(draft)
        facts = IssuerFacts(key.did, name, country, contact, quality, accreditation, url)
        issuer = new_issuer(facts, pem, passphrase is not None, self._today(), f"urn:uuid:{self._uuid()}")
        self._file.save(issuer_bytes(issuer))
        return issuer

    def refuse_another(self) -> None:
        """:class:`Refused` where this machine has an issuer."""
        if self._file.read() is not None:
            raise Refused(
                N_("This machine has an issuer already ({file}). «trainer issuer rotate» gives it another key."),
                file=self.path,
            )  # fmt: skip

    def rotate(self, passphrase: str | None) -> tuple[Issuer, IssuerKey]:
        """Another key from today on. The former passphrase is not asked for: a lost key is changed in the same way."""
        from trainer.records.issuers import issuer_bytes

        issuer = self.issuer()
        key, pem = self._key(passphrase)
        changed = issuer.rotated(key, pem, passphrase is not None, self._today())
        self._file.save(issuer_bytes(changed))
        return changed, key

    def _key(self, passphrase: str | None) -> tuple[IssuerKey, str]:
        from trainer.records.keys import SEED_BYTES, lock, make_key
        from trainer.records.pkcs8 import RANDOM_BYTES

        key = make_key(self._random(SEED_BYTES))
        return key, lock(key, passphrase, self._random(RANDOM_BYTES))

    # -- files ---------------------------------------------------------------------------------------------------

    def backup(self, target: Path) -> Issuer:
        """Copy the issuer's own file; it is as protected as the key in it. :class:`Refused` where the target exists."""
        issuer = self.issuer()
        write_new(target, self._file.read() or b"")
        return issuer

    def restore(self, source: Path) -> Issuer:
        """Bring the issuer of a backup back. :class:`Refused` where there is one."""
        from trainer.records.issuers import read_issuer

        self.refuse_another()
        raw = read_given(source, LARGEST_FILE)
        issuer = read_issuer(raw)
        self._file.save(raw)
        return issuer

    def hand_out(self, target: Path) -> Issuer:
        """Write the public file, by which others know the issuer's records."""
        from trainer.records.issuers import issuer_bytes

        issuer = self.issuer()
        write_new(target, issuer_bytes(issuer.public()))
        return issuer

    def _today(self) -> str:
        return self._clock.now().date().isoformat()

    def _uuid(self) -> str:
        return uuid_text(self._random(16))


def uuid_text(random: bytes) -> str:
    """A random UUID (version 4) of 16 bytes."""
    raw = bytearray(random)
    raw[6], raw[8] = raw[6] & 0x0F | 0x40, raw[8] & 0x3F | 0x80
    text = raw.hex()
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def draw_below(most: int) -> int:
    """A number from 0 up to ``most``, drawn from the system."""
    return secrets.randbelow(most)


def checked(draft: IssuerDraft) -> tuple[str, str, str, str, str | None, str | None]:
    """What was said, cleaned. :class:`Refused` for the first thing missing, too long or not printable."""
    from trainer.printing.fonts import refuse_lacking

    country, url = clean_line(draft.country).upper(), clean_line(draft.url)
    needed = [
        _line(draft.name, N_("the issuer's legal name")), country, _line(draft.contact, N_("the contact")),
        _prose(draft.quality_assurance, N_("the statement on quality assurance")),
    ]  # fmt: skip
    if not re.fullmatch("[A-Z]{2}", country):
        raise Refused(N_("The country is written as two letters, IT for example."))
    if url and not re.fullmatch(r"https?://[^\s\"<>\\^`{|}]+", url):
        raise Refused(N_("The address on the web begins with https://."))
    accreditation = _prose(draft.accreditation, N_("the accreditation")) if draft.accreditation.strip() else ""
    refuse_lacking((*needed, accreditation))
    name, _, contact, quality = needed
    return name, country, contact, quality, accreditation or None, url or None


def _line(text: str, what: str) -> str:
    return _said(clean_line(text, _LONGEST_LINE + 1), what, _LONGEST_LINE)


def _prose(text: str, what: str) -> str:
    return _said(" ".join(clean(text).split()), what, _LONGEST_PROSE)


def _said(text: str, what: str, longest: int) -> str:
    if not text:
        raise Refused(N_("Missing: {what}."), what=Refused(what))
    if len(text) > longest:
        raise Refused(N_("Too long: {what}; there is room for {limit} characters."), what=Refused(what), limit=longest)
    return text
