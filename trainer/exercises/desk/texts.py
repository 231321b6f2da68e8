"""Every text of a desk with the room it has on a screen of 60 columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from trainer.exercises.base import Place, Written
from trainer.exercises.composing import texts_of
from trainer.exercises.desk.parts import Value
from trainer.exercises.library import Entry

if TYPE_CHECKING:
    from trainer.exercises.kinds.desk import Desk

#: Characters: a title, a word in a table, a line, what is said of something, a document.
TITLE, WORD, LINE, NOTE, DOCUMENT = 60, 28, 100, 232, 1800


def texts(desk: Desk) -> Iterator[Written]:
    """What is written at the desk and about it, each with its place."""
    for name in ("queues", "priorities", "categories", "codes", "folders"):
        yield from _entries((name,), getattr(desk, name))
    for index, field in enumerate(desk.fields):
        yield Written(("fields", index, "label"), field.label, WORD)
        yield from _entries(("fields", index, "options"), field.options)
    yield from _cards(desk)
    for index, document in enumerate(desk.documents):
        yield Written(("documents", index, "title"), document.title, TITLE, True)
        yield Written(("documents", index, "text"), document.text, DOCUMENT, True)
        yield from _values(("documents", index, "fields"), document.fields)
        if document.tip is not None:
            yield Written(("documents", index, "tip"), document.tip, NOTE)
    for index, article in enumerate(desk.articles):
        yield Written(("articles", index, "title"), article.title, TITLE, True)
        yield Written(("articles", index, "text"), article.text, DOCUMENT, True)
    for index, form in enumerate(desk.forms):
        yield Written(("forms", index, "title"), form.title, TITLE)
        if form.about is not None:
            yield Written(("forms", index, "about"), form.about, NOTE)
    for index, ticket in enumerate(desk.tickets):
        yield Written(("tickets", index, "title"), ticket.title, TITLE, True)
    for index, reply in enumerate(desk.replies):
        yield from texts_of(("replies", index), reply)
    if desk.crowd is not None and desk.crowd.title is not None:
        yield Written(("crowd", "title"), desk.crowd.title, TITLE, True)


def _cards(desk: Desk) -> Iterator[Written]:
    for index, card in enumerate(desk.customers):
        yield from _values(("customers", index, "fields"), card.fields)
        for number, line in enumerate(card.history):
            yield Written(("customers", index, "history", number, "text"), line.text, NOTE, True)
    for index, record in enumerate(desk.records):
        yield Written(("records", index, "title"), record.title, TITLE, True)
        yield from _values(("records", index, "fields"), record.fields)
        if record.text is not None:
            yield Written(("records", index, "text"), record.text, DOCUMENT, True)


def _entries(place: Place, entries: Sequence[Entry]) -> Iterator[Written]:
    for index, entry in enumerate(entries):
        yield Written((*place, index, "title"), entry.title, WORD)
        if entry.about is not None:
            yield Written((*place, index, "about"), entry.about, LINE)


def _values(place: Place, fields: Mapping[str, Value]) -> Iterator[Written]:
    for name, value in fields.items():
        if not isinstance(value, str):
            yield Written((*place, name), value, LINE, True)
