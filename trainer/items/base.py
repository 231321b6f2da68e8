"""The item model every kind shares, responses and marks."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import Field

from trainer.items.controls import Chosen, PresentedItem
from trainer.kernel.problems import N_, Problem
from trainer.kernel.seed import Stream
from trainer.schema.fields import Authored, Day, Jurisdiction, Level, Slug, Text, Use

#: A response as journals keep it: for each group the option ids chosen, in authored order. Empty tuple: blank.
Response = Mapping[str, tuple[str, ...]]


class Option(Authored):
    """One option of an item. ``key`` says whether it is right; ``rationale`` why it is right or wrong."""

    id: Slug
    key: bool = False
    text: Text
    rationale: Text


@dataclass(frozen=True, slots=True)
class Mark:
    """Points of one response, out of one. ``right`` only when all points were earned."""

    points: Fraction
    blank: bool = False

    @property
    def right(self) -> bool:
        return self.points == 1


@dataclass(frozen=True, slots=True)
class Sample:
    """A response an item makes for testing itself; ``points`` None means it must be refused."""

    name: str
    response: Response
    points: Fraction | None


@dataclass(frozen=True, slots=True)
class OptionFeedback:
    """What is said about one option after the answer: only ever built when feedback is allowed."""

    group: str
    id: str
    text: Mapping[str, str]
    key: bool
    rationale: Mapping[str, str]


class ResponseRefused(Problem):
    """A response names an unknown option or breaks the limits of its group; the attempt is unchanged."""


class Item(Authored, ABC):
    """What all kinds share. ``kind`` is the discriminator; subclasses narrow it to a literal."""

    kind: str
    id: Slug
    revision: Annotated[int, Field(ge=1)] = 1
    lesson: Slug | None = None
    level: Level
    difficulty: Literal["easy", "medium", "hard"]
    use: Use = "practice"
    jurisdiction: Jurisdiction
    statements: Annotated[list[str], Field(min_length=1)]
    facts: list[str] = []
    order: Literal["shuffled", "fixed"] = "shuffled"
    matter_language: str | None = None
    valid_from: Day | None = None
    valid_until: Day | None = None
    accept: dict[str, str] = {}
    stem: Text

    @abstractmethod
    def option_groups(self) -> Mapping[str, Sequence[str]]:
        """The option ids by group, in authored order; what the paper's order and tokens are made of."""

    @abstractmethod
    def present(self, order: Mapping[str, Sequence[str]], tokens: Mapping[str, str]) -> PresentedItem:
        """The item without its key. ``order`` gives option ids by group, ``tokens`` maps ``group/id`` to a token."""

    @abstractmethod
    def mark(self, response: Response) -> Mark:
        """Points for a response that :meth:`parse` accepted. Pure: depends on the item and the response only."""

    @abstractmethod
    def feedback(self) -> list[OptionFeedback]:
        """Every option with its rationale, in authored order."""

    @abstractmethod
    def samples(self) -> list[Sample]:
        """At least one right, one wrong, one blank and one invalid response with the points due."""

    @abstractmethod
    def limits(self) -> Mapping[str, int]:
        """How many options may be chosen, by group."""

    def parse(self, response: Response) -> Response:
        """The response in authored order, or :class:`ResponseRefused` when it cannot be one."""
        groups, limits = self.option_groups(), self.limits()
        for name, chosen in response.items():
            if name not in groups or any(option not in groups[name] for option in chosen):
                raise ResponseRefused(N_("This answer does not belong to this question."))
            if len(set(chosen)) != len(chosen) or len(chosen) > limits[name]:
                raise ResponseRefused(N_("Choose at most {limit} of these options."), limit=limits[name])
        return {name: tuple(o for o in ids if o in response.get(name, ())) for name, ids in groups.items()}

    def draw_order(self, seed: str) -> dict[str, list[str]]:
        """The order in which the options of this paper stand; depends on the seed and the ids, never on the key."""
        return {
            name: list(ids)
            if self.order == "fixed" or name == "verdict"
            else Stream(seed, "order", self.id, name).shuffled(sorted(ids))
            for name, ids in self.option_groups().items()
        }

    def tokens(self, seed: str) -> dict[str, str]:
        """An opaque token for each ``group/option``; different in every attempt."""
        result: dict[str, str] = {}
        for name, ids in self.option_groups().items():
            for option in ids:
                stream = Stream(seed, "token", self.id, name, option)
                token = stream.token()
                while token in result.values():  # one time in 40 million, and then it would choose another option
                    token = stream.token()
                result[f"{name}/{option}"] = token
        return result

    def from_chosen(self, chosen: Chosen, tokens: Mapping[str, str]) -> Response:
        """Translate tokens back to option ids; :class:`ResponseRefused` on a token of another attempt."""
        back = {token: path for path, token in tokens.items()}
        response: dict[str, tuple[str, ...]] = {}
        for name, picked in chosen.items():
            paths = [back.get(token, "") for token in picked]
            if any(not path.startswith(f"{name}/") for path in paths):
                raise ResponseRefused(N_("This answer does not belong to this question."))
            response[name] = tuple(path.partition("/")[2] for path in paths)
        return self.parse(response)


def blank(response: Response) -> bool:
    """Whether nothing was chosen at all."""
    return not any(response.values())
