"""The conditions of a record, in their order: whether each is met, why not in a sentence of its own, and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from trainer.flows.exercise_words import requirement_words
from trainer.flows.register import RegisterFlow
from trainer.flows.register_status import CONDITIONS, ClassRow
from trainer.flows.titles import Titles
from trainer.flows.words import readiness_words
from trainer.kernel.problems import N_, Problem, Refused
from trainer.kernel.text import LocalText

if TYPE_CHECKING:
    from trainer.assessment.acts import OralHeld, RecordedAct
    from trainer.flows.issuers import IssuerFlow

#: All of them: those of the learner's work and of assessors, and that somebody can issue.
ALL = (*CONDITIONS, "issuer")

_HOW = {
    "certifiable": N_("Content is missing: «trainer catalogue» says which."),
    "studied": N_("The learner studies them and hands in again, or you recognise them with a reason."),
    "exam": N_("The learner sits the counting exam of the unit and hands in again."),
    "rule": N_("The learner plays assessed exercises that show what is missing, and hands in again."),
    "judged": N_("Assess them: «trainer register assess», or the register's own screen."),
    "oral": N_("Hold it again, or take it back with a reason."),
    "unsupervised": N_("Accept it for this learner, after you have looked at the work."),
    "issuer": N_("Both are commands of the terminal; the key never leaves this machine."),
}


@dataclass(frozen=True, slots=True)
class Check:
    """A condition of a record. ``why`` says what stands against it, None where it is met; ``how`` what to do then.

    ``note`` is to be known where it is met: what the record will print.
    """

    name: str
    why: Problem | None = None
    note: Problem | None = None

    @property
    def met(self) -> bool:
        return self.why is None

    @property
    def how(self) -> str:
        """The message that says what to do."""
        return _HOW[self.name]


class NotYet(Refused):
    """A record cannot be issued; the sentence is the first unmet condition's, ``checks`` are all that are unmet."""

    def __init__(self, template: str, **values: object) -> None:
        super().__init__(template, **values)
        self.checks: tuple[Check, ...] = ()


def not_yet(checks: tuple[Check, ...]) -> NotYet:
    """The refusal for conditions that are not met."""
    first = next(check.why for check in checks if check.why is not None)
    problem = NotYet(first.template, **first.values)
    problem.checks = tuple(check for check in checks if not check.met)
    return problem


def checks(flow: RegisterFlow, issuers: IssuerFlow, row: ClassRow) -> tuple[Check, ...]:
    """Every condition of a learner's record, in order. That the issuer's key opens shows when it is opened."""
    return tuple(_Checking(flow, row).all(issuers))


class _Checking:
    def __init__(self, flow: RegisterFlow, row: ClassRow) -> None:
        self._flow, self._row = flow, row
        self._state = {one.name: one for one in row.conditions}
        self._titles = Titles(flow.catalogue)

    def all(self, issuers: IssuerFlow) -> Iterator[Check]:
        for name in CONDITIONS:
            unmet = self._state[name].state != "met"
            match name:
                case "oral":
                    yield Check(name, self._oral(), self._unheard())
                case _:
                    yield Check(name, self._why(name) if unmet else None)
        yield Check("issuer", self._issuer(issuers))

    def _why(self, name: str) -> Refused:
        what = self._state[name].what
        match name:
            case "certifiable":
                stage = Refused(readiness_words(what[0]))
                return Refused(
                    N_("The unit {unit} is not certifiable: it is {stage}. A record of it cannot be issued."),
                    unit=self._row.unit, stage=stage,
                )  # fmt: skip
            case "studied":
                modules = tuple(self._titles.module(module) for module in what)
                return Refused(
                    N_("Neither studied nor recognised as prior learning: {modules}."), modules=modules
                )  # fmt: skip
            case "exam":
                return Refused(N_("No counting exam of the unit is passed that is not void."))
            case "rule":
                return self._rule()
            case "judged":
                if not what:
                    return Refused(N_("No rationale that counts has been found sufficient: there is none yet."))
                return Refused(
                    N_("Not found sufficient by an assessor yet, the rationale of: {attempts}."),
                    attempts=self._attempts(what),
                )  # fmt: skip
        if not what:
            return Refused(N_("There is no work yet whose being unsupervised could be accepted."))
        return Refused(
            N_("The assessor has not accepted that this was done unsupervised, on the learner's own machine: "
               "{attempts}."),
            attempts=self._attempts(what),
        )  # fmt: skip

    def _rule(self) -> Refused:
        if not self._row.missing:
            return Refused(N_("The minimum performance is not shown: no assessed attempt counts yet."))
        missing = tuple(
            Refused(N_("{what} ({have} of {need})"), what=Refused(requirement_words(one.requirement)), have=one.have,
                    need=one.need)
            for one in self._row.missing
        )  # fmt: skip
        return Refused(N_("The minimum performance is not shown; still missing: {missing}."), missing=missing)

    def _attempts(self, names: tuple[str, ...]) -> tuple[LocalText | str, ...]:
        titles = {one.attempt: one.short.title for one in (*self._row.exercises, *self._row.exams)}
        return tuple(titles.get(name) or name for name in names)

    def _oral(self) -> Refused | None:
        """An oral assessment that was held and not sufficient is not passed over in silence."""
        last: dict[str, RecordedAct[OralHeld]] = {}
        for held in sorted(orals_of(self._flow, self._row), key=lambda one: one.at):
            for statement in held.act.statements or ("",):
                last[statement] = held
        failed = [held for held in last.values() if held.act.outcome == "insufficient"]
        if not failed:
            return None
        return Refused(
            N_("The oral assessment of {day} by {assessor} was not sufficient."),
            day=datetime.fromtimestamp(failed[0].at, UTC).date(), assessor=failed[0].act.by,
        )  # fmt: skip

    def _unheard(self) -> Refused | None:
        what = self._state["oral"].what
        if not what:
            return None
        texts = tuple(self._titles.statement(one) for one in what)
        return Refused(N_("The record will print as not assessed: {statements}."), statements=texts)

    @staticmethod
    def _issuer(issuers: IssuerFlow) -> Problem | None:
        try:
            issuers.issuer()
        except Problem as problem:
            return problem
        return None


def orals_of(flow: RegisterFlow, row: ClassRow) -> list[RecordedAct[OralHeld]]:
    """The oral assessments of a learner for a unit that stand, oldest first."""
    who = (row.person.person, row.unit)
    return [one for one in flow.state.orals.values() if (one.act.person, one.act.unit) == who]
