"""What matching and classification share: rows, and one column of options that each row offers."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction
from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from trainer.items.base import Item, Mark, Response, Sample, differ, share
from trainer.items.controls import ChoiceGroup, PresentedItem, PresentedOption
from trainer.items.explained import Explained, OptionFeedback, RowFeedback
from trainer.kernel.text import LocalText
from trainer.schema.fields import Authored, Mismatch, Slug, Text

ROWS = "rows"


class Row(Authored):
    """One row. ``answer`` is the id of what belongs to it, ``rationale`` why."""

    id: Slug
    text: Text
    answer: Slug
    rationale: Text


class RowItem(Item):
    """Every row takes one entry of the column; the column stands in the same order beside every row.

    ``order: fixed`` keeps the column as it is written; rows are always drawn, or their order could tell the pairs.
    """

    OPAQUE_GROUPS: ClassVar[bool] = True
    #: The name of the list that is the column.
    COLUMN: ClassVar[str]

    rows: Annotated[list[Row], Field(min_length=3)]

    @abstractmethod
    def column(self) -> Mapping[str, LocalText]:
        """The texts of the column by id, as authored."""

    @model_validator(mode="after")
    def _rows_have_answers(self) -> RowItem:
        differ(ROWS, self.rows)
        known = self.column()
        for index, row in enumerate(self.rows):
            if row.answer not in known:
                raise Mismatch(f"«{row.answer}» is not in «{self.COLUMN}»: {', '.join(known)}", ROWS, index, "answer")
        return self

    def option_groups(self) -> Mapping[str, Sequence[str]]:
        return {row.id: [*self.column()] for row in self.rows}

    def limits(self) -> Mapping[str, int]:
        return {row.id: 1 for row in self.rows}

    def lists(self) -> Mapping[str, Sequence[str]]:
        return {ROWS: [row.id for row in self.rows], self.COLUMN: [*self.column()]}

    def fixed_lists(self) -> Collection[str]:
        return (self.COLUMN,) if self.order == "fixed" else ()

    def asked(self) -> LocalText:
        texts = [row.text for row in self.rows]
        return {lang: " ".join([stem, *(text.get(lang, "") for text in texts)]) for lang, stem in self.stem.items()}

    def present(self, order: Mapping[str, Sequence[str]], tokens: Mapping[str, str]) -> PresentedItem:
        texts, column = {row.id: row.text for row in self.rows}, self.column()
        groups = tuple(
            ChoiceGroup(
                tokens[row], "row", tuple(PresentedOption(tokens[f"{row}/{i}"], column[i]) for i in order[self.COLUMN]),
                1, 1, texts[row],
            )
            for row in order[ROWS]
        )  # fmt: skip
        return PresentedItem(self.kind, self.stem, groups)

    def key(self) -> Response:
        return {row.id: (row.answer,) for row in self.rows}

    def mark(self, response: Response) -> Mark:
        right = sum(response.get(row.id, ()) == (row.answer,) for row in self.rows)
        return share(right, len(self.rows), response)

    def feedback(self) -> list[OptionFeedback]:
        return []

    def distractors(self) -> Mapping[str, LocalText]:
        """Why an entry of the column that belongs to no row fits nowhere, by id."""
        return {}

    def explained(self, response: Response, order: Mapping[str, Sequence[str]]) -> list[Explained]:
        rows, column, whys = {row.id: row for row in self.rows}, self.column(), self.distractors()
        found: list[Explained] = []
        for row in (rows[name] for name in order[ROWS]):
            chosen = next(iter(response.get(row.id, ())), None)
            found.append(
                RowFeedback(
                    row.id, row.text, column[chosen] if chosen else None, column[row.answer], chosen == row.answer,
                    row.rationale, whys.get(chosen) if chosen else None,
                )
            )  # fmt: skip
        return found

    def samples(self) -> list[Sample]:
        count, first, right = len(self.rows), self.rows[0], dict(self.key())
        other = {row.id: next(i for i in self.column() if i != row.answer) for row in self.rows}
        wrong = {row: (option,) for row, option in other.items()}
        nearly = Fraction(count - 1, count)
        return [
            Sample("right", right, Fraction(1)),
            Sample("one wrong", {**right, first.id: wrong[first.id]}, nearly),
            Sample("one empty", {**right, first.id: ()}, nearly),
            Sample("wrong", wrong, Fraction(0)),
            Sample("one right alone", {first.id: (first.answer,)}, Fraction(1, count)),
            Sample("blank", {}, Fraction(0)),
            Sample("two in a row", {first.id: (first.answer, other[first.id])}, None),
            Sample("unknown", {first.id: ("no-such-option",)}, None),
        ]
