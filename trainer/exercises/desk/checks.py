"""What must hang together in a desk's file before a shift can begin: ids, references, assertions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import TYPE_CHECKING

from trainer.exercises.assertions.language import Language
from trainer.exercises.composing import PHASES
from trainer.exercises.desk.acts.looking import SEARCHED
from trainer.exercises.desk.says import CONDITIONS, FUNCTIONS
from trainer.schema.fields import Mismatch

if TYPE_CHECKING:
    from trainer.exercises.desk.parts import FieldKind
    from trainer.exercises.kinds.desk import Desk

Place = tuple[str | int, ...]

#: Lists whose ids are shared: assertions, links and runs say an id without saying what it is.
_THINGS = ("customers", "records", "documents", "articles", "forms", "tickets")
#: Lists whose ids are their own.
_TABLES = ("fields", "replies", "queues", "priorities", "categories", "codes", "folders", "criteria")
#: The name of one line of a table, as assertions call it.
_ONE = {"queues": "queue", "priorities": "priority", "categories": "category", "codes": "code", "folders": "folder"}
_ENTRY_TYPES = {"taken": "text", "number": "number", "day": "day"}


def check_names(desk: Desk) -> None:
    """Every id once among the things, and once in each table."""
    seen = dict[str, str]()
    for name in _THINGS:
        for index, one in enumerate(getattr(desk, name)):
            if one.id in seen:
                raise Mismatch(f"«{one.id}» is already the id of one of the {seen[one.id]}", name, index, "id")
            seen[one.id] = name
    for name in _TABLES:
        ids = set[str]()
        for index, one in enumerate(getattr(desk, name)):
            if one.id in ids:
                raise Mismatch(f"another of the {name} has the same id «{one.id}»", name, index, "id")
            ids.add(one.id)


def ids_of(desk: Desk) -> dict[str, frozenset[str]]:
    """The ids assertions may speak of, by list."""
    things = {name.removesuffix("s"): frozenset(one.id for one in getattr(desk, name)) for name in _THINGS}
    tables = {_ONE[name]: frozenset(one.id for one in getattr(desk, name)) for name in _ONE}
    options = {_choice(field): frozenset(option.id for option in field.options) for field in desk.fields}
    phrases = [phrase for reply in desk.replies for _, phrase in reply.phrases()]
    return {
        **things, **tables, **options,
        "field": frozenset(field.id for field in desk.fields),
        "meaning": frozenset(chain.from_iterable(phrase.says for phrase in phrases)),
        "phase": frozenset(PHASES),
        "status": frozenset({"open", "closed"}),
        "searched-list": frozenset(SEARCHED),
        "channel": frozenset(one.channel for one in desk.documents),
    }  # fmt: skip


def _choice(field: FieldKind) -> str:
    return f"option of {field.id}"


def language_of(desk: Desk) -> Language:
    """What the assertions of a desk may speak of."""
    fields = {f.id: _ENTRY_TYPES.get(f.entry, _choice(f)) for f in desk.fields}
    ticket = {
        "category": "category", "priority": "priority", "queue": "queue", "deadline": "day", "code": "code",
        "status": "status", "customer": "customer|document",
    }  # fmt: skip
    attributes: Mapping[str, Mapping[str, str]] = {
        "card": fields, "record": fields, "form": fields, "document": {**fields, "date": "day"}, "ticket": ticket,
    }  # fmt: skip
    return Language(FUNCTIONS, ids_of(desk), attributes)


def check_references(desk: Desk) -> None:
    """Whatever is named is there."""
    ids = ids_of(desk)
    ids["reply"] = frozenset(reply.id for reply in desk.replies)
    linked = "customer|record|document|article|form|ticket"
    for name in ("customers", "records", "documents"):
        for index, one in enumerate(getattr(desk, name)):
            for field in one.fields:
                _known(ids, field, "field", (name, index, "fields", field))
    for number, field in enumerate(desk.card_fields):
        _known(ids, field, "field", ("card_fields", number))
    for index, record in enumerate(desk.records):
        _known(ids, record.customer, "customer", ("records", index, "customer"))
        for number, field in enumerate(record.changeable):
            _known(ids, field, "field", ("records", index, "changeable", number))
    for index, document in enumerate(desk.documents):
        place: Place = ("documents", index)
        _known(ids, document.customer, "customer", (*place, "customer"))
        _known(ids, document.reply, "reply", (*place, "reply"))
        _known(ids, document.filed, "folder", (*place, "filed"))
        for number, link in enumerate(document.links):
            _known(ids, link, linked, (*place, "links", number))
    for index, form in enumerate(desk.forms):
        for name in ("fields", "needs"):
            for number, field in enumerate(getattr(form, name)):
                _known(ids, field, "field", ("forms", index, name, number))
        if extra := set(form.needs) - set(form.fields):
            raise Mismatch(f"the form needs «{min(extra)}», which is none of its fields", "forms", index, "needs")
    _check_tickets(desk, ids)


def _check_tickets(desk: Desk, ids: Mapping[str, Iterable[str]]) -> None:
    for index, ticket in enumerate(desk.tickets):
        for name in ("customer", "category", "priority", "queue"):
            _known(ids, getattr(ticket, name), name, ("tickets", index, name))
        for number, document in enumerate(ticket.documents):
            _known(ids, document, "document", ("tickets", index, "documents", number))


def _known(ids: Mapping[str, Iterable[str]], id: str | None, what: str, place: Place) -> None:
    there = {name for one in what.split("|") for name in ids[one]}
    if id is not None and id not in there:
        listed = ", ".join(sorted(there))[:300] or "none"
        raise Mismatch(f"there is no {what.replace('|', ' or ')} «{id}»; there are: {listed}", *place)


def check_assertions(desk: Desk) -> None:
    """Every assertion and condition can be read and speaks of what is there."""
    language = desk.language
    course = Language(CONDITIONS, language.ids, language.attributes)
    for index, criterion in enumerate(desk.criteria):
        _check(language, criterion.holds, ("criteria", index, "holds"))
    for place, line in conditions(desk):
        _check(course, line, place)


def conditions(desk: Desk) -> Iterator[tuple[Place, str]]:
    """The conditions that decide what comes in and what can be written."""
    for index, document in enumerate(desk.documents):
        if document.arrives.after is not None:
            yield ("documents", index, "arrives", "after"), document.arrives.after
    for index, reply in enumerate(desk.replies):
        for place, phrase in reply.phrases():
            if phrase.when is not None:
                yield ("replies", index, *place, "when"), phrase.when


def _check(language: Language, line: str, place: Place) -> None:
    try:
        language.check(line)
    except ValueError as problem:
        raise Mismatch(str(problem), *place) from None
