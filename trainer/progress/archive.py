"""An export of a learner, read back. Nothing is believed of it before names, sizes and formats were looked at."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from trainer.kernel.problems import N_, InputUnreadable, newer_format
from trainer.kernel.text import SLUG
from trainer.kernel.zipped import Limits, Zipped, open_zipped
from trainer.progress.exporting import EXPORT_FORMAT, KEPT, MANIFEST, STORE_FILE
from trainer.progress.foreign import parse_foreign_store
from trainer.progress.migrations import Tree

LONGEST_ID = 60
#: 50,000 files are 20 years of ten attempts a working day; journals and papers shrink to a fifth.
LIMITS = Limits(members=50_000, bytes=4 << 30, ratio=100, directory_bytes=16 << 20)
#: The largest files of each kind, in bytes: all of one is held in memory at a time.
_LARGEST = {"store.json": 512 << 20, "reports.jsonl": 32 << 20, "attempts": 64 << 20, "papers": 64 << 20}
_LARGEST_OTHER = 64 << 20


@contextmanager
def open_export(source: Path) -> Iterator[Export]:
    """Open an export.

    Raises :class:`InputUnreadable` when it is none, unsafe or damaged, :class:`StorageUnusable` when a newer version
    wrote it.
    """
    if not source.exists():
        raise InputUnreadable(N_("{file}: there is no such file or folder."), file=source)
    with open_zipped(source, LIMITS, N_("{file} is no zip archive that can be read.")) as zipped:
        yield Export(source, zipped)


class Export:
    """``learner`` is the id it had; ``names`` are its files by their path in the learner's folder, in order."""

    def __init__(self, source: Path, zipped: Zipped) -> None:
        self.source, self._zipped = source, zipped
        self._members: dict[str, zipfile.ZipInfo] = {}
        for member in zipped.members:
            zipped.admit(member, member.filename, self._members)
        self.learner = self._manifest()
        self._prefix = f"{self.learner}/"
        self.names = sorted(self._kept(name) for name in self._members if name != MANIFEST)
        if STORE_FILE not in self.names:
            raise InputUnreadable(N_("{file} is no export of a learner."), file=source)

    def _manifest(self) -> str:
        """The learner's id."""
        try:
            data: Any = json.loads(self._zipped.read(self._members[MANIFEST]))
            version, learner = int(data["format"]), str(data["learner"])
        except (KeyError, ValueError, TypeError, RecursionError):
            raise InputUnreadable(N_("{file} is no export of a learner."), file=self.source) from None
        if version > EXPORT_FORMAT:
            raise newer_format(self.source, found=version, known=EXPORT_FORMAT)
        if version < 1 or not SLUG.fullmatch(learner) or len(learner) > LONGEST_ID:
            raise InputUnreadable(N_("{file} is no export of a learner."), file=self.source)
        return learner

    def _kept(self, name: str) -> str:
        """The path in the learner's folder. Anything that does not belong there is refused."""
        member, path = self._members[name], name.removeprefix(self._prefix)
        if not name.startswith(self._prefix) or not KEPT.fullmatch(path):
            self._zipped.refuse(N_("{file}: «{member}» does not belong in an export of a learner."), member)
        if member.file_size > _LARGEST.get(path.partition("/")[0], _LARGEST_OTHER):
            self._zipped.refuse(N_("{file}: «{member}» is larger than such a file can be."), member)
        return path

    def below(self, folder: str) -> list[str]:
        """The names of the files in a folder, without it."""
        return [name.removeprefix(f"{folder}/") for name in self.names if name.startswith(f"{folder}/")]

    def read(self, name: str) -> bytes:
        """The bytes of one of :attr:`names`."""
        return self._zipped.read(self._members[f"{self._prefix}{name}"])

    def store(self) -> Tree:
        """The store's tables."""
        return parse_foreign_store(self.read(STORE_FILE), f"{self.source}/{STORE_FILE}")
