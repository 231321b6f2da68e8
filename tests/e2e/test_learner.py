"""The whole way once in the regular tests; every size and language behind ``bash .ci/run --full``."""

from __future__ import annotations

from pathlib import Path

from tests.e2e.learner import Journey


def test_a_learners_whole_way_at_80x24_in_italian(tmp_path: Path) -> None:
    journey = Journey((80, 24), "it", tmp_path / "frames", tmp_path)
    assert journey.run() == "exit 0"
    assert len(list((tmp_path / "frames").iterdir())) > 40
