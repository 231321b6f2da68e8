"""How far the learner is: mastery, days, exams, readiness, strengths and gaps, what falls due. Reads no paper.

Everything comes from the store's small rows and the catalogue's small tables, so that it opens at once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from trainer.catalogue.rows import UnitRow
from trainer.flows.due import ForecastDay, exam_day, schedule
from trainer.flows.standing import OwnStatement, own_statements, statement_mastery
from trainer.flows.today import own_lessons, studied_lessons
from trainer.flows.workspace import Workspace
from trainer.kernel.clock import zone_minutes
from trainer.kernel.days import day_number, iso_day
from trainer.kernel.text import LocalText
from trainer.memory.mastery import Mastery, Reason, mean
from trainer.progress.rows import AttemptRow
from trainer.progress.store import LearnerStore

#: Days of the charts, today included.
DAYS = 90
#: How many strengths and gaps are named.
NAMED = 5


@dataclass(frozen=True, slots=True)
class StatementStanding:
    """How well one statement is known: ``value`` from 0 to 1 and the reason in a word (``flows.words.reason_words``).

    ``unit`` is empty for a statement of the whole qualification; ``tested`` False: the content cannot test it yet.
    """

    id: str
    text: LocalText
    unit: str
    part: str
    value: float
    answers: int
    reason: Reason
    tested: bool


@dataclass(frozen=True, slots=True)
class ModuleStanding:
    """A module that exists: the mean of its statements of the learner's qualification, and lessons studied."""

    slug: str
    title: LocalText
    value: float
    statements: int
    mastered: int
    tried: int
    lessons: int
    lessons_done: int


@dataclass(frozen=True, slots=True)
class UnitStanding:
    """A unit: the same over its own statements and those of the whole qualification, and its readiness."""

    id: str
    title: LocalText
    readiness: str
    value: float
    statements: int
    mastered: int
    tried: int


@dataclass(frozen=True, slots=True)
class Day:
    """One day (ISO date): answers, how many were right, seconds spent on lessons and on attempts begun that day."""

    day: str
    answers: int
    right: int
    lesson_seconds: float
    attempt_seconds: float


@dataclass(frozen=True, slots=True)
class ExamResult:
    """An exam that is over, with ``share`` of the points that could be earned. ``at`` in epoch seconds.

    ``day`` is the ISO date of that moment in the learner's calendar, ``sections_below`` how many sections missed their
    own mark.
    """

    attempt: str
    subject: str
    title: LocalText
    mode: str
    at: float
    share: float
    pass_mark: float | None
    passed: bool | None
    day: str
    sections_below: int


@dataclass(frozen=True, slots=True)
class ProgressView:
    """Everything the progress screen shows. ``days`` are the last :data:`DAYS`, oldest first; exams oldest first.

    ``strengths`` are mastered, the surest first; ``gaps`` went wrong lately, the weakest first, then what was never
    tried though it can be tested. ``exam_date`` is an ISO date, empty when none is to come.
    """

    statements: tuple[StatementStanding, ...]
    modules: tuple[ModuleStanding, ...]
    units: tuple[UnitStanding, ...]
    days: tuple[Day, ...]
    lesson_seconds: float
    attempt_seconds: float
    answers: int
    right: int
    exams: tuple[ExamResult, ...]
    strengths: tuple[StatementStanding, ...]
    gaps: tuple[StatementStanding, ...]
    due: int
    forecast: tuple[ForecastDay, ...]
    exam_date: str


def progress_view(workspace: Workspace) -> ProgressView:
    """The open learner's progress, now."""
    store, own, mastery = workspace.store, own_statements(workspace), statement_mastery(workspace)
    statements = tuple(_standing(line, mastery) for line in own)
    # What units say in the same words is named once.
    distinct = list({line.leader: one for line, one in zip(reversed(own), reversed(statements), strict=True)}.values())
    zone = zone_minutes(workspace.clock)
    days = _days(store, workspace.day(), zone)
    planned = schedule(workspace)
    points = [answer.points for given in store.answers().values() for answer in given]
    return ProgressView(
        statements, _modules(workspace, own, mastery), _units(workspace, own, mastery), days,
        sum(store.study_seconds().values()), sum(row.seconds for row in store.attempts()),
        len(points), points.count(1.0), _exams(store.attempts(), zone),
        _strengths(distinct), _gaps(distinct), len(planned.due()), planned.forecast(),
        _exam_date(store, workspace.day()),
    )  # fmt: skip


def _exam_date(store: LearnerStore, today: int) -> str:
    """The day of the exam; empty when none is set or it has gone by."""
    day = exam_day({"exam_date": store.settings().exam_date})
    return iso_day(day) if day is not None and day >= today else ""


def _standing(line: OwnStatement, mastery: Mapping[str, Mastery]) -> StatementStanding:
    row, one = line.row, mastery.get(line.leader, Mastery())
    return StatementStanding(row.id, row.text, row.unit, row.part, one.value, one.answers, one.reason, row.tested)


def _modules(
    workspace: Workspace, own: Sequence[OwnStatement], mastery: Mapping[str, Mastery]
) -> tuple[ModuleStanding, ...]:
    catalogue, law = workspace.catalogue, workspace.jurisdictions()
    glance = workspace.glance()
    studied = studied_lessons(glance, catalogue) if glance else set()
    leaders = {line.row.id: line.leader for line in own}
    found = []
    for row in catalogue.modules():
        mine = list(dict.fromkeys(leaders[id] for id in row.statements if id in leaders))
        if row.state != "present" or not mine:
            continue
        lessons = own_lessons(catalogue, row.slug, law)
        done = sum((row.slug, lesson.id) in studied for lesson in lessons)
        found.append(ModuleStanding(row.slug, row.title, *_sum(mine, mastery), len(lessons), done))
    return tuple(found)


def _units(
    workspace: Workspace, own: Sequence[OwnStatement], mastery: Mapping[str, Mastery]
) -> tuple[UnitStanding, ...]:
    def standing(unit: UnitRow) -> UnitStanding:
        mine = list(dict.fromkeys(line.leader for line in own if line.row.unit in ("", unit.id)))
        return UnitStanding(unit.id, unit.title, unit.readiness, *_sum(mine, mastery))

    units = workspace.catalogue.units(workspace.profile().qualification)
    return tuple(standing(unit) for unit in units)


def _sum(leaders: Sequence[str], mastery: Mapping[str, Mastery]) -> tuple[float, int, int, int]:
    """Mean mastery, number of statements, how many are mastered, how many were tried."""
    parts = [mastery.get(leader, Mastery()) for leader in leaders]
    mastered = sum(part.reason == "mastered" for part in parts)
    return mean(parts), len(parts), mastered, sum(part.answers > 0 for part in parts)


def _days(store: LearnerStore, today: int, zone: int) -> tuple[Day, ...]:
    """Answers stand on the day they were given, attempts on the day they began."""
    first = today - DAYS + 1
    answers, right, seconds = [0] * DAYS, [0] * DAYS, [0.0] * DAYS
    recent = (answer for given in store.answers().values() for answer in given if first <= answer.day <= today)
    for answer in recent:
        answers[answer.day - first] += 1
        right[answer.day - first] += answer.right
    for row in store.attempts():
        day = day_number(row.started_at, zone)
        if first <= day <= today:
            seconds[day - first] += row.seconds
    lessons = store.study_seconds()
    return tuple(
        Day(iso_day(first + n), answers[n], right[n], lessons.get(first + n, 0.0), seconds[n]) for n in range(DAYS)
    )


def _exams(rows: Sequence[AttemptRow], zone: int) -> tuple[ExamResult, ...]:
    over = [(row.submitted_at, row) for row in rows if row.kind == "exam" and row.submitted_at is not None]
    return tuple(
        ExamResult(
            row.id, row.subject, row.title, row.mode, at, share_of(row), row.pass_mark, row.passed,
            iso_day(day_number(at, zone)), sum(not section["passed"] for section in row.sections),
        )
        for at, row in sorted(over, key=lambda pair: (pair[0], pair[1].id))
    )  # fmt: skip


def share_of(row: AttemptRow) -> float:
    """The share of the points of an attempt that was earned; 0 where nothing could be."""
    maximum = row.maximum or row.items
    points, _, parts = row.points.partition("/")  # a Fraction takes ten times as long, and there may be a thousand
    return float(points) / (float(parts or 1) * maximum) if maximum else 0.0


def _strengths(statements: Sequence[StatementStanding]) -> tuple[StatementStanding, ...]:
    mastered = [line for line in statements if line.reason == "mastered"]
    return tuple(sorted(mastered, key=lambda line: (-line.value, line.id))[:NAMED])


def _gaps(statements: Sequence[StatementStanding]) -> tuple[StatementStanding, ...]:
    weak = sorted((line for line in statements if line.reason in ("slipping", "mistakes")), key=_weakest)
    untried = [line for line in reversed(statements) if line.reason == "untried" and line.tested]
    return tuple([*weak, *untried][:NAMED])


def _weakest(line: StatementStanding) -> tuple[float, str]:
    return line.value, line.id
