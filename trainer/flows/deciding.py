"""What an assessor decides about a learner besides the work itself: unsupervised work, prior learning, identity."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from trainer.assessment.acts import IdentityChecked, LearningRecognised, OralHeld, OralWithdrawn, UnsupervisedAccepted
from trainer.flows.register import RegisterFlow, reason_of
from trainer.flows.register_status import ClassRow, class_row
from trainer.kernel.problems import N_, Refused
from trainer.kernel.text import LocalText, clean_line
from trainer.progress.register_files import Person

#: Characters of the sentence that says how an identity was checked.
LONGEST_METHOD = 200


@dataclass(frozen=True, slots=True)
class HeldOral:
    """An oral assessment that stands."""

    held: OralHeld
    at: float


@dataclass(frozen=True, slots=True)
class DecidingView:
    """What can be decided. ``unaccepted`` are attempts that count and whose being unsupervised nobody accepted yet.

    ``lacking`` are modules neither studied nor recognised, with titles; ``identity`` is how it was checked and by whom.
    """

    person: Person
    unit: str
    title: LocalText
    unaccepted: tuple[str, ...]
    lacking: dict[str, LocalText]
    recognised: dict[str, str]
    identity: tuple[str, str] | None
    has_protocol: bool
    orals: tuple[HeldOral, ...]


class DecidingFlow:
    """One learner of a unit's class. Every method writes one act and gives the view afterwards."""

    def __init__(self, register: RegisterFlow, person: str, unit: str) -> None:
        self.register = register
        self.person = register.person(person)
        self.unit = unit

    def look(self) -> DecidingView:
        """As it is now."""
        catalogue, state, who = self.register.catalogue, self.register.state, self.person.person
        row, unit = class_row(self.register, self.person, self.unit), catalogue.unit(self.unit)
        titles = {one.slug: one.title for one in catalogue.modules()}
        known = {*row.studied, *row.recognised}
        found = state.recognised.get((who, self.unit), {})
        identity = state.identity.get(who)
        orals = [one for one in state.orals.values() if (one.act.person, one.act.unit) == (who, self.unit)]
        return DecidingView(
            self.person, self.unit, unit.title if unit else {}, _unaccepted(row),
            {slug: titles.get(slug, {"": slug}) for slug in row.modules if slug not in known},
            {slug: one.act.reason for slug, one in found.items()},
            (identity.act.method, identity.act.by) if identity else None,
            bool(catalogue.assessment_json(self.unit)), tuple(HeldOral(one.act, one.at) for one in orals),
        )  # fmt: skip

    def accept_unsupervised(self, by: str) -> DecidingView:
        """Accept that all counted work was done unsupervised. :class:`Refused` where nothing is left to accept."""
        attempts = self.look().unaccepted
        if not attempts:
            raise Refused(N_("There is nothing left to accept."))
        act = UnsupervisedAccepted(self.person.person, self.unit, self.register.assessor(by), attempts)
        self.register.act(act)
        return self.look()

    def recognise(self, modules: Sequence[str], reason: str, by: str) -> DecidingView:
        """Let prior learning stand for the study of modules, and why; the reason is printed on the record."""
        lacking = self.look().lacking
        wanted = [slug for slug in modules if slug in lacking]
        if not wanted:
            raise Refused(N_("Choose at least one module that was not studied."))
        said, name = reason_of(reason), self.register.assessor(by)
        self.register.act(*(LearningRecognised(self.person.person, self.unit, slug, said, name) for slug in wanted))
        return self.look()

    def check_identity(self, method: str, by: str) -> DecidingView:
        """Write down how the learner's identity was checked; never a document's number."""
        self.register.act(IdentityChecked(self.person.person, method_of(method), self.register.assessor(by)))
        return self.look()

    def withdraw_oral(self, oral: str, reason: str, by: str) -> DecidingView:
        """Take an oral assessment back, and why."""
        self.register.act(OralWithdrawn(oral, reason_of(reason), self.register.assessor(by)))
        return self.look()


def method_of(text: str) -> str:
    """How an identity was checked, as it is kept. :class:`Refused` on nothing, and on what looks like a number."""
    method = clean_line(text, LONGEST_METHOD)
    if not method:
        raise Refused(N_("Say how the identity was checked, for instance «identity card shown»."))
    if any(sum(sign.isdigit() for sign in word) >= 4 for word in method.split()):
        raise Refused(N_("Do not write a document's number here: how it was checked is enough."))
    return method


def _unaccepted(row: ClassRow) -> tuple[str, ...]:
    return next((one.what for one in row.conditions if one.name == "unsupervised"), ())
