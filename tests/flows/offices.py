"""An instructor's office: the demonstration's register with a learner who has done everything, and an issuer."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.flows.registering import UNIT, Machine, School, take
from trainer.assessment.acts import Judged
from trainer.flows.deciding import DecidingFlow
from trainer.flows.issuers import IssuerDraft, IssuerFlow
from trainer.flows.issuing import IssuingFlow
from trainer.flows.register import RegisterFlow
from trainer.flows.rubrics import Rubrics
from trainer.progress.disk import Disk

ASSESSOR = "Lucia Neri"
PASSPHRASE = "correct horse battery"
DRAFT = IssuerDraft(
    "Centro di Formazione «Aterno»", "it", "attestazioni@example.org", "Revisione annuale delle prove.",
    "Accreditato, decreto 12/2025", "https://example.org",
)  # fmt: skip


def judge(register: RegisterFlow, person: str, *, by: str = ASSESSOR, level: int = 3, unit: str = UNIT) -> None:
    """Judge everything of a learner that can be judged."""
    rubrics = Rubrics(register.catalogue)
    acts = [
        Judged(one.attempt, part, by, dict.fromkeys(rubrics.tops(one, part), level), {}, 1)
        for one in register.standings(person, unit)
        for part in one.short.ready
    ]
    register.act(*acts)


def accept(register: RegisterFlow, person: str, unit: str = UNIT) -> None:
    """Accept that the work was done unsupervised."""
    DecidingFlow(register, person, unit).accept_unsupervised(ASSESSOR)


class Office:
    """A machine with a register; ``flow`` issues on it as a new run of the program does."""

    def __init__(self, school: School, home: str) -> None:
        self.school, self.home = school, home

    @property
    def machine(self) -> Machine:
        return self.school.machine(self.home)

    def flow(self, disk: Disk | None = None) -> IssuingFlow:
        machine = self.school.machine(self.home, disk)
        return IssuingFlow(RegisterFlow.of(machine), IssuerFlow(machine.locations, self.school.clock))

    @property
    def register(self) -> RegisterFlow:
        return self.flow().register

    def person(self, name: str = "Anna Rossi") -> str:
        """Somebody's id in the register."""
        return self.register.person(name).person

    def copy(self, home: str) -> Office:
        """The same office on another machine."""
        shutil.copytree(self.machine.locations.data, self.school.machine(home).locations.data)
        return Office(self.school, home)

    def files(self) -> list[str]:
        """What lies in the folder of records issued."""
        folder = self.machine.locations.register / "issued"
        return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def ready(school: School, home: str = "office", *, passphrase: str | None = None) -> Office:
    """An office in which everything is met for Anna; encrypting a key takes a third of a second."""
    anna = school.finished("Anna Rossi")
    file = anna.hand_in("anna-for-the-office.zip").file
    anna.close()
    office = Office(school, home)
    take(office.register, file)
    judge(office.register, office.person())
    accept(office.register, office.person())
    office.flow().issuers.init(DRAFT, passphrase)
    school.clock.wait(3600)
    return office


def handed_out(office: Office, record: str, folder: Path) -> Path:
    """What an employer is given of a record, in a new folder."""
    flow = office.flow()
    return flow.hand_out(flow.read(record)[1], str(folder))
