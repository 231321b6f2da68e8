"""What assessors judge by: a criterion for every part of a rationale, protocols about what their unit states."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from trainer.assessment.rationale import PARTS
from trainer.checking.known import KnownUnit
from trainer.checking.parts import Place
from trainer.checking.rule import Rule
from trainer.checking.seen import Hit, at
from trainer.checking.world import World
from trainer.content.assessing import OralProtocol
from trainer.content.load import Loaded
from trainer.kernel.problems import N_


def criteria(world: World) -> Iterator[Hit]:
    """A01: the rubric has one criterion for each part of a rationale, and none beside them."""
    unknown = N_("«{id}» is no part of a rationale; use one of: {known}.")
    twice = N_("There are two criteria for the part «{id}»; take one out.")
    lacking = N_("The part «{id}» of a rationale has no criterion, so nobody could judge it; add one.")
    if world.rubric is None:
        return
    document, names = world.rubric.document, [one.id for one in world.rubric.value.criteria]
    for index, name in enumerate(names):
        if name not in PARTS:
            yield at(document, ("criteria", index, "id"), unknown, id=name, known=", ".join(PARTS))
        elif name in names[:index]:
            yield at(document, ("criteria", index, "id"), twice, id=name)
    yield from (at(document, ("criteria",), lacking, id=part) for part in PARTS if part not in names)


def units(world: World) -> Iterator[Hit]:
    """A02: a protocol is of a unit there is, the only one of it, and its file is called so."""
    unknown = N_("«{unit}» is no unit of any standard; correct «unit».")
    misnamed = N_("The file is called «{file}» and the unit «{unit}»; call the file «{wanted}».")
    twice = N_("There is another protocol for the unit «{unit}», in {place}; keep one.")
    first: dict[str, str] = {}
    for protocol in world.protocols:
        unit, document = protocol.value.unit, protocol.document
        file, wanted = document.name.rpartition("/")[2], f"{unit}.yaml"
        if world.known.statements is not None and unit not in world.known.units:
            yield at(document, ("unit",), unknown, unit=unit)
        elif first.setdefault(unit, document.name) != document.name:
            yield at(document, ("unit",), twice, unit=unit, place=first[unit])
        elif file != wanted:
            yield at(document, ("unit",), misnamed, file=file, unit=unit, wanted=wanted)


def named(world: World) -> Iterator[Hit]:
    """A03: statements and indicators are those of the unit, ids of questions and points stand once."""
    foreign = N_("«{id}» is nothing that the unit «{unit}» states; correct the id.")
    twice = N_("The id «{id}» stands twice in this protocol; marks could not be told apart. Give this one another.")
    for protocol, unit in _of_units(world):
        document, value = protocol.document, protocol.value
        for place, name in [*_statements(value), *_indicators(value)]:
            if name not in unit.statements and name not in unit.indicators:
                yield at(document, place, foreign, id=name, unit=value.unit)
    for protocol in world.protocols:
        ids = list(_ids(protocol.value))
        counts = Counter(name for _, name in ids)
        seen = set[str]()
        for place, name in ids:
            if counts[name] > 1 and name in seen:
                yield at(protocol.document, place, twice, id=name)
            seen.add(name)


def covered(world: World) -> Iterator[Hit]:
    """A04: every indicator of the unit is observed, and every statement somebody must watch or hear."""
    indicator = N_("Nothing observes the indicator «{id}» of the unit; add a group that names it.")
    statement = N_("«{id}» must be watched or heard, and nothing observes it; add a group that names it.")
    asked = N_("«ask» wants {ask} questions and there are {count}; lower it or write more.")
    for protocol, unit in _of_units(world):
        value, document = protocol.value, protocol.document
        observed = {name for group in value.observe for name in (*group.indicators, *group.statements)}
        watched = {world.known.leader(name) for name in world.known.observer}
        for name in unit.indicators:
            if name not in observed:
                yield at(document, ("observe",), indicator, id=name)
        for name in unit.statements:
            if world.known.leader(name) in watched and name not in observed:
                yield at(document, ("observe",), statement, id=name)
    for protocol in world.protocols:
        ask, count = protocol.value.ask, len(protocol.value.questions)
        if ask > count:
            yield at(protocol.document, ("ask",), asked, ask=ask, count=count)


def _of_units(world: World) -> Iterator[tuple[Loaded[OralProtocol], KnownUnit]]:
    for protocol in world.protocols:
        if (unit := world.known.units.get(protocol.value.unit)) is not None:
            yield protocol, unit


def _statements(value: OralProtocol) -> Iterable[tuple[Place, str]]:
    for index, question in enumerate(value.questions):
        yield from ((("questions", index, "statements", i), name) for i, name in enumerate(question.statements))
    for index, group in enumerate(value.observe):
        yield from ((("observe", index, "statements", i), name) for i, name in enumerate(group.statements))


def _indicators(value: OralProtocol) -> Iterable[tuple[Place, str]]:
    for index, group in enumerate(value.observe):
        yield from ((("observe", index, "indicators", i), name) for i, name in enumerate(group.indicators))


def _ids(value: OralProtocol) -> Iterable[tuple[Place, str]]:
    yield from ((("questions", index, "id"), one.id) for index, one in enumerate(value.questions))
    for index, group in enumerate(value.observe):
        yield ("observe", index, "id"), group.id
        yield from ((("observe", index, "points", i, "id"), point.id) for i, point in enumerate(group.points))


RULES = (
    Rule("A01", "error", "a criterion for each part of a rationale", criteria),
    Rule("A02", "error", "one protocol a unit, called like it", units),
    Rule("A03", "error", "protocols about what their unit states", named),
    Rule("A04", "error", "indicators and watched statements observed", covered),
)
