"""Where published test vectors lie: they are no part of the project, and tests that need them are skipped without."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

SAMPLES = Path(os.environ.get("TRAINER_SAMPLES") or Path(__file__).parents[3] / "shared" / "samples") / "credentials"

needs_vectors = pytest.mark.skipif(
    not SAMPLES.is_dir(), reason="the published vectors are not here (TRAINER_SAMPLES names their folder)"
)
