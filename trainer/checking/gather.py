"""From files to a world: items with their lines, what is known, and which languages are due."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from trainer.banks.cut import cut_bank
from trainer.banks.read import load_bank, read_checks
from trainer.checking.agreement import SUFFIX, read_agreement
from trainer.checking.known import Known, joined, known_from
from trainer.checking.parts import Place
from trainer.checking.played import SeenExercise
from trainer.checking.seen import SeenItem
from trainer.checking.tree import Tree, read_root
from trainer.checking.world import SeenBank, SeenModule, World
from trainer.content.flaws import Flaw, flaw_of
from trainer.content.load import ContentFolder, Loaded, LoadedLesson
from trainer.content.locate import shipped_root
from trainer.content.models import Module
from trainer.content.yamlfile import Document, YamlProblem, read_text
from trainer.i18n.po import CatalogueUnreadable, parse_catalogue
from trainer.kernel.text import LocalText


def build_world(tree: Tree, as_of: date, *, alone: bool) -> World:
    """The world of a tree. What is not ``alone`` stands on the shipped content and may refer to it."""
    own = known_in(tree)
    known = own if alone else joined(own, shipped_known())
    languages = languages_of(tree) or languages_of(shipped_tree())
    world = World(as_of, known, languages, flaws=list(tree.flaws), programme=programme())
    world.beneath = () if alone else shipped_items()
    world.qualifications, world.coverage, world.sources = tree.qualifications, tree.coverage, tree.sources
    world.exams = tree.exams
    world.facets, world.rubric, world.protocols = tree.facets, tree.rubric, tree.protocols
    world.exercises = [SeenExercise(loaded, module) for module, loaded in tree.exercises]
    world.banks = [_bank(world, name, path) for name, path in tree.banks.items()]
    world.modules = [_module(world, module, lessons) for module, lessons in tree.modules]
    world.texts = dict(_texts(tree))
    _read_catalogues(world, world.texts)
    return world


def known_in(tree: Tree) -> Known:
    """The ids a tree defines. A register that is there and cannot be read makes nothing unknown."""
    broken = any(flaw.file.endswith("sources.yaml") for flaw in tree.flaws)
    sources = tree.sources.value.sources if tree.sources else (None if broken else [])
    modules = [(module.value, [lesson.lesson.value for lesson in lessons]) for module, lessons in tree.modules]
    standards = [standard.value for standard in tree.qualifications]
    if any("/qualifications/" in f"/{flaw.file}" for flaw in tree.flaws):
        standards = []
    known = known_from(standards, tree.coverage.value if tree.coverage else None, sources, modules)
    return replace(known, facets=tree.facets.value if tree.facets else None)


@cache
def shipped_tree() -> Tree:
    """The shipped content, read once."""
    return read_root(shipped_root())


@cache
def shipped_known() -> Known:
    """The ids of the shipped content, with those of its items and exercises."""
    tree = shipped_tree()
    items = {seen.item.id: seen.file for seen in shipped_items()}
    for _, lessons in tree.modules:
        for lesson in lessons:
            items |= {str(check.get("id")): lesson.lesson.name for check in lesson.lesson.value.checks}
    exercises = {loaded.value.id: loaded.name for _, loaded in tree.exercises}
    return joined(known_in(tree), Known(items=items, exercises=exercises))


@cache
def shipped_items() -> tuple[SeenItem, ...]:
    """The items of the shipped banks; their lines are looked up by nobody."""
    banks = [(load_bank(path, name), name) for name, path in shipped_tree().banks.items()]
    return tuple(SeenItem(entry.item, name, bank.slug, lambda _: 1) for bank, name in banks for entry in bank.items)


@cache
def programme() -> frozenset[str]:
    """The modules the program's own coverage map plans."""
    plan = ContentFolder(shipped_root()).coverage()
    return frozenset(planned.slug for planned in plan.value.modules) if plan else frozenset()


def languages_of(tree: Tree) -> tuple[str, ...]:
    """The languages most titles and citations have: what content must be written in."""
    texts: list[LocalText] = [source.citation for source in tree.sources.value.sources] if tree.sources else []
    texts += [standard.value.title for standard in tree.qualifications]
    texts += [planned.title for planned in tree.coverage.value.modules] if tree.coverage else []
    texts += [module.value.title for module, _ in tree.modules] if len(texts) < 2 else []
    counts = Counter(language for text in texts for language in text)
    return tuple(language for language, count in counts.items() if 2 * count > len(texts))


def _bank(world: World, name: str, path: Path) -> SeenBank:
    bank = load_bank(path, name)
    lines = _BankLines(path, name)
    items = [SeenItem(entry.item, name, bank.slug, lines.of(entry.line)) for entry in bank.items]
    figures, flaws = read_agreement(path.with_name(path.stem + SUFFIX), name.removesuffix(".yaml") + SUFFIX)
    world.flaws += bank.flaws + flaws
    return SeenBank(bank.slug, name, items, not bank.flaws, figures)


class _BankLines:
    """Lines of values in a bank. The file is cut again, once, when the first line is asked for."""

    def __init__(self, path: Path, name: str) -> None:
        self._path, self._name = path, name
        self._raw: dict[int, bytes] | None = None

    def of(self, start: int) -> Callable[[Place], int]:
        """The lines of the item that starts at a line."""

        @cache
        def line_of(place: Place) -> int:
            if self._raw is None:
                pieces = cut_bank(self._path, self._name)
                self._raw = {item.line: item.raw for piece in pieces for item in piece.items}
            text = self._raw[start].decode("utf-8", "replace")
            return Document(None, text, self._name, start).line_of((0, *place))

        return line_of


def _module(world: World, module: Loaded[Module], lessons: list[LoadedLesson]) -> SeenModule:
    checks = list[SeenItem]()
    broken = False
    for lesson in lessons:
        found, flaws = read_checks(lesson)
        ids = [check.get("id") for check in lesson.lesson.value.checks]
        document = lesson.lesson.document
        for entry in found:
            lines = _check_lines(document, ids.index(entry.item.id))
            checks.append(SeenItem(entry.item, document.name, module.value.slug, lines, lesson.lesson.value.id))
        world.flaws += flaws
        broken = broken or bool(flaws)
    folder = module.name.removesuffix("module.yaml")
    flawed = {flaw.file for flaw in world.flaws if flaw.file.startswith(folder)}
    unread = frozenset(_lesson_slug(file) for file in flawed if file.endswith(".yaml"))
    return SeenModule(module, lessons, checks, not (broken or flawed), unread)


def _check_lines(document: Document, index: int) -> Callable[[Place], int]:
    return cache(lambda place: document.line_of(("checks", index, *place)))


def _lesson_slug(file: str) -> str:
    return Path(file).stem.partition("-")[2]


def _texts(tree: Tree) -> Iterable[tuple[str, str]]:
    """Every file's text; what cannot be read has been reported by who wanted to use it."""
    for name, path in tree.files.items():
        try:
            yield name, read_text(path, name)
        except YamlProblem as problem:
            if path.suffix == ".po":
                tree.flaws.append(flaw_of(problem))


def _read_catalogues(world: World, texts: dict[str, str]) -> None:
    for name, text in texts.items():
        if name.endswith(".po"):
            language = Path(name).parts[-3] if len(Path(name).parts) > 2 else Path(name).stem
            try:
                world.catalogues.append(parse_catalogue(text, name, language))
            except CatalogueUnreadable as problem:
                line, why = int(str(problem.values["line"])), str(problem.values["why"])
                template = problem.template.removeprefix("{file}:{line}: ")
                world.flaws.append(Flaw(name, line, template, {"why": why}))
