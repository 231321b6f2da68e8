"""Reading the compiled catalogue. Imports neither pydantic nor a YAML parser: the first screen waits for it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from trainer.catalogue import queries
from trainer.catalogue.current import cache_file, content_files, fingerprint
from trainer.catalogue.opening import open_current
from trainer.catalogue.queries import list_of, text_of
from trainer.catalogue.rows import (
    ExamRow,
    ExerciseRow,
    FacetRow,
    FlawRow,
    GlossaryRow,
    ItemPlace,
    ItemRow,
    LessonContent,
    LessonRow,
    ModuleRow,
    PoolRow,
    QualificationRow,
    SearchHit,
    SourceRow,
    StatementRow,
    UnitRow,
)

#: Called with (bytes done, bytes in all) while content is compiled.
Progress = Callable[[int, int], None]
Strata = dict[tuple[str, str, str], list[str]]

_USES = ("practice", "exam", "both")


class Catalogue:
    """The compiled content, read only. A file found damaged while reading is rebuilt and the question asked again."""

    def __init__(self, connection: sqlite3.Connection, rebuild: Callable[[], sqlite3.Connection] | None = None) -> None:
        self._connection = connection
        self._rebuild = rebuild

    def close(self) -> None:
        """Release the file."""
        self._connection.close()

    # -- what was compiled -----------------------------------------------------------------------------------------

    @property
    def flaws(self) -> list[FlawRow]:
        """The mistakes met while compiling; what is in the catalogue is the rest."""
        found = self._all("SELECT file, line, template, vals FROM flaw ORDER BY file, line")
        return [FlawRow(file, line, template, json.loads(values)) for file, line, template, values in found]

    @property
    def digest(self) -> str:
        """Digest of the content of all files: equal where content is equal, whatever its place and dates."""
        return self._meta("content")

    @property
    def release(self) -> str:
        """The content's release date, the default day of a draw; "" where the content names none."""
        return self._meta("release")

    # -- standards -------------------------------------------------------------------------------------------------

    def qualifications(self) -> list[QualificationRow]:
        """The installed standards, in the order of the coverage map."""
        return [queries.qualification_row(row) for row in self._all(queries.QUALIFICATIONS)]

    def units(self, qualification: str) -> list[UnitRow]:
        """The units of a qualification, in the standard's order; none when it is not installed."""
        return [queries.unit_row(row) for row in self._all(queries.UNITS_OF, qualification)]

    def unit(self, unit: str) -> UnitRow | None:
        """One unit, None when there is none of this id."""
        return next((queries.unit_row(row) for row in self._all(queries.UNIT, unit)), None)

    def statements(self, unit: str) -> list[StatementRow]:
        """The statements of a unit with their coverage, in the standard's order."""
        return [queries.statement_row(row) for row in self._all(queries.STATEMENTS_OF_UNIT, unit)]

    def common_statements(self, qualification: str) -> list[StatementRow]:
        """What a standard states for the whole qualification, key points included."""
        return [queries.statement_row(row) for row in self._all(queries.COMMON_STATEMENTS, qualification)]

    def all_statements(self) -> list[StatementRow]:
        """Every statement of every standard, in order."""
        return [queries.statement_row(row) for row in self._all(queries.ALL_STATEMENTS)]

    def statement_texts(self, statements: Iterable[str]) -> dict[str, dict[str, str]]:
        """The official texts, by language, of the statements that exist."""
        found = self._all(queries.STATEMENT_TEXTS, json.dumps(list(statements)))
        return {statement: text_of(text) for statement, text in found}

    def equal_statements(self) -> dict[str, str]:
        """For each statement that says the same as others, one of them that stands for all."""
        return dict(self._all(queries.EQUALS))

    # -- modules and lessons ---------------------------------------------------------------------------------------

    def modules(self) -> list[ModuleRow]:
        """Every module of the coverage map, present or in preparation, in its order."""
        return [queries.module_row(row) for row in self._all(queries.MODULES)]

    def module(self, slug: str) -> ModuleRow | None:
        """One module, None when nobody plans it."""
        return next((queries.module_row(row) for row in self._all(queries.MODULE, slug)), None)

    def lessons(self, module: str) -> list[LessonRow]:
        """The lessons of a module in order of study."""
        return [queries.lesson_row(row) for row in self._all(queries.LESSONS, module)]

    def lesson(self, module: str, lesson: str) -> LessonContent | None:
        """A lesson with pages, citations and check questions; None when the module has none of this id."""
        found = self._all(queries.LESSON, module, lesson)
        if not found:
            return None
        row = queries.lesson_row(found[0])
        pages = self._all(queries.PAGES, module, lesson)
        facts = {fact for page in pages for fact in list_of(page[3])}
        cited = {source.id: source.citation for source in self.sources(facts)}
        return LessonContent(row, tuple(queries.page_row(page, cited) for page in pages), self.item_json(row.checks))

    def glossary(self, module: str) -> list[GlossaryRow]:
        """The terms of a module, in its order."""
        return [
            GlossaryRow(module, id, text_of(term), text_of(text))
            for id, term, text in self._all(queries.GLOSSARY, module)
        ]

    def sources(self, sources: Iterable[str]) -> list[SourceRow]:
        """The sources of these ids that are in the register, in no order."""
        found = self._all(queries.SOURCES, json.dumps(list(sources)))
        return [SourceRow(id, text_of(citation), *rest) for id, citation, *rest in found]

    # -- exams and items -------------------------------------------------------------------------------------------

    def exams(self) -> list[ExamRow]:
        """Every blueprint: modules first, then units, then finals."""
        return [queries.exam_row(row) for row in self._all(queries.EXAMS)]

    def exam(self, exam: str) -> str | None:
        """The JSON of a blueprint (``content.models.Exam`` reads it), None when there is none of this id."""
        found = self._all("SELECT body FROM exam WHERE id = ?", exam)
        return found[0][0] if found else None

    def strata(
        self,
        modules: Iterable[str],
        jurisdictions: Iterable[str],
        uses: Iterable[str] = _USES,
        as_of: str = "",
        *,
        checks: bool = False,
    ) -> Strata:
        """Sorted ids of the items in force on ``as_of`` (ISO date; "" for any day) by (module, lesson, level).

        Bank items only, unless ``checks`` asks for the lessons' check questions too.
        """
        found = self._all(queries.STRATA, *queries.pool_values(modules, jurisdictions, uses, as_of, checks))
        return queries.strata_of((tuple(place), ids.split(" ")) for *place, ids in found)

    def strata_and_lines(
        self, modules: Iterable[str], jurisdictions: Iterable[str], uses: Iterable[str] = _USES, as_of: str = ""
    ) -> tuple[Strata, str]:
        """The strata of bank items, and ``id digest`` of every item, a line each, by id: what a pool's digest is of."""
        found = self._all(queries.STRATA_LINES, *queries.pool_values(modules, jurisdictions, uses, as_of, False))
        lines = sorted(line for *_, rows in found for line in rows.split("\n"))
        return queries.strata_of((tuple(place), rows.split()[::2]) for *place, rows in found), "\n".join(lines)

    def pool(
        self,
        modules: Iterable[str],
        jurisdictions: Iterable[str],
        uses: Iterable[str] = _USES,
        as_of: str = "",
        *,
        checks: bool = False,
    ) -> list[PoolRow]:
        """The same items as :meth:`strata`, with all that is known of them but their bodies, by id."""
        found = self._all(queries.POOL, *queries.pool_values(modules, jurisdictions, uses, as_of, checks))
        return [queries.pool_row(row) for row in found]

    def item_json(self, items: Iterable[str]) -> dict[str, str]:
        """The JSON of the items of these ids that exist (``items.kinds.item_from_json`` reads it)."""
        return {id: row.body for id, row in self.item_rows(items).items()}

    def item_rows(self, items: Iterable[str]) -> dict[str, ItemRow]:
        """The items of these ids that exist, with module, lesson and body."""
        found = self._all(queries.ITEMS, json.dumps(list(items)))
        return {row[0]: queries.item_row(row) for row in found}

    def item_places(self, items: Iterable[str]) -> dict[str, ItemPlace]:
        """What the items of these ids that exist belong to; no body is read."""
        found = self._all(queries.ITEM_PLACES, json.dumps(list(items)))
        return {row[0]: queries.item_place(row) for row in found}

    def drawable(
        self, items: Iterable[str], jurisdictions: Iterable[str], uses: Iterable[str], as_of: str = ""
    ) -> frozenset[str]:
        """Those of these bank items that are under these jurisdictions, for these uses and in force on ``as_of``."""
        found = self._all(queries.DRAWABLE, *queries.pool_values(items, jurisdictions, uses, as_of, False))
        return frozenset(row[0] for row in found)

    def revised(self) -> dict[str, int]:
        """The revision of every item that has been changed in substance; all others have revision 1."""
        return dict(self._all(queries.REVISED))

    def item_digests(self, items: Iterable[str]) -> dict[str, str]:
        """Digest by id: it changes when anything of the item changes, its key included."""
        return dict(self._all(queries.ITEM_DIGESTS, json.dumps(list(items))))

    # -- exercises -------------------------------------------------------------------------------------------------

    def exercises(self, unit: str = "") -> list[ExerciseRow]:
        """The exercises of a unit, or all of them; those for practice first."""
        found = self._all(queries.EXERCISES_OF, unit) if unit else self._all(queries.EXERCISES)
        return [queries.exercise_row(row) for row in found]

    def exercise_json(self, exercises: Iterable[str]) -> dict[str, str]:
        """The JSON of the exercises of these ids that exist (``exercises.kinds.exercise_from_json`` reads it)."""
        return dict(self._all(queries.EXERCISE_BODIES, json.dumps(list(exercises))))

    def performance_json(self, unit: str) -> str:
        """The JSON of a unit's minimum performance; "" where none is stated or there is no such unit."""
        found = self._all(queries.PERFORMANCE, unit)
        return str(found[0][0]) if found else ""

    def assessment_json(self, id: str) -> str:
        """The JSON of the rubric (``rationale``) or of a unit's oral protocol; "" where there is none."""
        return "".join(body for (body,) in self._all(queries.ASSESSMENT, id))

    def facets(self) -> list[FacetRow]:
        """Every value of the closed lists."""
        return [
            FacetRow(name, id, text_of(label), list_of(tags)) for name, id, label, tags in self._all(queries.FACETS)
        ]

    # -- search ----------------------------------------------------------------------------------------------------

    def search(self, text: str, language: str, limit: int = 50) -> list[SearchHit]:
        """Pages and terms in which every word (the last may be unfinished) stands, best first."""
        from trainer.catalogue.search import find

        return find(self._all, text, language, limit)

    def search_items(self, text: str, language: str, limit: int = 50, *, exam_items: bool = False) -> list[SearchHit]:
        """Items with these words in their stem. Those for exams only are left out unless an author asks for them."""
        from trainer.catalogue.search import find_items

        return find_items(self._all, text, language, limit, exam_items)

    # -- the file --------------------------------------------------------------------------------------------------

    def _meta(self, key: str) -> str:
        found = self._all("SELECT value FROM meta WHERE key = ?", key)
        return str(found[0][0]) if found else ""

    def _all(self, sql: str, *values: Any) -> list[Any]:
        try:
            return self._connection.execute(sql, values).fetchall()
        except sqlite3.DatabaseError:
            if self._rebuild is None:
                raise
            rebuild, self._rebuild = self._rebuild, None
            self._connection.close()
            self._connection = rebuild()
            return self._connection.execute(sql, values).fetchall()


def open_or_build(roots: Sequence[Path], cache: Path, on_progress: Progress | None = None) -> Catalogue:
    """The catalogue of these content folders, compiled first when it is absent, damaged or not current.

    A cache folder that cannot be written costs time only: a temporary file is used for this run.
    """
    path = cache_file(roots, cache)

    def compile_anew(*, keep: bool) -> sqlite3.Connection:
        from trainer.catalogue.build import compile_catalogue

        return compile_catalogue(roots, path, on_progress, keep=keep)

    connection = open_current(path, fingerprint(content_files(roots)))
    return Catalogue(connection or compile_anew(keep=True), lambda: compile_anew(keep=False))


def is_current(roots: Sequence[Path], cache: Path) -> bool:
    """Whether :func:`open_or_build` would only open."""
    connection = open_current(cache_file(roots, cache), fingerprint(content_files(roots)))
    if connection is not None:
        connection.close()
    return connection is not None
