"""What is said after the answer, as a front end shows it: groups by their names there, numbers in every language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from trainer.i18n.catalogue import languages
from trainer.i18n.numbers import number
from trainer.items.base import Item, Response
from trainer.items.explained import EntryFeedback, Explained, StepFeedback
from trainer.kernel.text import LocalText


def explained(
    item: Item, response: Response, order: Mapping[str, Sequence[str]], tokens: Mapping[str, str]
) -> list[Explained]:
    """Rows, steps, entries and arguments in the order they stood on screen."""
    return [_shown(part, item, tokens) for part in item.explained(response, order)]


def _shown(part: Explained, item: Item, tokens: Mapping[str, str]) -> Explained:
    if isinstance(part, StepFeedback):
        return part
    part = replace(part, group=tokens.get(part.group, part.group))
    if isinstance(part, EntryFeedback) and part.number:
        spoken = tuple(dict.fromkeys((*languages(), *item.stem)))
        accepted = {language: (text,) for language, text in _written(part.accepted[""][0], spoken).items()}
        return replace(
            part,
            typed=_written(part.typed[""], spoken) if part.typed else {},
            accepted=accepted,
            tolerance=_written(part.tolerance[""], spoken) if part.tolerance else None,
        )
    return part


def _written(value: str, spoken: Iterable[str]) -> LocalText:
    return {language: number(Decimal(value), language) for language in spoken}
