"""Answers and cards as the store writes them: lists instead of maps, because there are tens of thousands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from trainer.memory.answers import Answer
from trainer.memory.cards import Card

#: Stands for «not stated», «unsure» and «sure».
_CERTAINTY: tuple[bool | None, ...] = (None, False, True)


def pack_answers(answers: Iterable[Answer]) -> list[list[Any]]:
    """The answers of one attempt."""
    return [[a.position, a.item, a.revision, _short(a.points), _CERTAINTY.index(a.sure), a.at, a.day] for a in answers]


def _short(points: float) -> float:
    """``1`` and not ``1.0``: nearly all marks are whole."""
    return int(points) if points == int(points) else points


def unpack_answers(rows: Iterable[list[Any]]) -> tuple[Answer, ...]:
    """Inverse of :func:`pack_answers`. ``ValueError``, ``TypeError`` or ``IndexError`` on anything else."""
    return tuple(
        Answer(position, item, revision, float(points), _CERTAINTY[certainty], at, day)
        for position, item, revision, points, certainty, at, day in rows
    )


def pack_cards(cards: Mapping[str, Card]) -> dict[str, list[Any]]:
    """Cards by item, without the item in each."""
    return {item: list(card[1:]) for item, card in cards.items()}


def unpack_cards(rows: Mapping[str, list[Any]]) -> dict[str, Card]:
    """Inverse of :func:`pack_cards`. ``TypeError`` on anything else."""
    return {item: Card(item, *values) for item, values in rows.items()}


def pack_plans(cards: Mapping[str, Card]) -> dict[str, list[int]]:
    """What the first screen needs of each card, to know on any later day what is due (``memory.schedule.plans``)."""
    return {item: [card.revision, card.last_day, card.due_day] for item, card in cards.items()}
