"""Dialogue: a customer with a goal, a mood and facts to be found; turns are chosen or composed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from trainer.exercises.base import Exercise, Given, Oddity, Written
from trainer.exercises.dialogue import checks, texts
from trainer.exercises.dialogue.parts import (
    MOOD,
    SLIPS,
    TURNS,
    Customer,
    Ending,
    Patience,
    Phrase,
    TalkCriterion,
    Tool,
    Turn,
    Variable,
)
from trainer.exercises.dialogue.search import Search
from trainer.exercises.dialogue.steps import read_step
from trainer.exercises.dialogue.talk import Talk, begin
from trainer.exercises.runs import Step

#: Where a phrase stands in a turn: the list it is in.
Placed = tuple[tuple[str | int, ...], Phrase]


class Dialogue(Exercise):
    """A talk. ``turns`` begin with the first; ``register`` is how this customer is to be spoken to."""

    kind: Literal["dialogue"]
    register_: Annotated[Literal["formal", "familiar"], Field(alias="register")] = "formal"
    customer: Customer
    tools: list[Tool] = []
    variables: dict[str, Variable] = {}
    patience: Patience
    turns: Annotated[list[Turn], Field(min_length=1, max_length=60)]
    endings: Annotated[list[Ending], Field(min_length=1, max_length=12)]
    criteria: Annotated[list[TalkCriterion], Field(min_length=1, max_length=30)]

    @model_validator(mode="after")
    def _hangs_together(self) -> Dialogue:
        checks.check_names(self)
        checks.check_ways(self)
        checks.check_conditions(self)
        return self

    @cached_property
    def turn_of(self) -> dict[str, Turn]:
        """The turns by id."""
        return {turn.id: turn for turn in self.turns}

    @cached_property
    def ending_of(self) -> dict[str, Ending]:
        """The endings by id."""
        return {ending.id: ending for ending in self.endings}

    @cached_property
    def phrase_of(self) -> dict[str, Phrase]:
        """Everything that may be said, by id."""
        return {phrase.id: phrase for _, phrase in self.phrases()}

    @cached_property
    def bounds(self) -> dict[str, Variable]:
        """Every variable with its bounds, the built-in ones first."""
        built_in = {
            MOOD: Variable(start=self.customer.mood),
            TURNS: Variable(most=1000),
            SLIPS: Variable(most=1000),
        }
        return {**built_in, **self.variables}

    def phrases(self) -> Iterator[Placed]:
        """Everything that may be said, with its place in the file."""
        for number, turn in enumerate(self.turns):
            for index, choice in enumerate(turn.choices):
                yield ("turns", number, "choices", index), choice
            if turn.compose is not None:
                for name in ("openings", "contents", "closings"):
                    for index, phrase in enumerate(getattr(turn.compose, name)):
                        yield ("turns", number, "compose", name, index), phrase

    def rubric(self) -> Sequence[TalkCriterion]:
        return self.criteria

    def quoted(self) -> Sequence[str]:
        return [fact for one in self.tools for fact in one.facts]

    def start(self, seed: str, spoken: str) -> Talk:
        return begin(self, seed, spoken)

    def step(self, data: dict[str, Any]) -> Step:
        return read_step(self, data)

    def gives(self) -> frozenset[Given]:
        return frozenset({"characteristics", "information-set"} if self.tools else {"characteristics"})

    def texts(self) -> Iterable[Written]:
        return texts.texts(self)

    def odd(self) -> Iterable[Oddity]:
        yield from self._search.odd()
        if not any(phrase.polite for _, phrase in self.phrases()):
            yield Oddity("nothing-polite", ("turns",))
        for place, phrase in self.phrases():
            if phrase.because is not None and not phrase.changes.get(MOOD):
                yield Oddity("unseen-cause", (*place, "because"), {"phrase": phrase.id})

    def paths(self) -> int | None:
        return self._search.paths()

    @cached_property
    def _search(self) -> Search:
        return Search(self)

    def polite(self) -> list[Step] | None:
        from trainer.exercises.dialogue.polite import polite_steps

        return polite_steps(self) if any(phrase.polite for _, phrase in self.phrases()) else None
