"""Short text: a word or a few. Marked 1 or 0; right when it is accepted in any language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Literal

from trainer.items.accepted import LONGEST_WORDS, Accents, Accepted, accepts
from trainer.items.base import Item, Mark, Response, Sample, blank
from trainer.items.controls import EntryGroup, PresentedItem
from trainer.items.explained import EntryFeedback, Explained, OptionFeedback
from trainer.schema.fields import Text

GROUP = "words"


class ShortText(Item):
    """Words to type. Case, apostrophes, spaces and punctuation around do not count; accents do, unless ignored."""

    kind: Literal["short_text"]
    order: Literal["shuffled"] = "shuffled"
    accepted: Accepted
    accents: Accents = "significant"
    rationale: Text

    def option_groups(self) -> Mapping[str, Sequence[str]]:
        return {}

    def limits(self) -> Mapping[str, int]:
        return {}

    def entries(self) -> Mapping[str, int]:
        return {GROUP: 2 * LONGEST_WORDS}

    def present(self, order: Mapping[str, Sequence[str]], tokens: Mapping[str, str]) -> PresentedItem:
        group = EntryGroup(GROUP, "words", longest=2 * LONGEST_WORDS)
        return PresentedItem(self.kind, self.stem, (group,))

    def key(self) -> Response:
        return {GROUP: (next(iter(self.accepted.values()))[0],)}

    def mark(self, response: Response) -> Mark:
        typed = response.get(GROUP, ())
        right = bool(typed) and accepts(self.accepted, typed[0], self.accents)
        return Mark(Fraction(int(right)), blank(response))

    def feedback(self) -> list[OptionFeedback]:
        return []

    def explained(self, response: Response, order: Mapping[str, Sequence[str]]) -> list[Explained]:
        typed = response.get(GROUP, ())
        accepted = {language: tuple(texts) for language, texts in self.accepted.items()}
        right = self.mark(response).right
        return [EntryFeedback(GROUP, {"": typed[0]} if typed else {}, right, accepted, self.rationale)]

    def samples(self) -> list[Sample]:
        every = [text for texts in self.accepted.values() for text in texts]
        return [
            *(Sample(f"right: {text}", {GROUP: (text,)}, Fraction(1)) for text in every),
            Sample("in capitals, with spaces and a stop", {GROUP: (f"  {every[0].upper()} . ",)}, Fraction(1)),
            Sample("wrong", {GROUP: (f"{every[0]} {every[0]} x",)}, Fraction(0)),
            Sample("another alphabet", {GROUP: ("право на переносимость",)}, Fraction(0)),
            Sample("blank", {GROUP: ()}, Fraction(0)),
            Sample("two answers", {GROUP: (every[0], every[0])}, None),
            Sample("enormous", {GROUP: ("x" * 100_000,)}, None),
        ]
