"""Ordering: steps are put in their order. Marked by the share of neighbours kept: pairs that follow each other."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Annotated, Literal

from pydantic import Field, model_validator

from trainer.items.base import Item, Mark, Response, Sample, differ, share
from trainer.items.controls import OrderGroup, PresentedItem, PresentedOption
from trainer.items.explained import Explained, OptionFeedback, StepFeedback
from trainer.kernel.text import LocalText
from trainer.schema.fields import Authored, Slug, Text

GROUP = "order"


class Step(Authored):
    """A step; ``rationale`` says why it stands where it does."""

    id: Slug
    text: Text
    rationale: Text


class Ordering(Item):
    """Steps, authored in the right order. They are shown shuffled, whatever comes: even, now and then, in order."""

    kind: Literal["ordering"]
    # Shown as written, the order would be the answer.
    order: Literal["shuffled"] = "shuffled"
    steps: Annotated[list[Step], Field(min_length=3, max_length=7)]

    @model_validator(mode="after")
    def _ids_differ(self) -> Ordering:
        differ("steps", self.steps)
        return self

    def _ids(self) -> tuple[str, ...]:
        return tuple(step.id for step in self.steps)

    def option_groups(self) -> Mapping[str, Sequence[str]]:
        return {GROUP: self._ids()}

    def limits(self) -> Mapping[str, int]:
        return {GROUP: len(self.steps)}

    def sequences(self) -> Collection[str]:
        return (GROUP,)

    def asked(self) -> LocalText:
        texts = [step.text for step in sorted(self.steps, key=lambda step: step.id)]
        return {lang: " ".join([stem, *(text.get(lang, "") for text in texts)]) for lang, stem in self.stem.items()}

    def present(self, order: Mapping[str, Sequence[str]], tokens: Mapping[str, str]) -> PresentedItem:
        texts = {step.id: step.text for step in self.steps}
        options = tuple(PresentedOption(tokens[f"{GROUP}/{i}"], texts[i]) for i in order[GROUP])
        return PresentedItem(self.kind, self.stem, (OrderGroup(GROUP, options),))

    def key(self) -> Response:
        return {GROUP: self._ids()}

    def mark(self, response: Response) -> Mark:
        kept = set(pairwise(self._ids())) & set(pairwise(response.get(GROUP, ())))
        return share(len(kept), len(self.steps) - 1, response)

    def feedback(self) -> list[OptionFeedback]:
        return []

    def explained(self, response: Response, order: Mapping[str, Sequence[str]]) -> list[Explained]:
        given = response.get(GROUP, ())
        kept, before = set(pairwise(given)), dict(zip(self._ids()[1:], self._ids(), strict=False))
        return [
            StepFeedback(
                step.text, place, given.index(step.id) + 1 if step.id in given else None,
                (before[step.id], step.id) in kept if step.id in before else None, step.rationale,
            )
            for place, step in enumerate(self.steps, 1)
        ]  # fmt: skip

    def samples(self) -> list[Sample]:
        ids = self._ids()
        pairs = len(ids) - 1
        return [
            Sample("right", {GROUP: ids}, Fraction(1)),
            Sample("first put last", {GROUP: (*ids[1:], ids[0])}, Fraction(pairs - 1, pairs)),
            Sample("backwards", {GROUP: ids[::-1]}, Fraction(0)),
            Sample("blank", {GROUP: ()}, Fraction(0)),
            Sample("one is missing", {GROUP: ids[1:]}, None),
            Sample("twice the same", {GROUP: (*ids[1:], ids[1])}, None),
            Sample("unknown", {GROUP: (*ids[1:], "no-such-step")}, None),
        ]
