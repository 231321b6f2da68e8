"""What somebody without a plan would try: each act on each thing in sight, with whatever comes to hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from trainer.exercises.desk.acts.values import offered
from trainer.exercises.play import Move
from trainer.kernel.seed import Stream

if TYPE_CHECKING:
    from trainer.exercises.desk.shift import Shift

_TICKET_ACTS = (
    ("classify", "category", "categories"),
    ("prioritise", "priority", "priorities"),
    ("route", "queue", "queues"),
    ("close", "code", "codes"),
)


def moves(shift: Shift) -> Sequence[Move]:
    """A move of every kind on everything in sight; what goes into it is drawn anew after each moment."""
    if shift.over:
        return ()
    stream = Stream(shift.seed, "moves", str(len(shift.moments)))
    return [
        *_opening(shift), *_documents(shift, stream), *_tickets(shift, stream), *_cards(shift, stream),
        *_forms(shift, stream), Move("wait"), Move("finish"),
    ]  # fmt: skip


def _opening(shift: Shift) -> Iterator[Move]:
    desk, seen = shift.desk, set(shift.seen)
    things = [("document", one.id) for one in desk.documents if shift.document(one.id) is not None]
    things += [("customer", one.id) for one in desk.customers if shift.card(one.id) is not None]
    things += [("record", one.id) for one in desk.records] + [("article", one.id) for one in desk.articles]
    yield from (Move("open", id, {"kind": kind}) for kind, id in things if (kind, id) not in seen)


def _documents(shift: Shift, stream: Stream) -> Iterator[Move]:
    cards, room = _known_cards(shift), frozenset(shift.desk.room)
    for kind, id in shift.seen:
        if kind != "document":
            continue
        document = shift.world.documents[id]
        if id not in shift.tickets:
            yield Move("register", id, {"customer": cards[stream.below(len(cards))] if cards else ""})
        if shift.world.taken[id] and id not in shift.cards:
            kept = [name for name in shift.world.taken[id] if name in room and stream.below(2)]
            yield Move("new-card", id, {"fields": kept})
        if document.reply is not None and id not in shift.gone:
            phrases = shift.world.replies[document.reply].at_random(stream, shift.possible)
            if phrases:
                yield Move("reply", id, {"phrases": phrases})
        if shift.desk.folders:
            yield Move("archive", id, {"folder": _any(stream, shift.desk.folders)})
        yield Move("delete", id, {"kind": "document"})


def _known_cards(shift: Shift) -> list[str]:
    made = [id for id, card in shift.cards.items() if card.source]
    return [id for id in (*(one.id for one in shift.desk.customers), *made) if shift.card(id) is not None]


def _any(stream: Stream, table: Sequence[Any]) -> str:
    return str(table[stream.below(len(table))].id)


def _tickets(shift: Shift, stream: Stream) -> Iterator[Move]:
    cards = _known_cards(shift)
    for id, ticket in shift.tickets.items():
        if ticket.code:
            continue
        for word, name, table in _TICKET_ACTS:
            if lines := shift.world.table(table):
                yield Move(word, id, {name: _any(stream, lines)})
        ahead = timedelta(days=stream.below(45))
        yield Move("deadline", id, {"day": (shift.world.today + ahead).isoformat()})
        if cards:
            yield Move("link", id, {"customer": cards[stream.below(len(cards))]})


def _cards(shift: Shift, stream: Stream) -> Iterator[Move]:
    cards = _known_cards(shift)
    for id in cards:
        if ("customer", id) not in shift.seen:
            continue
        fields = shift.desk.room
        field = fields[stream.below(len(fields))] if fields else ""
        value = _value(shift, stream, field) if field else None
        if value is not None:
            yield Move("correct", id, {"field": field, "value": value})
        other = cards[stream.below(len(cards))]
        if other != id:
            yield Move("merge", id, {"into": other})
        if id not in shift.merged.values():
            yield Move("delete", id, {"kind": "customer"})


def _value(shift: Shift, stream: Stream, field: str) -> str | None:
    """Something that could be entered; None where nothing can."""
    kind = shift.world.fields[field]
    match kind.entry:
        case "taken":
            sources = [source for source, _ in offered(shift, field)]
            return sources[stream.below(len(sources))] if sources else None
        case "choice":
            return _any(stream, kind.options)
        case "day":
            return (shift.world.today + timedelta(days=stream.below(45))).isoformat()
    return str(stream.below(200))


def _forms(shift: Shift, stream: Stream) -> Iterator[Move]:
    tickets = list(shift.tickets)
    for form in shift.desk.forms:
        if form.kind == "form" and not tickets:
            continue
        values = {field: _value(shift, stream, field) for field in form.fields}
        given = {field: value for field, value in values.items() if value is not None}
        if set(form.needs) <= set(given):
            about = tickets[stream.below(len(tickets))] if form.kind == "form" else ""
            yield Move("report" if form.kind == "report" else "fill", form.id, {"about": about, "fields": given})
