"""Requests: registered from a document, linked, classified, put in order, sent on, given a day, closed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from trainer.exercises.desk.acts import things
from trainer.exercises.desk.acts.values import day
from trainer.exercises.desk.world import TicketNow
from trainer.exercises.play import Move, MoveRefused
from trainer.kernel.problems import N_
from trainer.kernel.text import LocalText

if TYPE_CHECKING:
    from trainer.exercises.desk.shift import Shift

#: Deadlines further away than this are slips of the finger.
_FURTHEST = timedelta(days=400)


def register(shift: Shift, move: Move) -> Shift:
    """``register`` a document as a request of a ``customer``; without one it stands open whose it is."""
    document = things.document(shift, move.on)
    if document.id in shift.tickets:
        raise MoveRefused(N_("This document was registered already."))
    customer = things.text_value(move, "customer")
    if customer:
        things.card(shift, customer)
    number = f"R-{len(shift.tickets) + 1:03}"
    ticket = TicketNow(number, document.title, customer, (document.id,))
    names = ("registered", document.id, customer) if customer else ("registered", document.id)
    shift = shift.with_moment("registered", shift.everywhere(f"{document.number} → {number}"), *names)
    return replace(shift, tickets={**shift.tickets, document.id: ticket})


def link(shift: Shift, move: Move) -> Shift:
    """``link`` a request to a ``customer``."""
    customer = things.text_value(move, "customer")
    card = things.card(shift, customer)
    text = shift.everywhere(f"{things.ticket(shift, move.on).number} → {card.number} · {card.name}")
    return _changed(shift, move.on, ("linked", text, "linked", customer), customer=customer)


def put_in(word: str, kind: str, name: str, table: str) -> Callable[[Shift, Move], Shift]:
    """The act that puts a request into a line of a table: what assertions call it, the moment, the field, the table."""

    def act(shift: Shift, move: Move) -> Shift:
        number = things.ticket(shift, move.on).number
        chosen = things.entry(shift, table, move.values.get(name))
        text = things.arrow(shift, number, chosen.title)
        return _changed(shift, move.on, (kind, text, word, chosen.id), **{name: chosen.id})

    act.__doc__ = f"Put a request into a line of the desk's {table}."
    return act


classify = put_in("classified", "classified", "category", "categories")
prioritise = put_in("prioritised", "prioritised", "priority", "priorities")
route = put_in("routed", "routed", "queue", "queues")
close = put_in("closed", "closed", "code", "codes")


def set_deadline(shift: Shift, move: Move) -> Shift:
    """Give a request a ``deadline``: a day from today on."""
    number, wanted = things.ticket(shift, move.on).number, day(move.values.get("day"))
    if not timedelta(0) <= wanted - shift.world.today <= _FURTHEST:
        raise MoveRefused(N_("A deadline lies between today and a year from now."))
    text = shift.everywhere(f"{number} → {wanted.isoformat()}")
    return _changed(shift, move.on, ("deadline", text, "deadline_set", ""), deadline=wanted)


def _changed(shift: Shift, id: str, told: tuple[str, LocalText, str, str], **changes: Any) -> Shift:
    kind, text, word, detail = told
    names = (word, id, detail) if detail else (word, id)
    shift = shift.with_moment(kind, text, *names)
    return replace(shift, tickets={**shift.tickets, id: replace(shift.tickets[id], **changes)})
