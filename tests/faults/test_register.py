"""A short run of kills and power cuts of the register; the long one is ``python -m tests.faults.register``."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).parents[2]


def test_nothing_is_lost_and_every_mutant_is_caught() -> None:
    """In a process of its own: it forks, and must be alone to do so."""
    command = [sys.executable, "-m", "tests.faults.register", "--cuts", "30", "--mutants", "80"]
    done = subprocess.run(command, cwd=TOP, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "SURVIVED" not in done.stdout and "nothing was lost" in done.stdout
