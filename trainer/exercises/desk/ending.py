"""What a shift has come to, whole and without pages: for whoever reads about it without the program."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.exercises.desk.rows import Rows
from trainer.exercises.desk.sheet import standing_of
from trainer.exercises.desk.shown import Row
from trainer.exercises.desk.view import ids_of
from trainer.exercises.tokens import Tokens
from trainer.kernel.text import LocalText

if TYPE_CHECKING:
    from trainer.exercises.desk.shift import Shift


@dataclass(frozen=True, slots=True)
class Ending:
    """Requests with their standing (category, priority, queue, closing code); what still lay in the inbox, what was
    sent, what was archived.
    """

    tickets: tuple[tuple[Row, LocalText], ...]
    inbox: tuple[Row, ...]
    sent: tuple[Row, ...]
    archive: tuple[Row, ...]


def ending_of(shift: Shift) -> Ending:
    """The state of a desk now; meant for one that is over."""
    rows = Rows(shift, Tokens(shift.seed))
    tickets = tuple((rows.ticket(one), standing_of(shift, one)) for one in shift.tickets)
    inbox, sent, archive = (ids_of(shift, name) for name in ("inbox", "outbox", "archive"))
    return Ending(
        tickets, tuple(map(rows.document, inbox)), tuple(map(rows.sent, sent)), tuple(map(rows.document, archive))
    )  # fmt: skip
