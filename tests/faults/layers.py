"""Disks that stand between the engine and the real one: they die at a chosen step, and watch the order of steps."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import Literal

from trainer.progress.disk import Disk

Moment = Literal["before", "after", "torn"]


class Layer(Disk):
    """Passes every step on to the disk below."""

    def __init__(self, below: Disk) -> None:
        self.below = below

    def write(self, descriptor: int, data: bytes) -> None:
        self.below.write(descriptor, data)

    def truncate(self, descriptor: int, length: int) -> None:
        self.below.truncate(descriptor, length)

    def sync(self, descriptor: int) -> None:
        self.below.sync(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        self.below.replace(source, target)

    def sync_folder(self, folder: Path) -> None:
        self.below.sync_folder(folder)


def die() -> None:
    """What ``kill -9`` does."""
    os.kill(os.getpid(), signal.SIGKILL)


class Dying(Layer):
    """Dies at step ``number``, before or after it, or (a write) when a part of it is written."""

    def __init__(self, below: Disk, number: int, moment: Moment, share: float) -> None:
        super().__init__(below)
        self.left = number
        self.moment = moment
        self.share = share

    def _turn(self) -> bool:
        self.left -= 1
        if self.left == 0 and self.moment == "before":
            self.end()
        return self.left == 0

    def end(self) -> None:
        """The end; a power cut has more to do."""
        die()

    def write(self, descriptor: int, data: bytes) -> None:
        last = self._turn()
        if last and self.moment == "torn":
            super().write(descriptor, data[: int(len(data) * self.share)])
            self.end()
        super().write(descriptor, data)
        self._done(last)

    def truncate(self, descriptor: int, length: int) -> None:
        last = self._turn()
        super().truncate(descriptor, length)
        self._done(last)

    def sync(self, descriptor: int) -> None:
        last = self._turn()
        super().sync(descriptor)
        self._done(last)

    def replace(self, source: Path, target: Path) -> None:
        last = self._turn()
        super().replace(source, target)
        self._done(last)

    def sync_folder(self, folder: Path) -> None:
        last = self._turn()
        super().sync_folder(folder)
        self._done(last)

    def _done(self, last: bool) -> None:
        if last:
            self.end()


class Watching(Layer):
    """Checks that what is acknowledged was written, synced and has a durable name, in this order."""

    def __init__(self, below: Disk) -> None:
        super().__init__(below)
        self.unsynced: dict[int, str] = {}
        self.unnamed: dict[int, str] = {}
        self.named: set[int] = set()
        self.writes = 0
        self.wrong: list[str] = []

    def write(self, descriptor: int, data: bytes) -> None:
        status = os.fstat(descriptor)
        name = _name(descriptor)
        if status.st_size == 0 and status.st_ino not in self.named:
            self.unnamed[status.st_ino] = name
        self.unsynced[status.st_ino] = name
        self.writes += 1
        super().write(descriptor, data)

    def truncate(self, descriptor: int, length: int) -> None:
        self.unsynced[os.fstat(descriptor).st_ino] = _name(descriptor)
        super().truncate(descriptor, length)

    def sync(self, descriptor: int) -> None:
        super().sync(descriptor)
        self.unsynced.pop(os.fstat(descriptor).st_ino, None)

    def replace(self, source: Path, target: Path) -> None:
        inode = source.stat().st_ino
        if inode in self.unsynced:
            self.wrong.append(f"{target.name} was replaced by a file that was not synced")
        self.unnamed[inode] = target.name
        self.named.discard(inode)
        super().replace(source, target)

    def sync_folder(self, folder: Path) -> None:
        super().sync_folder(folder)
        for entry in os.scandir(folder):
            self.unnamed.pop(entry.inode(), None)
            self.named.add(entry.inode())

    def acknowledged(self, what: str, *, writes: bool, journal: Path | None = None, events: int = 0) -> None:
        """To be called when something is shown as saved; ``writes``: it changed something.

        ``events``: how many events the engine says its ``journal`` holds.
        """
        late = journal is not None and journal.read_bytes().count(b"\n") < events
        if late or (writes and not self.writes):
            self.wrong.append(f"{what} was acknowledged before it was written")
        self.wrong += [f"{what} was acknowledged before {name} was synced" for name in self.unsynced.values()]
        self.wrong += [f"{what} was acknowledged before the folder of {name} was" for name in self.unnamed.values()]
        self.writes = 0


def _name(descriptor: int) -> str:
    try:
        return Path(f"/proc/self/fd/{descriptor}").readlink().name
    except OSError:
        return "a file"
