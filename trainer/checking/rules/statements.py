"""Statements: official ids, given to the module, at most four to an item, each taught and tested."""

from __future__ import annotations

from collections.abc import Iterator

from trainer.checking.parts import Place
from trainer.checking.rule import Rule
from trainer.checking.seen import Hit, at
from trainer.checking.world import SeenModule, World
from trainer.content.yamlfile import Document
from trainer.kernel.problems import N_


def unknown(world: World) -> Iterator[Hit]:
    """C01."""
    template = N_("«{id}» is no statement of any standard; correct the id.")
    statements = world.known.statements
    if statements is None:
        return
    for seen in world.items:
        for index, statement in enumerate(seen.item.statements):
            if statement not in statements:
                yield seen.hit(("statements", index), template, id=statement)
    for _, statement, document, place in _taught(world):
        if statement not in statements:
            yield at(document, place, template, id=statement)


def orphans(world: World) -> Iterator[Hit]:
    """C02: what a module teaches and tests is what the coverage map gives it."""
    template = N_(
        "The coverage map does not give «{id}» to the module «{module}»; correct the id, or add it to «covers» in "
        "coverage.yaml."
    )
    for seen in world.items:
        for index, statement in enumerate(seen.item.statements):
            if _is_orphan(world, seen.module, statement):
                yield seen.hit(("statements", index), template, id=statement, module=seen.module)
    for module, statement, document, place in _taught(world):
        if _is_orphan(world, module.slug, statement):
            yield at(document, place, template, id=statement, module=module.slug)


def _is_orphan(world: World, module: str, statement: str) -> bool:
    given = world.known.leaders_given(module)
    if given is None or statement not in (world.known.statements or {}):
        return False
    return world.known.leader(statement) not in given


def _taught(world: World) -> Iterator[tuple[SeenModule, str, Document, Place]]:
    """Every statement a lesson names, and where."""
    for module in world.modules:
        for lesson in module.lessons:
            for index, statement in enumerate(lesson.lesson.value.statements):
                yield module, statement, lesson.lesson.document, ("statements", index)


def too_many(world: World) -> Iterator[Hit]:
    """C03: what an item really tests is four statements at most; those declared the same count once."""
    template = N_(
        "The item names {count} different statements; an item tests four at most. Keep those it really tests."
    )
    twice = N_("«{id}» is named twice; take one out.")
    for seen in world.items:
        statements = seen.item.statements
        leaders = {world.known.leader(statement) for statement in statements}
        if len(leaders) > 4:
            yield seen.hit(("statements",), template, count=len(leaders))
        for index, statement in enumerate(statements):
            if statement in statements[:index]:
                yield seen.hit(("statements", index), twice, id=statement)


def not_taught(world: World) -> Iterator[Hit]:
    """C04: a statement given to a module that exists is named by a lesson of it."""
    template = N_("No lesson of «{module}» teaches «{id}», which the coverage map gives it; name it in a lesson.")
    for module in world.modules:
        leaders = {
            world.known.leader(statement) for lesson in module.lessons for statement in lesson.lesson.value.statements
        }
        for statement in _due(world, module):
            if world.known.leader(statement) not in leaders:
                yield _given(world, module, statement, template)


def not_tested(world: World) -> Iterator[Hit]:
    """C05: two items with different stems; for a skill both at apply or analyse."""
    few = N_(
        "«{id}», which the coverage map gives to «{module}», is named by {count} items; two with unlike stems are due."
    )
    only_known = N_(
        "«{id}» is a skill that items test only as knowledge; two at apply or analyse with different stems are due."
    )
    for module in world.modules:
        for statement in _due(world, module):
            found = world.coverage_of.get(statement)
            if found is None or found.tested:
                continue
            is_skill = (world.known.statements or {}).get(statement) == "skill" and found.items > 1
            yield _given(world, module, statement, only_known if is_skill else few, count=found.items)


def _due(world: World, module: SeenModule) -> list[str]:
    """The statements the module must teach and test; none while parts of it cannot be read."""
    parts = world.known.statements or {}
    if not world.is_complete(module.slug):
        return []
    return sorted(s for s in world.known.covers.get(module.slug, ()) if parts.get(s, "key_point") != "key_point")


def _given(world: World, module: SeenModule, statement: str, template: str, **values: object) -> Hit:
    """A hit where the coverage map gives the statement, or in the module's file where there is no map."""
    values = {"id": statement, "module": module.slug, **values}
    if world.coverage is None:
        document = module.loaded.document
        return at(document, ("slug",), template, **values)
    index, planned = next((i, one) for i, one in enumerate(world.coverage.value.modules) if one.slug == module.slug)
    document = world.coverage.document
    place = ("modules", index, "covers", planned.covers.index(statement))
    return at(document, place, template, **values)


RULES = (
    Rule("C01", "error", "statements of a standard", unknown),
    Rule("C02", "error", "statements the coverage map gives to the module", orphans),
    Rule("C03", "error", "four statements to an item at most", too_many),
    Rule("C04", "error", "every statement of a module taught", not_taught),
    Rule("C05", "error", "every statement of a module tested", not_tested),
)
