"""The rating of an answer, by the table."""

from __future__ import annotations

import fsrs
import pytest

from trainer.memory.rating import Rating, rate


@pytest.mark.parametrize(
    ("right", "sure", "hinted", "due"),
    [
        (False, None, False, Rating.AGAIN), (False, True, False, Rating.AGAIN), (False, False, True, Rating.AGAIN),
        (True, None, False, Rating.GOOD), (True, True, False, Rating.EASY), (True, False, False, Rating.HARD),
        (True, None, True, Rating.HARD), (True, True, True, Rating.HARD),
    ],
)  # fmt: skip
def test_every_line_of_the_table(right: bool, sure: bool | None, hinted: bool, due: Rating) -> None:
    assert rate(right=right, sure=sure, hinted=hinted) == due


def test_ratings_have_the_numbers_of_fsrs() -> None:
    assert [(one.name.title(), one.value) for one in Rating] == [(one.name, one.value) for one in fsrs.Rating]
