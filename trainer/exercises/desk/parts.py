"""The data of a desk: cards, records, documents, forms, tickets, and the clock they are worked by."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from trainer.exercises.desk.days import Country
from trainer.exercises.library import Arrival, Entry, Line, TimeOfDay
from trainer.schema.fields import Authored, Day, Mismatch, Slug, Text

Channel = Literal["mail", "letter", "phone", "chat", "counter", "internal"]
#: Channels on which somebody waits while you work.
LIVE: frozenset[str] = frozenset({"phone", "chat", "counter"})


#: What stands in a field: the same in every language, or a text by language.
Value = Line | Text


class FieldKind(Authored):
    """A field of cards, records, documents and forms. What is entered is taken from something seen, chosen or typed."""

    id: Slug
    label: Text
    entry: Literal["taken", "choice", "number", "day"] = "taken"
    options: list[Entry] = []

    @model_validator(mode="after")
    def _choices_have_options(self) -> FieldKind:
        if (self.entry == "choice") != (len(self.options) >= 2):
            raise Mismatch("a choice has two options or more, and nothing else has any", "options")
        return self


class Noted(Authored):
    """A line of a card's history."""

    on: Day
    text: Text


class Card(Authored):
    """A customer's card."""

    id: Slug
    number: Line
    name: Line
    fields: dict[Slug, Value] = {}
    history: list[Noted] = []


class Record(Authored):
    """A contract, an order, an invoice, an answered survey: ``changeable`` are the fields one may correct."""

    id: Slug
    number: Line
    title: Text
    customer: Slug | None = None
    fields: dict[Slug, Value] = {}
    changeable: list[Slug] = []
    text: Text | None = None


class Document(Authored):
    """Something that came in. ``fields`` are what can be taken from it, ``links`` what is attached or quoted.

    ``reply`` is the text that answers it. On live channels ``gives_up`` is when the person leaves and ``answer_within``
    what the desk has promised, both in seconds. What has a folder in ``filed`` lies in the archive from the start.
    """

    id: Slug
    number: Line
    channel: Channel
    sender: Line
    customer: Slug | None = None
    title: Text
    text: Text
    on: Day | None = None
    fields: dict[Slug, Value] = {}
    links: list[Slug] = []
    arrives: Arrival = Arrival()
    reply: Slug | None = None
    answer_within: Annotated[int, Field(ge=5, le=7200)] | None = None
    gives_up: Annotated[int, Field(ge=10, le=7200)] | None = None
    filed: Slug | None = None
    tip: Text | None = None


class Form(Authored):
    """A form, or a ``report``. ``needs`` must be filled in. ``free``: words of one's own are kept for an assessor."""

    id: Slug
    kind: Literal["form", "report"] = "form"
    number: Line
    title: Text
    about: Text | None = None
    fields: Annotated[list[Slug], Field(min_length=1, max_length=12)]
    needs: list[Slug] = []
    free: bool = False


class Ticket(Authored):
    """A request that was registered before the shift began."""

    id: Slug
    number: Line
    title: Text
    customer: Slug | None = None
    documents: list[Slug] = []
    category: Slug | None = None
    priority: Slug | None = None
    queue: Slug | None = None
    deadline: Day | None = None


class Hours(Authored):
    """The desk's clock: the day, when it opens and closes, and how many of its seconds pass in one of the learner's."""

    day: Day
    opens: TimeOfDay
    closes: TimeOfDay
    pace: Annotated[int, Field(ge=1, le=60)] = 1
    country: Country
    also_free: list[Day] = []

    @model_validator(mode="after")
    def _closes_after_it_opens(self) -> Hours:
        if self.closes <= self.opens:
            raise Mismatch("it closes before it opens", "closes")
        return self


class Crowd(Authored):
    """Customers and records nobody asks about, so that a search has to be a search."""

    customers: Annotated[int, Field(ge=0, le=2000)]
    records: Annotated[int, Field(ge=0, le=20_000)] = 0
    title: Text | None = None

    @model_validator(mode="after")
    def _records_have_a_title(self) -> Crowd:
        if self.records and (self.title is None or not self.customers):
            raise Mismatch("records of a crowd need a title, and customers they belong to", "records")
        return self
