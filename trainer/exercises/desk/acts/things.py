"""What an act is done to, or the reason why it is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.exercises.desk.parts import Document
from trainer.exercises.desk.world import CardNow, RecordNow, TicketNow
from trainer.exercises.library import Entry
from trainer.exercises.play import Move, MoveRefused
from trainer.kernel.problems import N_
from trainer.kernel.text import LocalText

if TYPE_CHECKING:
    from trainer.exercises.desk.shift import Shift


def document(shift: Shift, id: str) -> Document:
    """A document that has come in and was opened."""
    found = shift.document(id)
    if found is None:
        raise MoveRefused(N_("There is no such document."))
    if ("document", id) not in shift.seen:
        raise MoveRefused(N_("Read the document first."))
    return found


def card(shift: Shift, id: str) -> CardNow:
    """A card that is there."""
    found = shift.card(id)
    if found is None:
        raise MoveRefused(N_("There is no such customer card."))
    return found


def record(shift: Shift, id: str) -> RecordNow:
    """A contract, order or other record."""
    found = shift.record(id)
    if found is None:
        raise MoveRefused(N_("There is no such record."))
    return found


def ticket(shift: Shift, id: str) -> TicketNow:
    """A registered request that is still open."""
    found = shift.tickets.get(id)
    if found is None:
        raise MoveRefused(N_("There is no such request."))
    if found.code:
        raise MoveRefused(N_("This request is closed."))
    return found


def entry(shift: Shift, table: str, id: object) -> Entry:
    """A line of one of the desk's tables."""
    for one in shift.world.table(table):
        if one.id == id:
            return one
    raise MoveRefused(N_("There is no such choice."))


def text_value(move: Move, name: str, default: str = "") -> str:
    """A text a move brings along."""
    value = move.values.get(name, default)
    if not isinstance(value, str):
        raise MoveRefused(N_("This move is not complete."))
    return value


def arrow(shift: Shift, left: str, right: LocalText) -> LocalText:
    """``left → right`` in every language of the exercise."""
    return {
        language: f"{left} → {right.get(language) or next(iter(right.values()), '')}" for language in shift.desk.title
    }
