"""A short run of kills, power cuts and mutants; the long one is ``python -m tests.faults.learner --kills 200``."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).parents[2]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """In a process of its own: it forks, and must be alone to do so."""
    return subprocess.run(
        [sys.executable, "-m", "tests.faults.learner", *arguments], cwd=TOP, capture_output=True, text=True, check=False
    )


def test_nothing_is_lost_and_every_mutant_is_caught() -> None:
    done = run("--kills", "15", "--cuts", "15", "--steps", "25", "--seed", "1")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "SURVIVED" not in done.stdout
    assert done.stdout.count("caught after") == 5
    assert done.stdout.endswith("nothing was lost\n")
