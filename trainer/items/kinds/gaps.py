"""Gaps: a text with gaps to choose or to type. Marked by the share of gaps that are right."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from trainer.items.accepted import LONGEST_GAP, Accents, Accepted, accepts
from trainer.items.base import Item, Mark, Option, Response, Sample, differ, share
from trainer.items.controls import ChoiceGroup, EntryGroup, Group, PresentedItem, PresentedOption
from trainer.items.explained import EntryFeedback, Explained, OptionFeedback
from trainer.kernel.text import LocalText
from trainer.schema.fields import Authored, Mismatch, Slug, Text

#: Where a gap stands in the text.
GAP = re.compile(r"\[\[([^\[\]]*)\]\]")
#: Twice what an accepted answer may have: a wrong one may be longer.
LONGEST = 2 * LONGEST_GAP


class Gap(Authored):
    """One gap: ``options`` to choose from, exactly one of them the key, or words that are ``accepted``."""

    id: Slug
    order: Literal["shuffled", "fixed"] = "shuffled"
    options: Annotated[list[Option], Field(min_length=2, max_length=5)] | None = None
    accepted: Accepted | None = None
    accents: Accents = "significant"
    rationale: Text | None = None

    @model_validator(mode="after")
    def _chosen_or_typed(self) -> Gap:
        if (self.options is None) == (self.accepted is None):
            raise ValueError("a gap has either «options» or «accepted» words")
        if self.options is not None:
            differ("options", self.options)
            if (keys := sum(option.key for option in self.options)) != 1:
                raise ValueError(f"a gap has exactly one option with «key: true», this one has {keys}")
            if self.rationale is not None:
                raise Mismatch("the options of a gap explain themselves", "rationale")
        elif self.rationale is None:
            raise ValueError("a gap to type needs a rationale")
        for language, texts in (self.accepted or {}).items():
            for index, text in enumerate(texts):
                if len(text) > LONGEST_GAP:
                    raise Mismatch(f"more than {LONGEST_GAP} characters", "accepted", language, index)
        return self

    def right(self, given: tuple[str, ...]) -> bool:
        """Whether an option id, or words typed, are right here."""
        if self.options is not None:
            return given == tuple(option.id for option in self.options if option.key)
        return bool(given) and accepts(self.accepted or {}, given[0], self.accents)

    def solution(self) -> str:
        """The id of the key, or the first of the accepted words."""
        if self.options is not None:
            return next(option.id for option in self.options if option.key)
        return next(iter((self.accepted or {}).values()))[0]

    def explained(self, given: tuple[str, ...]) -> EntryFeedback:
        """What is said of a gap to type."""
        accepted = {language: tuple(texts) for language, texts in (self.accepted or {}).items()}
        typed = {"": given[0]} if given else {}
        return EntryFeedback(self.id, typed, self.right(given), accepted, self.rationale or {})


class Gaps(Item):
    """A text with one to five gaps, in the order of the text; ``order`` stands at each gap."""

    OPAQUE_GROUPS: ClassVar[bool] = True

    kind: Literal["gaps"]
    order: Literal["shuffled"] = "shuffled"
    text: Text
    gaps: Annotated[list[Gap], Field(min_length=1, max_length=5)]

    @model_validator(mode="after")
    def _gaps_stand_in_the_text(self) -> Gaps:
        differ("gaps", self.gaps)
        ids = [gap.id for gap in self.gaps]
        for language, text in self.text.items():
            found = GAP.findall(text)
            for name in ids:
                if found.count(name) != 1:
                    many = f"stands {found.count(name)} times" if name in found else "is missing"
                    raise Mismatch(f"the gap «[[{name}]]» {many}; each stands once", "text", language)
            if unknown := next((name for name in found if name not in ids), None):
                raise Mismatch(f"«[[{unknown}]]» is no gap of this item", "text", language)
        return self

    def _chosen(self) -> Mapping[str, Sequence[Option]]:
        return {gap.id: gap.options for gap in self.gaps if gap.options is not None}

    def option_groups(self) -> Mapping[str, Sequence[str]]:
        return {name: [option.id for option in options] for name, options in self._chosen().items()}

    def limits(self) -> Mapping[str, int]:
        return dict.fromkeys(self._chosen(), 1)

    def entries(self) -> Mapping[str, int]:
        return {gap.id: LONGEST for gap in self.gaps if gap.options is None}

    def fixed_lists(self) -> Collection[str]:
        return {gap.id for gap in self.gaps if gap.order == "fixed"}

    def asked(self) -> LocalText:
        texts = {language: GAP.sub("…", text) for language, text in self.text.items()}
        return {language: f"{stem} {texts.get(language, '')}".strip() for language, stem in self.stem.items()}

    def present(self, order: Mapping[str, Sequence[str]], tokens: Mapping[str, str]) -> PresentedItem:
        text = {lang: GAP.sub(lambda found: f"[[{tokens[found[1]]}]]", text) for lang, text in self.text.items()}
        groups = tuple(self._group(gap, order, tokens) for gap in self.gaps)
        return PresentedItem(self.kind, self.stem, groups, text)

    def _group(self, gap: Gap, order: Mapping[str, Sequence[str]], tokens: Mapping[str, str]) -> Group:
        if gap.options is None:
            return EntryGroup(tokens[gap.id], "gap", longest=LONGEST)
        texts = {option.id: option.text for option in gap.options}
        options = tuple(PresentedOption(tokens[f"{gap.id}/{i}"], texts[i]) for i in order[gap.id])
        return ChoiceGroup(tokens[gap.id], "gap", options, 1, 1)

    def key(self) -> Response:
        return {gap.id: (gap.solution(),) for gap in self.gaps}

    def mark(self, response: Response) -> Mark:
        return share(sum(gap.right(response.get(gap.id, ())) for gap in self.gaps), len(self.gaps), response)

    def feedback(self) -> list[OptionFeedback]:
        return [
            OptionFeedback(name, option.id, option.text, option.key, option.rationale)
            for name, options in self._chosen().items()
            for option in options
        ]

    def explained(self, response: Response, order: Mapping[str, Sequence[str]]) -> list[Explained]:
        return [gap.explained(response.get(gap.id, ())) for gap in self.gaps if gap.options is None]

    def samples(self) -> list[Sample]:
        count, first, right = len(self.gaps), self.gaps[0], dict(self.key())
        wrong = {
            gap.id: (next(o.id for o in gap.options if not o.key) if gap.options else f"{gap.solution()} x",)
            for gap in self.gaps
        }
        return [
            Sample("right", right, Fraction(1)),
            Sample("one wrong", {**right, first.id: wrong[first.id]}, Fraction(count - 1, count)),
            Sample("one alone", {first.id: right[first.id]}, Fraction(1, count)),
            Sample("wrong", wrong, Fraction(0)),
            Sample("blank", {}, Fraction(0)),
            *(Sample(f"unknown in {name}", {name: ("no-such-option",)}, None) for name in self._chosen()),
            *(Sample(f"enormous in {name}", {name: ("x" * 100_000,)}, None) for name in self.entries()),
            Sample("two in a gap", {first.id: (first.solution(), "other")}, None),
        ]
