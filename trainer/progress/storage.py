"""TinyDB on an atomic file: TinyDB's own JSONStorage overwrites in place, so a crash in the middle destroys it.

The tree is read once and kept in memory; a write replaces the whole file and keeps the version before it.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tinydb.storages import Storage

from trainer.kernel.problems import N_, StoreDamaged, newer_format
from trainer.progress.disk import PRIVATE_FILE, Disk, storage_problems, write_whole
from trainer.progress.migrations import Tree, migrated

FORMAT = 3
FORMAT_TABLE = "_format"


def parse_store(raw: bytes, name: str) -> Tree:
    """The tables in ``raw``, those of an older format migrated.

    :class:`StoreDamaged` when it is no store, :class:`StorageUnusable` when a newer one.
    """
    try:
        tree: Tree = json.loads(raw)
        version = format_of(tree)
        shapely = isinstance(version, int) and version > 0 and all(_is_table(table) for table in tree.values())
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        shapely = False
    if not shapely:
        raise damaged(name)
    if version > FORMAT:
        raise newer_format(name, found=version, known=FORMAT)
    return migrated(tree, version, FORMAT)


def format_of(tree: Tree) -> int:
    """The format a store says it has. ``KeyError`` or ``TypeError`` when it says none."""
    version: int = tree[FORMAT_TABLE]["1"]["format"]
    return version


def _is_table(table: object) -> bool:
    return isinstance(table, dict) and all(id.isdecimal() and isinstance(row, dict) for id, row in table.items())


def damaged(name: str) -> StoreDamaged:
    """What is said of a file that is no store, or none any more."""
    return StoreDamaged(
        N_("{file} is not a learner's file of Trainer, or it is damaged; it was left as it is. "
           "The version before it is kept as {previous}; «trainer doctor --repair» brings it back."),
        file=name, previous=previous_version(Path(name)),
    )  # fmt: skip


def previous_version(path: Path) -> Path:
    """Where the version before the present one is kept."""
    return path.with_name(f"{path.name}.previous")


def older_version(path: Path, version: int) -> Path:
    """Where a store of an older format is kept as it was, once it has been migrated."""
    return path.with_name(f"{path.name}.format-{version}")


class AtomicJSONStorage(Storage):
    """One JSON file: temporary file, fsync, replace, fsync of the folder; private; previous version kept.

    A store of an older format stays as it is until something is written; then it is kept under a name of its own.
    """

    def __init__(self, path: Path, disk: Disk) -> None:
        self._path = path
        self._disk = disk
        self._tree: Tree | None = None
        self._held = False
        self._older: bytes | None = None
        self._encoded: dict[str, tuple[dict[str, Any], str]] = {}

    def read(self) -> Tree | None:
        if self._tree is None and self._path.exists():
            with storage_problems(self._path):
                raw = self._path.read_bytes()
            self._tree = parse_store(raw, str(self._path))
            self._older = raw if format_of(self._tree) < FORMAT else None
        elif self._tree is None and previous_version(self._path).exists():
            # Going on as with a new learner would soon overwrite the version that is left.
            raise StoreDamaged(N_("{file} is missing."), file=self._path)
        return None if self._tree is None else dict(self._tree)

    def write(self, data: Tree) -> None:
        self._tree = {**data, FORMAT_TABLE: {"1": {"format": FORMAT}}}
        if not self._held:
            self._put(self._tree)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Several changes in one write of the file: after a crash either all of them are there or none."""
        self._held = True
        try:
            yield
        except BaseException:
            self._tree = None
            raise
        finally:
            self._held = False
        if self._tree is not None:
            self._put(self._tree)

    def _put(self, tree: Tree) -> None:
        try:
            self._keep_older()
            self._keep_previous()
            write_whole(self._disk, self._path, self._encode(tree))
        except BaseException:
            # TinyDB has changed the documents in memory already; the file is the truth, so read it again.
            self._tree = None
            raise

    def _encode(self, tree: Tree) -> bytes:
        """TinyDB makes a new table of what it changed: the others are as they were, and 1,000 attempts take 8 ms."""
        known, self._encoded = self._encoded, {}
        for name, table in tree.items():
            before, text = known.get(name, (None, ""))
            self._encoded[name] = (table, text if before is table else _as_json(table))
        return ("{" + ",".join(f"{_as_json(name)}:{text}" for name, (_, text) in self._encoded.items()) + "}").encode()

    def _keep_older(self) -> None:
        if self._older is not None:
            version = format_of(json.loads(self._older))
            write_whole(self._disk, older_version(self._path, version), self._older)
            self._older = None

    def _keep_previous(self) -> None:
        if not self._path.exists():
            return
        kept = previous_version(self._path)
        temporary = kept.with_name(f".{kept.name}.new")
        with storage_problems(kept):
            try:
                temporary.unlink(missing_ok=True)
                _same_file(self._path, temporary)
                temporary.replace(kept)
            finally:
                # Replacing a file by another name of itself does nothing and leaves both names.
                temporary.unlink(missing_ok=True)


def _as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _same_file(source: Path, target: Path) -> None:
    """A second name for bytes that are durable already, or a private copy where the file system has no links."""
    try:
        os.link(source, target)
    except OSError:
        target.touch(mode=PRIVATE_FILE)
        shutil.copyfile(source, target)
