"""Desk: a small working world of documents, cards, requests and rules, graded by what it has come to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field, model_validator

from trainer.exercises.assertions.marking import Asserted, passive
from trainer.exercises.base import Exercise, Given, Oddity, Written
from trainer.exercises.composing import Composed
from trainer.exercises.desk import checks, texts
from trainer.exercises.desk.parts import Card, Crowd, Document, FieldKind, Form, Hours, Record, Ticket
from trainer.exercises.desk.says import FUNCTIONS
from trainer.exercises.desk.shift import Shift, begin
from trainer.exercises.desk.steps import read_step
from trainer.exercises.desk.world import World
from trainer.exercises.library import Article, Entry
from trainer.exercises.runs import Step
from trainer.schema.fields import Slug

if TYPE_CHECKING:
    from trainer.exercises.assertions.language import Language


class Desk(Exercise):
    """A shift at a desk. The tables are what requests are classified, ordered, sent on, closed and filed by.

    ``card_fields`` are what a card has room for, besides what any card has already.
    """

    kind: Literal["desk"]
    hours: Hours
    fields: Annotated[list[FieldKind], Field(max_length=40)] = []
    card_fields: Annotated[list[Slug], Field(max_length=20)] = []
    customers: Annotated[list[Card], Field(max_length=40)] = []
    records: Annotated[list[Record], Field(max_length=60)] = []
    documents: Annotated[list[Document], Field(min_length=1, max_length=40)]
    articles: Annotated[list[Article], Field(max_length=30)] = []
    forms: Annotated[list[Form], Field(max_length=8)] = []
    replies: Annotated[list[Composed], Field(max_length=20)] = []
    tickets: Annotated[list[Ticket], Field(max_length=20)] = []
    queues: Annotated[list[Entry], Field(max_length=12)] = []
    priorities: Annotated[list[Entry], Field(max_length=8)] = []
    categories: Annotated[list[Entry], Field(max_length=12)] = []
    codes: Annotated[list[Entry], Field(max_length=12)] = []
    folders: Annotated[list[Entry], Field(max_length=10)] = []
    crowd: Crowd | None = None
    criteria: Annotated[list[Asserted], Field(min_length=1, max_length=40)]

    @model_validator(mode="after")
    def _hangs_together(self) -> Desk:
        checks.check_names(self)
        checks.check_references(self)
        checks.check_assertions(self)
        return self

    @cached_property
    def language(self) -> Language:
        """What this desk's assertions may speak of."""
        return checks.language_of(self)

    @cached_property
    def _worlds(self) -> dict[str, World]:
        return {}

    def world(self, spoken: str) -> World:
        """Everything there is at the start, in this language."""
        if spoken not in self._worlds:
            self._worlds[spoken] = World(self, spoken)
        return self._worlds[spoken]

    @cached_property
    def room(self) -> tuple[str, ...]:
        """The fields a card has room for, in the order of the file."""
        there = {field for card in self.customers for field in card.fields} | set(self.card_fields)
        return tuple(field.id for field in self.fields if field.id in there)

    def rubric(self) -> Sequence[Asserted]:
        return self.criteria

    def quoted(self) -> Sequence[str]:
        return [fact for one in self.articles for fact in one.facts]

    def start(self, seed: str, spoken: str) -> Shift:
        return begin(self, seed, spoken)

    def step(self, data: dict[str, Any]) -> Step:
        return read_step(self, data)

    def gives(self) -> frozenset[Given]:
        given: frozenset[Given] = frozenset({"characteristics", "case-set"})
        return given | {"information-set"} if self.articles else given

    def texts(self) -> Iterable[Written]:
        return texts.texts(self)

    def odd(self) -> Iterable[Oddity]:
        from trainer.exercises.desk.odd import odd

        return odd(self)

    @cached_property
    def passive(self) -> frozenset[str]:
        """Ids of criteria that hold before anything was done: they earn nothing by themselves."""
        return passive(self.start("", self.spoken[0]), self.criteria, FUNCTIONS)
