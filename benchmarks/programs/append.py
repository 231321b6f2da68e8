"""``append.py FOLDER COUNT BYTES``: milliseconds of a bare append and fdatasync of a line (median)."""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from statistics import median


def main(folder: str, count: int, size: int) -> None:
    line = b"x" * (size - 1) + b"\n"
    descriptor = os.open(Path(folder, "appended"), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    taken = []
    for _ in range(count):
        begun = time.perf_counter()
        os.write(descriptor, line)
        os.fdatasync(descriptor)
        taken.append(time.perf_counter() - begun)
    os.close(descriptor)
    print(json.dumps({"ms": median(taken) * 1000}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
