"""Reading what is checked: a content folder, or any loose module folder, bank or other content file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter

from trainer.banks.exercises import read_exercise
from trainer.checking.agreement import SUFFIX
from trainer.content.assessing import OralProtocol, Rubric
from trainer.content.facets import FacetLists
from trainer.content.flaws import ContentFlaws, Flaw, flaw_of
from trainer.content.load import ContentFolder, Loaded, LoadedLesson
from trainer.content.locate import FOLDERS
from trainer.content.models import Coverage, Exam, Lesson, Module, Qualification, Sources
from trainer.content.prose import Prose, parse_prose
from trainer.content.validate import validate
from trainer.content.yamlfile import Document, YamlProblem, load_yaml, read_text
from trainer.exercises.authored import EXERCISE
from trainer.exercises.base import Exercise
from trainer.kernel.problems import N_, InputUnreadable

SUFFIXES = (".yaml", ".md", ".po")
#: A folder that holds one of these is a content folder.
_SIGNS = ("courses/modules", "courses/qualifications", "courses/exams", "question_banks", "locales")
M = TypeVar("M")


@dataclass
class Tree:
    """Everything read below one place. ``files`` are all text files by their shown name."""

    qualifications: list[Loaded[Qualification]] = field(default_factory=list)
    coverage: Loaded[Coverage] | None = None
    sources: Loaded[Sources] | None = None
    modules: list[tuple[Loaded[Module], list[LoadedLesson]]] = field(default_factory=list)
    exams: list[Loaded[Exam]] = field(default_factory=list)
    banks: dict[str, Path] = field(default_factory=dict)
    exercises: list[tuple[str, Loaded[Exercise]]] = field(default_factory=list)
    facets: Loaded[FacetLists] | None = None
    rubric: Loaded[Rubric] | None = None
    protocols: list[Loaded[OralProtocol]] = field(default_factory=list)
    files: dict[str, Path] = field(default_factory=dict)
    flaws: list[Flaw] = field(default_factory=list)


def root_of(path: Path) -> Path | None:
    """The content folder that ``path`` is or lies in; None for a loose file or folder."""
    path = path.resolve()
    above = [parent for parent, part in zip(path.parents, reversed(path.parts), strict=False) if part in FOLDERS]
    return next((folder for folder in (path, *above) if any((folder / sign).is_dir() for sign in _SIGNS)), None)


def read_root(root: Path) -> Tree:
    """Read a content folder; names are relative to it."""
    folder = ContentFolder(root)
    tree = Tree(
        qualifications=folder.qualifications(),
        coverage=folder.coverage(),
        sources=folder.sources(),
        modules=[(module, folder.lessons(_slug(module))) for module in folder.modules()],
        exams=folder.exams(),
        banks={folder.name(path): path for path in folder.banks()},
        facets=folder.facets(),
        rubric=folder.rubric(),
        protocols=folder.protocols(),
    )
    tree.exercises = list(_exercises(folder))
    tree.files = {folder.name(path): path for name in FOLDERS for path in _files(root / name)}
    tree.flaws = folder.flaws
    return tree


def _exercises(folder: ContentFolder) -> Iterator[tuple[str, Loaded[Exercise]]]:
    """Those of every folder: one whose ``module.yaml`` is missing or flawed must not let its exercises pass unread."""
    for path in folder.exercise_files():
        loaded, flaws = read_exercise(path, folder.name(path))
        folder.flaws += flaws
        if loaded is not None:
            yield path.parent.parent.name, loaded


def _slug(module: Loaded[Module]) -> str:
    """The folder's name: lessons are looked for there even where the file states another slug."""
    return module.name.split("/")[-2]


def _files(place: Path) -> list[Path]:
    if place.is_file():
        return [place]
    return sorted(path for path in place.rglob("*") if path.suffix in SUFFIXES and path.is_file())


def read_loose(place: Path) -> Tree:
    """Read any file or folder: what a YAML file is shows in its keys. Raises :class:`InputUnreadable`."""
    if not place.exists():
        raise InputUnreadable(N_("{file}: there is no such file or folder."), file=str(place))
    base = place.parent if place.is_file() else place
    tree = Tree(files={path.relative_to(base).as_posix(): path for path in _files(place)})
    documents = dict(_documents(tree))
    lessons = [(path, lesson) for path, lesson in _all(tree, documents, {"id", "pages"}, Lesson)]
    for path, module in _all(tree, documents, {"slug", "lessons"}, Module):
        own = [
            _with_prose(tree, p, lesson, module.value.slug) for p, lesson in lessons if p.is_relative_to(path.parent)
        ]
        tree.modules.append((module, own))
    tree.qualifications = [one for _, one in _all(tree, documents, {"id", "units"}, Qualification)]
    tree.exams = [one for _, one in _all(tree, documents, {"id", "sections"}, Exam)]
    tree.sources = next((one for _, one in _all(tree, documents, {"sources"}, Sources)), None)
    tree.coverage = next((one for _, one in _all(tree, documents, {"modules", "same_as"}, Coverage)), None)
    tree.facets = next((one for _, one in _all(tree, documents, {"customer_type", "channel"}, FacetLists)), None)
    tree.rubric = next((one for _, one in _all(tree, documents, {"criteria", "raters"}, Rubric)), None)
    tree.protocols = [one for _, one in _all(tree, documents, {"unit", "questions"}, OralProtocol)]
    found = _all(tree, documents, {"kind", "facets", "units"}, EXERCISE)
    tree.exercises = [(path.parent.parent.name, exercise) for path, exercise in found]
    return tree


def _documents(tree: Tree) -> Iterator[tuple[Path, Document]]:
    """The YAML files that are no banks; banks are only noted, they are streamed."""
    for name, path in tree.files.items():
        if path.suffix == ".yaml" and not name.endswith(SUFFIX):
            if _is_bank(path):
                tree.banks[name] = path
                continue
            try:
                yield path, load_yaml(path, name)
            except YamlProblem as problem:
                tree.flaws.append(flaw_of(problem))


def _is_bank(path: Path) -> bool:
    with path.open("rb") as file:
        return any(line.startswith((b"items:", b"module:")) for line in file)


def _all(
    tree: Tree, documents: dict[Path, Document], keys: set[str], shape: type[M] | TypeAdapter[M]
) -> Iterator[tuple[Path, Loaded[M]]]:
    for path, document in documents.items():
        if isinstance(document.data, dict) and keys <= set(document.data):
            try:
                yield path, Loaded(validate(document, shape), document)
            except ContentFlaws as problem:
                tree.flaws.extend(problem.flaws)


def _with_prose(tree: Tree, path: Path, lesson: Loaded[Lesson], module: str) -> LoadedLesson:
    return LoadedLesson(module, lesson, dict(_prose(tree, path, lesson.name)))


def _prose(tree: Tree, path: Path, name: str) -> Iterable[tuple[str, Prose]]:
    for file in sorted(path.parent.glob(f"{path.stem}.*.md")):
        shown = name.removesuffix(path.name) + file.name
        try:
            prose, flaws = parse_prose(read_text(file, shown), shown)
        except YamlProblem as problem:
            tree.flaws.append(flaw_of(problem))
            continue
        tree.flaws.extend(flaws)
        yield file.name.removeprefix(f"{path.stem}.").removesuffix(".md"), prose
