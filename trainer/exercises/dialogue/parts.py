"""The data of a dialogue: customer, tools at hand, turns with what may be said, endings, the rubric."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from trainer.exercises.dialogue.condition import Condition
from trainer.exercises.marks import Criterion
from trainer.schema.fields import Authored, Mismatch, Slug, Text

Act = Literal[
    "greeting", "identification", "open-question", "paraphrase", "empathy", "correct-information", "norm", "summary",
    "agreement", "leave-taking",
]  # fmt: skip
ACTS: tuple[Act, ...] = Act.__args__  # type: ignore[attr-defined] # a Literal has them, its type does not say so
Register = Literal["formal", "neutral", "familiar"]

#: Variables every dialogue has: from 0 to 100; how often somebody spoke; phrases in a register that does not fit.
MOOD, TURNS, SLIPS = "mood", "turns", "slips"
BUILT_IN = (MOOD, TURNS, SLIPS)
#: Changes are of −100 to 100.
Change = Annotated[int, Field(ge=-100, le=100)]


class Phrase(Authored):
    """Something the learner may say, whole or in part.

    ``acts`` are what is done by saying it, ``finds`` facts of the customer's that come out. ``changes`` move variables;
    where the mood moves ``because`` says what is seen of it. ``polite``: what somebody would say who is only kind.
    """

    id: Slug
    text: Text
    register_: Annotated[Register, Field(alias="register")] = "neutral"
    acts: list[Act] = []
    finds: list[Slug] = []
    changes: dict[Slug, Change] = {}
    because: Text | None = None
    polite: bool = False
    when: Condition | None = None
    comment: Text

    @model_validator(mode="after")
    def _moods_have_a_cause(self) -> Phrase:
        if self.changes.get(MOOD) and self.because is None:
            raise Mismatch("the mood moves here: say in «because» what is seen of it", "changes", MOOD)
        return self


class Way(Authored):
    """Where a phrase leads under a condition."""

    when: Condition
    to: Slug


class Choice(Phrase):
    """A phrase that ends the learner's turn. The first of ``ways`` whose condition holds is taken, else ``to``."""

    ways: list[Way] = []
    to: Slug


class Compose(Authored):
    """A turn put together from an opening, a content and a closing; the content says where it leads."""

    openings: Annotated[list[Phrase], Field(min_length=2, max_length=5)]
    contents: Annotated[list[Choice], Field(min_length=2, max_length=5)]
    closings: Annotated[list[Phrase], Field(min_length=2, max_length=5)]


class Variant(Authored):
    """What the customer says instead, under a condition."""

    when: Condition
    says: Text


class Turn(Authored):
    """What the customer says, and what may be answered: ``choices``, or something to ``compose``."""

    id: Slug
    says: Text
    variants: list[Variant] = []
    tip: Text | None = None
    choices: Annotated[list[Choice], Field(max_length=6)] = []
    compose: Compose | None = None

    @model_validator(mode="after")
    def _is_answered_in_one_way(self) -> Turn:
        if bool(self.choices) == (self.compose is not None):
            raise ValueError("a turn has either «choices» or «compose»")
        if self.choices and len(self.choices) < 2:
            raise Mismatch("a turn has two choices or more; with one there is nothing to choose", "choices")
        return self


class Ending(Authored):
    """How it ends: the customer's last words, if any, and what came of it in a sentence."""

    id: Slug
    says: Text | None = None
    text: Text
    outcome: Literal["reached", "partly", "failed"]


class CustomerFact(Authored):
    """Something the customer knows and does not say unasked."""

    id: Slug
    text: Text


class Customer(Authored):
    """Who is served. ``about`` is what one sees or hears at once; ``goal`` is told afterwards.

    ``level`` is how well the spoken language is spoken; ``mood`` is what it is at the start.
    """

    name: str
    about: Text
    goal: Text
    level: Literal["native", "A2", "B1", "B2", "C1"]
    mood: Annotated[int, Field(ge=0, le=100)]
    facts: list[CustomerFact] = []


class Tool(Authored):
    """A document at hand during the talk, in the spoken language. ``facts`` are the sources it quotes."""

    id: Slug
    kind: Literal["card", "prices", "procedure", "law", "other"]
    title: Text
    text: Text
    facts: list[str] = []


class Variable(Authored):
    """A number a dialogue keeps, between ``least`` and ``most``."""

    start: int = 0
    least: int = 0
    most: int = 100


class Patience(Authored):
    """When the customer leaves: after so many ``turns`` of the learner's, or at a mood of ``mood`` or less."""

    turns: Annotated[int, Field(ge=4, le=40)]
    mood: Annotated[int, Field(ge=0, le=60)] | None = None
    to: Slug


class TalkCriterion(Criterion):
    """Earned when its condition holds at the end."""

    when: Condition
