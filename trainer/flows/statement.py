"""The study statement: what a learner says of their own study of a unit, as PDF; no issuer, no signature."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING

from trainer import __version__
from trainer.content.locate import content_version
from trainer.flows.evidence import AssessedTry, assessed_tries
from trainer.flows.hand_in import modules_of_unit, path_of, studied_modules, unit_of
from trainer.flows.titles import Titles
from trainer.flows.tries import counting_tries
from trainer.kernel.clock import zone_minutes
from trainer.kernel.days import day_number, iso_day
from trainer.kernel.problems import N_, Refused
from trainer.kernel.text import LocalText
from trainer.progress.issuers import write_new

if TYPE_CHECKING:
    from trainer.flows.workspace import Workspace
    from trainer.printing.statement import StatedEvidence, StatedExam, StudiedModule, StudyStatement


def study_statement(workspace: Workspace, unit_id: str) -> StudyStatement:
    """What the chosen learner can say of a unit. :class:`Refused` when there is no such unit."""
    return _Stating(workspace, unit_id).statement()


def write_statement(workspace: Workspace, unit_id: str, target: Path, languages: Sequence[str]) -> None:
    """Write it as PDF. ``GlyphsMissing`` for a name the font cannot draw; :class:`Refused` where the target exists."""
    from trainer.i18n.catalogue import languages as spoken
    from trainer.printing.statement import render_statement

    if unknown := [one for one in languages if one not in spoken()]:
        raise Refused(
            N_("There is no language «{language}»; there are: {languages}."), language=unknown[0], languages=spoken()
        )
    write_new(target, render_statement(study_statement(workspace, unit_id), languages, workspace.locations.cache))


class _Stating:
    def __init__(self, workspace: Workspace, unit_id: str) -> None:
        self._workspace, self._catalogue = workspace, workspace.catalogue
        self._unit = unit_of(workspace.catalogue, unit_id)
        self._facets = {(row.list, row.id): row.name for row in workspace.catalogue.facets()}
        self._zone = zone_minutes(workspace.clock)

    def statement(self) -> StudyStatement:
        from trainer.printing.statement import StudyStatement

        standard = next(one for one in self._catalogue.qualifications() if one.id == self._unit.qualification)
        return StudyStatement(
            self._workspace.profile().name, self._unit.id, self._unit.title, standard.title, tuple(self._modules()),
            tuple(self._exams()), tuple(self._evidence()), content_version(), __version__, self._workspace.today(),
        )  # fmt: skip

    def _modules(self) -> Iterator[StudiedModule]:
        from trainer.printing.statement import StudiedModule

        studied, titles = studied_modules(self._workspace, self._unit), Titles(self._catalogue)
        for slug in modules_of_unit(self._catalogue, self._unit):
            row = self._catalogue.module(slug)
            day = studied[slug].day if slug in studied else None
            yield StudiedModule(titles.module(slug), row.minutes if row else 0, day)

    def _exams(self) -> Iterator[StatedExam]:
        from trainer.printing.statement import StatedExam

        exams = [row.id for row in self._catalogue.exams() if row.scope == "unit" and row.subject == self._unit.id]
        tries = [one for exam in exams for one in counting_tries(self._workspace.store, exam)]
        for one in sorted(tries, key=lambda one: one.began.at):
            if one.submitted_at is not None and one.voided is None:
                yield StatedExam(self._day(one.submitted_at), min(max(one.share, 0.0), 1.0), bool(one.passed))

    def _evidence(self) -> Iterator[StatedEvidence]:
        from trainer.printing.statement import StatedEvidence

        rows = {row.id: row for row in self._workspace.store.attempts()}
        for one in assessed_tries(self._workspace.store, self._unit.id):
            row = rows.get(one.attempt)
            if row is not None and one.submitted_at is not None and one.voided is None:
                yield StatedEvidence(
                    self._day(one.submitted_at), one.title, tuple(self._shown(one)), float(Fraction(row.points)),
                    row.maximum, one.passed,
                )  # fmt: skip

    def _shown(self, one: AssessedTry) -> Iterator[LocalText]:
        for name, values in one.evidence.values.items() if one.evidence else ():
            for value in values:
                yield self._facets.get((name, value), {"en": value})

    def _day(self, at: float) -> str:
        return iso_day(day_number(at, self._zone))


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition of the record as the learner sees it: its name (of ``register_words``), and whether it is met.

    ``what`` are titles of what is missing, or how much of it there is.
    """

    name: str
    met: bool
    what: tuple[LocalText, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnRecord:
    """How far the learner's own record is. ``waiting`` are works an assessor must judge after the hand-in."""

    unit: str
    title: LocalText
    learner: str
    conditions: tuple[Condition, ...]
    waiting: tuple[LocalText, ...]

    @property
    def ready(self) -> bool:
        """Whether all that the learner can do is done."""
        return all(one.met for one in self.conditions)


class OwnRecordFlow:
    """The learner's page about the record of a unit: what is still missing, and the statement meanwhile."""

    def __init__(self, workspace: Workspace, unit_id: str) -> None:
        self._workspace, self._unit = workspace, unit_id

    def look(self) -> OwnRecord:
        """As it is now."""
        from trainer.flows.unit_status import unit_status

        workspace, titles = self._workspace, Titles(self._workspace.catalogue)
        status = unit_status(workspace, self._unit)
        unit = unit_of(workspace.catalogue, self._unit)
        studied = studied_modules(workspace, unit)
        missing = [slug for slug in modules_of_unit(workspace.catalogue, unit) if slug not in studied]
        passed = any(one.passed and one.voided is None for tries in status.tries.values() for one in tries)
        evidence = status.evidence
        by_attempt = {one.attempt: one.title for one in evidence.tries}
        conditions = (
            Condition("certifiable", status.readiness == "certifiable"),
            Condition("studied", not missing, tuple(titles.module(slug) for slug in missing)),
            Condition("exam", passed),
            Condition("rule", evidence.complete, _gaps(evidence.missing)),
        )
        waiting = tuple(by_attempt[name] for name in evidence.awaiting if name in by_attempt)
        return OwnRecord(self._unit, unit.title, workspace.profile().name, conditions, waiting)

    def usual_file(self) -> str:
        """A file in the person's own folder (``~``) that does not exist yet."""
        name = f"{self._unit}-{self._workspace.learner}-{self._workspace.today()}"
        names = chain((name,), (f"{name}-{number}" for number in count(2)))
        return next(f"~/{other}.pdf" for other in names if not path_of(f"~/{other}.pdf").exists())

    def write(self, file: str, languages: Sequence[str]) -> Path:
        """Write the study statement; where it is."""
        target = path_of(file)
        write_statement(self._workspace, self._unit, target, languages)
        return target


def _gaps(missing: Sequence[object]) -> tuple[LocalText, ...]:
    from trainer.flows.evidence import Gap
    from trainer.flows.exercise_words import requirement_words

    gaps = [one.requirement for one in missing if isinstance(one, Gap)]
    return tuple({"": requirement_words(one.requirement)} for one in gaps)
