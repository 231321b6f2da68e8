"""The step from turn to turn: the one place where saying something has consequences, for playing and for searching."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from trainer.exercises.dialogue.condition import met
from trainer.exercises.dialogue.parts import MOOD, SLIPS, TURNS, Choice, Phrase, Turn

if TYPE_CHECKING:
    from trainer.exercises.kinds.dialogue import Dialogue


@dataclass(frozen=True, slots=True)
class Inner:
    """Where a talk is: a turn or an ending, the variables (in the order of ``bounds``), and what happened, in order."""

    place: str
    values: tuple[int, ...]
    happened: tuple[str, ...] = ()

    def variables(self, dialogue: Dialogue) -> Mapping[str, int]:
        """The variables by name."""
        return dict(zip(dialogue.bounds, self.values, strict=True))


def first(dialogue: Dialogue) -> Inner:
    """The first turn."""
    return Inner(dialogue.turns[0].id, tuple(bound.start for bound in dialogue.bounds.values()))


def offered(dialogue: Dialogue, inner: Inner) -> list[tuple[Phrase, ...]]:
    """Everything that may be said now: one choice, or an opening, a content and a closing."""
    turn = dialogue.turn_of.get(inner.place)
    if turn is None:
        return []
    return [*product(*open_lists(dialogue, inner, turn).values())]


def open_lists(dialogue: Dialogue, inner: Inner, turn: Turn) -> dict[str, list[Phrase]]:
    """The phrases of a turn whose conditions hold, by the list they stand in."""
    variables = inner.variables(dialogue)
    return {
        name: [phrase for phrase in phrases if met(phrase.when, inner.happened, variables)]
        for name, phrases in lists_of(turn).items()
    }


def lists_of(turn: Turn) -> dict[str, Sequence[Phrase]]:
    """The lists of a turn: ``choices`` alone, or the three parts of what is composed."""
    if turn.compose is None:
        return {"choices": turn.choices}
    return {name: getattr(turn.compose, name) for name in ("openings", "contents", "closings")}


def say(dialogue: Dialogue, inner: Inner, phrases: Sequence[Phrase]) -> Inner:
    """Where saying these phrases leads. They must be among :func:`offered`."""
    happened = tuple(dict.fromkeys([*inner.happened, *_names(phrases)]))
    variables = dict(inner.variables(dialogue))
    for name, change in _changes(dialogue, phrases):
        bounds = dialogue.bounds[name]
        variables[name] = min(bounds.most, max(bounds.least, variables[name] + change))
    place = _target(dialogue, phrases, happened, variables)
    if place in dialogue.ending_of:
        happened = (*happened, place)
    return Inner(place, tuple(variables.values()), happened)


def _names(phrases: Sequence[Phrase]) -> Iterator[str]:
    for phrase in phrases:
        yield from (phrase.id, *phrase.acts, *phrase.finds)


def _changes(dialogue: Dialogue, phrases: Sequence[Phrase]) -> Iterator[tuple[str, int]]:
    """Each change in turn, so that bounds are kept after every one of them."""
    for phrase in phrases:
        yield from phrase.changes.items()
        if phrase.register_ not in ("neutral", dialogue.register_):
            yield SLIPS, 1
    yield TURNS, 1


def _target(
    dialogue: Dialogue, phrases: Sequence[Phrase], happened: Sequence[str], variables: Mapping[str, int]
) -> str:
    lead = next(phrase for phrase in phrases if isinstance(phrase, Choice))
    wanted = next((way.to for way in lead.ways if way.when.holds(happened, variables)), lead.to)
    patience = dialogue.patience
    lost = patience.mood is not None and variables[MOOD] <= patience.mood
    if wanted not in dialogue.ending_of and (lost or variables[TURNS] >= patience.turns):
        return patience.to
    return wanted
