"""The closed set of interactions. A front end draws these; it never sees an item, a key or a rationale."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from trainer.kernel.text import LocalText


@dataclass(frozen=True, slots=True)
class PresentedOption:
    """One option as it leaves the engine: an opaque token that is valid in this attempt only, and its text."""

    token: str
    text: LocalText


@dataclass(frozen=True, slots=True)
class ChoiceGroup:
    """Choose between ``minimum`` and ``maximum`` of the options. ``prompt`` names the group for the front end.

    ``prompt`` is one of ``answer`` (the item's question), ``verdict`` (true or false), ``reason``, ``row`` (what
    belongs to ``label``; every row offers the same options in the same order, under tokens of its own) and ``gap`` (a
    place in the item's text).
    """

    name: str
    prompt: Literal["answer", "verdict", "reason", "row", "gap"]
    options: tuple[PresentedOption, ...]
    minimum: int
    maximum: int
    label: LocalText | None = None


@dataclass(frozen=True, slots=True)
class OrderGroup:
    """Put all options in an order. The response is all tokens, in the learner's order, or none."""

    name: str
    options: tuple[PresentedOption, ...]


@dataclass(frozen=True, slots=True)
class EntryGroup:
    """Type something of up to ``longest`` characters. The response is one text, or none.

    ``prompt`` is one of ``number`` (``unit`` stands beside the field), ``words``, ``gap`` (a place in the item's text)
    and ``argument`` (several lines).
    """

    name: str
    prompt: Literal["number", "words", "gap", "argument"]
    unit: LocalText | None = None
    longest: int = 200


Group = ChoiceGroup | OrderGroup | EntryGroup


@dataclass(frozen=True, slots=True)
class PresentedItem:
    """An item as a learner sees it. Nothing in it depends on the key, in content or in order.

    ``text`` is a text with gaps: ``[[name]]`` stands where the group ``name`` is to be answered.
    """

    kind: str
    stem: LocalText
    groups: tuple[Group, ...]
    text: LocalText | None = None


#: What a front end sends back: for each group the tokens chosen (in the learner's order, where the order counts), or
#: the text typed.
Chosen = Mapping[str, tuple[str, ...]]
