"""The register as its screens open it: classes, one learner, and what is done there."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.assessment.playing import assessed
from trainer.flows.hand_in import path_of
from trainer.flows.register import RegisterFlow, Standing
from trainer.flows.register_import import OnProgress, Outcome, RegisterImport
from trainer.flows.register_status import ClassRow, UnitClass, class_row, unit_class
from trainer.flows.workspace import Workspace
from trainer.kernel.problems import N_, Refused
from trainer.kernel.text import LocalText
from trainer.progress.register_files import Person


@dataclass(frozen=True, slots=True)
class RegisterView:
    """Every class with its learners. ``torn``: an unfinished last line was passed over."""

    classes: tuple[UnitClass, ...]
    retention_months: int
    torn: bool

    @property
    def empty(self) -> bool:
        """Whether nobody has handed anything in yet."""
        return not self.classes


@dataclass(frozen=True, slots=True)
class LearnerView:
    """One learner of a class. ``modules`` are titles by slug; ``today`` is an ISO day."""

    row: ClassRow
    title: LocalText
    modules: dict[str, LocalText]
    statements: dict[str, LocalText]
    today: str

    def standing(self, attempt: str) -> Standing | None:
        """One of the attempts."""
        return next((one for one in (*self.row.exams, *self.row.exercises) if one.attempt == attempt), None)


@dataclass(frozen=True, slots=True)
class Point:
    """A section of an exam or a criterion of an exercise."""

    text: LocalText
    share: float
    met: bool


@dataclass(frozen=True, slots=True)
class Details:
    """An attempt with its points one by one."""

    standing: Standing
    points: tuple[Point, ...]


class RegisterScreenFlow:
    """Classes, and taking files in."""

    def __init__(self, workspace: Workspace) -> None:
        self.register = RegisterFlow.of(workspace)
        self._workspace = workspace

    def look(self) -> RegisterView:
        """Where every class stands now."""
        register = self.register
        classes = tuple(unit_class(register, unit) for unit in register.units() if register.catalogue.unit(unit))
        return RegisterView(classes, register.settings().retention_months, register.store.torn > 0)

    def take(self, typed: str, on_progress: OnProgress = lambda done, of: None) -> tuple[Outcome, ...]:
        """Take in a file, or every zip file of a folder. :class:`Refused` where there is none."""
        path = path_of(typed)
        files = sorted(path.glob("*.zip")) if path.is_dir() else [path]
        if not files:
            raise Refused(N_("There are no zip files in {folder}."), folder=path)
        return tuple(RegisterImport(self.register).take(files, on_progress))

    def learner(self, person: str, unit: str) -> LearnerFlow:
        """One learner of a class."""
        return LearnerFlow(self._workspace, self.register, person, unit)


class LearnerFlow:
    """One learner of a class, and voiding what does not count."""

    def __init__(self, workspace: Workspace, register: RegisterFlow, person: str, unit: str) -> None:
        self._workspace, self.register = workspace, register
        self._person: Person = register.person(person)
        self._unit = unit

    def look(self) -> LearnerView:
        """Where the learner stands now."""
        catalogue = self.register.catalogue
        unit = catalogue.unit(self._unit)
        row = class_row(self.register, self._person, self._unit)
        observed = next((one.what for one in row.conditions if one.name == "oral"), ())
        modules: dict[str, LocalText] = {one.slug: one.title for one in catalogue.modules()}
        return LearnerView(
            row, unit.title if unit else {}, modules, dict(catalogue.statement_texts(observed)), self._workspace.today()
        )

    def details(self, attempt: str) -> Details:
        """One attempt, read from its hand-in."""
        found = self.register.attempt(attempt)
        if found.paper.kind == "exercise":
            marks = assessed(found.paper, found.state).marks
            points = tuple(Point(one.text, float(one.points / one.maximum), one.met) for one in marks)
        else:
            points = tuple(Point(one.title, one.share, one.passed) for one in found.standing.short.sections)
        return Details(found.standing, points)

    def assessor(self) -> str:
        """Under whose name things are done; empty when nobody is known yet."""
        return self.register.settings().assessor

    def void(self, standing: Standing, reason: str, by: str) -> LearnerView:
        """Declare that an attempt does not count, or, where it is void, that it counts again."""
        name = self.register.assessor(by)
        do = self.register.void if standing.voided is None else self.register.unvoid
        do(standing.attempt, reason, name)
        return self.look()

    def vouch(self, standing: Standing, reason: str, by: str) -> LearnerView:
        """Let an attempt count whose content is not known here."""
        self.register.vouch(standing.attempt, reason, self.register.assessor(by))
        return self.look()
