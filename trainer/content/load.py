"""Reading a content folder: every file that can be read is given back, every mistake is collected with its line."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import TypeAdapter

from trainer.content.assessing import OralProtocol, Rubric
from trainer.content.facets import FacetLists
from trainer.content.flaws import ContentFlaws, Flaw, flaw_of
from trainer.content.models import Coverage, Exam, Lesson, Module, Qualification, Sources
from trainer.content.prose import Prose, parse_prose
from trainer.content.validate import validate
from trainer.content.yamlfile import Document, YamlProblem, load_yaml, read_text
from trainer.kernel.problems import N_

__all__ = ["ContentFlaws", "ContentFolder", "Flaw", "Loaded", "LoadedLesson", "paused_collection", "validate"]

M = TypeVar("M")
#: The rubric of rationales; every other file beside it is a protocol.
RUBRIC_FILE = "rationale.yaml"

_QUALIFICATION: TypeAdapter[Qualification] = TypeAdapter(Qualification)
_COVERAGE: TypeAdapter[Coverage] = TypeAdapter(Coverage)
_SOURCES: TypeAdapter[Sources] = TypeAdapter(Sources)
_MODULE: TypeAdapter[Module] = TypeAdapter(Module)
_LESSON: TypeAdapter[Lesson] = TypeAdapter(Lesson)
_EXAM: TypeAdapter[Exam] = TypeAdapter(Exam)
_FACETS: TypeAdapter[FacetLists] = TypeAdapter(FacetLists)
_RUBRIC: TypeAdapter[Rubric] = TypeAdapter(Rubric)
_PROTOCOL: TypeAdapter[OralProtocol] = TypeAdapter(OralProtocol)


@dataclass(frozen=True, slots=True)
class Loaded(Generic[M]):
    """A file's model with the document it came from, for lines of later findings."""

    value: M
    document: Document

    @property
    def name(self) -> str:
        """The file's path below the content root, as shown to people."""
        return self.document.name


@dataclass(frozen=True, slots=True)
class LoadedLesson:
    """A lesson's data and its prose by language. ``module`` is the folder's slug."""

    module: str
    lesson: Loaded[Lesson]
    prose_documents: dict[str, Prose]

    @property
    def prose(self) -> dict[str, tuple[str, ...]]:
        """The pages by language."""
        return {language: prose.pages for language, prose in self.prose_documents.items()}


@contextmanager
def paused_collection() -> Iterator[None]:
    """No garbage collection inside: parsed data has no cycles, and looking for them doubles the time of loading."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class ContentFolder:
    """A folder with ``courses`` and ``question_banks``. Reading never stops at a mistake: see ``flaws``."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.flaws: list[Flaw] = []

    def name(self, path: Path) -> str:
        """The path relative to the root, with ``/``."""
        return path.relative_to(self.root).as_posix()

    def qualifications(self) -> list[Loaded[Qualification]]:
        """Every ``courses/qualifications/*.yaml``, by file name."""
        return self._all("courses/qualifications/*.yaml", _QUALIFICATION)

    def coverage(self) -> Loaded[Coverage] | None:
        """``courses/coverage.yaml``; None when it is absent or flawed."""
        return next(iter(self._all("courses/coverage.yaml", _COVERAGE)), None)

    def sources(self) -> Loaded[Sources] | None:
        """``courses/sources.yaml``; None when it is absent or flawed."""
        return next(iter(self._all("courses/sources.yaml", _SOURCES)), None)

    def facets(self) -> Loaded[FacetLists] | None:
        """``courses/facets.yaml``; None when it is absent or flawed."""
        return next(iter(self._all("courses/facets.yaml", _FACETS)), None)

    def modules(self) -> list[Loaded[Module]]:
        """Every ``courses/modules/*/module.yaml``, by folder."""
        for folder in sorted(self.root.glob("courses/modules/*/")):
            if not (folder / "module.yaml").is_file():
                place = self.name(folder / "module.yaml")
                self.flaws.append(Flaw(place, 1, N_("this file is missing: a module's folder starts with it.")))
        return self._all("courses/modules/*/module.yaml", _MODULE)

    def lessons(self, module: str) -> list[LoadedLesson]:
        """The lessons found in the module's folder, by file name, with their prose."""
        found = [self.lesson(module, path) for path in self.lesson_files(module)]
        return [lesson for lesson in found if lesson is not None]

    def lesson_files(self, module: str) -> list[Path]:
        """The data files of the module's lessons; their prose lies beside them."""
        return sorted(self.root.glob(f"courses/modules/{module}/lessons/*.yaml"))

    def lesson(self, module: str, path: Path) -> LoadedLesson | None:
        """One lesson with its prose; None when its data is flawed."""
        with paused_collection():
            loaded = self._one(path, _LESSON)
        return LoadedLesson(module, loaded, self._prose(path)) if loaded else None

    def exercise_files(self) -> list[Path]:
        """The exercises of every module's folder, to be read by ``trainer.banks.exercises``."""
        return sorted(self.root.glob("courses/modules/*/exercises/*.yaml"))

    def exams(self) -> list[Loaded[Exam]]:
        """Every blueprint ``courses/exams/*.yaml``, by file name."""
        return self._all("courses/exams/*.yaml", _EXAM)

    def rubric(self) -> Loaded[Rubric] | None:
        """``courses/assessment/rationale.yaml``; None when it is absent or flawed."""
        return next(iter(self._all(f"courses/assessment/{RUBRIC_FILE}", _RUBRIC)), None)

    def protocols(self) -> list[Loaded[OralProtocol]]:
        """The protocols of oral assessments, every other ``courses/assessment/*.yaml``, by file name."""
        return self._all("courses/assessment/*.yaml", _PROTOCOL, but=RUBRIC_FILE)

    def banks(self) -> list[Path]:
        """The bank files, to be streamed by ``trainer.banks.read``; ``<bank>.blind.yaml`` are figures beside them."""
        files = sorted(self.root.glob("question_banks/*.yaml"))
        return [path for path in files if not path.name.endswith(".blind.yaml")]

    def _all(self, pattern: str, adapter: TypeAdapter[M], *, but: str = "") -> list[Loaded[M]]:
        with paused_collection():
            files = [path for path in sorted(self.root.glob(pattern)) if path.name != but]
            found = [self._one(path, adapter) for path in files]
        return [loaded for loaded in found if loaded is not None]

    def _one(self, path: Path, adapter: TypeAdapter[M]) -> Loaded[M] | None:
        try:
            document = load_yaml(path, self.name(path))
            return Loaded(validate(document, adapter), document)
        except YamlProblem as problem:
            self.flaws.append(flaw_of(problem))
        except ContentFlaws as problem:
            self.flaws.extend(problem.flaws)
        return None

    def _prose(self, lesson: Path) -> dict[str, Prose]:
        """The ``<nn-slug>.<lang>.md`` beside the lesson, by language."""
        result = {}
        for path in sorted(lesson.parent.glob(f"{lesson.stem}.*.md")):
            language = path.name.removeprefix(f"{lesson.stem}.").removesuffix(".md")
            try:
                prose, flaws = parse_prose(read_text(path, self.name(path)), self.name(path))
            except YamlProblem as problem:
                self.flaws.append(flaw_of(problem))
                continue
            self.flaws.extend(flaws)
            result[language] = prose
        if not result:
            self.flaws.append(
                Flaw(self.name(lesson), 1, N_("this lesson has no prose (a file with «.it.md» beside it)."))
            )
        return result
