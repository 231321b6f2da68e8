"""Multiple response: two or more keys. Marked max(0, (right - wrong) / keys), no negative marks."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Literal

from pydantic import model_validator

from trainer.items.base import Mark, Response, Sample, blank
from trainer.items.kinds.single import GROUP, OptionItem


class MultipleResponse(OptionItem):
    """Several options are right; how many is not shown."""

    kind: Literal["multiple"]

    @model_validator(mode="after")
    def _keys_and_others(self) -> MultipleResponse:
        if len(self.keys) < 2:
            raise ValueError("a multiple response has at least two options with «key: true»")
        if len(self.keys) == len(self.options):
            raise ValueError("a multiple response needs at least one option that is not a key")
        return self

    def limits(self) -> Mapping[str, int]:
        return {GROUP: len(self.options)}

    def mark(self, response: Response) -> Mark:
        chosen = frozenset(response.get(GROUP, ()))
        right, wrong = len(chosen & self.keys), len(chosen - self.keys)
        return Mark(max(Fraction(0), Fraction(right - wrong, len(self.keys))), blank(response))

    def samples(self) -> list[Sample]:
        keys = tuple(option.id for option in self.options if option.key)
        others = tuple(option.id for option in self.options if not option.key)
        count = len(keys)
        return [
            Sample("right", {GROUP: keys}, Fraction(1)),
            Sample("one short", {GROUP: keys[1:]}, Fraction(count - 1, count)),
            Sample("one too many", {GROUP: keys + others[:1]}, Fraction(count - 1, count)),
            Sample("wrong", {GROUP: others}, Fraction(0)),
            Sample("everything", {GROUP: keys + others}, max(Fraction(0), Fraction(count - len(others), count))),
            Sample("blank", {GROUP: ()}, Fraction(0)),
            Sample("twice the same", {GROUP: (keys[0], keys[0])}, None),
            Sample("unknown", {GROUP: ("no-such-option",)}, None),
        ]
