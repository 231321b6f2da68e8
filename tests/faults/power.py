"""A model of a power cut: what was not synced is lost, torn or kept, as it pleases the disk.

It remembers for each file the bytes it had at its last sync and for each folder the names it had at its last sync.
After the cut a file may hold any beginning of what was appended since (or zeros in its place), a file cut back its old
end or any of the new one, a file written anew any beginning of itself, and every change of names since the folder was
synced is there or is not.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.faults.layers import Dying, Layer, Moment, die
from trainer.progress.disk import Disk


@dataclass(slots=True)
class File:
    """A file's bytes at its last sync, and how many of them were kept when it was cut back since."""

    synced: bytes = b""
    kept: int | None = None


FOLDER = File()


class Remembering(Layer):
    """Keeps the durable state of everything below ``root``; what is there at the start is durable."""

    def __init__(self, below: Disk, root: Path) -> None:
        super().__init__(below)
        self.root = root
        self.files: dict[int, File] = {}
        # By inode: a folder that was removed and made again has none of the names the first one had.
        self.names: dict[tuple[Path, int], dict[str, File]] = {}
        for folder, _, names in os.walk(root):
            for name in names:
                path = Path(folder, name)
                self.files[path.stat().st_ino] = File(path.read_bytes())
        for folder, _, _ in os.walk(root):
            self.names[_key(Path(folder))] = self._listing(Path(folder))

    def _listing(self, folder: Path) -> dict[str, File]:
        return {
            entry.name: FOLDER if entry.is_dir() else self._file(entry.inode(), entry.stat().st_size)
            for entry in os.scandir(folder)
        }

    def _file(self, inode: int, size: int) -> File:
        known = self.files.get(inode)
        if known is None or (size == 0 and known.synced):
            known = self.files[inode] = File()  # new, or the number belonged to a file that is gone
        return known

    def write(self, descriptor: int, data: bytes) -> None:
        status = os.fstat(descriptor)
        self._file(status.st_ino, status.st_size)
        super().write(descriptor, data)

    def truncate(self, descriptor: int, length: int) -> None:
        super().truncate(descriptor, length)
        status = os.fstat(descriptor)
        file = self._file(status.st_ino, status.st_size)
        file.kept = min(length, len(file.synced) if file.kept is None else file.kept)

    def sync(self, descriptor: int) -> None:
        super().sync(descriptor)
        status = os.fstat(descriptor)
        with open(f"/proc/self/fd/{descriptor}", "rb") as again:  # noqa: PTH123 - not a path but a descriptor
            file = self.files.setdefault(status.st_ino, File())
            file.synced, file.kept = again.read(), None

    def sync_folder(self, folder: Path) -> None:
        super().sync_folder(folder)
        self.names[_key(folder)] = self._listing(folder)

    def leave(self, image: Path, chance: Random) -> None:
        """Write what a cut at this moment leaves to ``image``."""
        self._leave(self.root, image, chance)

    def _leave(self, folder: Path, image: Path, chance: Random) -> None:
        image.mkdir(mode=0o700)
        if not folder.is_dir():
            return  # removed, but its name was not: empty, and what was in it is of no use
        synced, present = self.names.get(_key(folder), {}), self._listing(folder)
        for name in sorted({*synced, *present}):
            before, now = synced.get(name), present.get(name)
            found = before if before is now else chance.choice([before, now])
            if found is FOLDER:
                self._leave(folder / name, image / name, chance)
            elif found is not None:
                live = (folder / name).read_bytes() if found is now else found.synced
                (image / name).write_bytes(_survives(found, live, chance))
                (image / name).chmod(0o600)


def _key(folder: Path) -> tuple[Path, int]:
    return folder, folder.stat().st_ino


def _survives(file: File, live: bytes, chance: Random) -> bytes:
    synced = file.synced
    if live == synced:
        return synced
    if file.kept is not None:
        if chance.random() < 0.3:
            return synced
        synced = synced[: file.kept]
    if not live.startswith(synced):
        return chance.choice([synced, live[: chance.randint(0, len(live))]])
    tail = live[len(synced) :]
    kept = tail[: chance.randint(0, len(tail))]
    return synced + (bytes(len(kept)) if chance.random() < 0.2 else kept)


class Cut(Dying):
    """Cuts the power at a step: leaves the image, then dies."""

    def __init__(
        self, below: Disk, number: int, moment: Moment, share: float, *, memory: Remembering, image: Path
    ) -> None:
        super().__init__(below, number, moment, share)
        self.memory = memory
        self.image = image

    def end(self) -> None:
        self.memory.leave(self.image, Random(self.image.name))
        die()
