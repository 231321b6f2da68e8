"""Zip archives somebody sent: every promise an archive makes is checked before and while it is read."""

from __future__ import annotations

import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, NoReturn

from trainer.kernel.problems import N_, InputUnreadable
from trainer.kernel.text import clean_line, is_clean

LONGEST_PATH = 400
#: The record at the end of an archive, and how far from its end it may begin (22 bytes and a comment).
_END_SIGN, _END_AT_MOST = b"PK\x05\x06", 22 + 0xFFFF
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1
#: What the standard library raises on archives that are cut, lie or use what it does not know.
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError, OSError)


class ArchiveRefused(InputUnreadable):
    """What was handed over is unsafe or not what it should be; nothing of it was kept."""


class Limits(NamedTuple):
    """The most an archive may hold: members, unpacked bytes, unpacked bytes for each packed one, and bytes of its
    directory, all of which is held in memory before anything can be counted."""

    members: int
    bytes: int
    ratio: int
    directory_bytes: int


@contextmanager
def open_zipped(source: Path, limits: Limits, unreadable: str) -> Iterator[Zipped]:
    """Open an archive. :class:`ArchiveRefused`, saying ``unreadable``, when it is none or keeps no limits."""
    try:
        readable = source.is_file() and _directory_bytes(source) <= limits.directory_bytes
        archive = zipfile.ZipFile(source) if readable else None
    except _BROKEN:
        archive = None
    if archive is None:
        raise ArchiveRefused(unreadable, file=str(source))
    with archive:
        yield Zipped(source, archive, limits)


def _directory_bytes(source: Path) -> int:
    with source.open("rb") as file:
        file.seek(max(0, source.stat().st_size - _END_AT_MOST))
        tail = file.read()
    end = tail.rfind(_END_SIGN)
    return int.from_bytes(tail[end + 12 : end + 16], "little") if end >= 0 else 0


class Zipped:
    """An open archive whose directory keeps the limits; ``members`` are its files as they stand in it."""

    def __init__(self, source: Path, archive: zipfile.ZipFile, limits: Limits) -> None:
        self._source, self._archive = source, archive
        self.members = [member for member in archive.infolist() if not member.is_dir()]
        self._keep_promises(limits)

    def _keep_promises(self, limits: Limits) -> None:
        """Paths, number, sizes and ratio as the archive's directory states them."""
        name = str(self._source)
        if len(self.members) > limits.members:
            template = N_("{file} holds {count} files; {limit} at most can be added at once.")
            raise ArchiveRefused(template, file=name, count=len(self.members), limit=limits.members)
        for member in self.members:
            # What follows a zero byte is cut off the name one reads.
            refuse_path(name, member.orig_filename)
        total = sum(member.file_size for member in self.members)
        packed = sum(member.compress_size for member in self.members)
        size = self._source.stat().st_size
        # Members that share their bytes promise more packed bytes than the file has.
        if total > limits.bytes or total > limits.ratio * max(size, 1024) or packed > size:
            template = N_(
                "{file} unpacks to {size} MB, which is more than such an archive can hold; nothing was taken."
            )
            raise ArchiveRefused(template, file=name, size=total >> 20)

    def admit(self, member: zipfile.ZipInfo, name: str, among: dict[str, zipfile.ZipInfo]) -> None:
        """Put a plain file among others by its name; refuse what is none, and a name that stands there already."""
        self._refuse_special(member)
        if name in among:
            self.refuse(N_("{file}: «{member}» stands in it twice, or is a file and a folder at once."), member)
        among[name] = member

    def _refuse_special(self, member: zipfile.ZipInfo) -> None:
        """Refuse links, devices, encrypted members and methods that are not read."""
        kind = stat.S_IFMT(member.external_attr >> 16)
        if kind not in (0, stat.S_IFREG):
            self.refuse(N_("{file}: «{member}» is a link or no plain file; only plain files are added."), member)
        if member.flag_bits & _ENCRYPTED or member.compress_type not in _METHODS:
            self.refuse(
                N_("{file}: «{member}» is encrypted or packed in a way that is not read; pack it as a plain zip."),
                member,
            )

    def refuse(self, template: str, member: zipfile.ZipInfo) -> NoReturn:
        """Refuse the archive because of this member."""
        raise ArchiveRefused(template, file=str(self._source), member=shown(member.filename))

    def read(self, member: zipfile.ZipInfo) -> bytes:
        """All bytes of a member. :class:`ArchiveRefused` when they are not what was announced."""
        damaged = N_("{file}: «{member}» is damaged or longer than it says; nothing was taken.")
        try:
            with self._archive.open(member) as file:
                data = file.read(member.file_size + 1)
        except _BROKEN:
            self.refuse(damaged, member)
        if len(data) != member.file_size:
            self.refuse(damaged, member)
        return data


def refuse_path(name: str, path: str) -> None:
    """Refuse a path that is absolute, leads out of its folder or cannot be shown."""
    parts = path.split("/")
    unsafe = path.startswith("/") or "\\" in path or ":" in parts[0] or any(part in ("", ".", "..") for part in parts)
    if unsafe or not is_clean(path) or "\n" in path or "\t" in path or len(path) > LONGEST_PATH:
        template = N_("{file}: «{member}» is a path that leads elsewhere or cannot be written; nothing was taken.")
        raise ArchiveRefused(template, file=name, member=shown(path))


def shown(path: str) -> str:
    """A foreign path as it may stand in a sentence."""
    return clean_line(path, 120)
