"""Answers made up for tests, and the table of ratings said a second time."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from trainer.memory.answers import Answer

#: 21 November 2026, 08:00 UTC.
MORNING = 1_795_248_000.0
DAY = 86_400
#: The day number of that morning.
TODAY = 20_778

ITEMS = ("item-1", "item-2", "item-3")


def an_answer(item: str = "item-1", *, day: int = TODAY, right: bool = True, **changes: Any) -> Answer:
    """An answer given in the morning of a day."""
    answer = Answer(0, item, 1, 1.0 if right else 0.0, None, float(day * DAY + 8 * 3600), day)
    return answer._replace(**changes)


ANSWERS = st.builds(
    lambda item, day, seconds, points, sure, position, revision: Answer(
        position, item, revision, points, sure, float(day * DAY + seconds), day
    ),
    st.sampled_from(ITEMS), st.integers(TODAY - 400, TODAY), st.integers(0, DAY - 1),
    st.sampled_from([0.0, 0.5, 1.0]), st.sampled_from([None, False, True]), st.integers(0, 40), st.integers(1, 3),
)  # fmt: skip

#: Answers by attempt, as a store keeps them: positions differ within an attempt.
ATTEMPTS = st.dictionaries(
    st.from_regex(r"a[0-9]{1,3}", fullmatch=True),
    st.lists(ANSWERS, max_size=6, unique_by=lambda answer: answer.position).map(tuple),
    max_size=6,
)
