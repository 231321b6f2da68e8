"""Opening things, searching lists, turning their pages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from trainer.exercises.desk.acts import things
from trainer.exercises.desk.shift import Listed, Thing
from trainer.exercises.play import Move, MoveRefused
from trainer.kernel.problems import N_
from trainer.kernel.text import LocalText, clean_line

if TYPE_CHECKING:
    from trainer.exercises.desk.shift import Shift

LISTS = ("inbox", "tickets", "customers", "records", "articles", "forms", "outbox", "archive")
#: Lists that are searched; the others are short.
SEARCHED = ("customers", "records", "articles")
KINDS = ("document", "ticket", "customer", "record", "article", "form")


def open_thing(shift: Shift, move: Move) -> Shift:
    """``open`` a thing; ``values`` say its ``kind``."""
    kind = things.text_value(move, "kind")
    text, spoken = _title(shift, kind, move.on)
    thing: Thing = (kind, move.on)
    seen = shift.seen if thing in shift.seen else (*shift.seen, thing)
    return replace(shift.with_moment("opened", text, "opened", move.on, spoken=spoken), seen=seen, on_screen=thing)


def _title(shift: Shift, kind: str, id: str) -> tuple[LocalText, bool]:
    """What stands in the transcript for a thing, and whether it is in the spoken language alone."""
    found: dict[str, object] = {
        "document": shift.document(id), "ticket": shift.tickets.get(id), "customer": shift.card(id),
        "record": shift.record(id), "article": shift.world.articles.get(id), "form": shift.world.forms.get(id),
    }  # fmt: skip
    thing = found.get(kind)
    if thing is None:
        raise MoveRefused(N_("There is no such thing at this desk."))
    number, name = getattr(thing, "number", ""), getattr(thing, "name", "")
    title: LocalText = getattr(thing, "title", None) or shift.everywhere(name)
    return {language: f"{number} · {text}" for language, text in title.items()}, kind != "customer"


def search(shift: Shift, move: Move) -> Shift:
    """``search`` one of the lists for the words of ``text``."""
    if move.on not in SEARCHED:
        raise MoveRefused(N_("This list is not searched."))
    query = clean_line(things.text_value(move, "text"), 60)
    shift = shift.with_moment("searched", shift.everywhere(query), "searched", move.on)
    return replace(shift, lists={**shift.lists, move.on: Listed(query, found(shift, move.on, query))})


def found(shift: Shift, name: str, query: str) -> tuple[str, ...]:
    """Ids a list shows for a query; cards that were made in this shift come first."""
    world = shift.world
    if name == "customers":
        made = [id for id, card in shift.cards.items() if card.source and _fits(shift, id, query)]
        return (*made, *(id for id in world.customers.find(query) if shift.card(id) is not None))
    index = world.papers if name == "records" else world.knowledge
    return tuple(index.find(query))


def listed_anew(shift: Shift) -> Shift:
    """The shift with its list of customers as the cards now are."""
    listed = shift.lists.get("customers", Listed())
    fresh = listed._replace(ids=found(shift, "customers", listed.query))
    return replace(shift, lists={**shift.lists, "customers": fresh})


def _fits(shift: Shift, id: str, query: str) -> bool:
    from trainer.exercises.desk.search import Index

    card = shift.card(id)
    return card is not None and bool(Index([(id, shift.world.card_words(card))]).find(query))


def turn(shift: Shift, move: Move) -> Shift:
    """``page`` of a list, from 0: no event, only another window."""
    page = move.values.get("page")
    if move.on not in LISTS or not isinstance(page, int) or isinstance(page, bool) or not 0 <= page < 10_000:
        raise MoveRefused(N_("There is no such page."))
    listed = shift.lists.get(move.on, Listed())
    return replace(shift, lists={**shift.lists, move.on: listed._replace(page=page)})
