"""True or false with a reason: half a point each, the reason only if the verdict is right."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import Field, model_validator

from trainer.items.base import Item, Mark, Option, Response, Sample, blank, differ
from trainer.items.controls import ChoiceGroup, PresentedItem, PresentedOption
from trainer.items.explained import OptionFeedback
from trainer.schema.fields import Text

VERDICT, REASON = "verdict", "reason"
# Front ends show their own words for these two; the texts here are the stable names of the verdicts.
VERDICTS = ("true", "false")


class TrueFalse(Item):
    """A statement, its truth, and the reason why."""

    kind: Literal["true_false"]
    answer: bool
    if_true: Text
    if_false: Text
    reasons: Annotated[list[Option], Field(min_length=2, max_length=5)]

    @model_validator(mode="after")
    def _one_reason(self) -> TrueFalse:
        differ("reasons", self.reasons)
        if sum(option.key for option in self.reasons) != 1:
            raise ValueError("exactly one reason has «key: true»")
        return self

    @property
    def verdict(self) -> str:
        return VERDICTS[0] if self.answer else VERDICTS[1]

    @property
    def reason(self) -> str:
        return next(option.id for option in self.reasons if option.key)

    def option_groups(self) -> Mapping[str, Sequence[str]]:
        return {VERDICT: list(VERDICTS), REASON: [option.id for option in self.reasons]}

    def limits(self) -> Mapping[str, int]:
        return {VERDICT: 1, REASON: 1}

    def fixed_lists(self) -> Collection[str]:
        """True stands before false, always."""
        return (*super().fixed_lists(), VERDICT)

    def present(self, order: Mapping[str, Sequence[str]], tokens: Mapping[str, str]) -> PresentedItem:
        texts = {option.id: option.text for option in self.reasons}
        verdicts = tuple(PresentedOption(tokens[f"{VERDICT}/{i}"], {"": i}) for i in order[VERDICT])
        reasons = tuple(PresentedOption(tokens[f"{REASON}/{i}"], texts[i]) for i in order[REASON])
        groups = (ChoiceGroup(VERDICT, "verdict", verdicts, 1, 1), ChoiceGroup(REASON, "reason", reasons, 1, 1))
        return PresentedItem(self.kind, self.stem, groups)

    def mark(self, response: Response) -> Mark:
        if response.get(VERDICT, ()) != (self.verdict,):
            return Mark(Fraction(0), blank(response))
        return Mark(Fraction(1 if response.get(REASON, ()) == (self.reason,) else Fraction(1, 2)))

    def key(self) -> Response:
        return {VERDICT: (self.verdict,), REASON: (self.reason,)}

    def feedback(self) -> list[OptionFeedback]:
        verdicts = [
            OptionFeedback(VERDICT, "true", {"": "true"}, self.answer, self.if_true),
            OptionFeedback(VERDICT, "false", {"": "false"}, not self.answer, self.if_false),
        ]
        return verdicts + [OptionFeedback(REASON, o.id, o.text, o.key, o.rationale) for o in self.reasons]

    def samples(self) -> list[Sample]:
        wrong = VERDICTS[1] if self.answer else VERDICTS[0]
        other = next(option.id for option in self.reasons if not option.key)
        return [
            Sample("right", {VERDICT: (self.verdict,), REASON: (self.reason,)}, Fraction(1)),
            Sample("wrong reason", {VERDICT: (self.verdict,), REASON: (other,)}, Fraction(1, 2)),
            Sample("no reason", {VERDICT: (self.verdict,), REASON: ()}, Fraction(1, 2)),
            Sample("wrong verdict", {VERDICT: (wrong,), REASON: (self.reason,)}, Fraction(0)),
            Sample("blank", {VERDICT: (), REASON: ()}, Fraction(0)),
            Sample("both verdicts", {VERDICT: VERDICTS, REASON: ()}, None),
            Sample("unknown", {REASON: ("no-such-option",)}, None),
        ]
