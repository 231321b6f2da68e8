"""Matching: each row is paired with one option. Marked by the share of rows that are right."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from trainer.items.base import differ
from trainer.items.rows import ROWS, Row, RowItem
from trainer.kernel.text import LocalText
from trainer.schema.fields import Authored, Mismatch, Slug, Text


class MatchOption(Authored):
    """An option of the right column. Only one that answers no row has a rationale: why it fits nowhere."""

    id: Slug
    text: Text
    rationale: Text | None = None


class Matching(RowItem):
    """Rows and options; an option answers one row at most, and the ones that answer none are distractors."""

    COLUMN: ClassVar[str] = "options"

    kind: Literal["matching"]
    rows: Annotated[list[Row], Field(min_length=3, max_length=6)]
    options: Annotated[list[MatchOption], Field(min_length=3, max_length=7)]

    @model_validator(mode="after")
    def _one_row_each(self) -> Matching:
        differ("options", self.options)
        answers = [row.answer for row in self.rows]
        for index, answer in enumerate(answers):
            if answer in answers[:index]:
                raise Mismatch(f"«{answer}» answers another row already", ROWS, index, "answer")
        for index, option in enumerate(self.options):
            if option.id in answers and option.rationale:
                why = "an option that answers a row has no rationale of its own: its row explains it"
                raise Mismatch(why, "options", index, "rationale")
            if option.id not in answers and not option.rationale:
                raise Mismatch("an option that answers no row needs a rationale: why it fits nowhere", "options", index)
        return self

    def column(self) -> Mapping[str, LocalText]:
        return {option.id: option.text for option in self.options}

    def distractors(self) -> Mapping[str, LocalText]:
        return {option.id: option.rationale for option in self.options if option.rationale}
