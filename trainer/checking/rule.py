"""A rule: its name, how grave it is, what it looks for, and the function that looks."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

from trainer.checking.findings import Severity
from trainer.checking.seen import Hit, SeenItem, Wording
from trainer.checking.world import SeenBank, World

Finder = Callable[[World], Iterable[Hit]]

#: What an entry is compared with: options that have a key; also what rows are paired with; also rows and steps.
KEYED, OFFERED, EVERY = ("options",), ("options", "column"), ("options", "column", "rows")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. ``summary`` says in English what good content looks like; hits may be graver or milder than usual."""

    id: str
    severity: Severity
    summary: str
    find: Finder


def each_item(find: Callable[[SeenItem], Iterable[Hit]]) -> Finder:
    """Look at every item and check question."""

    def run(world: World) -> Iterator[Hit]:
        for seen in world.items:
            yield from find(seen)

    return run


def each_language(find: Callable[[Wording], Iterable[Hit]]) -> Finder:
    """Look at every item in every language it has."""
    return each_item(lambda seen: (hit for wording in seen.wordings for hit in find(wording)))


def each_worded(find: Callable[[Wording], Iterable[Hit]]) -> Finder:
    """Look at every item in every language that has a word list."""
    return each_item(lambda seen: (hit for w in seen.wordings if w.known_words is not None for hit in find(w)))


def each_list(find: Callable[[Wording], Iterable[Hit]], *, of: Collection[str] = EVERY, worded: bool = False) -> Finder:
    """Look at every list of these kinds alone, in every language (``worded``: in those that have a word list)."""
    return each_item(
        lambda seen: (
            hit
            for wording in seen.list_wordings
            if wording.listed.kind in of and not (worded and wording.known_words is None)
            for hit in find(wording)
        )
    )


def each_bank(find: Callable[[SeenBank], Iterable[Hit]]) -> Finder:
    """Look at every bank."""

    def run(world: World) -> Iterator[Hit]:
        for bank in world.banks:
            yield from find(bank)

    return run
