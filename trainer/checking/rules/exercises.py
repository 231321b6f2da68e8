"""Exercises: ids, what they refer to, facets of closed lists, texts that fit and are there in every language spoken."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from trainer.checking.parts import Place
from trainer.checking.played import SeenExercise
from trainer.checking.rule import Rule
from trainer.checking.seen import Hit
from trainer.checking.world import World
from trainer.exercises.facets import LISTS
from trainer.kernel.problems import N_


def ids(world: World) -> Iterator[Hit]:
    """E01."""
    twice = N_("The id «{id}» is used twice (first in {place}); ids are for ever, so give this one another.")
    misnamed = N_("The file is called «{file}» and the exercise «{id}»; call the file «{id}.yaml».")
    first = dict(world.known.exercises)
    for seen in world.exercises:
        name, file = seen.exercise.id, seen.file.rpartition("/")[2]
        if name in first:
            yield seen.hit(("id",), twice, id=name, place=first[name])
        first.setdefault(name, seen.file)
        if file != f"{name}.yaml":
            yield seen.hit(("id",), misnamed, file=file, id=name)


def references(seen: SeenExercise, world: World) -> Iterator[Hit]:
    """E02."""
    unit = N_("«{id}» is no unit of any standard; correct the id.")
    statement = N_("«{id}» is no statement of any standard; correct the id.")
    fact = N_("«{id}» is not in the register of sources; correct the id or add the source to sources.yaml.")
    known: list[tuple[str, str, Iterable[str] | None]] = [
        ("units", unit, world.known.units or None),
        ("statements", statement, world.known.statements),
        ("facts", fact, world.known.sources),
    ]
    for name, template, there in known:
        for index, value in enumerate(getattr(seen.exercise, name)):
            if there is not None and value not in there:
                yield seen.hit((name, index), template, id=value)
    for place, value in _inner_facts(seen):
        if world.known.sources is not None and value not in world.known.sources:
            yield seen.hit(place, fact, id=value)


def _inner_facts(seen: SeenExercise) -> Iterator[tuple[Place, str]]:
    """The sources that criteria and documents rest on, wherever a file names «facts»."""
    yield from _facts(seen.loaded.document.data, ())


def _facts(data: object, place: Place) -> Iterator[tuple[Place, str]]:
    if isinstance(data, dict):
        for key, value in data.items():
            if key == "facts" and place and isinstance(value, list):
                yield from (((*place, key, index), one) for index, one in enumerate(value) if isinstance(one, str))
            else:
                yield from _facts(value, (*place, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _facts(value, (*place, index))


def references_offered(seen: SeenExercise, world: World) -> Iterator[Hit]:
    """E02: who must cite a rule is offered rules to cite."""
    template = N_("The rationale asks for references and «facts» names none to cite; add the sources, or take it out.")
    if "references" in seen.exercise.rationale and not seen.exercise.facts:
        yield seen.hit(("rationale",), template)


def facets(seen: SeenExercise, world: World) -> Iterator[Hit]:
    """E03."""
    template = N_("«{value}» is not in the list «{name}» of facets.yaml; use one of: {known}.")
    lists = world.known.facets
    if lists is None:
        return
    for place, name, value in _facets(seen):
        known = [one.id for one in lists.values(name)]
        if value not in known:
            yield seen.hit(place, template, value=value, name=name, known=", ".join(known) or "–")


def _facets(seen: SeenExercise) -> Iterator[tuple[Place, str, str]]:
    found = seen.exercise.facets
    for name in LISTS[:3]:
        for index, case in enumerate(found.cases):
            yield ("facets", "cases", index, name), name, getattr(case, name)
    for name in LISTS[3:]:
        for index, value in enumerate(getattr(found, name)):
            yield ("facets", name, index), name, value


def fitting(seen: SeenExercise, world: World) -> Iterator[Hit]:
    """E04."""
    template = N_("The text in «{language}» has {count} characters; {limit} fit here on a small screen. Shorten it.")
    for written in [*seen.exercise.common_texts(), *seen.exercise.texts()]:
        for language, text in written.text.items():
            if len(text) > written.longest:
                values = {"language": language, "count": len(text), "limit": written.longest}
                yield seen.hit((*written.place, language), template, **values)


def spoken(seen: SeenExercise, world: World) -> Iterator[Hit]:
    """E05."""
    template = N_("The exercise is offered in «{language}» and this is not written in it; add it, or offer it no more.")
    for written in seen.exercise.texts():
        for language in seen.exercise.spoken if written.spoken else ():
            if language not in written.text:
                yield seen.hit(written.place, template, language=language)


def normative(seen: SeenExercise, world: World) -> Iterator[Hit]:
    """E06."""
    template = N_("The exercise is under the law of {jurisdiction} and names no source; add the «facts» it rests on.")
    if seen.exercise.jurisdiction != "none" and not seen.exercise.facts:
        yield seen.hit(("jurisdiction",), template, jurisdiction=seen.exercise.jurisdiction)


Finder = Callable[[SeenExercise, World], Iterable[Hit]]


def each(find: Finder) -> Callable[[World], Iterator[Hit]]:
    """Look at every exercise."""

    def run(world: World) -> Iterator[Hit]:
        for seen in world.exercises:
            yield from find(seen, world)

    return run


RULES = (
    Rule("E01", "error", "exercise ids used once, files called like them", ids),
    Rule("E02", "error", "exercises that refer to what there is", each(references)),
    Rule("E02", "error", "references to cite where they are asked for", each(references_offered)),
    Rule("E03", "error", "facets of the closed lists", each(facets)),
    Rule("E04", "error", "texts of exercises that fit a small screen", each(fitting)),
    Rule("E05", "error", "what is spoken in every language offered", each(spoken)),
    Rule("E06", "error", "sources under every exercise about law", each(normative)),
)
