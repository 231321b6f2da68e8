"""An exercise of any kind as people write it: the union of all kinds. Loads every kind."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import Annotated, Any

from pydantic import Field, TypeAdapter

from trainer.exercises.base import Exercise
from trainer.exercises.kinds import KINDS

_KIND: Any = reduce(or_, KINDS.values())
#: The type of a file that holds an exercise; made from the table, so no type checker can know it.
ANY_EXERCISE: Any = Annotated[_KIND, Field(discriminator="kind")] if len(KINDS) > 1 else _KIND
EXERCISE: TypeAdapter[Exercise] = TypeAdapter(ANY_EXERCISE)
