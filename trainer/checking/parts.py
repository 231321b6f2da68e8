"""Taking an item apart, whatever its kind: what is weighed, what is shown, what is said after, what is accepted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from pydantic import BaseModel

from trainer.items.base import Item, Option
from trainer.items.rows import RowItem
from trainer.kernel.text import LocalText

Place = tuple[str | int, ...]

#: Fields that are only seen after the answer, with everything inside them.
SAID_AFTER = frozenset({"rationale", "if_true", "if_false", "model_answer", "criteria"})


@dataclass(frozen=True, slots=True)
class SeenEntry:
    """An entry of a list and where it stands in the item. ``key``: an option that is right."""

    place: Place
    id: str
    text: LocalText
    key: bool = False


@dataclass(frozen=True, slots=True)
class SeenList:
    """Entries that stand together on screen. ``fixed``: in the order they are written.

    ``options`` have a key, ``column`` is what rows are paired with; of ``rows`` and steps none is wrong.
    """

    place: Place
    entries: tuple[SeenEntry, ...]
    kind: Literal["options", "column", "rows"]
    fixed: bool

    @property
    def has_one_key(self) -> bool:
        """Whether exactly one entry is right."""
        return sum(entry.key for entry in self.entries) == 1

    @property
    def key_place(self) -> int:
        """Where the first right entry stands, from 0; -1 where none is."""
        return next((index for index, entry in enumerate(self.entries) if entry.key), -1)


@dataclass(slots=True)
class ItemParts:
    """The lists of an item, and its own texts (the stem apart) before and after the answer."""

    lists: list[SeenList] = field(default_factory=list)
    shown: list[tuple[Place, LocalText]] = field(default_factory=list)
    said: list[tuple[Place, LocalText]] = field(default_factory=list)
    accepted: list[tuple[Place, Mapping[str, list[str]]]] = field(default_factory=list)


def take_apart(item: Item) -> ItemParts:
    """The parts of an item, found by their shape: no rule needs to know the kinds."""
    parts = ItemParts()
    for name in type(item).model_fields:
        if name not in Item.model_fields:
            _walk(item, item, (name,), getattr(item, name), parts, name in SAID_AFTER)
    return parts


def _walk(item: Item, owner: BaseModel, place: Place, value: Any, parts: ItemParts, after: bool) -> None:
    if isinstance(value, dict):
        if all(isinstance(text, str) for text in value.values()):
            (parts.said if after else parts.shown).append((place, value))
        else:
            parts.accepted.append((place, value))
    elif isinstance(value, list):
        if not after and value and {"id", "text"} <= type(value[0]).model_fields.keys():
            parts.lists.append(_list(item, owner, place, value))
        for index, entry in enumerate(value):
            _walk(item, entry, (*place, index), entry, parts, after)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            _walk(item, value, (*place, name), getattr(value, name), parts, after or name in SAID_AFTER)


def _list(item: Item, owner: BaseModel, place: Place, entries: list[Any]) -> SeenList:
    kind: Literal["options", "column", "rows"] = "rows"
    if isinstance(entries[0], Option):
        kind = "options"
    elif isinstance(item, RowItem) and place == (item.COLUMN,):
        kind = "column"
    found = tuple(
        SeenEntry((*place, index), entry.id, entry.text, getattr(entry, "key", False))
        for index, entry in enumerate(entries)
    )
    return SeenList(place, found, kind, kind != "rows" and getattr(owner, "order", item.order) == "fixed")
