"""From what a front end sends to a response and back: tokens, orders, texts, and numbers as a language writes them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from trainer.i18n.catalogue import languages
from trainer.i18n.numbers import number
from trainer.i18n.typed import read_number
from trainer.items.base import Item, Response
from trainer.kernel.problems import N_
from trainer.progress.store import LearnerStore

BOTH = "both"

Tokens = Mapping[str, str]


def number_language(shown: str, store: LearnerStore) -> str:
    """The language numbers are written in: the one shown; the interface's where both are."""
    if shown != BOTH:
        return shown
    profile = store.profile()
    return profile.language if profile else languages()[-1]


def with_choice(item: Item, before: Response, tokens: Tokens, group: str, token: str) -> Response:
    """The response with an option chosen, or taken back; in a group of one the new choice replaces the old.

    Raises :class:`~trainer.items.base.ResponseRefused` on a token that is not of this item in this attempt.
    """
    name = item.group_of(group, tokens)
    picked = item.from_chosen({group: (token,)}, tokens)[name]
    now = set(before.get(name, ()))
    now = set(picked) if item.limits().get(name) == 1 and not now & set(picked) else now ^ set(picked)
    return item.parse({**before, name: tuple(now)})


def with_answer(
    item: Item, before: Response, tokens: Tokens, group: str, values: tuple[str, ...], language: str
) -> Response:
    """The response with one group set wholly: an order of tokens, or a text; nothing clears the group.

    Raises :class:`~trainer.items.base.ResponseRefused`, and :class:`~trainer.i18n.typed.NumberAskedBack` on what is
    no number in ``language``.
    """
    name = item.group_of(group, tokens)
    if name in item.numbers() and len(values) == 1 and values[0].strip():
        values = (f"{read_number(values[0], language, item.stem):f}",)
    return item.parse({**before, name: item.from_chosen({group: values}, tokens)[name]})


def response_shown(item: Item, response: Response, tokens: Tokens, language: str) -> dict[str, tuple[str, ...]]:
    """Tokens and texts by the names a front end knows; a number as it would be typed in ``language``."""
    shown = item.to_chosen(response, tokens)
    for name in item.numbers():
        if typed := response.get(name, ()):
            shown[tokens.get(name, name)] = (number(Decimal(typed[0]), language),)
    return shown


def nothing_answered(item: Item) -> str:
    """The sentence that asks for an answer before going on."""
    return N_("Choose an answer first.") if item.option_groups() else N_("Write an answer first.")


def tokens_chosen(item: Item, response: Response, tokens: Tokens) -> frozenset[str]:
    """The tokens of all options that are chosen."""
    groups = item.option_groups()
    return frozenset(tokens[f"{name}/{option}"] for name, ids in response.items() if name in groups for option in ids)
