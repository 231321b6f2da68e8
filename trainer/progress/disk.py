"""The durable steps, in one place: append, cut back, fsync, replace, fsync of the folder."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from trainer.kernel.problems import N_, StorageUnusable

PRIVATE_FILE, PRIVATE_FOLDER = 0o600, 0o700


class Disk:
    """The real disk. Tests put a subclass in its place that traces the order or dies between two steps."""

    def write(self, descriptor: int, data: bytes) -> None:
        """Write everything, however many calls it takes."""
        view = memoryview(data)
        while view:
            view = view[os.write(descriptor, view) :]

    def truncate(self, descriptor: int, length: int) -> None:
        """Keep the first ``length`` bytes alone."""
        os.ftruncate(descriptor, length)

    def sync(self, descriptor: int) -> None:
        """Wait until what was written is on the device (data and length)."""
        os.fdatasync(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        """Put ``source`` in the place of ``target``, atomically."""
        source.replace(target)

    def sync_folder(self, folder: Path) -> None:
        """Make a new name in ``folder`` durable."""
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextmanager
def storage_problems(path: Path) -> Iterator[None]:
    """Turn the system's refusals into sentences about ``path``."""
    try:
        yield
    except OSError as error:
        raise storage_problem(path, error) from error


def storage_problem(path: Path, error: OSError) -> StorageUnusable:
    """The sentence for a full, read-only or forbidden place."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return StorageUnusable(
            N_("The disk is full: {path} could not be written. What was saved before is safe."), path=path
        )
    if error.errno == errno.EROFS:
        return StorageUnusable(N_("{path} lies on a read-only disk and cannot be written."), path=path)
    if error.errno in (errno.EACCES, errno.EPERM):
        return StorageUnusable(N_("{path} cannot be opened: permission denied."), path=path)
    return StorageUnusable(N_("{path} cannot be used: {why}."), path=path, why=error.strerror or str(error))


def make_folder(folder: Path, disk: Disk | None = None) -> None:
    """Create a folder and its missing parents, all private and durable; :class:`StorageUnusable` when impossible."""
    if folder.is_dir():
        return
    with storage_problems(folder):
        missing = [folder, *(parent for parent in folder.parents if not parent.exists())]
        for path in reversed(missing):
            path.mkdir(exist_ok=True, mode=PRIVATE_FOLDER)
            (disk or Disk()).sync_folder(path.parent)


def write_whole(disk: Disk, target: Path, data: bytes) -> None:
    """Replace ``target`` by ``data`` so that a crash at any moment leaves the old or the new file, whole."""
    temporary = target.with_name(f".{target.name}.{os.getpid()}.new")
    with storage_problems(target):
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, PRIVATE_FILE)
        try:
            try:
                disk.write(descriptor, data)
                disk.sync(descriptor)
            finally:
                os.close(descriptor)
            disk.replace(temporary, target)
        except OSError:
            temporary.unlink(missing_ok=True)
            raise
        disk.sync_folder(target.parent)
