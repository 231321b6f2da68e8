"""Content that people added on this machine: ``content/<id>`` below the data folder, complete or not there at all.

A folder is filled under a hidden name and gets its own name in one step, so half-added content never shows.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from trainer.kernel.problems import N_, Refused, StorageUnusable, StoreDamaged, newer_format
from trainer.progress.disk import PRIVATE_FILE, Disk, make_folder, storage_problems, write_whole
from trainer.progress.locations import Locations

FORMAT = 1
MANIFEST = "content.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What was added: from where (a name, no path), when (ISO, UTC), and what it holds, by id."""

    id: str
    source: str
    added: str
    files: int
    items: int
    qualifications: list[str]
    modules: list[str]
    exams: list[str]


def read_manifest(folder: Path) -> Manifest:
    """What a folder of added content says of itself.

    Raises :class:`StoreDamaged` when it says nothing that can be read, :class:`StorageUnusable` on a newer format.
    """
    path = folder / MANIFEST
    try:
        data = json.loads(path.read_bytes())
        version = data.pop("format")
        if version == FORMAT:
            return Manifest(**data)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise StoreDamaged(
            N_("{file} is damaged or missing: remove this content and add it again."), file=path
        ) from None
    raise newer_format(path, found=version, known=FORMAT)


class Staging:
    """Content on its way in: files in a hidden folder that only :meth:`publish` makes visible."""

    def __init__(self, locations: Locations, content_id: str, disk: Disk) -> None:
        self._disk, self._shelf, self._id = disk, locations.content, content_id
        self.folder = self._shelf / f".{content_id}.new"

    def write(self, path: str, data: bytes) -> None:
        """Keep one file at a path below the root, private and durable."""
        file = self.folder / path
        make_folder(file.parent, self._disk)
        write_private(self._disk, file, data)

    def publish(self, manifest: Manifest) -> Path:
        """Make it visible in one step; the folder it then lies in."""
        target = self._shelf / self._id
        raw = json.dumps({"format": FORMAT, **asdict(manifest)}, ensure_ascii=False, indent=1).encode()
        write_whole(self._disk, self.folder / MANIFEST, raw)
        with storage_problems(target):
            for folder in sorted({path.parent for path in self.folder.rglob("*")}):
                self._disk.sync_folder(folder)
            self._disk.replace(self.folder, target)
            self._disk.sync_folder(self._shelf)
        return target


def write_private(disk: Disk, file: Path, data: bytes) -> None:
    """Write a new private file and wait for it."""
    with storage_problems(file):
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE)
        try:
            disk.write(descriptor, data)
            disk.sync(descriptor)
        finally:
            os.close(descriptor)


@contextlib.contextmanager
def staging(locations: Locations, content_id: str, disk: Disk) -> Iterator[Staging]:
    """A place to put new content; what was not published is gone at the end. :class:`Refused` when the id is taken."""
    make_folder(locations.content, disk)
    with _alone(locations):
        if (locations.content / content_id).exists():
            raise Refused(
                N_("«{content}» has been added already. Remove it first: trainer content remove {content}"),
                content=content_id,
            )
        staged = Staging(locations, content_id, disk)
        try:
            yield staged
        finally:
            shutil.rmtree(staged.folder, ignore_errors=True)


def remove_added(locations: Locations, content_id: str, disk: Disk) -> None:
    """Take content away: hidden in one step, then deleted."""
    folder = locations.content / content_id
    with _alone(locations), storage_problems(folder):
        gone = folder.with_name(f".{content_id}.gone")
        disk.replace(folder, gone)
        disk.sync_folder(locations.content)
        shutil.rmtree(gone)


@contextlib.contextmanager
def _alone(locations: Locations) -> Iterator[None]:
    """One program at a time changes the shelf; what a crash left half done is swept first."""
    from filelock import FileLock, Timeout

    lock = FileLock(locations.content / ".lock", mode=PRIVATE_FILE)
    with storage_problems(locations.content):
        try:
            lock.acquire(timeout=0)
        except Timeout:
            raise StorageUnusable(N_("Another Trainer is adding or removing content. Wait until it is done.")) from None
    try:
        for left in (*locations.content.glob(".*.new"), *locations.content.glob(".*.gone")):
            shutil.rmtree(left, ignore_errors=True)
        yield
    finally:
        lock.release()
