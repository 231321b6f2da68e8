"""A unit from its first page to a record an employer has checked, by keys and commands alone, in homes of their own.

``python -m tests.e2e.record --lang it --frames OUT`` plays the demonstration: a learner studies, sits the counting
exam, plays the reserved exercises, writes the rationales and hands in; the register takes it in; two raters judge; a
record is refused before each condition is met and issued after, handed out, verified, revoked and verified again.
Every frame, every command's output and the documents are kept; 0 only if all of it held. ``--unit`` names another unit.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Self

from tests.e2e.certifying.known import Known
from tests.e2e.certifying.learning import Learner
from tests.e2e.certifying.machine import Machine
from tests.e2e.certifying.teaching import RATERS, Instructor
from tests.e2e.certifying.verifying import (
    DAMAGED,
    GOOD,
    ONLY_CLAIMED,
    OTHER_KEY,
    PAGE_DIFFERS,
    REVOKED,
    STATEMENT,
    SUPERSEDED,
    Employer,
    tampered,
    tampered_page,
)
from tests.e2e.learner import NAME
from tests.e2e.terminal import ScreenTimeout
from tests.fixtures import DEMO
from trainer.content.locate import shipped_root
from trainer.i18n.catalogue import languages

DEMONSTRATION = "dem.u1"
#: Conditions in the order in which they come to be met here.
WORK, OTHERS = ("studied", "exam", "rule"), ("judged", "unsupervised", "issuer")
#: What a record is handed out as.
FORMS = ("json", "jcs", "pdf")


class NotCertifiable(Exception):
    """No record can come of this unit; ``str`` says why."""


class Story:
    """Who takes part, and how far they are."""

    def __init__(self, unit: str, size: tuple[int, int], language: str, frames: Path | None, home: Path) -> None:
        self.began, self.home, self.unit, self.language = time.monotonic(), home, unit, language
        self.added = DEMO if unit == DEMONSTRATION else None
        known = Known(DEMO if self.added else shipped_root(), unit)
        self.documents = (frames or home) / "documents"
        # Those of a run before would stand in the way: the program writes over nobody's file.
        shutil.rmtree(self.documents, ignore_errors=True)
        self.documents.mkdir(parents=True)
        self.machines: list[Machine] = []

        def machine(kind: type[Machine], name: str) -> Machine:
            self.machines.append(kind(known, size, language, frames / name if frames else None, home / name))
            return self.machines[-1]

        self.learner = machine(Learner, "learner")
        self.teacher = machine(Instructor, "instructor")
        self.employer = machine(Employer, "employer")
        self.teacher.person = NAME

    def tell(self, what: str) -> None:
        """A step that held."""
        print(f"{time.monotonic() - self.began:5.0f} s  {what}", flush=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for machine in self.machines:
            machine.close()

    def run(self) -> None:
        """All of it; :class:`ScreenTimeout` where something did not hold."""
        self.begin()
        self.learn()
        self.assess()
        self.certify()

    # -- the unit ------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """The content; :class:`NotCertifiable` where it is not enough for a record."""
        if self.added:
            self.learner.command("content-add", "content", "add", str(self.added))
        stage = self._readiness(self.learner)
        if stage != "certifiable":
            raise NotCertifiable(
                f"No record of {self.unit} yet: the unit is not certifiable ({stage.replace('_', ' ')}). "
                f"Nothing was played; «trainer unit status {self.unit}» says what is missing."
            )
        self.tell(f"{self.unit} is certifiable")

    def _readiness(self, machine: Machine) -> str:
        """How far the unit is, as ``trainer catalogue`` says."""
        standards = json.loads(machine.command("catalogue", "catalogue", "--json"))["qualifications"]
        return str(next(unit["readiness"] for one in standards for unit in one["units"] if unit["id"] == self.unit))

    # -- the learner's work --------------------------------------------------------------------------------------

    def learn(self) -> None:
        """Every part of the unit, each handed in by itself; the register says what is missing still."""
        learner, modules = self.learner, self.learner.known.modules
        if self.teacher.ask("issue-nobody", "record", "issue", self.unit, "--person", NAME)[0] != 1:
            raise ScreenTimeout("a record of somebody who is not in the register was not refused")
        pages = learner.study(learner.arrive(), modules[:1])
        if self.added:
            self._without_an_exercise(self.added)
            self._took_in("with content that is not certifiable", ("certifiable", *WORK, *OTHERS))
            self.teacher.command("content-remove", "content", "remove", self.added.name)
            self.teacher.command("content-add", "content", "add", str(self.added))
            self._missing((*WORK, *OTHERS))
        else:
            self._took_in(f"{pages} pages read", (*WORK, *OTHERS))
        if len(modules) > 1:
            pages += learner.study(learner.arrive(), modules[1:])
        self._took_in(f"{pages} pages read, every check right", (*WORK[1:], *OTHERS))
        questions = learner.sit(learner.arrive())
        self._took_in(f"the counting exam passed, {questions} questions", (*WORK[2:], *OTHERS))
        seeing = learner.arrive()
        for script in learner.known.reserved:
            seeing = learner.play(seeing, script)
            self.tell(f"{script.id} passed, its rationale handed in")
        self._took_in("the unit's work is complete", OTHERS)

    def _without_an_exercise(self, content: Path) -> None:
        """Give the instructor content of which the unit is not certifiable: a reserved exercise is gone from it."""
        copy = Path(shutil.copytree(content, self.home / content.name))
        next(copy.rglob(f"{self.learner.known.reserved[-1].id}.yaml")).unlink()
        self.teacher.command("content-add-less", "content", "add", str(copy))
        if (stage := self._readiness(self.teacher)) == "certifiable":
            raise ScreenTimeout(f"{self.unit} is {stage} without an exercise of its rule")

    def _took_in(self, what: str, missing: tuple[str, ...]) -> None:
        """Hand in, take it in, and see a record refused for just these conditions."""
        self.tell(what)
        self.teacher.take_in(self.learner.hand_in())
        self._missing(missing)

    def _missing(self, conditions: tuple[str, ...]) -> None:
        if (found := self.teacher.lacking()) != conditions:
            raise ScreenTimeout(f"a record should be refused for {conditions}, and is for {found}")
        self.tell(f"refused: {', '.join(conditions)}")

    # -- the assessors -------------------------------------------------------------------------------------------

    def assess(self) -> None:
        """Two raters judge; somebody answers for work that nobody watched."""
        teacher = self.teacher
        seeing = teacher.open_register()
        for number, rater in enumerate(RATERS):
            judged = teacher.judge(seeing, rater, first=not number)
            self.tell(f"{rater} judged {judged} rationales")
            # The program is still open: the register is read by both.
            self._missing(OTHERS[number:])
        teacher.accept(seeing)
        teacher.leave()
        self._missing(OTHERS[2:])

    # -- the record ----------------------------------------------------------------------------------------------

    def certify(self) -> None:
        """Issue, hand out, verify, tamper, correct, revoke, verify again."""
        issuer = self.teacher.become_issuer("Scuola dimostrativa")
        shutil.copy(issuer, self.documents / "issuer.json")
        record = self.teacher.issue()
        self.tell(f"issued: {record}")
        files = self._handed_out(record, "record", issuer)
        self._not_trusted(files, issuer)
        self.employer.verify(STATEMENT, self.learner.state(), issuer=issuer)
        self.tell("a study statement is told from a record")
        corrected = self._corrected(record, files, issuer)
        listed = self.documents / "status-after.json"
        self.teacher.revoke(corrected, "Shown to be revocable.", listed)
        for name in FORMS:
            self.employer.verify(REVOKED, self.documents / "corrected" / files[name].name, issuer=issuer, status=listed)
        self.tell("revoked, and verified as revoked")

    def _handed_out(self, record: str, folder: str, issuer: Path) -> Mapping[str, Path]:
        """A record in every form, each of which an employer verifies, without a list and with it."""
        files = self.teacher.hand_out(record, self.documents / folder)
        for name in FORMS:
            self.employer.verify(GOOD, files[name], issuer=issuer)
            self.employer.verify(GOOD, files[name], issuer=issuer, status=files["list"])
        self.tell("verified: credential, JCS credential, PDF, without and with the status list")
        return files

    def _not_trusted(self, files: Mapping[str, Path], issuer: Path) -> None:
        verify = self.employer.verify
        verify(ONLY_CLAIMED, files["json"])
        verify(OTHER_KEY, files["json"], issuer=self._somebody_else())
        for name in ("json", "jcs"):
            verify(DAMAGED, tampered(files[name]), issuer=issuer)
        verify(PAGE_DIFFERS, tampered_page(files["pdf"]), issuer=issuer)
        self.tell("refused: no key, somebody else's key, a changed name, a changed PDF")

    def _corrected(self, record: str, files: Mapping[str, Path], issuer: Path) -> str:
        """The name is corrected on the screen of the record: the new one holds, the first one no longer."""
        seeing = self.teacher.to_record()
        self.teacher.correct(seeing, f"{NAME} Verdi")
        self.teacher.leave()
        new = next(name for name, status in self.teacher.records().items() if name != record and status == "good")
        after = self._handed_out(new, "corrected", issuer)
        for name in FORMS:
            self.employer.verify(SUPERSEDED, files[name], issuer=issuer, status=after["list"])
        self.tell("corrected by keys, a wrong passphrase refused; the first record verified as superseded")
        return new

    def _somebody_else(self) -> Path:
        """The public file of an issuer who never issued this."""
        other = Instructor(self.teacher.known, self.teacher.size, self.language, None, self.home / "other")
        return other.become_issuer("Altra scuola")


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--unit", default=DEMONSTRATION)
    parser.add_argument("--size", default="80x24")
    parser.add_argument("--lang", default="it", choices=languages())
    parser.add_argument("--frames", type=Path)
    options = parser.parse_args(arguments)
    columns, rows = (int(part) for part in options.size.split("x"))
    os.environ.pop("TRAINER_HOME", None)
    with tempfile.TemporaryDirectory() as home:
        try:
            with Story(options.unit, (columns, rows), options.lang, options.frames, Path(home)) as story:
                story.run()
        except (ScreenTimeout, NotCertifiable) as problem:
            print(problem)
            return 1
    print(f"{options.size} {options.lang}: {options.unit} from the first page to a record, verified and revoked")
    return 0


if __name__ == "__main__":
    sys.exit(main())
