"""Single choice: one key among two to six options. Marked 1 or 0."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import Field, model_validator

from trainer.items.base import Item, Mark, Option, Response, Sample, blank, differ
from trainer.items.controls import ChoiceGroup, PresentedItem, PresentedOption
from trainer.items.explained import OptionFeedback

GROUP = "answer"


class OptionItem(Item):
    """What single choice and multiple response share: a list of options in one group."""

    options: Annotated[list[Option], Field(min_length=2, max_length=8)]

    @model_validator(mode="after")
    def _ids_differ(self) -> OptionItem:
        differ("options", self.options)
        return self

    @property
    def keys(self) -> frozenset[str]:
        """Ids of the options that are right."""
        return frozenset(option.id for option in self.options if option.key)

    def option_groups(self) -> Mapping[str, Sequence[str]]:
        return {GROUP: [option.id for option in self.options]}

    def present(self, order: Mapping[str, Sequence[str]], tokens: Mapping[str, str]) -> PresentedItem:
        texts = {option.id: option.text for option in self.options}
        options = tuple(PresentedOption(tokens[f"{GROUP}/{i}"], texts[i]) for i in order[GROUP])
        group = ChoiceGroup(GROUP, "answer", options, 1, self.limits()[GROUP])
        return PresentedItem(self.kind, self.stem, (group,))

    def key(self) -> Response:
        return {GROUP: tuple(option.id for option in self.options if option.key)}

    def feedback(self) -> list[OptionFeedback]:
        return [OptionFeedback(GROUP, o.id, o.text, o.key, o.rationale) for o in self.options]


class SingleChoice(OptionItem):
    """One option is right."""

    kind: Literal["single"]

    @model_validator(mode="after")
    def _one_key(self) -> SingleChoice:
        if len(self.keys) != 1:
            raise ValueError(f"a single choice has exactly one option with «key: true», this one has {len(self.keys)}")
        return self

    def limits(self) -> Mapping[str, int]:
        return {GROUP: 1}

    def mark(self, response: Response) -> Mark:
        right = frozenset(response.get(GROUP, ())) == self.keys
        return Mark(Fraction(int(right)), blank(response))

    def samples(self) -> list[Sample]:
        ids = [option.id for option in self.options]
        samples = [Sample(i, {GROUP: (i,)}, Fraction(int(i in self.keys))) for i in ids]
        samples.append(Sample("blank", {GROUP: ()}, Fraction(0)))
        samples.append(Sample("two", {GROUP: (ids[0], ids[1])}, None))
        return [*samples, Sample("unknown", {GROUP: ("no-such-option",)}, None)]
