"""The kinds of item, one file each. This table is the one place that names them.

A kind is loaded when an item of it is met: all of them together take 20 ms, which a lesson's first page would wait for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import cast

from trainer.items.base import Item

_CLASSES = {
    "single": "SingleChoice",
    "multiple": "MultipleResponse",
    "true_false": "TrueFalse",
    "matching": "Matching",
    "classification": "Classification",
    "ordering": "Ordering",
    "gaps": "Gaps",
    "numeric": "Numeric",
    "short_text": "ShortText",
    "open": "OpenAnswer",
}


#: What an item begins with: its kind is its first field.
_BEGIN = re.compile(r'\{"kind":"(\w+)"')


class _Kinds(Mapping[str, type[Item]]):
    """The models by kind, each loaded when it is asked for; its file is called like the kind."""

    def __getitem__(self, kind: str) -> type[Item]:
        return cast(type[Item], getattr(import_module(f"{__name__}.{kind}"), _CLASSES[kind]))

    def __iter__(self) -> Iterator[str]:
        return iter(_CLASSES)

    def __len__(self) -> int:
        return len(_CLASSES)


KINDS: Mapping[str, type[Item]] = _Kinds()


def load_kinds() -> None:
    """Load every kind now: before a paper is drawn, while somebody still reads what the exam is."""
    for _ in KINDS.values():
        pass


def parse_item(data: object) -> Item:
    """An item from authored data (a parsed YAML file). Raises ``pydantic.ValidationError``."""
    from trainer.items.authored import ITEM

    return ITEM.validate_python(data)


def item_from_json(text: str | bytes) -> Item:
    """An item from JSON (catalogue, frozen paper). Raises ``pydantic.ValidationError``."""
    begin = text[:40] if isinstance(text, str) else text[:40].decode(errors="replace")
    found = _BEGIN.match(begin)
    if found and found[1] in _CLASSES:
        return KINDS[found[1]].model_validate_json(text)
    from trainer.items.authored import ITEM

    return ITEM.validate_json(text)  # not written by us; or says which kinds there are


def item_to_json(item: Item) -> str:
    """The JSON an item is stored as; :func:`item_from_json` gives it back equal."""
    return item.model_dump_json(exclude_defaults=True)
