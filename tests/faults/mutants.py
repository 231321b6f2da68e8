"""Engines with one mistake each, made at the disk: every one must be caught by losing what it acknowledged."""

from __future__ import annotations

import os
from pathlib import Path

from tests.faults.layers import Layer
from trainer.progress.disk import Disk


def _is_journal(descriptor: int) -> bool:
    return Path(f"/proc/self/fd/{descriptor}").readlink().name.endswith(".jsonl")


class AcknowledgeFirst(Layer):
    """Says that an event is kept and writes it when the next one comes."""

    def __init__(self, below: Disk) -> None:
        super().__init__(below)
        self.waiting: tuple[int, bytes] | None = None

    def write(self, descriptor: int, data: bytes) -> None:
        if not _is_journal(descriptor):
            super().write(descriptor, data)
            return
        if self.waiting is not None:
            late, line = self.waiting
            super().write(late, line)
            super().sync(late)
            os.close(late)
        self.waiting = (os.dup(descriptor), data)

    def sync(self, descriptor: int) -> None:
        if not _is_journal(descriptor):
            super().sync(descriptor)


class NoSync(Layer):
    """Believes that what was written is on the device."""

    def sync(self, descriptor: int) -> None: ...


class ReplaceWithoutSync(Layer):
    """Syncs journals, but puts whole files in place unsynced."""

    def sync(self, descriptor: int) -> None:
        if _is_journal(descriptor):
            super().sync(descriptor)


class NoFolderSync(Layer):
    """Believes that a new name is durable."""

    def sync_folder(self, folder: Path) -> None: ...


class InPlace(Layer):
    """Overwrites the old file instead of replacing it, as TinyDB's own storage does."""

    def replace(self, source: Path, target: Path) -> None:
        data = source.read_bytes()
        descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        try:
            self.below.write(descriptor, data[: len(data) // 2])
            self.below.write(descriptor, data[len(data) // 2 :])
            self.below.sync(descriptor)
        finally:
            os.close(descriptor)
        source.unlink()


MUTANTS: dict[str, type[Layer]] = {
    "acknowledge first": AcknowledgeFirst,
    "no fsync": NoSync,
    "replace without fsync": ReplaceWithoutSync,
    "no folder sync": NoFolderSync,
    "overwrite in place": InPlace,
}
