"""Translations of the program: every message in every language, sure, with the same placeholders."""

from __future__ import annotations

from collections.abc import Iterator

from trainer.checking.rule import Rule
from trainer.checking.seen import Hit
from trainer.checking.world import World
from trainer.kernel.problems import N_

_SENTENCES = {
    "untranslated": N_("«{message}» is not translated; without it learners would read another language. Translate it."),
    "unsure": N_("«{message}» is marked as unsure (fuzzy); read the translation and take the mark off."),
    "placeholders": N_(
        "«{message}» and its translation «{found}» name different values in braces; use the same names."
    ),
}


def entries(world: World) -> Iterator[Hit]:
    """T03."""
    for catalogue in world.catalogues:
        for entry in catalogue.entries:
            if entry.wrong is not None:
                values = {"message": entry.message, "found": entry.found}
                yield Hit(catalogue.name, entry.line, _SENTENCES[entry.wrong], values)


def completeness(world: World) -> Iterator[Hit]:
    """T04: a message that one language has is in all of them."""
    template = N_(
        "«{message}» is missing here and present in «{other}»; bring the catalogue up to date and translate it."
    )
    messages = {c.language: [entry.message for entry in c.entries] for c in world.catalogues}
    for catalogue in world.catalogues:
        told = set(messages[catalogue.language])
        for other, found in messages.items():
            for message in found:
                if message not in told:
                    told.add(message)
                    yield Hit(catalogue.name, 1, template, {"message": message, "other": other})


RULES = (
    Rule("T03", "error", "messages translated, sure, with their placeholders", entries),
    Rule("T04", "error", "the same messages in every language", completeness),
)
