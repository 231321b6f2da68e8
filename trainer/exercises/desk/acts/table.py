"""The acts by the word a move calls them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from trainer.exercises.desk.acts import cards, filing, looking, tickets, time, writing
from trainer.exercises.play import Move

if TYPE_CHECKING:
    from trainer.exercises.desk.shift import Shift

ACTS: Mapping[str, Callable[[Shift, Move], Shift]] = {
    "open": looking.open_thing,
    "search": looking.search,
    "page": looking.turn,
    "new-card": cards.new_card,
    "merge": cards.merge,
    "correct": cards.correct,
    "register": tickets.register,
    "link": tickets.link,
    "classify": tickets.classify,
    "prioritise": tickets.prioritise,
    "route": tickets.route,
    "deadline": tickets.set_deadline,
    "close": tickets.close,
    "reply": writing.reply,
    "fill": writing.fill,
    "report": writing.fill,
    "archive": filing.archive,
    "delete": filing.delete,
    "wait": time.wait,
    "finish": time.finish,
}
