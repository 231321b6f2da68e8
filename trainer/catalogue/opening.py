"""Opening a compiled file for reading, and telling a good one from all others."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from trainer.catalogue.schema import FORMAT


def open_current(path: Path, wanted: str) -> sqlite3.Connection | None:
    """The compiled file, opened read only; None when it is absent, cut short, not ours or of other content."""
    try:
        connection = open_file(path)
    except (OSError, sqlite3.Error):
        return None
    try:
        meta = dict(connection.execute("SELECT key, value FROM meta"))
        known = meta.get("format") == str(FORMAT) and meta.get("fingerprint") == wanted
        if known and is_whole(connection, path):
            return connection
    except (OSError, sqlite3.Error):
        pass
    connection.close()
    return None


def open_file(path: Path) -> sqlite3.Connection:
    """A compiled file for reading. It is never written in place, so no lock is needed."""
    path.stat()
    address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    return sqlite3.connect(address, uri=True, check_same_thread=False, isolation_level=None)


def is_whole(connection: sqlite3.Connection, path: Path) -> bool:
    """Whether the file is as long as its header says: the cheap half of an integrity check."""
    pages, size = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
    return bool(pages * size == path.stat().st_size)
