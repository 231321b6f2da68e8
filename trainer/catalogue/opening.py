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
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        whole = pages * connection.execute("PRAGMA page_size").fetchone()[0] == path.stat().st_size
        if whole and meta.get("format") == str(FORMAT) and meta.get("fingerprint") == wanted:
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
