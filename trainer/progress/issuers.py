"""The issuer's own file on this machine, and files handed out of it: bytes in, bytes out; what is in them is not read.

There is one issuer a machine, in ``issuer/issuer.json`` of the data folder. It is replaced whole, so that a crash
leaves the old key or the new one and never half of one.
"""

from __future__ import annotations

from pathlib import Path

from trainer.kernel.problems import N_, InputUnreadable, Refused
from trainer.progress.disk import Disk, make_folder, storage_problems, write_whole
from trainer.progress.locations import Locations

#: No file of an issuer, public or own, is near this long.
LARGEST_FILE = 256 << 10


class IssuerFile:
    """Where the issuer of this machine is kept."""

    def __init__(self, locations: Locations, disk: Disk | None = None) -> None:
        self.path = locations.data / "issuer" / "issuer.json"
        self._disk = disk or Disk()

    def read(self) -> bytes | None:
        """The file's bytes; None where there is no issuer. Raises ``StorageUnusable``."""
        with storage_problems(self.path):
            try:
                return self.path.read_bytes()
            except FileNotFoundError:
                return None

    def save(self, raw: bytes) -> None:
        """Keep it, private to its owner; it is on the device when this returns."""
        make_folder(self.path.parent, self._disk)
        write_whole(self._disk, self.path, raw)


def write_new(target: Path, raw: bytes, disk: Disk | None = None) -> None:
    """Write a file for somebody's own use (0600). :class:`Refused` where one of the name exists."""
    if target.exists():
        raise Refused(N_("{file} exists already; choose another name."), file=target)
    if not target.parent.is_dir():
        raise InputUnreadable(N_("{file} cannot be written: there is no folder {folder}."), file=target,
                              folder=target.parent)  # fmt: skip
    write_whole(disk or Disk(), target, raw)


def read_given(source: Path, largest: int) -> bytes:
    """The bytes of a file somebody named. :class:`InputUnreadable` when there is none such, or a far larger one.

    One byte more than ``largest`` is read, so that whoever judges the content can say that it is too long.
    """
    try:
        with source.open("rb") as file:
            return file.read(largest + 1)
    except OSError as error:
        raise InputUnreadable(N_("{file} cannot be read: {why}."), file=source, why=error.strerror) from None
