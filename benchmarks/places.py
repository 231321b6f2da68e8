"""Where benchmarks keep what they make: below ``.cache`` of the checkout, deleted at will."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".cache"
PROGRAMS = ROOT / "benchmarks" / "programs"

#: What a wheel is made from.
SOURCES = ("trainer", "courses", "question_banks", "locales", "pyproject.toml", "constraints.txt")
