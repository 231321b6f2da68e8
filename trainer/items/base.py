"""The item model every kind shares, responses and marks."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated, ClassVar, Literal, Protocol

from pydantic import Field

from trainer.items.controls import Chosen, PresentedItem
from trainer.items.explained import Explained, OptionFeedback
from trainer.kernel.problems import N_, Problem
from trainer.kernel.seed import Stream
from trainer.kernel.text import LocalText, clean
from trainer.schema.fields import Authored, Day, Jurisdiction, Level, Mismatch, Slug, Text, Use

#: A response as journals keep it, by group: the ids of the options chosen, in authored order; of the steps, in the
#: learner's order; or the text typed. Empty tuple: blank.
Response = Mapping[str, tuple[str, ...]]


class Option(Authored):
    """One option of an item. ``key`` says whether it is right; ``rationale`` why it is right or wrong."""

    id: Slug
    key: bool = False
    text: Text
    rationale: Text


@dataclass(frozen=True, slots=True)
class Mark:
    """Points of one response, out of one. ``right`` only when all points were earned.

    ``provisional``: an assessor will mark it; until then it counts neither for nor against.
    """

    points: Fraction
    blank: bool = False
    provisional: bool = False

    @property
    def right(self) -> bool:
        return self.points == 1


@dataclass(frozen=True, slots=True)
class Sample:
    """A response an item makes for testing itself; ``points`` None means it must be refused."""

    name: str
    response: Response
    points: Fraction | None
    provisional: bool = False


class ResponseRefused(Problem):
    """A response names an unknown option or breaks the limits of its group; the attempt is unchanged."""


class Item(Authored, ABC):
    """What all kinds share. ``kind`` is the discriminator; subclasses narrow it to a literal."""

    #: Whether the groups leave the engine under a token: the id of a row or a gap could tell what belongs there.
    OPAQUE_GROUPS: ClassVar[bool] = False
    #: Whether only an assessor can mark it: its marks are provisional, and it cannot be a check question.
    NEEDS_ASSESSOR: ClassVar[bool] = False

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

    # -- what a kind says of itself ------------------------------------------------------------------------------

    @abstractmethod
    def option_groups(self) -> Mapping[str, Sequence[str]]:
        """The option ids by group, in authored order; what tokens are made of. Empty where everything is typed."""

    @abstractmethod
    def limits(self) -> Mapping[str, int]:
        """How many options may be chosen, by group of options."""

    def sequences(self) -> Collection[str]:
        """The groups of options that are put in an order: all of them or none."""
        return ()

    def entries(self) -> Mapping[str, int]:
        """The groups answered by typing, and how many characters each takes."""
        return {}

    def numbers(self) -> Collection[str]:
        """The groups answered with a number: what is typed there is read in a language first."""
        return ()

    @abstractmethod
    def present(self, order: Mapping[str, Sequence[str]], tokens: Mapping[str, str]) -> PresentedItem:
        """The item without its key. ``order`` and ``tokens`` are those of :meth:`draw_order` and :meth:`tokens`."""

    @abstractmethod
    def mark(self, response: Response) -> Mark:
        """Points for a response that :meth:`parse` accepted. Pure: depends on the item and the response only."""

    @abstractmethod
    def key(self) -> Response:
        """A response that earns the full mark; nothing where only an assessor can say."""

    @abstractmethod
    def feedback(self) -> list[OptionFeedback]:
        """Every option that has a rationale of its own, in authored order."""

    def explained(self, response: Response, order: Mapping[str, Sequence[str]]) -> list[Explained]:
        """What is said of everything that is not chosen from such options, in the order it stood on screen."""
        return []

    @abstractmethod
    def samples(self) -> list[Sample]:
        """At least one right, one wrong, one blank and one invalid response with the points due."""

    def asked(self) -> LocalText:
        """All that is asked, by language: the stem, and the text it is about where the stem only names the task."""
        return self.stem

    def lists(self) -> Mapping[str, Sequence[str]]:
        """What is put into a drawn order, by name, as authored: the groups of options unless a kind says otherwise."""
        return self.option_groups()

    def fixed_lists(self) -> Collection[str]:
        """The names of the lists that stand as they are written."""
        return self.lists() if self.order == "fixed" else ()

    def read_entry(self, group: str, text: str) -> str:
        """What was typed, as it is kept: one line, clean, in NFC. :class:`ResponseRefused` when it cannot be one."""
        return " ".join(clean(text).split())

    # -- what all kinds do alike ---------------------------------------------------------------------------------

    def parse(self, response: Response) -> Response:
        """The response as it is kept, every group named, or :class:`ResponseRefused` when it cannot be one."""
        groups, entries = self.option_groups(), self.entries()
        if any(name not in groups and name not in entries for name in response):
            raise ResponseRefused(N_("This answer does not belong to this question."))
        found = {name: self._parse_options(name, ids, response.get(name, ())) for name, ids in groups.items()}
        return found | {name: self._parse_entry(name, response.get(name, ())) for name in entries}

    def _parse_options(self, name: str, ids: Sequence[str], chosen: tuple[str, ...]) -> tuple[str, ...]:
        limit = self.limits()[name]
        if any(option not in ids for option in chosen):
            raise ResponseRefused(N_("This answer does not belong to this question."))
        if len(set(chosen)) != len(chosen) or len(chosen) > limit:
            raise ResponseRefused(N_("Choose at most {limit} of these options."), limit=limit)
        if name not in self.sequences():
            return tuple(option for option in ids if option in chosen)
        if chosen and len(chosen) < len(ids):
            raise ResponseRefused(N_("Put all {count} of them in an order."), count=len(ids))
        return tuple(chosen)

    def _parse_entry(self, name: str, typed: tuple[str, ...]) -> tuple[str, ...]:
        limit = self.entries()[name]
        if len(typed) > 1:
            raise ResponseRefused(N_("Write one answer here."))
        # A composed character can come as four; whatever is longer than that is not even looked at.
        if not typed or (len(typed[0]) <= 4 * limit and not clean(typed[0]).strip()):
            return ()
        text = self.read_entry(name, typed[0]) if len(typed[0]) <= 4 * limit else typed[0]
        if len(text) > limit:
            raise ResponseRefused(N_("Write at most {limit} characters."), limit=limit)
        return (text,)

    def draw_order(self, seed: str) -> dict[str, list[str]]:
        """The order in which everything stands on this paper; depends on the seed and the ids, never on the key."""
        fixed = self.fixed_lists()
        return {
            name: list(ids) if name in fixed else Stream(seed, "order", self.id, name).shuffled(sorted(ids))
            for name, ids in self.lists().items()
        }

    def tokens(self, seed: str) -> dict[str, str]:
        """An opaque token for each ``group/option``, and for each ``group`` that has one; other in every attempt."""
        groups = self.option_groups()
        paths: list[tuple[str, tuple[str, ...]]] = []
        for name, ids in groups.items():
            paths += [(f"{name}/{option}", ("token", self.id, name, option)) for option in ids]
        if self.OPAQUE_GROUPS:
            paths += [(name, ("group", self.id, name)) for name in (*groups, *self.entries())]
        result: dict[str, str] = {}
        for path, names in paths:
            stream = Stream(seed, *names)
            token = stream.token()
            while token in result.values():  # one time in 40 million, and then it would choose another option
                token = stream.token()
            result[path] = token
        return result

    def group_of(self, name: str, tokens: Mapping[str, str]) -> str:
        """The group a front end calls ``name``. :class:`ResponseRefused` when there is none in this attempt."""
        for group in (*self.option_groups(), *self.entries()):
            if tokens.get(group, group) == name:
                return group
        raise ResponseRefused(N_("This answer does not belong to this question."))

    def from_chosen(self, chosen: Chosen, tokens: Mapping[str, str]) -> Response:
        """Translate tokens back to ids; :class:`ResponseRefused` on a token of another attempt."""
        back = {token: path for path, token in tokens.items()}
        response: dict[str, tuple[str, ...]] = {}
        for name, picked in chosen.items():
            group = self.group_of(name, tokens)
            paths = picked if group in self.entries() else tuple(back.get(token, "") for token in picked)
            if group not in self.entries() and any(not path.startswith(f"{group}/") for path in paths):
                raise ResponseRefused(N_("This answer does not belong to this question."))
            response[group] = paths if group in self.entries() else tuple(path.partition("/")[2] for path in paths)
        return self.parse(response)

    def to_chosen(self, response: Response, tokens: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
        """The response as a front end knows it: tokens, or the text kept, by the names of its groups."""
        entries = self.entries()
        return {
            tokens.get(group, group): ids if group in entries else tuple(tokens[f"{group}/{option}"] for option in ids)
            for group, ids in response.items()
        }


class Named(Protocol):
    """An entry of a list of an item."""

    @property
    def id(self) -> str: ...


def differ(name: str, entries: Sequence[Named], *place: str | int) -> None:
    """Raise :class:`~trainer.schema.fields.Mismatch` at the first entry of the list ``name`` whose id is taken."""
    ids = [entry.id for entry in entries]
    for index, entry in enumerate(ids):
        if entry in ids[:index]:
            raise Mismatch(f"another entry has the same id «{entry}»", *place, name, index, "id")


def blank(response: Response) -> bool:
    """Whether nothing was chosen or written at all."""
    return not any(response.values())


def share(right: int, count: int, response: Response) -> Mark:
    """The mark of a response that is right in so many of its parts."""
    return Mark(Fraction(right, count), blank(response))
