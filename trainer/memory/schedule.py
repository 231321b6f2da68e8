"""What is due when. The exam date is applied here and kept in no card: setting, moving or removing it loses nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple


class Plan(NamedTuple):
    """What the schedule needs of a card; see :class:`~trainer.memory.cards.Card`."""

    item: str
    revision: int
    last_day: int
    due_day: int


def plans(rows: Mapping[str, Sequence[int]]) -> list[Plan]:
    """The cards of a glance: revision, last day and due day by item."""
    return [Plan(item, *row) for item, row in rows.items()]


def due_day(card: Plan, today: int, exam_day: int | None = None, revision: int | None = None) -> int:
    """The day on which a card is due: never past the day before an exam that is still to come.

    At once when ``revision``, the item's present one, is newer than the one answered: the item says something else
    now. An edit without a new revision changes nothing.
    """
    if _revised(card, revision):
        return min(card.due_day, today)
    if exam_day is not None and exam_day > today:
        return min(card.due_day, exam_day - 1)
    return card.due_day


def _revised(card: Plan, revision: int | None) -> bool:
    return revision is not None and revision > card.revision


def is_due(card: Plan, today: int, exam_day: int | None = None, revision: int | None = None) -> bool:
    """Whether a card should be reviewed now.

    An item answered on the eve of the exam, or after the day the exam would call it back, is not asked again at once:
    being due the same day for ever would be no schedule.
    """
    if _revised(card, revision):
        return True
    day = due_day(card, today, exam_day, revision)
    return day <= today and (day == card.due_day or card.last_day < day)


def asked_on(card: Plan, today: int, exam_day: int | None = None, revision: int | None = None) -> int:
    """The day on which a card comes back: today when it is due, its own day when the exam's eve is over for it."""
    if is_due(card, today, exam_day, revision):
        return today
    day = due_day(card, today, exam_day, revision)
    return day if day > today else card.due_day


def due_now(
    cards: Iterable[Plan], today: int, exam_day: int | None = None, revisions: Mapping[str, int] | None = None
) -> list[str]:
    """The items that are due, longest due first, then by id."""
    known = revisions or {}
    due = [card for card in cards if is_due(card, today, exam_day, known.get(card.item))]
    due.sort(key=lambda card: (due_day(card, today, exam_day, known.get(card.item)), card.item))
    return [card.item for card in due]


def forecast(
    cards: Iterable[Plan],
    today: int,
    days: int,
    exam_day: int | None = None,
    revisions: Mapping[str, int] | None = None,
) -> Sequence[int]:
    """How many items fall due on each of ``days`` days from today; today's number holds all that is overdue.

    As if nothing more were answered: each card is counted once, on the day it comes back.
    """
    known = revisions or {}
    counts: Counter[int] = Counter()
    for card in cards:
        counts[asked_on(card, today, exam_day, known.get(card.item))] += 1
    return [counts[today + ahead] for ahead in range(days)]
