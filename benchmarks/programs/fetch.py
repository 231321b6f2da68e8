"""``fetch.py CACHE COUNT``: milliseconds to open the compiled file and fetch so many items by number, at random."""

from __future__ import annotations

import json
import random
import sqlite3
import sys
import time
from pathlib import Path


def main(cache: str, count: int) -> None:
    path = next(Path(cache).glob("catalogue-*.sqlite")).absolute()
    begun = time.perf_counter()
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
    last = connection.execute("SELECT max(rowid) FROM item").fetchone()[0]
    numbers = json.dumps(random.sample(range(1, last + 1), count))
    rows = connection.execute("SELECT id, body FROM item WHERE rowid IN (SELECT value FROM json_each(?))", (numbers,))
    assert len(rows.fetchall()) == count
    taken = time.perf_counter() - begun
    print(json.dumps({"ms": taken * 1000}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
