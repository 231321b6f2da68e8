"""The closed set of interactions. A front end draws these; it never sees an item, a key or a rationale."""

from __future__ import annotations

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

    ``prompt`` is one of ``answer`` (the item's question), ``verdict`` (true or false) and ``reason``.
    """

    name: str
    prompt: Literal["answer", "verdict", "reason"]
    options: tuple[PresentedOption, ...]
    minimum: int
    maximum: int


@dataclass(frozen=True, slots=True)
class PresentedItem:
    """An item as a learner sees it. Nothing in it depends on the key, in content or in order."""

    kind: str
    stem: LocalText
    groups: tuple[ChoiceGroup, ...]
    matter_language: str | None = None


#: What a front end sends back: for each group, the tokens chosen.
Chosen = dict[str, tuple[str, ...]]
