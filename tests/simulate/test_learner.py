"""Two weeks of a simulated learner (``python -m tests.simulate.learner`` lives through ninety), and mistakes found."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.simulate.learner import Differs, Simulation
from trainer.memory import cards, mastery, schedule


def test_two_weeks_agree_with_a_replay(tmp_path: Path) -> None:
    simulation = Simulation(tmp_path / "home", seed=3)
    said: list[str] = []
    simulation.run(14, said.append)
    simulation.close()
    assert simulation.person.did["review"] >= 3
    assert simulation.person.did["lesson"] >= 2
    assert "14 days" in said[-2]


@pytest.mark.parametrize(
    ("target", "name", "wrong"),
    [
        (mastery, "STEP", 0.31), (schedule, "is_due", lambda card, today, *rest: card.due_day < today),
        (cards, "rate", lambda *, right, sure: 3 if right else 1),
    ],
    ids=["mastery", "due", "rating"],
)  # fmt: skip
def test_a_mistake_in_the_program_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, target: object, name: str, wrong: object
) -> None:
    monkeypatch.setattr(target, name, wrong)
    simulation = Simulation(tmp_path / "home", seed=3)
    try:
        with pytest.raises(Differs):
            simulation.run(14, lambda _: None)
    finally:
        simulation.close()
