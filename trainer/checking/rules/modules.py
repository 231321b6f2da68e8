"""Modules: enough lessons and items, enough of them for exams, not too many that only ask to remember."""

from __future__ import annotations

from collections.abc import Iterator

from trainer.checking.findings import Severity
from trainer.checking.pools import SETS, of_set
from trainer.checking.rule import Rule
from trainer.checking.seen import Hit, SeenItem, at
from trainer.checking.world import SeenModule, World
from trainer.kernel.problems import N_

LESSONS = (5, 8)
ITEMS, ITEMS_REQUIRED = 40, 60
REMEMBER_AT_MOST, APPLY_AT_LEAST = 0.40, 0.35


def _whole(world: World) -> Iterator[tuple[SeenModule, list[SeenItem]]]:
    """Modules all of whose files can be read, with the items of their banks."""
    for module in world.modules:
        if world.is_complete(module.slug):
            yield module, [seen for bank in world.banks if bank.slug == module.slug for seen in bank.items]


def _gravity(world: World, module: SeenModule) -> Severity | None:
    """Sizes are due in the modules the program plans; somebody's own module may be small, and is told so."""
    return None if module.slug in world.programme else "info"


def lessons(world: World) -> Iterator[Hit]:
    """M01."""
    template = N_("The module has {count} lessons; {least} to {most} make a module. Split or join them.")
    for module in world.modules:
        count = len(set(module.loaded.value.lessons))
        if not LESSONS[0] <= count <= LESSONS[1]:
            values = {"count": count, "least": LESSONS[0], "most": LESSONS[1]}
            yield at(module.loaded.document, ("lessons",), template, _gravity(world, module), **values)


def items(world: World) -> Iterator[Hit]:
    """M02."""
    template = N_("The module has {count} items in its bank; at least {least} are due. Write more.")
    for module, found in _whole(world):
        least = ITEMS_REQUIRED if module.slug in world.known.required else ITEMS
        if len(found) < least:
            values = {"count": len(found), "least": least}
            yield at(module.loaded.document, ("slug",), template, _gravity(world, module), **values)


def exam_share(world: World) -> Iterator[Hit]:
    """M03: a third for exams, counted over what the learners of one country meet."""
    template = N_(
        "Of {count} items for {country}, {exam} are for exams alone; a third is due, so that practice does not use the "
        "exam up. Change «use»."
    )
    for module, found in _whole(world):
        for country in SETS:
            met = of_set(found, country)
            exam = sum(seen.item.use == "exam" for seen in met)
            if 3 * exam < len(met):
                values = {"count": len(met), "country": country, "exam": exam}
                yield at(module.loaded.document, ("slug",), template, **values)


def levels(world: World) -> Iterator[Hit]:
    """M04."""
    much = N_("{share} % of the items only ask to remember; {limit} % at most. Replace some by cases.")
    few = N_("{share} % of the items ask to apply or analyse; at least {limit} % are due. Write more cases.")
    for module, found in _whole(world):
        count = max(1, len(found))
        remember = sum(seen.item.level == "remember" for seen in found) / count
        apply = sum(seen.item.level in ("apply", "analyse") for seen in found) / count
        for template, share, limit, wrong in (
            (much, remember, REMEMBER_AT_MOST, remember > REMEMBER_AT_MOST),
            (few, apply, APPLY_AT_LEAST, found and apply < APPLY_AT_LEAST),
        ):
            if wrong:
                values = {"share": round(100 * share), "limit": round(100 * limit)}
                yield at(module.loaded.document, ("slug",), template, **values)


RULES = (
    Rule("M01", "error", "five to eight lessons", lessons),
    Rule("M02", "error", "40 items, 60 in a module asked for", items),
    Rule("M03", "error", "a third of the items for exams", exam_share),
    Rule("M04", "error", "cases enough, and not too much to remember", levels),
)
