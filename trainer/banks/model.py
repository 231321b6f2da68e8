"""A bank as read: items with the line they stand at and a digest of their text."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from trainer.content.flaws import Flaw
from trainer.items.base import Item


@dataclass(frozen=True, slots=True)
class BankItem:
    """An item, the 1-based line it starts at, and the digest of the text it was written as."""

    item: Item
    line: int
    digest: str


@dataclass(frozen=True, slots=True)
class BankPiece:
    """Up to 200 neighbouring items of a bank file and what is wrong among them; the header comes first."""

    items: tuple[BankItem, ...] = ()
    flaws: tuple[Flaw, ...] = ()
    module: str | None = None


@dataclass(slots=True)
class Bank:
    """A whole bank in memory. ``slug`` is the module it belongs to, "" when its header could not be read."""

    slug: str
    path: Path
    name: str
    items: list[BankItem] = field(default_factory=list)
    flaws: list[Flaw] = field(default_factory=list)
