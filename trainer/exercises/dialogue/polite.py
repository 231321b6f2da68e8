"""A player who is polite and nothing else: says the kindest thing, looks nothing up, holds to no rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.exercises.dialogue.parts import Phrase
from trainer.exercises.dialogue.step import first, offered, say
from trainer.exercises.dialogue.steps import step_of
from trainer.exercises.runs import Step

if TYPE_CHECKING:
    from trainer.exercises.kinds.dialogue import Dialogue


def polite_steps(dialogue: Dialogue) -> list[Step]:
    """Where something polite is offered it is said, elsewhere what stands first; until the end."""
    inner, steps = first(dialogue), list[Step]()
    while ways := offered(dialogue, inner):
        chosen = max(ways, key=_kindness)
        steps.append(step_of(chosen))
        inner = say(dialogue, inner, chosen)
    return steps


def _kindness(phrases: tuple[Phrase, ...]) -> int:
    return sum(phrase.polite for phrase in phrases)
