"""Disks that are full, that fail at a given step, and that write down what they are asked to do."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

from trainer.progress.disk import Disk


class FullDisk(Disk):
    """Takes ``room`` more bytes, then is full; what still fits is written, as a real disk does. None: room enough."""

    def __init__(self, room: int | None = None) -> None:
        self.room = room

    def write(self, descriptor: int, data: bytes) -> None:
        if self.room is None or len(data) <= self.room:
            super().write(descriptor, data)
            self.room = None if self.room is None else self.room - len(data)
            return
        super().write(descriptor, data[: self.room])
        self.room = 0
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


class FailingDisk(Disk):
    """Fails at the steps named in ``failing`` with ``number``; the step itself is not done."""

    def __init__(self, *failing: str, number: int = errno.EIO) -> None:
        self.failing = set(failing)
        self.number = number

    def _fail(self, step: str) -> None:
        if step in self.failing:
            raise OSError(self.number, os.strerror(self.number))

    def write(self, descriptor: int, data: bytes) -> None:
        self._fail("write")
        super().write(descriptor, data)

    def sync(self, descriptor: int) -> None:
        self._fail("sync")
        super().sync(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        self._fail("replace")
        super().replace(source, target)

    def sync_folder(self, folder: Path) -> None:
        self._fail("sync_folder")
        super().sync_folder(folder)


class Death(BaseException):
    """The program is dead; no code of its own may catch this."""


class DyingDisk(Disk):
    """Dies at the step of this number (from 0), before or after it is done, and does nothing any more.

    What was written but not synced is there: that it may be lost is looked at by ``tests.faults``.
    """

    def __init__(self, at: int, *, done: bool = False) -> None:
        self.at = at
        self.done = done
        self.steps = 0

    def _step(self, action: Callable[[], None]) -> None:
        number, self.steps = self.steps, self.steps + 1
        if number > self.at or (number == self.at and not self.done):
            raise Death
        action()
        if number == self.at:
            raise Death

    def write(self, descriptor: int, data: bytes) -> None:
        self._step(lambda: super(DyingDisk, self).write(descriptor, data))

    def sync(self, descriptor: int) -> None:
        self._step(lambda: super(DyingDisk, self).sync(descriptor))

    def replace(self, source: Path, target: Path) -> None:
        self._step(lambda: super(DyingDisk, self).replace(source, target))

    def sync_folder(self, folder: Path) -> None:
        self._step(lambda: super(DyingDisk, self).sync_folder(folder))


class FailingOnceDisk(Disk):
    """Refuses the step of this number (from 0) and no other; ``failed`` once it did."""

    def __init__(self, at: int, number: int = errno.EIO) -> None:
        self.at = at
        self.number = number
        self.steps = 0
        self.failed = False

    def _step(self, action: Callable[[], None]) -> None:
        number, self.steps = self.steps, self.steps + 1
        if number == self.at:
            self.failed = True
            raise OSError(self.number, os.strerror(self.number))
        action()

    def write(self, descriptor: int, data: bytes) -> None:
        self._step(lambda: super(FailingOnceDisk, self).write(descriptor, data))

    def sync(self, descriptor: int) -> None:
        self._step(lambda: super(FailingOnceDisk, self).sync(descriptor))

    def replace(self, source: Path, target: Path) -> None:
        self._step(lambda: super(FailingOnceDisk, self).replace(source, target))

    def sync_folder(self, folder: Path) -> None:
        self._step(lambda: super(FailingOnceDisk, self).sync_folder(folder))


class TracingDisk(Disk):
    """Writes down every step as (step, name of the file or folder)."""

    def __init__(self) -> None:
        self.steps: list[tuple[str, str]] = []

    def write(self, descriptor: int, data: bytes) -> None:
        self.steps.append(("write", _name(descriptor)))
        super().write(descriptor, data)

    def sync(self, descriptor: int) -> None:
        self.steps.append(("sync", _name(descriptor)))
        super().sync(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        self.steps.append(("replace", target.name))
        super().replace(source, target)

    def sync_folder(self, folder: Path) -> None:
        self.steps.append(("sync_folder", folder.name))
        super().sync_folder(folder)


def _name(descriptor: int) -> str:
    return Path(f"/proc/self/fd/{descriptor}").readlink().name
