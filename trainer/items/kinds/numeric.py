"""Numeric: a number within a tolerance. Marked 1 or 0. The response is a canonical decimal: ``12.5``."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import Field, model_validator

from trainer.items.base import Item, Mark, Response, ResponseRefused, Sample, blank
from trainer.items.controls import EntryGroup, PresentedItem
from trainer.items.decimals import DIGITS, DecimalText, Tolerance, canonical
from trainer.items.explained import EntryFeedback, Explained, OptionFeedback
from trainer.kernel.problems import N_
from trainer.schema.fields import Authored, Mismatch, Text

GROUP = "number"
#: Sign, digits, point, digits.
LONGEST = 2 * DIGITS + 2


class Slip(Authored):
    """A number people get, and what they did wrong."""

    value: DecimalText
    rationale: Text


class Numeric(Item):
    """A number in a unit that stands beside the field; ``tolerance`` is absolute, in the same unit."""

    kind: Literal["numeric"]
    order: Literal["shuffled"] = "shuffled"
    answer: DecimalText
    tolerance: Tolerance = "0"
    unit: Text | None = None
    rationale: Text
    slips: Annotated[list[Slip], Field(max_length=4)] = []

    @model_validator(mode="after")
    def _slips_are_wrong(self) -> Numeric:
        values = [Decimal(slip.value) for slip in self.slips]
        for index, value in enumerate(values):
            if self._off(value) <= Decimal(self.tolerance):
                raise Mismatch(f"{value} is within the tolerance of the answer", "slips", index, "value")
            if value in values[:index]:
                raise Mismatch(f"{value} is named already", "slips", index, "value")
        return self

    def _off(self, value: Decimal) -> Decimal:
        return abs(value - Decimal(self.answer))

    def option_groups(self) -> Mapping[str, Sequence[str]]:
        return {}

    def limits(self) -> Mapping[str, int]:
        return {}

    def entries(self) -> Mapping[str, int]:
        return {GROUP: LONGEST}

    def numbers(self) -> Collection[str]:
        return (GROUP,)

    def read_entry(self, group: str, text: str) -> str:
        found = canonical(super().read_entry(group, text))
        if found is None:
            raise ResponseRefused(N_("This answer is not a number."))
        return found

    def present(self, order: Mapping[str, Sequence[str]], tokens: Mapping[str, str]) -> PresentedItem:
        group = EntryGroup(GROUP, "number", self.unit, LONGEST)
        return PresentedItem(self.kind, self.stem, (group,))

    def key(self) -> Response:
        return {GROUP: (self.answer,)}

    def mark(self, response: Response) -> Mark:
        typed = response.get(GROUP, ())
        right = bool(typed) and self._off(Decimal(typed[0])) <= Decimal(self.tolerance)
        return Mark(Fraction(int(right)), blank(response))

    def feedback(self) -> list[OptionFeedback]:
        return []

    def explained(self, response: Response, order: Mapping[str, Sequence[str]]) -> list[Explained]:
        typed, right = response.get(GROUP, ()), self.mark(response).right
        entry = EntryFeedback(
            GROUP, {"": typed[0]} if typed else {}, right, {"": (self.answer,)}, self.rationale, number=True,
            unit=self.unit, tolerance={"": self.tolerance} if Decimal(self.tolerance) else None,
            slip=None if right or not typed else self._slip(Decimal(typed[0])),
        )  # fmt: skip
        return [entry]

    def _slip(self, typed: Decimal) -> Text | None:
        """What is wrong with a number that is within the tolerance of a known slip; of the nearest one."""
        near = [(abs(typed - Decimal(slip.value)), slip.rationale) for slip in self.slips]
        off, rationale = min(near, key=lambda pair: pair[0], default=(Decimal("Infinity"), None))
        return rationale if off <= Decimal(self.tolerance) else None

    def samples(self) -> list[Sample]:
        answer, tolerance = Decimal(self.answer), Decimal(self.tolerance)
        # Towards nothing, so that a long number does not become longer.
        beyond = -1 - tolerance if answer > 0 else 1 + tolerance
        texts = {off: f"{answer + off:f}" for off in (tolerance, -tolerance, beyond)}
        return [
            Sample("right", {GROUP: (self.answer,)}, Fraction(1)),
            Sample("as much as allowed above", {GROUP: (texts[tolerance],)}, Fraction(1)),
            Sample("as much as allowed below", {GROUP: (texts[-tolerance],)}, Fraction(1)),
            Sample("beyond the tolerance", {GROUP: (texts[beyond],)}, Fraction(0)),
            *(Sample(f"slip {slip.value}", {GROUP: (slip.value,)}, Fraction(0)) for slip in self.slips),
            Sample("blank", {GROUP: ()}, Fraction(0)),
            Sample("no number", {GROUP: ("many",)}, None),
            Sample("a comma", {GROUP: ("1,5",)}, None),
            Sample("two numbers", {GROUP: ("1", "2")}, None),
            Sample("enormous", {GROUP: ("9" * 100_000,)}, None),
        ]
