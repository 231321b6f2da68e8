"""A class of the demonstration: learners on machines of their own who hand in, and the register they hand in to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.exercises.making import BOX, RUCKSACK
from tests.fakes.clock import FakeClock
from tests.fakes.workspace import TinyWorkspace
from tests.flows.playing import argue, demonstration, played
from trainer.catalogue.index import Catalogue, Progress, open_or_build
from trainer.flows.hand_in import HandedIn, hand_in
from trainer.flows.prepare import start_exam
from trainer.flows.register import RegisterFlow
from trainer.flows.register_import import Outcome, RegisterImport
from trainer.flows.study import StudyFlow
from trainer.progress.disk import Disk

UNIT = "dem.u1"
DAY = 86_400.0


class School:
    """The demonstration's content, compiled once, and homes below a folder."""

    def __init__(self, folder: Path, clock: FakeClock | None = None) -> None:
        self.folder, self.clock = folder, clock or FakeClock()
        self.content = demonstration(folder)
        self._catalogue: Catalogue | None = None

    def open_catalogue(self, on_progress: Progress | None = None) -> Catalogue:
        if self._catalogue is None:
            self._catalogue = open_or_build([self.content], self.folder / "cache", on_progress)
        return self._catalogue

    def machine(self, name: str, disk: Disk | None = None) -> Machine:
        """A home; the same name is the same home."""
        return Machine(self, self.folder / "homes" / name, disk)

    def learner(self, name: str) -> Machine:
        """A machine with a learner who has just begun."""
        machine = self.machine(name)
        machine.create_learner(name, "it", "en", "dem")
        return machine

    def register(self, disk: Disk | None = None, name: str = "instructor") -> RegisterFlow:
        """The instructor's register, as a new run of the program finds it."""
        return RegisterFlow.of(self.machine(name, disk))

    def finished(self, name: str) -> Machine:
        """A learner who has done all the demonstration asks for."""
        machine = self.learner(name)
        study(machine)
        for exercise in (RUCKSACK, BOX):
            argue(machine, played(machine, self.clock, exercise).attempt)
        sit(machine)
        return machine

    def handed_in(self, name: str, do: Callable[[Machine], object]) -> Path:
        """The file of a new learner who did something."""
        machine = self.learner(name)
        do(machine)
        return machine.hand_in(f"{name}.zip").file


class Machine(TinyWorkspace):
    """A home with the demonstration as its content."""

    def __init__(self, school: School, home: Path, disk: Disk | None = None) -> None:
        super().__init__(home, school.clock, disk, content=school.content)
        self.school = school

    def open_catalogue(self, on_progress: Progress | None = None) -> Catalogue:
        return self.school.open_catalogue(on_progress)

    def hand_in(self, name: str, unit: str = UNIT) -> HandedIn:
        """Hand in, to a file of this name."""
        return hand_in(self, unit, self.school.folder / name)


def study(machine: Machine) -> None:
    """Open every page of every lesson and answer every check right."""
    for row in machine.catalogue.modules():
        for lesson in machine.catalogue.lessons(row.slug):
            flow = StudyFlow(machine, row.slug, lesson.id)
            for page in range(lesson.pages):
                flow.go(page)
                for check in flow.view.checks:
                    _answer(flow, check.id)
            flow.keep()


def _answer(flow: StudyFlow, check: str) -> None:
    item = flow._item(check)
    sample = next(one for one in item.samples() if one.points == 1)
    flow._set(check, item.parse(sample.response))
    assert flow.confirm(check)


def sit(machine: Machine, *, right: bool = True) -> str:
    """Sit the counting exam and submit it."""
    flow = start_exam(machine, UNIT, counting=True)
    for position in range(flow.view.count):
        item = flow._running.item(position)
        wanted = 1 if right else 0
        sample = next(one for one in item.samples() if one.points == wanted and any(one.response.values()))
        flow._running.respond(position, item.parse(sample.response))
    flow.submit()
    return flow.attempt


def take(register: RegisterFlow, *files: Path, into: str | None = None, new: bool = False) -> list[Outcome]:
    """What becomes of files."""
    return list(RegisterImport(register, into=into, new=new).take(files))
