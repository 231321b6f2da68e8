"""How well the learner knows each statement: answers of the store joined with what the catalogue says items test."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from trainer.catalogue.index import Catalogue
from trainer.catalogue.rows import StatementRow
from trainer.flows.workspace import Workspace
from trainer.memory.mastery import Mastery, mastery_by
from trainer.memory.upkeep import in_order


class OwnStatement(NamedTuple):
    """A statement of the learner's qualification. ``leader`` stands for all statements that say the same."""

    row: StatementRow
    leader: str


def own_statements(workspace: Workspace) -> list[OwnStatement]:
    """The statements of the learner's qualification that can be tested, in the standard's order, common ones first."""
    catalogue, qualification = workspace.catalogue, workspace.profile().qualification
    leaders = catalogue.equal_statements()
    rows = catalogue.common_statements(qualification)
    for unit in catalogue.units(qualification):
        rows += catalogue.statements(unit.id)
    return [OwnStatement(row, leaders.get(row.id, row.id)) for row in rows if row.part != "key_point"]


def tested_statements(catalogue: Catalogue, items: Iterable[tuple[str, Sequence[str]]]) -> dict[str, tuple[str, ...]]:
    """What each item tests, by leader and once, from (item, statements it names)."""
    leaders = catalogue.equal_statements()
    return {item: tuple(dict.fromkeys(leaders.get(s, s) for s in statements)) for item, statements in items}


def statement_mastery(workspace: Workspace) -> Mapping[str, Mastery]:
    """Mastery of every statement that was answered, by leader; items that left the catalogue say nothing."""
    cards = workspace.store.cards()
    places = workspace.catalogue.item_places(cards)
    tested = tested_statements(workspace.catalogue, ((id, place.statements) for id, place in places.items()))
    answers = in_order(workspace.store.answers())
    return mastery_by(((answer.item, answer.points) for answer in answers), tested)
