"""What a desk's assertions can say: the functions, by name. ``docs/content-format.md`` lists them for writers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from trainer.exercises.assertions.events import EVENTS, event, happened
from trainer.exercises.assertions.language import Function, Happened, Value
from trainer.exercises.desk.days import months_after

if TYPE_CHECKING:
    from trainer.exercises.desk.shift import Shift

CARD = "customer|document"
_TICKET = "ticket|document"
_OPENED = "document|customer|record|article|ticket|form"
#: What changes a ticket or a card, for telling which moment decided how it stands.
_MOVED = frozenset(
    {"registered", "linked", "classified", "prioritised", "routed", "deadline_set", "closed", "corrected", "new_card"}
)


def _last_change(shift: Shift, id: str, trace: list[int]) -> None:
    for moment in reversed(shift.moments):
        if moment.names[:1] and moment.names[0] in _MOVED and moment.names[1:2] == (id,):
            trace.append(moment.number)
            return


def _read(shift: Shift, field: str, fields: Mapping[str, str]) -> Value:
    """A field's value as assertions compare it."""
    text = fields.get(field, "")
    entry = shift.world.fields[field].entry
    if entry == "taken":
        return text
    if not text:
        return None
    return Decimal(text) if entry == "number" else date.fromisoformat(text) if entry == "day" else text


def _card(shift: Shift, arguments: Sequence[Any], attribute: str, trace: list[int]) -> Value:
    card = shift.card(shift.root(arguments[0]))
    _last_change(shift, arguments[0], trace)
    return _read(shift, attribute, card.fields if card else {})


def _record(shift: Shift, arguments: Sequence[Any], attribute: str, trace: list[int]) -> Value:
    _last_change(shift, arguments[0], trace)
    record = shift.record(arguments[0])
    return _read(shift, attribute, record.fields if record else {})


def _document(shift: Shift, arguments: Sequence[Any], attribute: str, _: list[int]) -> Value:
    if attribute == "date":
        return shift.world.documents[arguments[0]].on or shift.world.today
    return _read(shift, attribute, shift.world.taken[arguments[0]])


def _ticket(shift: Shift, arguments: Sequence[Any], attribute: str, trace: list[int]) -> Value:
    ticket = shift.tickets.get(arguments[0])
    if ticket is None:
        return None
    _last_change(shift, arguments[0], trace)
    if attribute == "status":
        return "closed" if ticket.code else "open"
    if attribute == "customer":
        return shift.root(ticket.customer) or None
    value: Value = getattr(ticket, attribute)
    return value or None


def _belongs(shift: Shift, arguments: Sequence[Any], _: str, trace: list[int]) -> Value:
    ticket = shift.tickets.get(arguments[0])
    _last_change(shift, arguments[0], trace)
    return ticket is not None and bool(ticket.customer) and shift.root(ticket.customer) == shift.root(arguments[1])


def _form(shift: Shift, arguments: Sequence[Any], attribute: str, trace: list[int]) -> Value:
    size = len(arguments)
    found = [values for key, values in shift.forms.items() if key[:size] == tuple(arguments)]
    for word in ("filled", "reported"):
        trace += happened(shift, [], word, *arguments).moments
    return _read(shift, attribute, found[-1] if found else {})


def _kept_only(shift: Shift, arguments: Sequence[Any], _: str, trace: list[int]) -> Value:
    id, allowed = arguments
    if id in shift.world.forms:
        kept = [values for (form, _about), values in shift.forms.items() if form == id]
    else:
        card = shift.card(shift.root(id))
        kept = [card.fields] if card else []
    _last_change(shift, id, trace)
    return bool(kept) and all(set(fields) <= set(allowed) for fields in kept)


def _said(shift: Shift, arguments: Sequence[Any], _: str, trace: list[int]) -> Value:
    id, what = arguments
    return _replies(shift, lambda phrase: what in phrase.says, {id}, trace)


def _informed(shift: Shift, arguments: Sequence[Any], _: str, trace: list[int]) -> Value:
    id, phase = arguments
    written = {one.id for one in shift.desk.documents if one.customer == id} or {id}
    return _replies(shift, lambda phrase: phrase.informs == phase, written, trace)


def _replies(shift: Shift, fits: Callable[[Any], bool], documents: set[str], trace: list[int]) -> Happened:
    found = tuple(
        moment.number
        for moment in shift.moments
        if moment.kind == "replied" and moment.names[1] in documents and any(map(fits, shift.phrases_of(moment)))
    )
    trace += found[:1]
    return Happened(found)


def _by(shift: Shift, arguments: Sequence[Any], _: str, __: list[int]) -> Value:
    what, limit = arguments
    return bool(what) and shift.world.when(shift.seconds_of(what.moments[0])).time() <= limit


def _waits(shift: Shift, channel: str) -> list[float]:
    """How long each document of a channel waited for an answer: until it, until the sender left, or until now."""
    found = []
    for one in shift.desk.documents:
        if one.channel == channel and one.reply is not None and one.id in shift.arrived:
            ends = [m.number for m in shift.moments if m.names[:2] in (("replied", one.id), ("left", one.id))]
            found.append((shift.seconds_of(ends[0]) if ends else shift.now) - shift.arrived[one.id])
    return found


def _longest_wait(shift: Shift, arguments: Sequence[Any], _: str, __: list[int]) -> Value:
    return Decimal(str(round(max(_waits(shift, arguments[0]), default=0.0), 3)))


def _service_level(shift: Shift, arguments: Sequence[Any], _: str, __: list[int]) -> Value:
    """The share of documents of a channel, in percent of those that came in, that were answered in so many seconds."""
    channel, seconds = arguments
    all_of_it = [
        one for one in shift.desk.documents if one.channel == channel and one.reply and one.id in shift.arrived
    ]
    waits = _waits(shift, channel)
    good = sum(1 for one, wait in zip(all_of_it, waits, strict=True) if one.id in shift.answered and wait <= seconds)
    return Decimal(100 * good) / len(all_of_it) if all_of_it else Decimal(100)


def _exists(shift: Shift, arguments: Sequence[Any], _: str, __: list[int]) -> Value:
    return shift.card(arguments[0]) is not None


def _same(shift: Shift, arguments: Sequence[Any], _: str, trace: list[int]) -> Value:
    first, second = arguments
    trace += [m.number for m in shift.moments if m.names[:1] == ("merged",) and {first, second} & set(m.names)]
    return shift.root(first) == shift.root(second)


def _in_folder(shift: Shift, arguments: Sequence[Any], _: str, trace: list[int]) -> Value:
    id, folder = arguments
    trace += [m.number for m in shift.moments if m.names[:2] == ("archived", id)][-1:]
    return shift.filed.get(id) == folder and ("document", id) not in shift.deleted


def _today(shift: Shift, _: Sequence[Any], __: str, ___: list[int]) -> Value:
    return shift.world.today


def _days(_: Shift, arguments: Sequence[Any], __: str, ___: list[int]) -> Value:
    day: date = arguments[0]
    return day + timedelta(days=int(arguments[1]))


def _working_days(shift: Shift, arguments: Sequence[Any], _: str, __: list[int]) -> Value:
    return shift.world.calendar.after(arguments[0], int(arguments[1]))


def _months(_: Shift, arguments: Sequence[Any], __: str, ___: list[int]) -> Value:
    return months_after(arguments[0], int(arguments[1]))


def _working_day(shift: Shift, arguments: Sequence[Any], _: str, __: list[int]) -> Value:
    return shift.world.calendar.next_worked(arguments[0])


#: What may be said in conditions of the course of things: nothing that changes by the mere passing of time.
CONDITIONS: Mapping[str, Function] = {
    **EVENTS,
    "opened": event("opened", _OPENED),
    "searched": event("searched", "searched-list"),
    "arrived": event("arrived", "document"),
    "left": event("left", "document"),
    "new_card": event("new_card", "document"),
    "merged": event("merged", CARD, CARD, least=1),
    "corrected": event("corrected", "customer|document|record", "field", least=1),
    "registered": event("registered", "document", CARD, least=1),
    "linked": event("linked", _TICKET, CARD, least=1),
    "classified": event("classified", _TICKET, "category", least=1),
    "prioritised": event("prioritised", _TICKET, "priority", least=1),
    "routed": event("routed", _TICKET, "queue", least=1),
    "deadline_set": event("deadline_set", _TICKET),
    "closed": event("closed", _TICKET, "code", least=1),
    "replied": event("replied", "document"),
    "filled": event("filled", "form", _TICKET, least=1),
    "reported": event("reported", "form"),
    "archived": event("archived", "document", "folder", least=1),
    "deleted": event("deleted", CARD),
    "waited": event("waited"),
    "finished": event("finished"),
    "said": Function(("document", "meaning"), "event", _said),
    "informed": Function((CARD, "phase"), "event", _informed),
    "by": Function(("event", "time"), "truth", _by),
    "card": Function((CARD,), "thing", _card, thing="card"),
    "record": Function(("record",), "thing", _record, thing="record"),
    "document": Function(("document",), "thing", _document, thing="document"),
    "ticket": Function((_TICKET,), "thing", _ticket, thing="ticket"),
    "form": Function(("form", _TICKET), "thing", _form, least=1, thing="form"),
    "exists": Function((CARD,), "truth", _exists),
    "same": Function((CARD, CARD), "truth", _same),
    "belongs": Function((_TICKET, CARD), "truth", _belongs),
    "kept_only": Function(("customer|document|form", "list:field"), "truth", _kept_only),
    "in_folder": Function(("document", "folder"), "truth", _in_folder),
    "today": Function((), "day", _today),
    "days": Function(("day", "number"), "day", _days),
    "working_days": Function(("day", "number"), "day", _working_days),
    "months": Function(("day", "number"), "day", _months),
    "working_day": Function(("day",), "day", _working_day),
}
FUNCTIONS: Mapping[str, Function] = {
    **CONDITIONS,
    "longest_wait": Function(("channel",), "number", _longest_wait),
    "service_level": Function(("channel", "number"), "number", _service_level),
}
