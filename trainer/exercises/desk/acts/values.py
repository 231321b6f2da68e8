"""What is entered in a field: taken from something that was seen, chosen, or typed as a number or a day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from trainer.exercises.play import MoveRefused
from trainer.kernel.problems import N_

if TYPE_CHECKING:
    from trainer.exercises.desk.shift import Shift, Thing

_NUMBER = re.compile(r"-?\d{1,9}(?:\.\d{1,4})?")


def entered(shift: Shift, field: str, value: object) -> str:
    """The value to be kept: for a field that is ``taken``, ``value`` names the thing it is taken from; "" clears."""
    kind = shift.world.fields.get(field)
    if kind is None:
        raise MoveRefused(N_("There is no such field."))
    if not isinstance(value, str):
        raise MoveRefused(N_("This move is not complete."))
    if not value:
        return ""
    match kind.entry:
        case "taken":
            return _taken(shift, field, value)
        case "choice" if value not in {option.id for option in kind.options}:
            raise MoveRefused(N_("There is no such choice."))
        case "number":
            return _number(value)
        case "day":
            return day(value).isoformat()
    return value


def _taken(shift: Shift, field: str, source: str) -> str:
    for id, text in offered(shift, field):
        if id == source:
            return text
    raise MoveRefused(N_("Nothing you have read says this."))


def _number(value: str) -> str:
    if _NUMBER.fullmatch(value) is None:
        raise MoveRefused(N_("Write a number."))
    return format(Decimal(value).normalize(), "f")


def day(value: object) -> date:
    """A day as a move tells it: ``2026-11-23``."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) and len(value) == 10 else date.fromisoformat("")
    except ValueError:
        raise MoveRefused(N_("This is no day of the calendar.")) from None


def offered(shift: Shift, field: str) -> Iterator[tuple[str, str]]:
    """What can be taken for a field, of every thing that was opened: the thing it was read in, and the value."""
    for thing in shift.seen:
        text = fields_of(shift, thing).get(field)
        if text:
            yield thing[1], text


def fields_of(shift: Shift, thing: Thing) -> dict[str, str]:
    """What can be taken from a thing: as it came in, and as cards and records were before this shift."""
    kind, id = thing
    if kind == "document":
        return shift.world.taken.get(id, {})
    if kind == "customer":
        card = shift.world.cards.get(id)
        return dict(card.fields) if card else {}
    if kind == "record":
        record = shift.world.records.get(id)
        return dict(record.fields) if record else {}
    return {}
