"""One card per item answered, scheduled by FSRS-6 (Ye, Su and Cao, KDD 2022; the package ``fsrs``, its own weights).

Three choices make it fit a learner who comes once a day. There are no learning steps of minutes: an interval is whole
days, and what went wrong is tried again at once by practising it again. Elapsed time is counted in calendar days of
the learner, as in the data FSRS was fitted on: who comes at nine today and at half past eight tomorrow has let a day
pass. Nothing is drawn by chance (no fuzzing), and every time and id is passed, so a replay gives the same card.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from trainer.memory.answers import Answer
from trainer.memory.rating import rate

if TYPE_CHECKING:
    from fsrs import Scheduler

#: The share of items one should still know when they come back; FSRS's own default.
RETENTION = 0.9
#: Longer than this nothing is put off: knowledge of law is dated, and a course ends.
LONGEST_DAYS = 365

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Card(NamedTuple):
    """What is remembered of one item. Days are day numbers (``kernel.days``); ``stability`` is in days.

    ``revision`` and ``last_at`` are those of the last answer; ``due_day`` knows nothing of an exam date.
    """

    item: str
    revision: int
    stability: float
    difficulty: float
    last_day: int
    due_day: int
    last_at: float
    answers: int
    lapses: int


@cache
def scheduler() -> Scheduler:
    """The one scheduler."""
    # Imported when the first review is computed: 20 ms no screen has to wait for.
    from fsrs import Scheduler

    return Scheduler(
        desired_retention=RETENTION, learning_steps=(), relearning_steps=(), maximum_interval=LONGEST_DAYS,
        enable_fuzzing=False,
    )  # fmt: skip


def review(card: Card | None, answer: Answer) -> Card:
    """The card after one more answer. A day before the last one (a clock set back) counts as the last one."""
    from fsrs import Card as Memory
    from fsrs import Rating as Grade
    from fsrs import State

    day = max(card.last_day, answer.day) if card else answer.day
    now = _moment(day)
    number = _number(answer.item)
    if card is None:
        before = Memory(card_id=number, due=now)
    else:
        before = Memory(
            card_id=number, state=State.Review, stability=card.stability, difficulty=card.difficulty,
            due=_moment(card.due_day), last_review=_moment(card.last_day),
        )  # fmt: skip
    after, _ = scheduler().review_card(before, Grade(rate(right=answer.right, sure=answer.sure)), now)
    if after.stability is None or after.difficulty is None:
        raise AssertionError("fsrs gives every reviewed card its memory state")
    wrong = int(not answer.right)
    return Card(
        answer.item, answer.revision, after.stability, after.difficulty, day, (after.due - _EPOCH).days, answer.at,
        card.answers + 1 if card else 1, card.lapses + wrong if card else wrong,
    )  # fmt: skip


def fold(answers: Iterable[Answer]) -> Card | None:
    """The card after these answers to one item, which stand in order; None after none."""
    card = None
    for answer in answers:
        card = review(card, answer)
    return card


def retrievability(card: Card, day: int) -> float:
    """How likely the item is still known on a day (0 to 1), by FSRS's forgetting curve."""
    from fsrs import Card as Memory
    from fsrs import State

    memory = Memory(
        card_id=_number(card.item), state=State.Review, stability=card.stability, difficulty=card.difficulty,
        due=_moment(card.due_day), last_review=_moment(card.last_day),
    )  # fmt: skip
    return float(scheduler().get_card_retrievability(memory, _moment(day)))


def _moment(day: int) -> datetime:
    return _EPOCH + timedelta(days=day)


def _number(item: str) -> int:
    """A card's number for fsrs; without one it would read the clock, and sleep so as not to read it twice alike."""
    return int.from_bytes(sha256(item.encode()).digest()[:6], "big")
