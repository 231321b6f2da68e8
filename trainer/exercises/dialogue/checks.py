"""What must hang together in a dialogue's file before anything can be searched: names, ways, conditions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from trainer.exercises.dialogue.condition import Condition
from trainer.exercises.dialogue.parts import ACTS, BUILT_IN, Choice
from trainer.schema.fields import Mismatch

if TYPE_CHECKING:
    from trainer.exercises.kinds.dialogue import Dialogue

Place = tuple[str | int, ...]


def check_names(dialogue: Dialogue) -> None:
    """Every name once: conditions speak of phrases, facts, tools, turns and endings without saying which it is."""
    seen = set[str](ACTS)
    for place, name in _names(dialogue):
        if name in seen:
            raise Mismatch(f"the name «{name}» is used twice; a condition could not tell which is meant", *place)
        seen.add(name)
    for name in dialogue.variables:
        if name in BUILT_IN:
            raise Mismatch(f"every dialogue has a variable «{name}»; call this one otherwise", "variables", name)
        bounds = dialogue.variables[name]
        if not bounds.least <= bounds.start <= bounds.most:
            raise Mismatch("the start lies outside the bounds", "variables", name, "start")
    _check_criteria(dialogue)


def _check_criteria(dialogue: Dialogue) -> None:
    ids = [criterion.id for criterion in dialogue.criteria]
    for index, name in enumerate(ids):
        if name in ids[:index]:
            raise Mismatch(f"another criterion has the same id «{name}»", "criteria", index, "id")


def _names(dialogue: Dialogue) -> Iterator[tuple[Place, str]]:
    for index, fact in enumerate(dialogue.customer.facts):
        yield ("customer", "facts", index, "id"), fact.id
    for index, tool in enumerate(dialogue.tools):
        yield ("tools", index, "id"), tool.id
    for index, turn in enumerate(dialogue.turns):
        yield ("turns", index, "id"), turn.id
    for index, ending in enumerate(dialogue.endings):
        yield ("endings", index, "id"), ending.id
    for place, phrase in dialogue.phrases():
        yield (*place, "id"), phrase.id


def check_ways(dialogue: Dialogue) -> None:
    """What is led to is a turn or an ending, what is found is a fact, what changes is a variable."""
    targets = {*dialogue.turn_of, *dialogue.ending_of}
    facts = {fact.id for fact in dialogue.customer.facts}
    for place, phrase in dialogue.phrases():
        for index, fact in enumerate(phrase.finds):
            _known(fact, facts, "fact of the customer's", (*place, "finds", index))
        for name in phrase.changes:
            _known(name, set(dialogue.bounds) - {"turns", "slips"}, "variable", (*place, "changes", name))
        if isinstance(phrase, Choice):
            _known(phrase.to, targets, "turn or ending", (*place, "to"))
            for index, way in enumerate(phrase.ways):
                _known(way.to, targets, "turn or ending", (*place, "ways", index, "to"))
    _known(dialogue.patience.to, set(dialogue.ending_of), "ending", ("patience", "to"))


def _known(name: str, names: Iterable[str], what: str, place: Place) -> None:
    known = list(names)
    if name not in known:
        raise Mismatch(f"«{name}» is no {what} here; there are: {', '.join(sorted(known))}", *place)


def check_conditions(dialogue: Dialogue) -> None:
    """Conditions speak of names and variables there are."""
    names = set(ACTS) | {name for _, name in _names(dialogue)} - set(dialogue.turn_of)
    for place, condition in conditions(dialogue):
        for inner, name in condition.names():
            if name not in names:
                raise Mismatch(f"nothing is called «{name}» here: no act, phrase, fact, tool or ending", *place, *inner)
        for inner, name in condition.variables():
            _known(name, dialogue.bounds, "variable", (*place, *inner))


def conditions(dialogue: Dialogue) -> Iterator[tuple[Place, Condition]]:
    """Every condition of the talk and of the rubric, with its place."""
    yield from flow_conditions(dialogue)
    for index, criterion in enumerate(dialogue.criteria):
        yield ("criteria", index, "when"), criterion.when


def flow_conditions(dialogue: Dialogue) -> Iterator[tuple[Place, Condition]]:
    """The conditions that decide how the talk goes."""
    for number, turn in enumerate(dialogue.turns):
        for index, variant in enumerate(turn.variants):
            yield ("turns", number, "variants", index, "when"), variant.when
    for place, phrase in dialogue.phrases():
        if phrase.when is not None:
            yield (*place, "when"), phrase.when
        for index, way in enumerate(phrase.ways if isinstance(phrase, Choice) else ()):
            yield (*place, "ways", index, "when"), way.when
