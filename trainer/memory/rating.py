"""The rating of an answer for the scheduler, by the table of the content guide; the time taken never counts."""

from __future__ import annotations

from enum import IntEnum


class Rating(IntEnum):
    """The four ratings of FSRS, with its numbers."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


def rate(*, right: bool, sure: bool | None = None, hinted: bool = False) -> Rating:
    """Wrong: again. Right, but hinted or unsure: hard. Right: good. Right and sure: easy.

    ``sure`` None means that certainty was not stated, as in every exam.
    """
    if not right:
        return Rating.AGAIN
    if hinted or sure is False:
        return Rating.HARD
    return Rating.EASY if sure else Rating.GOOD
