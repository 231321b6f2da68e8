"""The bounds of the simulated players, briefly; ``python -m tests.simulate.players`` plays at length."""

from __future__ import annotations

import pytest

from tests.exercises.making import every_exercise
from tests.simulate.players import Figures, figures
from trainer.exercises.base import Exercise


@pytest.mark.parametrize("exercise", every_exercise(), ids=lambda exercise: exercise.id)
def test_luck_and_charm_are_not_enough(exercise: Exercise) -> None:
    found = figures(exercise, 60, 3)
    assert [one for one in found.broken if "random" not in one] == []
    assert found.lucky <= 0.1, "60 runs tell no more; the program plays a thousand"


def test_a_broken_bound_is_named() -> None:
    assert Figures("x", 100, 0.05, True, 0.9, 1).broken == [
        "a player at random passes too often",
        "politeness alone passes",
        "the ordinary run earns too little or too much",
        "a run replayed differs",
    ]
    assert Figures("x", 100, 0.01, None, 0.5, 0).broken == []
