"""What memory must look like, worked out anew from the journals: fsrs used directly, sums written out.

Shares nothing with ``trainer.memory``, the store or the glance. Of the program only the marking of one item is used.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import fsrs

from trainer.items.base import Item
from trainer.items.kinds import item_from_json

SCHEDULER = fsrs.Scheduler(learning_steps=(), relearning_steps=(), maximum_interval=365, enable_fuzzing=False)


@dataclass(frozen=True)
class Given:
    """An answer as the journals have it."""

    at: float
    attempt: str
    position: int
    item: str
    points: float
    sure: bool | None
    day: date
    statements: tuple[str, ...]


@dataclass(frozen=True)
class Remembered:
    """A card as fsrs makes it; dates of the learner's calendar."""

    stability: float
    difficulty: float
    last: date
    due: date


class Replay:
    """Everything the journals of one learner's folder say, in the order it happened."""

    def __init__(self, folder: Path) -> None:
        papers: dict[str, list[Item]] = {}
        found: list[Given] = []
        for path in sorted((folder / "attempts").glob("*.jsonl")):
            whole = path.read_bytes().rpartition(b"\n")[0]  # what stands behind the last line end was never said
            events = [json.loads(line) for line in whole.splitlines()]
            if not events:
                continue
            name = events[0]["paper"]
            if name not in papers:
                papers[name] = _items(folder / "papers" / f"{name}.json")
            found += _answers(events, papers[name])
        self.answers = sorted(found, key=lambda given: (given.at, given.attempt, given.position))

    def cards(self) -> dict[str, Remembered]:
        """One card an item, each answer reviewed at the midnight that began its day."""
        cards: dict[str, fsrs.Card] = {}
        for given in self.answers:
            now = datetime.combine(given.day, datetime.min.time(), UTC)
            card = cards.get(given.item) or fsrs.Card(card_id=len(cards), due=now)
            cards[given.item], _ = SCHEDULER.review_card(card, _rating(given), now)
        return {item: _remembered(card) for item, card in cards.items()}

    def mastery(self, groups: Collection[Collection[str]]) -> dict[str, float]:
        """By statement: the sum of 0.3 · 0.7^(n-k) · p over its n answers, those on equal statements included."""
        points: dict[str, list[float]] = {}
        for given in self.answers:
            named = set(given.statements)
            for group in groups:
                if named.intersection(group):
                    named.update(group)
            for statement in named:
                points.setdefault(statement, []).append(given.points)
        return {
            statement: sum(0.3 * 0.7 ** (len(all_) - k) * p for k, p in enumerate(all_, 1))
            for statement, all_ in points.items()
        }


def due_dates(cards: Mapping[str, Remembered], today: date, exam: date | None) -> dict[str, date]:
    """When each item is asked next: the eve of an exam to come at the latest, unless it was answered that very day."""
    eve = exam - timedelta(days=1) if exam and exam > today else date.max
    return {item: min(card.due, eve) if card.last < eve else card.due for item, card in cards.items()}


def forecast(dates: Mapping[str, date], shown: Collection[str], today: date, days: int) -> list[int]:
    """How many of the items that may be shown fall due on each day; the first number holds what is overdue."""
    mine = [day for item, day in dates.items() if item in shown]
    counts = [sum(day <= today for day in mine)]
    return counts + [sum(day == today + timedelta(days=ahead) for day in mine) for ahead in range(1, days)]


def _items(path: Path) -> list[Item]:
    paper = json.loads(path.read_bytes())
    return [item_from_json(item["body"]) for item in paper["items"]]


def _answers(events: list[dict[str, Any]], items: list[Item]) -> Iterator[Given]:
    """A practice's confirmed answers, when they were confirmed; an exam's last responses, once it is submitted."""
    start = events[0]
    responses: dict[int, tuple[float, dict[str, tuple[str, ...]]]] = {}
    sure: dict[int, bool] = {}
    final: dict[int, float] = {}
    for event in events:
        match event["type"]:
            case "Responded":
                said = {group: tuple(values) for group, values in event["response"].items()}
                responses[event["position"]] = (event["at"], said)
            case "CertaintyStated":
                sure[event["position"]] = event["sure"]
            case "Confirmed":
                final[event["position"]] = event["at"]
            case "Submitted" if start["mode"] != "practice":
                final = {position: at for position, (at, _) in responses.items()}
    for position, at in final.items():
        item, response = items[position], responses[position][1]
        mark = item.mark(response)
        if any(response.values()) and not mark.provisional:
            day = datetime.fromtimestamp(at + start["zone_minutes"] * 60, UTC).date()
            yield Given(
                at, start["attempt"], position, item.id, float(mark.points), sure.get(position), day,
                tuple(item.statements),
            )  # fmt: skip


def _rating(given: Given) -> fsrs.Rating:
    if given.points < 1:
        return fsrs.Rating.Again
    return {None: fsrs.Rating.Good, False: fsrs.Rating.Hard, True: fsrs.Rating.Easy}[given.sure]


def _remembered(card: fsrs.Card) -> Remembered:
    assert card.stability and card.difficulty and card.last_review
    return Remembered(card.stability, card.difficulty, card.last_review.date(), card.due.date())
