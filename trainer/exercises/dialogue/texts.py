"""Every text of a dialogue with the room it has on a screen of 60 columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from trainer.exercises.base import Written
from trainer.exercises.dialogue.parts import Phrase

if TYPE_CHECKING:
    from trainer.exercises.kinds.dialogue import Dialogue

Place = tuple[str | int, ...]

#: Characters. Six lines of 58 columns for what a customer says; three for a choice, so that five choices stand on a
#: screen of 18 lines with a line of what was said last; two for a part of what is composed.
SAYS, CHOICE, PIECE = 348, 174, 116
TITLE, LINE, NOTE, COMMENT, DOCUMENT = 60, 100, 232, 360, 1600


def texts(dialogue: Dialogue) -> Iterator[Written]:
    """What is said, shown and commented, each with its place."""
    customer = dialogue.customer
    yield Written(("customer", "about"), customer.about, NOTE)
    yield Written(("customer", "goal"), customer.goal, NOTE)
    for index, fact in enumerate(customer.facts):
        yield Written(("customer", "facts", index, "text"), fact.text, LINE)
    for index, tool in enumerate(dialogue.tools):
        yield Written(("tools", index, "title"), tool.title, TITLE, True)
        yield Written(("tools", index, "text"), tool.text, DOCUMENT, True)
    yield from _turns(dialogue)
    for place, phrase in dialogue.phrases():
        yield from _phrase(place, phrase)
    for index, ending in enumerate(dialogue.endings):
        if ending.says is not None:
            yield Written(("endings", index, "says"), ending.says, SAYS, True)
        yield Written(("endings", index, "text"), ending.text, NOTE)


def _turns(dialogue: Dialogue) -> Iterator[Written]:
    for index, turn in enumerate(dialogue.turns):
        yield Written(("turns", index, "says"), turn.says, SAYS, True)
        for number, variant in enumerate(turn.variants):
            yield Written(("turns", index, "variants", number, "says"), variant.says, SAYS, True)
        if turn.tip is not None:
            yield Written(("turns", index, "tip"), turn.tip, NOTE)


def _phrase(place: Place, phrase: Phrase) -> Iterator[Written]:
    yield Written((*place, "text"), phrase.text, CHOICE if "choices" in place else PIECE, True)
    yield Written((*place, "comment"), phrase.comment, COMMENT)
    if phrase.because is not None:
        yield Written((*place, "because"), phrase.because, LINE)
