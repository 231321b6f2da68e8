"""An item of any kind as people write it: the union of all kinds, for tools that read files. Loads every kind."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import Annotated, Any

from pydantic import Field, TypeAdapter

from trainer.items.base import Item
from trainer.items.kinds import KINDS

_KIND: Any = reduce(or_, KINDS.values())
#: The type of a field that holds an item; made from the table, so no type checker can know it.
ANY_ITEM: Any = Annotated[_KIND, Field(discriminator="kind")]
ITEM: TypeAdapter[Item] = TypeAdapter(ANY_ITEM)
