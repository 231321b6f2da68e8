"""A search over all ways a dialogue can go: over (turn, variables, what happened), as far as these decide anything."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import product
from typing import TYPE_CHECKING

from trainer.exercises.base import Oddity, Place
from trainer.exercises.dialogue.checks import flow_conditions
from trainer.exercises.dialogue.condition import Condition
from trainer.exercises.dialogue.parts import MOOD, SLIPS, Choice, Phrase
from trainer.exercises.dialogue.step import Inner, first, open_lists, say

if TYPE_CHECKING:
    from trainer.exercises.kinds.dialogue import Dialogue

#: More states than this are not searched: two seconds, and more than anybody can oversee.
MOST_STATES = 20_000
#: A fall of the mood this close to the end needs no way back.
TURNS_TO_RECOVER = 2


@dataclass(frozen=True, slots=True)
class Edge:
    """A way from a state: where to, in how many wordings, what is said, and by how much the mood moves."""

    to: Inner
    count: int
    phrases: tuple[Phrase, ...]
    mood: int


@dataclass(slots=True)
class Graph:
    """Every state that can be reached, with the ways from it. ``whole`` False: there are too many."""

    edges: dict[Inner, list[Edge]] = field(default_factory=dict)
    offered: set[str] = field(default_factory=set)
    whole: bool = True


class Search:
    """What can be known of a dialogue without playing it."""

    def __init__(self, dialogue: Dialogue) -> None:
        self._dialogue = dialogue
        conditions = [condition for _, condition in flow_conditions(dialogue)]
        self._names = frozenset(name for one in conditions for _, name in one.names())
        variables = {name for one in conditions for _, name in one.variables()}
        if dialogue.patience.mood is not None:
            variables.add(MOOD)
        self._kept = tuple(name in variables for name in dialogue.bounds)
        self._start = tuple(bound.start for bound in dialogue.bounds.values())
        self._variables = variables
        self._ordered = any(_orders(one) for one in conditions)
        self._tools = [tool.id for tool in dialogue.tools if tool.id in self._names]

    @cached_property
    def graph(self) -> Graph:
        """Explored from the first turn on."""
        graph, waiting = Graph(), deque([self._projected(first(self._dialogue))])
        while waiting:
            state = waiting.popleft()
            if state in graph.edges:
                continue
            if len(graph.edges) >= MOST_STATES:
                graph.whole = False
                break
            graph.edges[state] = [*self._ways(state, graph), *self._opening(state)]
            waiting.extend(edge.to for edge in graph.edges[state])
        return graph

    def _ways(self, state: Inner, graph: Graph) -> Iterator[Edge]:
        turn = self._dialogue.turn_of.get(state.place)
        if turn is None:
            return
        lists = open_lists(self._dialogue, state, turn)
        graph.offered.update(phrase.id for phrases in lists.values() for phrase in phrases)
        for group in product(*(self._alike(phrases).values() for phrases in lists.values())):
            phrases = tuple(alike[0] for alike in group)
            count = 1
            for alike in group:
                count *= len(alike)
            mood = sum(phrase.changes.get(MOOD, 0) for phrase in phrases)
            yield Edge(self._projected(say(self._dialogue, state, phrases)), count, phrases, mood)

    def _opening(self, state: Inner) -> Iterator[Edge]:
        """Looking something up, where it decides what may be said."""
        if state.place in self._dialogue.turn_of:
            for tool in self._tools:
                if tool not in state.happened:
                    to = self._projected(replace(state, happened=(*state.happened, tool)))
                    yield Edge(to, 1, (), 0)

    def _alike(self, phrases: Sequence[Phrase]) -> dict[object, list[Phrase]]:
        """Phrases by what they do to the talk: of a dozen closings most do the same."""
        groups: dict[object, list[Phrase]] = {}
        for phrase in phrases:
            groups.setdefault(self._effect(phrase), []).append(phrase)
        return groups

    def _effect(self, phrase: Phrase) -> object:
        if isinstance(phrase, Choice):
            return phrase.id
        names = [name for name in (phrase.id, *phrase.acts, *phrase.finds) if name in self._names]
        changes = sorted((name, by) for name, by in phrase.changes.items() if name in self._variables | {MOOD})
        slips = SLIPS in self._variables and phrase.register_ not in ("neutral", self._dialogue.register_)
        return tuple(names), tuple(changes), slips

    def _projected(self, state: Inner) -> Inner:
        """The state without what decides nothing."""
        kept = zip(self._kept, state.values, self._start, strict=True)
        values = tuple(value if keep else start for keep, value, start in kept)
        happened = [name for name in state.happened if name in self._names]
        return Inner(state.place, values, tuple(happened if self._ordered else sorted(happened)))

    # -- what is asked of it -------------------------------------------------------------------------------------

    def paths(self) -> int | None:
        """How many different talks there are, from the first turn to an ending; None when there are too many states."""
        if not self.graph.whole:
            return None
        known: dict[tuple[Inner, int], int] = {}

        def count(state: Inner, turns: int) -> int:
            if state.place in self._dialogue.ending_of or turns == 0:
                return 1
            if (state, turns) not in known:
                edges = self.graph.edges[state]
                known[state, turns] = sum(edge.count * count(edge.to, turns - bool(edge.phrases)) for edge in edges)
            return known[state, turns]

        return count(self._projected(first(self._dialogue)), self._dialogue.patience.turns)

    def odd(self) -> Iterator[Oddity]:
        """Everything wrong with how it can go."""
        if not self.graph.whole:
            yield Oddity("too-large", ("turns",), {"limit": MOST_STATES})
            return
        yield from self._unreachable()
        yield from self._stuck()
        yield from self._lost_moods()

    def _unreachable(self) -> Iterator[Oddity]:
        dialogue, reached = self._dialogue, {state.place for state in self.graph.edges}
        for index, turn in enumerate(dialogue.turns):
            if turn.id not in reached:
                yield Oddity("unreachable-turn", ("turns", index, "id"), {"turn": turn.id})
        for index, ending in enumerate(dialogue.endings):
            if ending.id not in reached and ending.id != dialogue.patience.to:
                yield Oddity("unreachable-ending", ("endings", index, "id"), {"ending": ending.id})
        for place, phrase in dialogue.phrases():
            turn_id = dialogue.turns[_index(place)].id
            if turn_id in reached and phrase.id not in self.graph.offered:
                yield Oddity("never-offered", (*place, "id"), {"phrase": phrase.id})

    def _stuck(self) -> Iterator[Oddity]:
        edges, dialogue = self.graph.edges, self._dialogue
        ends = [state for state in edges if state.place in dialogue.ending_of]
        out = self._leading_to(ends)
        mute = {state.place for state in edges if not any(edge.phrases for edge in edges[state])}
        dead = mute - {*dialogue.ending_of}
        lost = {state.place for state in edges if state not in out} - dead
        for index, turn in enumerate(dialogue.turns):
            if turn.id in dead:
                yield Oddity("dead-end", ("turns", index, "id"), {"turn": turn.id})
            elif turn.id in lost:
                yield Oddity("no-ending", ("turns", index, "id"), {"turn": turn.id})

    def _lost_moods(self) -> Iterator[Oddity]:
        """Phrases after which the mood can never rise again though the talk goes on."""
        edges = self.graph.edges
        hopeful = self._leading_to(state for state in edges if any(edge.mood > 0 for edge in edges[state]))
        near = self._near_the_end()
        told = set[str]()
        for state in edges:
            for edge in edges[state]:
                if edge.mood < 0 and edge.to not in hopeful and edge.to not in near:
                    told |= {phrase.id for phrase in edge.phrases if phrase.changes.get(MOOD, 0) < 0}
        for place, phrase in self._dialogue.phrases():
            if phrase.id in told:
                yield Oddity("mood-lost", (*place, "changes"), {"phrase": phrase.id})

    def _near_the_end(self) -> set[Inner]:
        """States from which an ending can be reached in fewer turns than a mood needs to recover."""
        near = {state for state in self.graph.edges if state.place in self._dialogue.ending_of}
        for _ in range(TURNS_TO_RECOVER - 1):
            near |= {state for state, edges in self.graph.edges.items() if any(edge.to in near for edge in edges)}
        return near

    def _leading_to(self, wanted: Iterable[Inner]) -> set[Inner]:
        """The states from which one of these can be reached, they themselves among them."""
        back: dict[Inner, list[Inner]] = {}
        for state, edges in self.graph.edges.items():
            for edge in edges:
                back.setdefault(edge.to, []).append(state)
        found, waiting = set[Inner](), deque(wanted)
        while waiting:
            state = waiting.popleft()
            if state not in found:
                found.add(state)
                waiting.extend(back.get(state, ()))
        return found


def _index(place: Place) -> int:
    number = place[1]
    assert isinstance(number, int)
    return number


def _orders(condition: Condition) -> bool:
    return bool(condition.order) or any(map(_orders, condition.one_of))
