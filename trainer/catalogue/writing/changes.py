"""Which content files changed since the catalogue was compiled: size and times first, then the hash of the bytes."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from trainer.catalogue.current import ContentFile


@dataclass(frozen=True, slots=True)
class Changes:
    """Numbers of the files by (root, path), the numbers of those to read again, and the files that are gone."""

    ids: dict[tuple[int, str], int]
    sizes: dict[int, int]
    changed: frozenset[int]
    gone: dict[int, tuple[int, str]]

    def touched(self, root: int, path: str) -> bool:
        """Whether this file is new, changed, flawed before, or gone."""
        number = self.ids.get((root, path))
        return number in self.changed if number is not None else (root, path) in self.gone.values()

    def size(self, root: int, path: str) -> int:
        """Bytes to read of this file: 0 when it did not change."""
        number = self.ids.get((root, path))
        return self.sizes[number] if number in self.changed else 0


def find_changes(connection: sqlite3.Connection, roots: Sequence[Path], files: Sequence[ContentFile]) -> Changes:
    """Compare the files with the table ``file`` and bring the table up to date. Flawed files are always read again."""
    known = {
        (root, path): (number, stat, hash, flawed)
        for number, root, path, *stat, hash, flawed in connection.execute(
            "SELECT id, root, path, size, mtime_ns, inode, hash, flawed FROM file"
        )
    }
    ids: dict[tuple[int, str], int] = {}
    changed: set[int] = set()
    for file in files:
        key = (file.root, file.path)
        number, stat, hash, flawed = known.pop(key, (None, [], "", 0))
        if stat != [file.size, file.mtime_ns, file.inode]:
            new = hash_of(roots[file.root] / file.path)
            number = _store(connection, number, file, new)
            flawed = flawed or new != hash or not new
        ids[key] = number
        if flawed:
            changed.add(number)
    connection.executemany("DELETE FROM file WHERE id = ?", [(number,) for number, *_ in known.values()])
    gone = {number: key for key, (number, *_) in known.items()}
    sizes = {ids[file.root, file.path]: file.size for file in files}
    return Changes(ids, sizes, frozenset(changed), gone)


def hash_of(path: Path) -> str:
    """Hash of a file's bytes, "" when it cannot be read (its reader will say why)."""
    state = blake2b(digest_size=16)
    try:
        with path.open("rb") as file:
            while block := file.read(1 << 20):
                state.update(block)
    except OSError:
        return ""
    return state.hexdigest()


def _store(connection: sqlite3.Connection, number: int | None, file: ContentFile, hash: str) -> int:
    stat = (file.size, file.mtime_ns, file.inode, hash)
    if number is not None:
        connection.execute("UPDATE file SET size = ?, mtime_ns = ?, inode = ?, hash = ? WHERE id = ?", (*stat, number))
        return number
    cursor = connection.execute(
        "INSERT INTO file (root, path, size, mtime_ns, inode, hash) VALUES (?, ?, ?, ?, ?, ?)",
        (file.root, file.path, *stat),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid
