"""A register in which a record can be issued, for pictures of issuing: the demonstration's unit, which is complete."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from past import MovedClock

from tests.flows.offices import PASSPHRASE, ready
from tests.flows.registering import UNIT, School
from trainer.flows.issuing import IssuingFlow
from trainer.flows.workspace import Workspace

__all__ = ["PASSPHRASE", "UNIT", "an_office"]


def an_office(workspace: Workspace, clock: MovedClock, *, issued: int = 0) -> str:
    """Make ``workspace`` the office of an issuer where everything is met for a learner: the learner's id.

    ``issued``: so many records were issued before, each but the last one revoked.
    """
    folder = Path(tempfile.mkdtemp())
    office = ready(School(folder), passphrase=PASSPHRASE)
    for name in ("register", "issuer"):
        shutil.copytree(office.machine.locations.data / name, workspace.locations.data / name)
    workspace._catalogue = office.school.open_catalogue()
    clock.pass_time(3600)
    flow = IssuingFlow.of(workspace)
    (person,) = flow.register.people()
    for number in range(issued):
        clock.pass_time(7 * 86_400)
        one = flow.issue(person.person, UNIT, PASSPHRASE)
        if number + 1 < issued:
            flow.revoke(one.record, "L’esame l’ha sostenuto un’altra persona.", PASSPHRASE)
    return person.person
