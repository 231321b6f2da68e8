"""The memory of this process."""

from __future__ import annotations

import gc
import os
from pathlib import Path


def resident_megabytes() -> float:
    """What is in memory now, after what can be collected was."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20
