"""Putting documents into the archive and deleting what is no longer kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from trainer.exercises.desk.acts import things
from trainer.exercises.desk.acts.looking import listed_anew
from trainer.exercises.play import Move, MoveRefused
from trainer.kernel.problems import N_

if TYPE_CHECKING:
    from trainer.exercises.desk.shift import Shift, Thing


def archive(shift: Shift, move: Move) -> Shift:
    """``archive`` a document in a ``folder``; what lies in one can be moved to another."""
    document = things.document(shift, move.on)
    folder = things.entry(shift, "folders", move.values.get("folder"))
    text = things.arrow(shift, document.number, folder.title)
    shift = shift.with_moment("archived", text, "archived", document.id, folder.id)
    return replace(shift, filed={**shift.filed, document.id: folder.id})


def delete(shift: Shift, move: Move) -> Shift:
    """``delete`` a document or a card for good."""
    if things.text_value(move, "kind", "document") == "customer":
        card = things.card(shift, move.on)
        if move.on in shift.merged.values():
            raise MoveRefused(N_("Another card was merged into this one."))
        text = shift.everywhere(f"{card.number} · {card.name}")
        thing: Thing = ("customer", move.on)
    else:
        text = shift.everywhere(things.document(shift, move.on).number)
        thing = ("document", move.on)
    shift = shift.with_moment("deleted", text, "deleted", move.on)
    on_screen = None if shift.on_screen == thing else shift.on_screen
    seen = tuple(one for one in shift.seen if one != thing)
    return listed_anew(replace(shift, deleted=shift.deleted | {thing}, on_screen=on_screen, seen=seen))
