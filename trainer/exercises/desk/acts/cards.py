"""Customer cards: a new one, two made one, a field put right; and the records whose fields may be corrected."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from trainer.exercises.desk.acts import things
from trainer.exercises.desk.acts.looking import listed_anew
from trainer.exercises.desk.acts.values import entered
from trainer.exercises.desk.world import CardNow
from trainer.exercises.play import Move, MoveRefused
from trainer.kernel.problems import N_

if TYPE_CHECKING:
    from trainer.exercises.desk.shift import Shift


def new_card(shift: Shift, move: Move) -> Shift:
    """A ``new-card`` for who wrote a document, with those of its ``fields`` that are to be kept."""
    document = things.document(shift, move.on)
    if document.id in shift.cards:
        raise MoveRefused(N_("A card was made from this document already."))
    there, wanted = shift.world.taken[document.id], move.values.get("fields", [])
    if not isinstance(wanted, list) or not all(isinstance(field, str) and field in there for field in wanted):
        raise MoveRefused(N_("The document does not say this."))
    if not set(wanted) <= set(shift.desk.room):
        raise MoveRefused(N_("A card has no room for this."))
    made = sum(1 for card in shift.cards.values() if card.source)
    number = f"{shift.desk.hours.day.year}-{made + 1:03}"
    kept = {field: text for field, text in there.items() if field in wanted}
    card = CardNow(number, kept.get("name", document.sender), kept, (), document.id)
    text = shift.everywhere(f"{number} · {card.name}")
    shift = shift.with_moment("new-card", text, "new_card", document.id)
    return listed_anew(replace(shift, cards={**shift.cards, document.id: card}))


def merge(shift: Shift, move: Move) -> Shift:
    """``merge`` a card ``into`` another: its history and what the other lacks move over, then it is gone."""
    old, into = things.card(shift, move.on), things.text_value(move, "into")
    new = things.card(shift, into)
    if move.on == into:
        raise MoveRefused(N_("This is one and the same card."))
    history = tuple(sorted((*old.history, *new.history), key=lambda line: line[0], reverse=True))
    whole = replace(new, fields={**old.fields, **new.fields}, history=history)
    text = shift.everywhere(f"{old.number} · {old.name} → {new.number} · {new.name}")
    shift = shift.with_moment("merged", text, "merged", move.on, into)
    shift = replace(shift, cards={**shift.cards, into: whole}, merged={**shift.merged, move.on: into})
    on_screen = ("customer", into) if shift.on_screen == ("customer", move.on) else shift.on_screen
    return listed_anew(replace(shift, on_screen=on_screen))


def correct(shift: Shift, move: Move) -> Shift:
    """``correct`` a ``field`` of a card or record: ``value`` is where it is taken from, or what is chosen or typed."""
    field = things.text_value(move, "field")
    value = entered(shift, field, move.values.get("value", ""))
    if move.on in shift.world.records:
        record = things.record(shift, move.on)
        if field not in record.changeable:
            raise MoveRefused(N_("This is not for you to change."))
        changed = replace(record, fields={**record.fields, field: value})
        shift = shift.with_moment("corrected", shift.everywhere(record.number), "corrected", move.on, field)
        return replace(shift, records={**shift.records, move.on: changed})
    card = things.card(shift, move.on)
    if field not in shift.desk.room:
        raise MoveRefused(N_("A card has no room for this."))
    fields = {name: text for name, text in {**card.fields, field: value}.items() if text}
    text = things.arrow(shift, f"{card.number} · {card.name}", shift.world.fields[field].label)
    shift = shift.with_moment("corrected", text, "corrected", move.on, field)
    return replace(shift, cards={**shift.cards, move.on: replace(card, fields=fields)})
