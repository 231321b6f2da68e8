"""What a front end may see of a shift now. Lists are windows, so that five thousand records cost what five do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from trainer.exercises.desk.acts.looking import LISTS
from trainer.exercises.desk.days import Calendar, holidays
from trainer.exercises.desk.parts import LIVE
from trainer.exercises.desk.rows import Rows
from trainer.exercises.desk.sheet import sheet
from trainer.exercises.desk.shift import Listed
from trainer.exercises.desk.shown import FreeDay, Offer, Row, ShiftView, Waiting, Window
from trainer.exercises.tokens import Tokens

if TYPE_CHECKING:
    from datetime import date

    from trainer.exercises.desk.shift import Shift

#: Lines of a window.
PAGE = 10
TABLES = ("queues", "priorities", "categories", "codes", "folders")
#: How far ahead the calendar tells of free days.
_AHEAD = 130


def shift_view(shift: Shift) -> tuple[ShiftView, Tokens]:
    """All that may be seen of a shift now, and the names it is shown under."""
    tokens = Tokens(shift.seed)
    rows = Rows(shift, tokens)
    desk, world = shift.desk, shift.world
    seen = [rows.customer(id) for kind, id in shift.seen if kind == "customer" and shift.card(id) is not None]
    view = ShiftView(
        desk.kind, desk.title, desk.briefing, shift.spoken, shift.over, shift.shown(),
        world.today.isoformat(), shift.clock.strftime("%H:%M"), desk.hours.closes,
        tuple(_window(shift, rows, name) for name in LISTS), sheet(shift, rows, tokens),
        {name: _table(shift, tokens, name) for name in TABLES},
        tuple(Offer(row.token, row.title, row.note) for row in seen),
        tuple(Offer(row.token, shift.everywhere(row.number), row.title) for row in map(rows.ticket, shift.tickets)),
        tuple(_waiting(shift, tokens)), _free_days(world.calendar, world.today),
        tuple(world.when(seconds).strftime("%H:%M") for seconds in shift.times),
    )  # fmt: skip
    return view, tokens


def _window(shift: Shift, rows: Rows, name: str) -> Window:
    listed = shift.lists.get(name, Listed())
    ids = _ids(shift, name, listed)
    pages = max(1, -(-len(ids) // PAGE))
    page = min(listed.page, pages - 1)
    make: dict[str, Callable[[str], Row]] = {
        "inbox": rows.document, "tickets": rows.ticket, "customers": rows.customer, "records": rows.record,
        "articles": rows.article, "forms": rows.form, "outbox": rows.sent, "archive": rows.document,
    }  # fmt: skip
    shown = tuple(make[name](id) for id in ids[page * PAGE : (page + 1) * PAGE])
    return Window(name, shown, len(ids), page, pages, listed.query)


def ids_of(shift: Shift, name: str) -> Sequence[str]:
    """Everything in a list, whatever was looked for in it."""
    return _ids(shift, name, Listed())


def _ids(shift: Shift, name: str, listed: Listed) -> Sequence[str]:
    world = shift.world
    match name:
        case "customers":
            return listed.ids if listed.ids is not None else world.customers.ids
        case "records":
            return listed.ids if listed.ids is not None else world.papers.ids
        case "articles":
            return listed.ids if listed.ids is not None else world.knowledge.ids
        case "tickets":
            return tuple(shift.tickets)
        case "forms":
            return tuple(world.forms)
        case "outbox":
            return tuple(str(m.number) for m in reversed(shift.moments) if m.kind in ("replied", "filled", "reported"))
    there = [id for id in shift.arrived if shift.document(id) is not None]
    return tuple(id for id in reversed(there) if (id in shift.filed) == (name == "archive"))


def _table(shift: Shift, tokens: Tokens, name: str) -> tuple[Offer, ...]:
    return tuple(Offer(tokens.of(name, one.id), one.title, one.about) for one in shift.world.table(name))


def _waiting(shift: Shift, tokens: Tokens) -> list[Waiting]:
    found = []
    for id, since in shift.arrived.items():
        one = shift.world.documents[id]
        if one.channel in LIVE and one.reply is not None and id not in shift.answered | shift.gone:
            when = shift.world.when(since).strftime("%H:%M:%S")
            seconds = int(shift.now - since)
            token = tokens.of("document", id)
            found.append(Waiting(token, one.channel, one.sender, when, seconds, one.answer_within))
    return found


@lru_cache(maxsize=32)
def _free_days(calendar: Calendar, today: date) -> tuple[FreeDay, ...]:
    days = [today + timedelta(days=number) for number in range(_AHEAD)]
    names = {**holidays(calendar.country, today.year), **holidays(calendar.country, today.year + 1)}
    return tuple(
        FreeDay(day.isoformat(), names.get(day, ""))
        for day in days
        if day.weekday() < 5 and (day in names or day in calendar.also)
    )
