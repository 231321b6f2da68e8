"""When the questions just answered come back for review."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from trainer.flows.due import exam_day
from trainer.memory.schedule import Plan, asked_on
from trainer.progress.store import LearnerStore


class ComingBack(NamedTuple):
    """``items`` of them come back in ``days`` days (0: today already)."""

    days: int
    items: int


def coming_back(store: LearnerStore, items: Iterable[str], today: int) -> tuple[ComingBack, ...]:
    """By the cards as they are now, soonest first; what has no card comes back on no day."""
    cards = store.cards()
    exam = exam_day({"exam_date": store.settings().exam_date})
    plans = [Plan(item, card.revision, card.last_day, card.due_day) for item in items if (card := cards.get(item))]
    days = Counter(asked_on(plan, today, exam) - today for plan in plans)
    return tuple(ComingBack(ahead, count) for ahead, count in sorted(days.items()))
