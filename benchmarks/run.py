"""``python benchmarks/run.py [--check] [--only NAME…] [--runs N] [--markdown FILE] [--json FILE]``."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

if __name__ == "__main__":
    from benchmarks.command import main

    sys.exit(main())
