"""Frozen papers: everything an attempt needs for ever, in one content-addressed value.

Replay, review and regrade read only this, never the current bank. The paper holds keys and stays inside the engine;
what leaves it is :class:`~trainer.items.controls.PresentedItem`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from trainer.assessment.bodies import Bodies
from trainer.items.base import Item
from trainer.items.controls import PresentedItem
from trainer.items.kinds import item_from_json
from trainer.kernel.canonical import canonical_json, digest
from trainer.kernel.problems import N_, StoreDamaged, newer_format
from trainer.kernel.text import LocalText

#: Papers of items are of the first format; those of an exercise, which programs of that time cannot read, the second.
FORMAT, EXERCISE_FORMAT = 1, 2
_OF_EXERCISES = ("exercise", "spoken", "sources")
_BODIES = Bodies()


@dataclass(frozen=True, slots=True)
class PaperSection:
    """A section with its title in every language."""

    id: str
    title: LocalText


@dataclass(frozen=True, slots=True)
class PaperItem:
    """An item as frozen: its full JSON (all languages, key, revision), its section, its module and its option order."""

    id: str
    section: str
    module: str
    body: str
    order: dict[str, list[str]]
    sources: list[dict[str, Any]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Paper:
    """A frozen paper. Times in minutes, pass marks as shares of the maximum; ``as_of`` is an ISO date.

    The paper of an exercise has no items: ``exercise`` is its whole JSON, ``spoken`` the language chosen before the
    start, ``sources`` those it names.
    """

    kind: Literal["exam", "practice", "exercise"]
    subject: str
    title: LocalText
    as_of: str
    seed: str
    pool_digest: str
    content_version: str
    qualification: str
    sections: tuple[PaperSection, ...]
    items: tuple[PaperItem, ...]
    minutes: int | None = None
    pass_mark: float | None = None
    section_pass_mark: float | None = None
    house_rule: bool = False
    exercise: str = ""
    spoken: str = ""
    sources: tuple[dict[str, Any], ...] = ()

    def item(self, position: int) -> Item:
        """The model of the item at ``position``."""
        return item_from_json(self.items[position].body)

    def present(self, position: int, attempt: str) -> PresentedItem:
        """What a front end may see of the item at ``position`` in this attempt."""
        item = self.item(position)
        return item.present(self.items[position].order, item.tokens(attempt))


def freeze(item: Item, body: str, section: str, module: str, seed: str, sources: list[dict[str, Any]]) -> PaperItem:
    """A drawn item with the order of its options for this paper."""
    return PaperItem(item.id, section, module, body, item.draw_order(seed), sources)


def to_data(paper: Paper) -> dict[str, Any]:
    """Plain JSON data with the format version."""
    own = paper.kind == "exercise"
    left_out = ("sections", "items", *(() if own else _OF_EXERCISES))
    return {
        "format": EXERCISE_FORMAT if own else FORMAT,
        **{name: getattr(paper, name) for name in Paper.__slots__ if name not in left_out},
        "sections": [{"id": s.id, "title": dict(s.title)} for s in paper.sections],
        "items": [{name: getattr(item, name) for name in PaperItem.__slots__} for item in paper.items],
    }


def to_bytes(paper: Paper) -> bytes:
    """The bytes a paper is stored as; equal papers give equal bytes."""
    return canonical_json(to_data(paper))


def paper_digest(paper: Paper) -> str:
    """The paper's name: SHA-256 of its bytes."""
    return digest(to_data(paper))


def from_bytes(raw: bytes, name: str) -> Paper:
    """The paper stored in ``raw``; ``name`` is shown when it cannot be read.

    Raises :class:`StoreDamaged` when it is not a paper, :class:`StorageUnusable` when a newer Trainer wrote it.
    """
    try:
        data = _BODIES.load(raw)
        version, known = data.pop("format"), EXERCISE_FORMAT if data.get("kind") == "exercise" else FORMAT
    except (ValueError, KeyError, AttributeError, TypeError):
        raise StoreDamaged(N_("The frozen paper {file} is damaged; it was left as it is."), file=name) from None
    if version != known:
        raise newer_format(name, found=version, known=known)
    try:
        sections = tuple(PaperSection(**section) for section in data.pop("sections"))
        items = tuple(PaperItem(**item) for item in data.pop("items"))
        sources = tuple(data.pop("sources", ()))
        return Paper(**data, sections=sections, items=items, sources=sources)
    except (KeyError, TypeError):
        raise StoreDamaged(N_("The frozen paper {file} is damaged; it was left as it is."), file=name) from None
