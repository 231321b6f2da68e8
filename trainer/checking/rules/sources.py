"""Sources: every fact known, exam keys on what was verified, nothing past the day it should be read again."""

from __future__ import annotations

from collections.abc import Iterator

from trainer.checking.rule import Rule, each_item
from trainer.checking.seen import Hit, SeenItem, at
from trainer.checking.world import World
from trainer.kernel.problems import N_

#: What an exam key may rest on; technique (no jurisdiction) may also rest on a named model.
VERIFIED = frozenset({"verified", "verified-secondary", "computed"})


def unknown_facts(world: World) -> Iterator[Hit]:
    """S01: facts of items and pages stand in the register."""
    template = N_("«{fact}» is not in the register of sources; correct the id or add the source to sources.yaml.")
    known = world.known.sources
    if known is None:
        return
    for seen in world.items:
        for index, fact in enumerate(seen.item.facts):
            if fact not in known:
                yield seen.hit(("facts", index), template, fact=fact)
    for lesson in (lesson for module in world.modules for lesson in module.lessons):
        document = lesson.lesson.document
        for number, page in enumerate(lesson.lesson.value.pages):
            for index, fact in enumerate(page.facts):
                if fact not in known:
                    place = ("pages", number, "facts", index)
                    yield at(document, place, template, fact=fact)


def unverified_keys(world: World) -> Iterator[Hit]:
    """S02: an item that an exam may draw rests on verified sources only."""
    template = N_(
        "An exam may draw this item, and its source «{fact}» is only {certainty}; use the item for practice, or verify "
        "the source."
    )
    for seen in world.items:
        if seen.item.use == "practice":
            continue
        allowed = VERIFIED | {"model"} if seen.item.jurisdiction == "none" else VERIFIED
        for index, fact in enumerate(seen.item.facts):
            source = (world.known.sources or {}).get(fact)
            if source is not None and source.certainty not in allowed:
                yield seen.hit(("facts", index), template, fact=fact, certainty=source.certainty)


def no_facts(seen: SeenItem) -> Iterator[Hit]:
    """L29: a normative item names the facts it rests on."""
    if seen.item.jurisdiction != "none" and not seen.item.facts:
        template = N_(
            "The item is about the law of {jurisdiction} and names no source; add the «facts» its key rests on."
        )
        yield seen.hit(("facts",), template, jurisdiction=seen.item.jurisdiction)


def past_review(world: World) -> Iterator[Hit]:
    """S03: sources whose day of review has passed."""
    template = N_(
        "«{source}» was to be read again by {day}; check that the rule still stands and set a new «review_by»."
    )
    if world.sources is None:
        return
    document = world.sources.document
    for index, source in enumerate(world.sources.value.sources):
        if source.review_by < world.as_of:
            place = ("sources", index, "review_by")
            yield at(document, place, template, source=source.id, day=source.review_by)


def out_of_force(world: World) -> Iterator[Hit]:
    """S04: items that no paper draws any more."""
    template = N_("The item's law ended on {day}, so no paper draws it any more; replace it or take it out.")
    for seen in world.items:
        if seen.item.valid_until is not None and seen.item.valid_until < world.as_of:
            yield seen.hit(("valid_until",), template, day=seen.item.valid_until)


RULES = (
    Rule("S01", "error", "facts that stand in the register of sources", unknown_facts),
    Rule("S02", "error", "exam keys on verified sources", unverified_keys),
    Rule("S03", "warning", "sources read again in time", past_review),
    Rule("S04", "info", "items whose law is in force", out_of_force),
    Rule("L29", "error", "facts under every normative item", each_item(no_facts)),
)
