"""Looking around: qualifications, a unit with its statements, a module with its lessons, what a learner did there."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.catalogue.rows import LessonRow, StatementRow
from trainer.flows.exercise_cards import ExerciseCard, exercise_cards
from trainer.flows.today import exam_size, practice_items, studied_lessons
from trainer.flows.workspace import Workspace
from trainer.kernel.problems import N_, Refused
from trainer.kernel.text import LocalText
from trainer.progress.rows import LessonProgress


@dataclass(frozen=True, slots=True)
class ModuleLine:
    """A module in a list; ``present`` False: still in preparation."""

    slug: str
    title: LocalText
    present: bool
    lessons: int
    lessons_done: int
    items: int
    minutes: int


@dataclass(frozen=True, slots=True)
class StatementLine:
    """A statement of a standard. ``part`` is knowledge, skill or key_point; the last is listed and never tested."""

    id: str
    text: LocalText
    part: str
    taught: bool
    tested: bool


@dataclass(frozen=True, slots=True)
class UnitView:
    """A unit: what it is for, its modules, its official statements, its threshold in words, its exercises.

    ``common`` are statements of the whole qualification, which count for each of its units.
    """

    id: str
    title: LocalText
    outcome: LocalText
    eqf: int | None
    readiness: str
    modules: tuple[ModuleLine, ...]
    exams: tuple[ExamLine, ...]
    statements: tuple[StatementLine, ...]
    common: tuple[StatementLine, ...]
    minimum_performance: LocalText | None
    exercises: tuple[ExerciseCard, ...]


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A unit in the catalogue."""

    id: str
    title: LocalText
    eqf: int | None
    readiness: str
    statements: int
    modules: int
    modules_present: int


@dataclass(frozen=True, slots=True)
class QualificationView:
    """A qualification with its units."""

    id: str
    title: LocalText
    eqf: int | None
    description: LocalText
    units: tuple[UnitLine, ...]
    own: bool


@dataclass(frozen=True, slots=True)
class LessonLine:
    """A lesson of a module. ``state``: new, begun, studied or changed (since it was read).

    ``own`` False: it is under a law that is not the learner's, so it is further reading.
    """

    id: str
    title: LocalText
    minutes: int
    state: str
    page: int
    pages: int
    own: bool
    jurisdiction: str


@dataclass(frozen=True, slots=True)
class ExamLine:
    """An exam over a module or a unit."""

    id: str
    title: LocalText
    items: int
    minutes: int


@dataclass(frozen=True, slots=True)
class TermLine:
    """A term of a module's glossary."""

    id: str
    term: LocalText
    text: LocalText


@dataclass(frozen=True, slots=True)
class ModuleView:
    """A module: lessons, how practice went, its exams, its glossary, its exercises."""

    slug: str
    title: LocalText
    summary: LocalText
    present: bool
    minutes: int
    lessons: tuple[LessonLine, ...]
    items: int
    answered: int
    right: int
    exams: tuple[ExamLine, ...]
    glossary: tuple[TermLine, ...]
    exercises: tuple[ExerciseCard, ...]


def _statement(row: StatementRow) -> StatementLine:
    return StatementLine(row.id, row.text, row.part, row.taught, row.tested)


class BrowseFlow:
    """Read-only views for the catalogue screens, made afresh at every call."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._catalogue = workspace.catalogue

    def qualifications(self) -> tuple[QualificationView, ...]:
        own = self._workspace.profile().qualification
        return tuple(
            QualificationView(row.id, row.title, row.eqf, row.description, self._units(row.id), row.id == own)
            for row in self._catalogue.qualifications()
        )

    def _units(self, qualification: str) -> tuple[UnitLine, ...]:
        present = {row.slug for row in self._catalogue.modules() if row.state == "present"}
        return tuple(
            UnitLine(
                unit.id, unit.title, unit.eqf, unit.readiness, unit.statements.knowledge + unit.statements.skills,
                len(unit.modules), sum(slug in present for slug in unit.modules),
            )
            for unit in self._catalogue.units(qualification)
        )  # fmt: skip

    def unit(self, unit_id: str) -> UnitView:
        """A unit in full. :class:`Refused` when there is none of this id."""
        unit = self._catalogue.unit(unit_id)
        if unit is None:
            raise Refused(N_("There is no unit «{unit}»."), unit=unit_id)
        done = self._done()
        statements = tuple(map(_statement, self._catalogue.statements(unit_id)))
        common = tuple(map(_statement, self._catalogue.common_statements(unit.qualification)))
        return UnitView(
            unit.id, unit.title, unit.outcome, unit.eqf, unit.readiness,
            tuple(self._line(slug, done) for slug in unit.modules), self._exams("unit", unit.id), statements, common,
            unit.minimum_performance or None, exercise_cards(self._workspace, unit_id),
        )  # fmt: skip

    def _done(self) -> set[tuple[str, str]]:
        glance = self._workspace.glance()
        return studied_lessons(glance, self._catalogue) if glance else set()

    def _line(self, slug: str, done: set[tuple[str, str]]) -> ModuleLine:
        row = self._catalogue.module(slug)
        if row is None:
            return ModuleLine(slug, {}, False, 0, 0, 0, 0)
        studied = sum(1 for key in done if key[0] == slug)
        return ModuleLine(slug, row.title, row.state == "present", row.lessons, studied, row.items, row.minutes)

    def module(self, slug: str) -> ModuleView:
        """A module in full. :class:`Refused` when there is none of this name."""
        row = self._catalogue.module(slug)
        if row is None:
            raise Refused(N_("There is no module «{module}»."), module=slug)
        done, store = self._done(), self._workspace.store
        own = self._workspace.jurisdictions()
        begun = {p.lesson: p for p in store.lessons() if p.module == slug}
        lessons = tuple(
            self._lesson_line(lesson, begun.get(lesson.id), (slug, lesson.id) in done, own)
            for lesson in self._catalogue.lessons(slug)
        )
        history = store.item_history()
        items = practice_items(self._catalogue, slug, own, self._workspace.today())
        mine = [history[item] for item in items if item in history]
        exams = self._exams("module", slug)
        terms = tuple(TermLine(term.id, term.term, term.text) for term in self._catalogue.glossary(slug))
        return ModuleView(
            slug, row.title, row.summary, row.state == "present", row.minutes, lessons, len(items),
            len(mine), sum(item.right for item in mine), exams, terms, exercise_cards(self._workspace, module=slug),
        )  # fmt: skip

    def _exams(self, scope: str, subject: str) -> tuple[ExamLine, ...]:
        return tuple(
            ExamLine(exam.id, exam.title, exam_size(self._catalogue, exam.id), exam.minutes)
            for exam in self._catalogue.exams()
            if exam.scope == scope and exam.subject == subject
        )

    def _lesson_line(
        self, lesson: LessonRow, mine: LessonProgress | None, studied: bool, own: tuple[str, ...]
    ) -> LessonLine:
        changed = mine is not None and mine.revision != lesson.revision
        state = "studied" if studied else "changed" if changed else "begun" if mine else "new"
        return LessonLine(
            lesson.id, lesson.title, lesson.minutes, state, mine.page if mine else 0, lesson.pages,
            lesson.jurisdiction in own, lesson.jurisdiction,
        )  # fmt: skip
