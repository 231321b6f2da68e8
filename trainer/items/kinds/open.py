"""Open: an argued answer. Provisional until an assessor marks it by the criteria; blank earns nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from trainer.items.base import Item, Mark, Response, Sample, blank, differ
from trainer.items.controls import EntryGroup, PresentedItem
from trainer.items.explained import ArgumentFeedback, CriterionFeedback, Explained, OptionFeedback
from trainer.kernel.text import clean
from trainer.schema.fields import Authored, Slug, Text

GROUP = "argument"


class Criterion(Authored):
    """What the assessor looks for, and the points it earns."""

    id: Slug
    text: Text
    points: Annotated[int, Field(ge=1, le=10)]


class OpenAnswer(Item):
    """A question to be answered in sentences. For practice only: no program can mark it."""

    NEEDS_ASSESSOR: ClassVar[bool] = True

    kind: Literal["open"]
    order: Literal["shuffled"] = "shuffled"
    use: Literal["practice"] = "practice"
    model_answer: Text
    criteria: Annotated[list[Criterion], Field(min_length=2, max_length=6)]
    max_characters: Annotated[int, Field(ge=200, le=4000)] = 1200

    @model_validator(mode="after")
    def _ids_differ(self) -> OpenAnswer:
        differ("criteria", self.criteria)
        return self

    def option_groups(self) -> Mapping[str, Sequence[str]]:
        return {}

    def limits(self) -> Mapping[str, int]:
        return {}

    def entries(self) -> Mapping[str, int]:
        return {GROUP: self.max_characters}

    def read_entry(self, group: str, text: str) -> str:
        """Lines stay; spaces at their ends and empty lines around go."""
        return "\n".join(line.rstrip() for line in clean(text).split("\n")).strip()

    def present(self, order: Mapping[str, Sequence[str]], tokens: Mapping[str, str]) -> PresentedItem:
        group = EntryGroup(GROUP, "argument", longest=self.max_characters)
        return PresentedItem(self.kind, self.stem, (group,))

    def key(self) -> Response:
        return {}

    def mark(self, response: Response) -> Mark:
        empty = blank(response)
        return Mark(Fraction(0), empty, provisional=not empty)

    def feedback(self) -> list[OptionFeedback]:
        return []

    def explained(self, response: Response, order: Mapping[str, Sequence[str]]) -> list[Explained]:
        criteria = tuple(CriterionFeedback(one.id, one.text, one.points) for one in self.criteria)
        typed = next(iter(response.get(GROUP, ())), "")
        return [ArgumentFeedback(GROUP, typed, self.model_answer, criteria)]

    def samples(self) -> list[Sample]:
        nothing = Fraction(0)
        return [
            Sample("an answer", {GROUP: ("Because the rule says so.\n\nAnd it is fair.",)}, nothing, provisional=True),
            Sample("another alphabet", {GROUP: ("Потому что таково правило.",)}, nothing, provisional=True),
            Sample("blank", {GROUP: ()}, nothing),
            Sample("spaces", {GROUP: ("  \n ",)}, nothing),
            Sample("two answers", {GROUP: ("one", "two")}, None),
            Sample("too long", {GROUP: ("x" * (self.max_characters + 1),)}, None),
            Sample("enormous", {GROUP: ("x" * 1_000_000,)}, None),
        ]
