"""The kinds of item, one file each. This table is the one place that names them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, TypeAdapter

from trainer.items.base import Item
from trainer.items.kinds.multiple import MultipleResponse
from trainer.items.kinds.single import SingleChoice
from trainer.items.kinds.true_false import TrueFalse

KINDS: dict[str, type[Item]] = {
    "single": SingleChoice,
    "multiple": MultipleResponse,
    "true_false": TrueFalse,
}

AnyItem = Annotated[SingleChoice | MultipleResponse | TrueFalse, Field(discriminator="kind")]
ITEM: TypeAdapter[Item] = TypeAdapter(AnyItem)


def parse_item(data: object) -> Item:
    """An item from authored data (a parsed YAML file). Raises ``pydantic.ValidationError``."""
    return ITEM.validate_python(data)


def item_from_json(text: str | bytes) -> Item:
    """An item from JSON (catalogue, frozen paper). Raises ``pydantic.ValidationError``."""
    return ITEM.validate_json(text)


def item_to_json(item: Item) -> str:
    """The JSON an item is stored as; :func:`item_from_json` gives it back equal."""
    return ITEM.dump_json(item, exclude_defaults=True).decode()
