"""Classification: each row is put into one category. Marked by the share of rows that are right."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from trainer.items.base import differ
from trainer.items.rows import Row, RowItem
from trainer.kernel.text import LocalText
from trainer.schema.fields import Authored, Mismatch, Slug, Text


class Category(Authored):
    """A category rows are put into."""

    id: Slug
    text: Text


class Classification(RowItem):
    """Rows and two to four categories, each of which takes a row at least."""

    COLUMN: ClassVar[str] = "categories"

    kind: Literal["classification"]
    categories: Annotated[list[Category], Field(min_length=2, max_length=4)]
    rows: Annotated[list[Row], Field(min_length=4, max_length=8)]

    @model_validator(mode="after")
    def _every_category_is_used(self) -> Classification:
        differ("categories", self.categories)
        used = {row.answer for row in self.rows}
        for index, category in enumerate(self.categories):
            if category.id not in used:
                raise Mismatch(f"no row belongs to «{category.id}»", "categories", index)
        return self

    def column(self) -> Mapping[str, LocalText]:
        return {category.id: category.text for category in self.categories}
