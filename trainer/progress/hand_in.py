"""A hand-in: what a learner gives an instructor of one unit, in one zip file.

It holds the journals of the unit's assessed exercises and counting exams with the papers frozen for them, and a
manifest: whose, for which unit, when, with which program and content, what was studied, and the SHA-256 of every file.
The SHA-256 of the manifest is the hand-in's own digest. Of a file somebody sent nothing is believed before it was
looked at.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import stat
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from trainer.kernel.canonical import canonical_json
from trainer.kernel.clock import from_iso
from trainer.kernel.problems import N_, InputUnreadable, Refused, newer_format
from trainer.kernel.text import SLUG, clean_line
from trainer.kernel.zipped import Limits, Zipped, open_zipped
from trainer.progress.disk import PRIVATE_FILE, Disk
from trainer.progress.foreign import LONGEST_NAME
from trainer.progress.shapes import fits

FORMAT = 1
MANIFEST = "trainer-hand-in.json"
#: A file of 64 MB is hundreds of attempts; papers shrink to a fifth.
LARGEST_FILE = 64 << 20
LIMITS = Limits(members=4_000, bytes=512 << 20, ratio=100, directory_bytes=2 << 20)
_LARGEST_MEMBER = 32 << 20
_LARGEST_MANIFEST = 4 << 20
_MEMBER = re.compile(r"attempts/([a-z0-9][a-z0-9-]{0,79})\.jsonl|papers/[0-9a-f]{64}\.json")
_ID = re.compile(r"[a-z0-9][a-z0-9.-]{0,59}")
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_LONGEST_VERSION = 40


@dataclass(frozen=True, slots=True)
class Studied:
    """A module whose lessons were all studied: the ISO day the last of them was, and their length in minutes."""

    day: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a hand-in says of itself. ``created`` (ISO) is when the learner began and tells namesakes apart.

    ``played_before`` says by attempt how often its exercise had been begun before, where it had been.
    """

    learner: str
    created: str
    name: str
    unit: str
    qualification: str
    handed_in: str
    trainer: str
    content: str
    content_digest: str
    files: dict[str, str]
    studied: dict[str, Studied]
    played_before: dict[str, int]

    @property
    def handed_in_at(self) -> float:
        """Epoch seconds."""
        return from_iso(self.handed_in).timestamp()

    @property
    def attempts(self) -> tuple[str, ...]:
        """The attempts it holds."""
        return tuple(found[1] for name in sorted(self.files) if (found := _MEMBER.fullmatch(name)) and found[1])


def digest_of(raw: bytes) -> str:
    """SHA-256 as it stands in manifests and registers."""
    return hashlib.sha256(raw).hexdigest()


def write_hand_in(target: Path, manifest: Manifest, files: Mapping[str, bytes]) -> None:
    """Write the file, private and durable. ``manifest.files`` is filled in here.

    Raises :class:`Refused` when the target exists, :class:`InputUnreadable` when it cannot be written.
    """
    if target.exists():
        raise Refused(N_("{file} exists already; choose another name."), file=target)
    data = {**asdict(manifest), "format": FORMAT, "files": {name: digest_of(raw) for name, raw in files.items()}}
    temporary = target.with_name(f".{target.name}.new")
    try:
        temporary.touch(mode=PRIVATE_FILE)
        with zipfile.ZipFile(temporary, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(_entry(MANIFEST), canonical_json(data))
            for name in sorted(files):
                archive.writestr(_entry(name), files[name])
        with temporary.open("rb") as file:
            os.fsync(file.fileno())
        temporary.replace(target)
        Disk().sync_folder(target.absolute().parent)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise InputUnreadable(N_("{file} cannot be written: {why}."), file=target, why=error.strerror) from None


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _NO_TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = (stat.S_IFREG | PRIVATE_FILE) << 16
    return entry


@contextmanager
def open_hand_in(source: Path) -> Iterator[HandIn]:
    """Open a hand-in.

    Raises :class:`InputUnreadable` when it is none, unsafe, cut or too large, :class:`StorageUnusable` when a newer
    version wrote it, :class:`Refused` when what it says of itself does not agree.
    """
    if not source.exists():
        raise InputUnreadable(N_("{file}: there is no such file or folder."), file=source)
    if source.is_file() and (size := source.stat().st_size) > LARGEST_FILE:
        raise InputUnreadable(
            N_("{file} has {size} MB; a hand-in has {limit} MB at most. Nothing was taken."),
            file=source, size=size >> 20, limit=LARGEST_FILE >> 20,
        )  # fmt: skip
    with open_zipped(source, LIMITS, N_("{file} is no hand-in: it is no zip archive, or it was cut.")) as zipped:
        yield HandIn(source, zipped)


class HandIn:
    """An open hand-in; ``digest`` names it, ``manifest`` is what it says of itself."""

    def __init__(self, source: Path, zipped: Zipped) -> None:
        self.source, self._zipped = source, zipped
        self._members: dict[str, zipfile.ZipInfo] = {}
        for member in zipped.members:
            zipped.admit(member, member.filename, self._members)
            if member.file_size > _LARGEST_MEMBER:
                zipped.refuse(N_("{file}: «{member}» is larger than such a file can be."), member)
        raw = self._manifest_bytes()
        self.digest = digest_of(raw)
        self.manifest = _parsed(raw, source)
        self._compare_names()

    def read(self, name: str) -> bytes:
        """The bytes of a file, which are those the manifest speaks of. :class:`Refused` when they are not."""
        raw = self._zipped.read(self._members[name])
        if digest_of(raw) != self.manifest.files[name]:
            raise Refused(
                N_("{file}: «{member}» is not what the hand-in says it is: it was changed after it was handed in."),
                file=self.source, member=name,
            )  # fmt: skip
        return raw

    def journal(self, attempt: str) -> bytes:
        """The journal of one of the attempts."""
        return self.read(f"attempts/{attempt}.jsonl")

    def paper(self, digest: str) -> bytes | None:
        """A frozen paper by its digest; None when it is not there, or another one goes by that name."""
        name = f"papers/{digest}.json"
        return self.read(name) if self.manifest.files.get(name) == digest else None

    def _manifest_bytes(self) -> bytes:
        member = self._members.get(MANIFEST)
        if member is None or member.file_size > _LARGEST_MANIFEST:
            raise _none(self.source)
        return self._zipped.read(member)

    def _compare_names(self) -> None:
        there = self._members.keys() - {MANIFEST}
        for name in sorted(there - self.manifest.files.keys()):
            self._zipped.refuse(N_("{file}: «{member}» does not belong in this hand-in."), self._members[name])
        for name in sorted(self.manifest.files.keys() - there):
            raise Refused(N_("{file}: «{member}» is missing from it."), file=self.source, member=name)


def _none(source: Path) -> InputUnreadable:
    return InputUnreadable(N_("{file} is no hand-in of Trainer, or it is damaged."), file=source)


def _parsed(raw: bytes, source: Path) -> Manifest:
    try:
        data: Any = json.loads(raw)
        version = int(data.pop("format"))
    except (KeyError, ValueError, TypeError, AttributeError, RecursionError):
        raise _none(source) from None
    if version > FORMAT:
        raise newer_format(source, found=version, known=FORMAT)
    try:
        if version < 1 or not fits(data, Manifest) or data.keys() != Manifest.__dataclass_fields__.keys():
            raise ValueError(version)
        studied = {name: Studied(**value) for name, value in data.pop("studied").items()}
        manifest = Manifest(**{**data, "name": clean_line(data["name"], LONGEST_NAME)}, studied=studied)
        _check(manifest)
    except (ValueError, TypeError, OverflowError):
        raise _none(source) from None
    return manifest


def _check(manifest: Manifest) -> None:
    """Raises ``ValueError`` where a value of the right type means nothing."""
    from_iso(manifest.created), from_iso(manifest.handed_in)
    ids = (manifest.unit, manifest.qualification, *manifest.studied, *manifest.played_before)
    sound = (
        bool(manifest.name)
        and all(_ID.fullmatch(one) for one in ids)
        and SLUG.fullmatch(manifest.learner) is not None
        and len(manifest.learner) <= LONGEST_NAME
        and all(_MEMBER.fullmatch(name) for name in manifest.files)
        and all(re.fullmatch(r"[0-9a-f]{64}", one) for one in manifest.files.values())
        and all(
            len(text) <= _LONGEST_VERSION and clean_line(text) == text for text in (manifest.trainer, manifest.content)
        )
        and re.fullmatch(r"[0-9a-f]{0,64}", manifest.content_digest) is not None
        and manifest.played_before.keys() <= {*manifest.attempts}
        and all(0 <= times < 10_000 for times in manifest.played_before.values())
        and all(0 <= one.minutes < 100_000 for one in manifest.studied.values())
    )
    for one in manifest.studied.values():
        date.fromisoformat(one.day)
    if not sound:
        raise ValueError(manifest.learner)
