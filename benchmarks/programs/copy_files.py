"""``copy_files.py FILES TARGET``: seconds to read, hash and copy every file of a folder, each synced."""

from __future__ import annotations

import hashlib
import json
import os
import sys
import time
from pathlib import Path


def main(files: str, target: str) -> None:
    folder = Path(target)
    folder.mkdir(parents=True)
    begun = time.perf_counter()
    for path in sorted(Path(files).glob("*.zip")):
        raw = path.read_bytes()
        with (folder / hashlib.sha256(raw).hexdigest()).open("wb") as copy:
            copy.write(raw)
            copy.flush()
            os.fsync(copy.fileno())
    print(json.dumps({"s": time.perf_counter() - begun}))


if __name__ == "__main__":
    main(*sys.argv[1:3])
