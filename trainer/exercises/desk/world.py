"""The world of a desk at the start of a shift, in the language it is played in: shared by every state of the shift."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from trainer.exercises.composing import Composed
from trainer.exercises.desk.crowd import Paper, Passer, crowd
from trainer.exercises.desk.days import Calendar
from trainer.exercises.desk.parts import Card, Document, FieldKind, Form, Record, Value
from trainer.exercises.desk.search import Index
from trainer.exercises.library import Article, Entry
from trainer.kernel.text import LocalText, in_language

if TYPE_CHECKING:
    from trainer.exercises.kinds.desk import Desk


@dataclass(frozen=True, slots=True)
class CardNow:
    """A customer's card as it stands. ``source`` is the document it was made from in this shift."""

    number: str
    name: str
    fields: Mapping[str, str]
    history: tuple[tuple[str, LocalText], ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class RecordNow:
    """A record as it stands."""

    number: str
    title: LocalText
    customer: str
    fields: Mapping[str, str]
    changeable: tuple[str, ...] = ()
    text: LocalText | None = None


@dataclass(frozen=True, slots=True)
class TicketNow:
    """A registered request as it stands; ``code`` is there once it is closed."""

    number: str
    title: LocalText
    customer: str = ""
    documents: tuple[str, ...] = ()
    category: str = ""
    priority: str = ""
    queue: str = ""
    deadline: date | None = None
    code: str = ""


class World:
    """Everything there is at the start. Made once for an exercise and a language, and never changed."""

    def __init__(self, desk: Desk, spoken: str) -> None:
        self.desk, self.spoken = desk, spoken
        hours = desk.hours
        self.calendar = Calendar.of(hours.country, hours.also_free)
        self.opens = datetime.fromisoformat(f"{hours.day}T{hours.opens}")
        self.seconds_open = (datetime.fromisoformat(f"{hours.day}T{hours.closes}") - self.opens).total_seconds()
        size = desk.crowd
        people, papers = crowd(desk.id, size.customers, size.records) if size else ((), ())
        self.fields: dict[str, FieldKind] = {field.id: field for field in desk.fields}
        self.documents: dict[str, Document] = {one.id: one for one in desk.documents}
        self.articles: dict[str, Article] = {one.id: one for one in desk.articles}
        self.forms: dict[str, Form] = {one.id: one for one in desk.forms}
        self.replies: dict[str, Composed] = {one.id: one for one in desk.replies}
        self.cards = {one.id: self._card(one) for one in desk.customers} | {one.id: self._passer(one) for one in people}
        self.records = {one.id: self._record(one) for one in desk.records} | {p.id: self._paper(p) for p in papers}
        self.tickets = dict(self._tickets())
        self.taken = {one.id: self._plain(one.fields) for one in desk.documents}
        if people:  # while the exercise is opened, and not under somebody's first search
            self.customers.prepare()
            self.papers.prepare()

    def _plain(self, fields: Mapping[str, Value]) -> dict[str, str]:
        return {name: one if isinstance(one, str) else in_language(one, self.spoken) for name, one in fields.items()}

    def _card(self, card: Card) -> CardNow:
        lines = sorted(((one.on.isoformat(), one.text) for one in card.history), key=lambda line: line[0], reverse=True)
        return CardNow(card.number, card.name, self._plain(card.fields), tuple(lines))

    def _passer(self, passer: Passer) -> CardNow:
        return CardNow(passer.number, passer.name, {k: v for k, v in passer.fields.items() if k in self.fields})

    def _record(self, record: Record) -> RecordNow:
        owner, fields = record.customer or "", self._plain(record.fields)
        return RecordNow(record.number, record.title, owner, fields, tuple(record.changeable), record.text)

    def _paper(self, paper: Paper) -> RecordNow:
        title = self.desk.crowd.title if self.desk.crowd else None
        return RecordNow(paper.number, title or {}, paper.customer, {})

    def _tickets(self) -> Iterator[tuple[str, TicketNow]]:
        for one in self.desk.tickets:
            yield one.id, TicketNow(
                one.number, one.title, one.customer or "", tuple(one.documents), one.category or "",
                one.priority or "", one.queue or "", one.deadline,
            )  # fmt: skip

    @cached_property
    def customers(self) -> Index:
        """The cards by name, found by name, number and what stands in their fields."""
        order = sorted(self.cards, key=lambda id: (self.cards[id].name, self.cards[id].number))
        return Index((id, self.card_words(self.cards[id])) for id in order)

    @staticmethod
    def card_words(card: CardNow) -> str:
        """What a card is found by."""
        return " ".join([card.name, card.number, *card.fields.values()])

    @cached_property
    def papers(self) -> Index:
        """The records by number, found by number, title, customer and what stands in their fields."""
        order = sorted(self.records, key=lambda id: self.records[id].number)
        return Index((id, self._record_words(self.records[id])) for id in order)

    def _record_words(self, record: RecordNow) -> str:
        owner = self.cards[record.customer].name if record.customer else ""
        return " ".join([record.number, in_language(record.title, self.spoken), owner, *record.fields.values()])

    @cached_property
    def knowledge(self) -> Index:
        """The articles in the order of the file, found by title, number and text."""
        return Index(
            (one.id, " ".join([one.number, in_language(one.title, self.spoken), in_language(one.text, self.spoken)]))
            for one in self.desk.articles
        )

    @cached_property
    def records_of(self) -> dict[str, tuple[str, ...]]:
        """Ids of records by customer."""
        found = dict[str, list[str]]()
        for id in self.papers.ids:
            found.setdefault(self.records[id].customer, []).append(id)
        return {customer: tuple(ids) for customer, ids in found.items()}

    def table(self, name: str) -> list[Entry]:
        """The lines of one of the desk's tables: ``queues``, ``priorities``, ``categories``, ``codes``, ``folders``."""
        lines: list[Entry] = getattr(self.desk, name)
        return lines

    def when(self, seconds: float) -> datetime:
        """The desk's date and time after so many of its seconds."""
        return self.opens + timedelta(seconds=seconds)

    @property
    def today(self) -> date:
        return self.opens.date()
