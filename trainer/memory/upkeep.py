"""Keeping cards in step with answers: what an attempt adds is reviewed, what no longer fits is folded anew.

Answers are folded in the order (time, attempt, position), whatever order attempts end in, so that cards kept step by
step and cards rebuilt from all journals are the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from trainer.memory.answers import Answer
from trainer.memory.cards import Card, fold, review

#: All answers, by attempt.
AnswersByAttempt = Mapping[str, Sequence[Answer]]


def in_order(answers: AnswersByAttempt) -> list[Answer]:
    """All answers in the order in which they are folded."""
    # Plain tuples, because tens of thousands are sorted when progress is opened.
    found = [(answer.at, attempt, answer.position, answer) for attempt, own in answers.items() for answer in own]
    found.sort()
    return [entry[3] for entry in found]


def rebuilt_cards(answers: AnswersByAttempt, only: frozenset[str] | None = None) -> dict[str, Card]:
    """The cards of all items, or of these, from nothing but the answers."""
    by_item: dict[str, list[Answer]] = {}
    for answer in in_order(answers):
        if only is None or answer.item in only:
            by_item.setdefault(answer.item, []).append(answer)
    return {item: card for item, own in sorted(by_item.items()) if (card := fold(own)) is not None}


def updated_cards(
    cards: Mapping[str, Card], answers: AnswersByAttempt, attempt: str, now: Sequence[Answer]
) -> dict[str, Card]:
    """All cards when the answers of one attempt have become ``now``; ``answers`` are those known before, of all."""
    before = set(answers.get(attempt, ()))
    fresh = sorted((answer for answer in now if answer not in before), key=lambda answer: (answer.at, answer.position))
    gone = {answer.item for answer in before.difference(now)}
    late = gone | {answer.item for answer in fresh if answer.item in cards and answer.at <= cards[answer.item].last_at}
    updated = dict(cards)
    for answer in fresh:
        if answer.item not in late:
            updated[answer.item] = review(updated.get(answer.item), answer)
    if late:
        for item in late:
            updated.pop(item, None)
        updated |= rebuilt_cards({**answers, attempt: now}, frozenset(late))
    return updated


def answered_items(answers: Iterable[Answer]) -> frozenset[str]:
    """The items these answers are to."""
    return frozenset(answer.item for answer in answers)
