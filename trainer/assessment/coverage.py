"""Coverage: which official statements are taught by a lesson and tested by items. Pure; one pass over the items."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from trainer.content.models import Qualification, Statement
from trainer.items.base import Item

Part = Literal["knowledge", "skill", "key_point"]

#: Levels at which an item tests a skill and not only what one knows of it (product rule).
SKILL_LEVELS = frozenset({"apply", "analyse"})


@dataclass(frozen=True, slots=True)
class StatementPlace:
    """A statement in its standard. ``unit`` is None where the standard states it for the whole qualification.

    ``listed`` is the heading it stands under, ``part`` what it is tested as: a Swiss skill may be knowledge.
    """

    id: str
    qualification: str
    unit: str | None
    listed: Part
    part: Part
    statement: Statement


@dataclass(frozen=True, slots=True)
class NamedItem:
    """What coverage must know of a bank item. ``stem`` is any value that differs when the stems differ."""

    stem: str
    level: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StatementCoverage:
    """How one statement is covered. Key points are listed and never tested.

    ``observer``: it must be watched or heard; here only its written side (phrases, register, transcripts) is tested.
    """

    lessons: tuple[str, ...] = ()
    items: int = 0
    exercises: int = 0
    observer: bool = False
    taught: bool = False
    tested: bool = False


def places(qualification: Qualification) -> list[StatementPlace]:
    """Every statement of a standard: those of the whole qualification first, then unit by unit."""
    found = [_place(qualification, None, "knowledge", s) for s in qualification.knowledge]
    found += [_place(qualification, None, "key_point", s) for s in qualification.key_points]
    for unit in qualification.units:
        found += [_place(qualification, unit.id, "knowledge", s) for s in unit.knowledge]
        found += [_place(qualification, unit.id, "skill", s) for s in unit.skills]
    return found


def _place(qualification: Qualification, unit: str | None, listed: Part, statement: Statement) -> StatementPlace:
    part = "knowledge" if statement.kind == "knowledge" else listed
    return StatementPlace(statement.id, qualification.id, unit, listed, part, statement)


def named_item(item: Item) -> NamedItem:
    """The part of a bank item that coverage reads; stems are compared without case and white space."""
    return NamedItem(stem_key(item.asked()), item.level, tuple(item.statements))


def stem_key(stem: Mapping[str, str]) -> str:
    """Equal for stems that differ in case and white space only, in the first of their languages by name."""
    return " ".join(stem[min(stem)].casefold().split())


def cover(
    parts: Mapping[str, Part],
    same_as: Iterable[Sequence[str]],
    lessons: Iterable[tuple[str, Sequence[str]]],
    items: Iterable[NamedItem],
    exercises: Iterable[tuple[str, Sequence[str]]] = (),
    observer: Iterable[str] = (),
) -> dict[str, StatementCoverage]:
    """Coverage by statement id. ``parts`` says what each statement is; lessons and exercises are (name, statements).

    Statements that say the same (``same_as``) share everything: naming one of them names all, an observer's too. Ids
    that are in no standard are ignored here; ``trainer check`` reports them.
    """
    group = {member: members[0] for members in same_as for member in members}
    taught: dict[str, list[str]] = {}
    for name, statements in lessons:
        for leader in {group.get(s, s) for s in statements}:
            taught.setdefault(leader, []).append(name)
    tallies: dict[str, _Tally] = {}
    for item in items:
        for leader in {group.get(s, s) for s in item.statements}:
            tallies.setdefault(leader, _Tally()).add(item)
    for name, statements in exercises:
        for leader in {group.get(s, s) for s in statements}:
            tallies.setdefault(leader, _Tally()).exercises.add(name)
    watched = {group.get(statement, statement) for statement in observer}
    return {
        statement: _covered(part, taught.get(leader, []), tallies.get(leader), leader in watched)
        for statement, part in parts.items()
        for leader in (group.get(statement, statement),)
    }


def _covered(part: Part, lessons: list[str], tally: _Tally | None, observer: bool) -> StatementCoverage:
    if tally is None:
        return StatementCoverage(tuple(lessons), observer=observer, taught=bool(lessons))
    tested = part != "key_point" and len(tally.skill_stems if part == "skill" else tally.stems) > 1
    # Doing is the test of a skill: one exercise that names it is enough.
    tested = tested or (part == "skill" and bool(tally.exercises))
    count = len(tally.exercises)
    return StatementCoverage(tuple(lessons), tally.items, count, observer, taught=bool(lessons), tested=tested)


class _Tally:
    """Items naming one group; only as many stems are kept as the rule asks for, so memory does not grow with a bank."""

    __slots__ = ("exercises", "items", "skill_stems", "stems")

    def __init__(self) -> None:
        self.items = 0
        self.exercises: set[str] = set()
        self.stems: set[str] = set()
        self.skill_stems: set[str] = set()

    def add(self, item: NamedItem) -> None:
        self.items += 1
        if len(self.stems) < 2:
            self.stems.add(item.stem)
        if item.level in SKILL_LEVELS and len(self.skill_stems) < 2:
            self.skill_stems.add(item.stem)
