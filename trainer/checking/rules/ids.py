"""Ids: each one once, and what they point to exists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from trainer.checking.parts import Place
from trainer.checking.rule import Rule
from trainer.checking.seen import Hit, at
from trainer.checking.world import World
from trainer.content.yamlfile import Document
from trainer.kernel.problems import N_

_TWICE = N_("The id «{id}» is used twice (first in {place}); ids are for ever, so give this one another.")


def item_ids(world: World) -> Iterator[Hit]:
    """I01: items and check questions, over everything."""
    first: dict[str, str] = dict(world.known.items)
    for seen in world.items:
        if seen.item.id in first:
            yield seen.hit(("id",), _TWICE, id=seen.item.id, place=first[seen.item.id])
        else:
            first[seen.item.id] = seen.file


def file_ids(world: World) -> Iterator[Hit]:
    """I01: sources, glossary terms, statements, exams and their sections."""
    if world.sources is not None:
        ids = [((("sources", i, "id")), source.id) for i, source in enumerate(world.sources.value.sources)]
        yield from _once(world.sources.document, ids)
    for module in world.modules:
        terms = [(("glossary", i, "id"), term.id) for i, term in enumerate(module.loaded.value.glossary)]
        yield from _once(module.loaded.document, terms)
    for standard in world.qualifications:
        yield from _once(standard.document, nested_ids(standard.document.data))
    exams: dict[str, str] = {}
    for exam in world.exams:
        if (first := exams.setdefault(exam.value.id, exam.name)) != exam.name:
            yield at(exam.document, ("id",), _TWICE, id=exam.value.id, place=first)
        sections = [(("sections", i, "id"), section.id) for i, section in enumerate(exam.value.sections)]
        yield from _once(exam.document, sections)


def _once(document: Document, ids: Iterable[tuple[Place, str]]) -> Iterator[Hit]:
    known = set[str]()
    for place, name in ids:
        if name in known:
            values = {"id": name, "place": document.name}
            yield at(document, place, _TWICE, **values)
        known.add(name)


def nested_ids(data: object, place: Place = ()) -> Iterator[tuple[Place, str]]:
    """Every id inside a file's data but the file's own, with its place."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key == "id" and isinstance(value, str) and place:
                yield (*place, key), value
            else:
                yield from nested_ids(value, (*place, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from nested_ids(value, (*place, index))


def item_lessons(world: World) -> Iterator[Hit]:
    """I02: the lesson an item names is one of its module."""
    unknown = N_("The module «{module}» has no lesson «{lesson}»; name one of: {known}.")
    none = N_("The item names no lesson, so nobody is told where to study it; add «lesson», one of: {known}.")
    for seen in world.items:
        lessons = world.known.lessons.get(seen.module)
        if lessons is None or seen.check_of:
            continue
        values = {"module": seen.module, "known": ", ".join(lessons)}
        if seen.item.lesson is None:
            yield seen.hit(("id",), none, **values)
        elif seen.item.lesson not in lessons:
            yield seen.hit(("lesson",), unknown, lesson=seen.item.lesson, **values)


def bank_modules(world: World) -> Iterator[Hit]:
    """I03: a bank belongs to a module that exists or is planned."""
    template = N_(
        "«{module}» is no module that exists or is planned, so nobody will meet these items; correct «module»."
    )
    for bank in world.banks:
        if bank.slug and bank.slug not in world.known.lessons and bank.slug not in world.known.covers:
            yield Hit(bank.file, 1, template, {"module": bank.slug}, "warning" if world.known.covers else "info")


def module_lessons(world: World) -> Iterator[Hit]:
    """I04: the lessons a module lists are the files that are there, each once and in the same order."""
    twice = N_("The lesson «{lesson}» is listed twice; take one out.")
    absent = N_("The lesson «{lesson}» has no file in lessons/ that can be read; add it or take it out of the list.")
    for module in world.modules:
        document, listed = module.loaded.document, module.loaded.value.lessons
        there = {lesson.lesson.value.id for lesson in module.lessons} | module.unread
        for index, lesson in enumerate(listed):
            place = ("lessons", index)
            if lesson in listed[:index]:
                yield at(document, place, twice, lesson=lesson)
            elif lesson not in there:
                yield at(document, place, absent, lesson=lesson)


def lesson_files(world: World) -> Iterator[Hit]:
    """I05: a lesson's file is listed by its module and called as its id and place say."""
    unlisted = N_("The module does not list the lesson «{lesson}», so nobody can open it; add it to module.yaml.")
    misnamed = N_("The file is called «{file}» and the lesson «{lesson}»; call the file «{wanted}».")
    for module in world.modules:
        listed = module.loaded.value.lessons
        for lesson in module.lessons:
            document, value = lesson.lesson.document, lesson.lesson.value
            file = document.name.rpartition("/")[2]
            if value.id not in listed:
                yield at(document, ("id",), unlisted, lesson=value.id)
            elif file != (wanted := f"{listed.index(value.id) + 1:02}-{value.id}.yaml"):
                values = {"file": file, "lesson": value.id, "wanted": wanted}
                yield at(document, ("id",), misnamed, **values)


def planned_ids(world: World) -> Iterator[Hit]:
    """I06: the coverage map names statements that exist and modules it plans."""
    statement = N_("«{id}» is no statement of any standard; correct the id.")
    module = N_("«{id}» is no module of this map; correct the name or plan the module.")
    if world.coverage is None or world.known.statements is None:
        return
    document, plan = world.coverage.document, world.coverage.value
    slugs = {planned.slug for planned in plan.modules}
    named: list[tuple[Place, str, bool]] = [
        (("modules", i, "covers", j), id, id in world.known.statements)
        for i, planned in enumerate(plan.modules)
        for j, id in enumerate(planned.covers)
    ]
    named += [
        (("same_as", i, j), id, id in world.known.statements)
        for i, group in enumerate(plan.same_as)
        for j, id in enumerate(group)
    ]
    named += [(("observer", i), id, id in world.known.statements) for i, id in enumerate(plan.observer)]
    used = [
        (("qualifications", i, "units", j, "modules", k), slug, slug in slugs)
        for i, standard in enumerate(plan.qualifications)
        for j, unit in enumerate(standard.units)
        for k, slug in enumerate(unit.modules)
    ]
    for template, entries in ((statement, named), (module, used)):
        for place, name, there in entries:
            if not there:
                yield at(document, place, template, id=name)


RULES = (
    Rule("I01", "error", "item ids used once over all content", item_ids),
    Rule("I01", "error", "ids of sources, terms, statements and sections used once", file_ids),
    Rule("I02", "error", "items that name a lesson of their module", item_lessons),
    Rule("I03", "warning", "banks of a module", bank_modules),
    Rule("I04", "error", "lessons listed once and there", module_lessons),
    Rule("I05", "error", "lesson files listed and well named", lesson_files),
    Rule("I06", "error", "a coverage map of ids that exist", planned_ids),
)
