"""Handing in a unit: what an instructor's register needs of it, in one file.

Every assessed exercise and counting exam of the unit goes in, passed or not, with the paper frozen for it, and which
modules of the unit are studied. Nothing else of the learner does.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path

from trainer import __version__
from trainer.catalogue.index import Catalogue
from trainer.catalogue.rows import UnitRow
from trainer.content.locate import content_version
from trainer.exercises.kinds import exercise_from_json
from trainer.flows.exercise_rows import played_before
from trainer.flows.proving import prove
from trainer.flows.running import journal_path
from trainer.flows.workspace import Workspace
from trainer.kernel.clock import iso, zone_minutes
from trainer.kernel.days import day_number, iso_day
from trainer.kernel.problems import N_, Problem, Refused
from trainer.kernel.text import LocalText, clean_line
from trainer.progress.hand_in import Manifest, Studied, write_hand_in
from trainer.progress.journal import parse_journal
from trainer.progress.papers import load_paper
from trainer.progress.rows import AttemptRow
from trainer.progress.store import LearnerStore


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An attempt that cannot be handed in, and why."""

    attempt: str
    title: LocalText
    why: Problem


@dataclass(frozen=True, slots=True)
class HandInPreview:
    """What would be handed in of a unit: attempts and studied modules. ``running`` are attempts that are not over."""

    unit: str
    title: LocalText
    attempts: int
    running: int
    studied: tuple[str, ...]

    @property
    def empty(self) -> bool:
        """Whether there is nothing to hand in yet."""
        return not self.attempts and not self.studied


@dataclass(frozen=True, slots=True)
class HandedIn:
    """What was written: where to, how many attempts and which studied modules, and what had to be left out."""

    unit: str
    file: Path
    attempts: tuple[str, ...]
    studied: tuple[str, ...]
    left_out: tuple[LeftOut, ...]


def unit_of(catalogue: Catalogue, unit_id: str) -> UnitRow:
    """The unit. :class:`Refused` when there is none such."""
    unit = catalogue.unit(unit_id)
    if unit is None:
        raise Refused(N_("There is no unit «{unit}»."), unit=unit_id)
    return unit


def modules_of_unit(catalogue: Catalogue, unit: UnitRow) -> tuple[str, ...]:
    """The modules to study for a unit: its own, and those of what its standard states for the whole qualification."""
    row = next(row for row in catalogue.qualifications() if row.id == unit.qualification)
    common = row.common_modules if row.common.knowledge or row.common.skills else ()
    return tuple(dict.fromkeys((*unit.modules, *common)))


def preview(workspace: Workspace, unit_id: str) -> HandInPreview:
    """What :func:`hand_in` would hand in now."""
    unit = unit_of(workspace.catalogue, unit_id)
    rows = _rows(workspace, unit_id)
    running = sum(row.submitted_at is None for row in rows)
    return HandInPreview(unit_id, unit.title, len(rows), running, tuple(studied_modules(workspace, unit)))


class HandInFlow:
    """Handing in a unit from the program: what would go in, where to, and writing it."""

    def __init__(self, workspace: Workspace, unit_id: str) -> None:
        self._workspace, self._unit = workspace, unit_id

    def look(self) -> HandInPreview:
        """What would be handed in now."""
        return preview(self._workspace, self._unit)

    def usual_file(self) -> str:
        """A file in the person's own folder (``~``) that does not exist yet, whose name says what it is."""
        name = f"{self._unit}-{self._workspace.learner}-{self._workspace.today()}"
        names = chain((name,), (f"{name}-{number}" for number in count(2)))
        return f"~/{next(other for other in names if not (_home() / f'{other}.zip').exists())}.zip"

    def write(self, file: str) -> HandedIn:
        """Write the file (``~`` is the person's own folder). :class:`Refused` without a name."""
        return hand_in(self._workspace, self._unit, path_of(file))


def path_of(text: str) -> Path:
    """A path somebody typed. :class:`Refused` when it is none."""
    wanted = clean_line(text, 1000)
    if not wanted:
        raise Refused(N_("Write the name of a file."))
    try:
        return Path(wanted).expanduser().absolute()
    except RuntimeError:
        raise Refused(N_("There is no folder {folder}."), folder=wanted) from None


def _home() -> Path:
    """The person's own folder; where the system knows none, the present one."""
    try:
        return Path.home()
    except RuntimeError:
        return Path()


def hand_in(workspace: Workspace, unit_id: str, target: Path) -> HandedIn:
    """Write the file. :class:`Refused` when there is nothing to hand in, or the target exists."""
    unit = unit_of(workspace.catalogue, unit_id)
    store, profile = workspace.store, workspace.profile()
    rows, studied = _rows(workspace, unit_id), studied_modules(workspace, unit)
    if not rows and not studied:
        raise Refused(
            N_("There is nothing to hand in for {unit} yet: no assessed exercise, no counting exam, and no module that "
               "is studied."),
            unit=unit_id,
        )  # fmt: skip
    files, left_out, taken = dict[str, bytes](), list[LeftOut](), list[AttemptRow]()
    for row in rows:
        try:
            files |= _files(store, row)
            taken.append(row)
        except Problem as problem:
            left_out.append(LeftOut(row.id, row.title, problem))
    if not taken and not studied:
        raise left_out[0].why
    everything = store.attempts()
    before = {row.id: played_before(everything, row.subject, row.started_at) for row in taken if row.kind == "exercise"}
    manifest = Manifest(
        learner=store.folder.name, created=profile.created, name=profile.name, unit=unit_id,
        qualification=unit.qualification, handed_in=iso(workspace.clock.now()), trainer=__version__,
        content=content_version(), content_digest=workspace.catalogue.digest, files={}, studied=studied,
        played_before={attempt: times for attempt, times in before.items() if times},
    )  # fmt: skip
    write_hand_in(target, manifest, files)
    return HandedIn(unit_id, target, tuple(row.id for row in taken), tuple(studied), tuple(left_out))


def _files(store: LearnerStore, row: AttemptRow) -> dict[str, bytes]:
    """The journal, without a torn end, and its paper. What a register would refuse is said here already."""
    raw = journal_path(store, row.id).read_bytes()
    raw = raw[: parse_journal(raw, f"{row.id}.jsonl").length]
    papers: dict[str, bytes] = {}

    def find(digest: str) -> bytes | None:
        path = store.papers_folder / f"{digest}.json"
        papers[digest] = path.read_bytes() if path.exists() else b""
        return papers[digest] or None

    if prove(row.id, raw, find) is None:
        return {}
    return {f"attempts/{row.id}.jsonl": raw} | {f"papers/{name}.json": paper for name, paper in papers.items()}


def _rows(workspace: Workspace, unit_id: str) -> list[AttemptRow]:
    """Every attempt of the unit that was declared to count, oldest first."""
    catalogue, store = workspace.catalogue, workspace.store
    exams = {row.id for row in catalogue.exams() if row.scope == "unit" and row.subject == unit_id}
    exercises = {row.id: row.units for row in catalogue.exercises()}
    found = []
    for row in store.attempts():
        if row.kind == "exam" and row.mode == "counting" and row.subject in exams:
            found.append(row)
        elif row.kind == "exercise" and row.mode == "assessed":
            units = exercises.get(row.subject) or _frozen_units(store, row)
            found += [row] * (unit_id in units)
    return sorted(found, key=lambda row: (row.started_at, row.id))


def _frozen_units(store: LearnerStore, row: AttemptRow) -> tuple[str, ...]:
    """The units of an exercise that is no longer there, from the paper frozen for it."""
    try:
        return tuple(exercise_from_json(load_paper(store.papers_folder, row.paper).exercise).units)
    except Problem:
        return ()


def studied_modules(workspace: Workspace, unit: UnitRow) -> dict[str, Studied]:
    """The modules of the unit all of whose lessons are studied as they are now, in order."""
    catalogue, zone = workspace.catalogue, zone_minutes(workspace.clock)
    known = {(row.module, row.lesson): row for row in workspace.store.lessons()}
    found = {}
    for module in modules_of_unit(catalogue, unit):
        lessons = catalogue.lessons(module)
        mine = [(lesson, known.get((module, lesson.id))) for lesson in lessons]
        if lessons and all(
            row is not None and row.revision == lesson.revision and row.studied(lesson.pages, lesson.checks)
            for lesson, row in mine
        ):
            last = max(row.last_at for _, row in mine if row is not None)
            found[module] = Studied(iso_day(day_number(last, zone)), sum(lesson.minutes for lesson in lessons))
    return found
