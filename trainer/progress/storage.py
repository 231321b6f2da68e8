"""TinyDB on an atomic file: TinyDB's own JSONStorage overwrites in place, so a crash in the middle destroys it.

The tree is read once and kept in memory; a write replaces the whole file and keeps the version before it.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from tinydb.storages import Storage

from trainer.kernel.problems import N_, StorageUnusable, StoreDamaged
from trainer.progress.disk import PRIVATE_FILE, Disk, storage_problems, write_whole

FORMAT = 1
FORMAT_TABLE = "_format"

Tree = dict[str, dict[str, Any]]


def parse_store(raw: bytes, name: str) -> Tree:
    """The tables in ``raw``. :class:`StoreDamaged` when it is no store, :class:`StorageUnusable` when a newer one."""
    try:
        tree: Tree = json.loads(raw)
        version = tree[FORMAT_TABLE]["1"]["format"]
        shapely = all(isinstance(table, dict) for table in tree.values()) and isinstance(version, int)
    except (ValueError, KeyError, TypeError):
        shapely = False
    if not shapely:
        raise StoreDamaged(
            N_("{file} is not a learner's file of Trainer, or it is damaged; it was left as it is. "
               "The version before it is kept as {previous}; «trainer doctor --repair» brings it back."),
            file=name, previous=f"{name}.previous",
        )  # fmt: skip
    if version > FORMAT:
        raise StorageUnusable(
            N_("{file} was written by a newer version of Trainer (format {found}); this one reads format {known}."),
            file=name, found=version, known=FORMAT,
        )  # fmt: skip
    return tree


class AtomicJSONStorage(Storage):
    """One JSON file: temporary file, fsync, replace, fsync of the folder; private; previous version kept."""

    def __init__(self, path: Path, disk: Disk) -> None:
        self._path = path
        self._disk = disk
        self._tree: Tree | None = None

    def read(self) -> Tree | None:
        if self._tree is None and self._path.exists():
            with storage_problems(self._path):
                raw = self._path.read_bytes()
            self._tree = parse_store(raw, str(self._path))
        return None if self._tree is None else dict(self._tree)

    def write(self, data: Tree) -> None:
        tree = {**data, FORMAT_TABLE: {"1": {"format": FORMAT}}}
        raw = json.dumps(tree, ensure_ascii=False, separators=(",", ":")).encode()
        self._keep_previous()
        write_whole(self._disk, self._path, raw)
        self._tree = tree

    def _keep_previous(self) -> None:
        if not self._path.exists():
            return
        kept = self._path.with_name(f"{self._path.name}.previous")
        with storage_problems(kept):
            temporary = kept.with_name(f".{kept.name}.new")
            shutil.copyfile(self._path, temporary)
            temporary.chmod(PRIVATE_FILE)
            temporary.replace(kept)
