"""A conversation well and badly in the regular tests; all kinds, sizes and assessed ones: ``bash .ci/run --full``."""

from __future__ import annotations

from pathlib import Path

from tests.e2e.exercises import sit

SHORT, USUAL = "chat-changed-mind-after-delivery", (80, 24)


def test_a_conversation_played_well_and_badly_killed_and_resumed(tmp_path: Path) -> None:
    good, said = sit(SHORT, USUAL, "it", tmp_path)
    assert good and "perfect 100%" in said, said
    assert len(list(tmp_path.rglob("*.txt"))) > 50
