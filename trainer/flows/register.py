"""The instructor's register: who handed in what, what counts of it, and everything done about it as acts.

Assessing and issuing stand on this: they read attempts and state here, and write nothing but acts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self

from trainer.assessment.acts import Act, AttemptVoided, ContentAccepted, Judged, RecordedAct, UnvoidedAgain
from trainer.assessment.register import RegisterState
from trainer.flows.register_attempts import HandedIn, Short
from trainer.kernel.clock import Clock, SystemClock
from trainer.kernel.problems import N_, Refused
from trainer.kernel.text import clean, clean_line
from trainer.progress.foreign import LONGEST_NAME
from trainer.progress.register import RegisterStore
from trainer.progress.register_files import Person, RegisterSettings

if TYPE_CHECKING:
    from trainer.assessment.attempt import AttemptState
    from trainer.assessment.paper import Paper
    from trainer.catalogue.index import Catalogue
    from trainer.flows.workspace import Workspace
    from trainer.progress.disk import Disk
    from trainer.progress.locations import Locations

#: Characters of the longest reason or comment.
LONGEST_REASON = 1000


@dataclass(frozen=True, slots=True)
class Standing:
    """An attempt in the register: what it is in short and what was done about it.

    ``supervised`` is False for whatever was done on the learner's own machine, which is all there is so far.
    ``content``: ``agreed`` where this machine knows the content it was made from, ``vouched`` where an assessor lets it
    count all the same, ``unknown`` where neither. ``judged`` are the judgements that stand, by part.
    """

    short: Short
    person: str
    supervised: bool
    voided: RecordedAct[AttemptVoided] | None
    content: str
    accepted: bool
    played_before: int
    judged: Mapping[str, tuple[RecordedAct[Judged], ...]]

    @property
    def attempt(self) -> str:
        return self.short.attempt

    @property
    def void(self) -> bool:
        """Whether it counts for nothing: the register or the learner's own journal says so."""
        return self.voided is not None or self.short.withdrawn is not None

    @property
    def counts(self) -> bool:
        """Whether it is not void and of content that is known or vouched for."""
        return not self.void and self.content != "unknown"


@dataclass(frozen=True, slots=True)
class RegisteredAttempt:
    """An attempt whole: frozen paper and state as journal and paper say, and where it stands."""

    standing: Standing
    paper: Paper
    state: AttemptState

    @property
    def id(self) -> str:
        """The attempt's id."""
        return self.standing.attempt

    @property
    def supervised(self) -> bool:
        """Whether it comes from an exam room."""
        return self.standing.supervised


class RegisterFlow:
    """The register of this machine. Each reading method sees what other programs have written meanwhile."""

    def __init__(
        self,
        locations: Locations,
        clock: Clock | None = None,
        disk: Disk | None = None,
        *,
        catalogue: Callable[[], Catalogue] | None = None,
    ) -> None:
        self.locations, self.clock = locations, clock or SystemClock()
        self.store = RegisterStore(locations, disk)
        self._catalogue = catalogue

    @classmethod
    def of(cls, workspace: Workspace) -> Self:
        """The register of a workspace, with its clock, disk and content."""
        return cls(workspace.locations, workspace.clock, workspace.disk, catalogue=workspace.open_catalogue)

    @property
    def catalogue(self) -> Catalogue:
        """The content of this machine."""
        if self._catalogue is None:
            from trainer.flows.workspace import Workspace

            self._catalogue = Workspace(self.locations, self.clock).open_catalogue
        return self._catalogue()

    @property
    def state(self) -> RegisterState:
        """What all acts come to."""
        return self.store.state()

    def now(self) -> float:
        """Epoch seconds; never before the latest act, so that a clock set back turns no order round."""
        return max(self.clock.now().timestamp(), self.state.last_at)

    # -- who and what --------------------------------------------------------------------------------------------

    def people(self) -> tuple[Person, ...]:
        """Everybody in the register, by name."""
        found = [self.store.files.person(one) for one in self.state.people]
        return tuple(sorted(found, key=lambda person: (person.name.casefold(), person.person)))

    def person(self, wanted: str) -> Person:
        """Somebody by their id in the register, their learner's id, or their name. :class:`Refused` unless just one."""
        found = [one for one in self.people() if wanted == one.person]
        found = found or [one for one in self.people() if wanted.casefold() in (one.learner, one.name.casefold())]
        if len(found) == 1:
            return found[0]
        if not found:
            raise Refused(
                N_("There is nobody «{person}» in the register. «trainer register status» shows who there is."),
                person=wanted,
            )
        raise Refused(
            N_("Several people in the register are called «{person}»: say which one: {ids}."),
            person=wanted, ids=", ".join(one.person for one in found),
        )  # fmt: skip

    def units(self) -> tuple[str, ...]:
        """The units something was handed in for, by id."""
        return tuple(sorted({one.act.unit for one in self.state.hand_ins.values()}))

    def people_of(self, unit: str) -> tuple[Person, ...]:
        """Those who handed something in for a unit, by name."""
        own = {one.act.person for one in self.state.hand_ins.values() if one.act.unit == unit}
        return tuple(person for person in self.people() if person.person in own)

    def settings(self) -> RegisterSettings:
        """How the register is kept."""
        return self.store.files.settings()

    def keep_for(self, months: int) -> None:
        """State for how many months hand-ins are kept after a person's last one. :class:`Refused` below one."""
        if not 1 <= months <= 1200:
            raise Refused(N_("Say a number of months from 1 to 1200."))
        with self.store.writing() as register:
            register.files.save_settings(replace(self.settings(), retention_months=months))

    def assessor(self, name: str | None = None) -> str:
        """Under whose name acts are done: the one given, remembered for the next time, else the one of the last time.

        :class:`Refused` when nobody is known.
        """
        known = self.settings().assessor
        wanted = clean_line(name or "", LONGEST_NAME) or known
        if not wanted:
            raise Refused(N_("Say under whose name this is done."))
        if wanted != known:
            with self.store.writing() as register:
                register.files.save_settings(replace(self.settings(), assessor=wanted))
        return wanted

    # -- attempts ------------------------------------------------------------------------------------------------

    def standings(self, person: str, unit: str = "") -> tuple[Standing, ...]:
        """Every attempt of a person (for a unit) in the order they began, each in short."""
        state = self.state
        held = {name: one for name, one in state.attempts.items() if one.person == person}
        shorts = HandedIn(self.store.files, person, held).shorts()
        units = self._units_of_exams()
        own = [one for one in shorts.values() if unit in ("", units.get(one.subject), *one.units)]
        return tuple(
            self._standing(state, short, person) for short in sorted(own, key=lambda one: (one.started_at, one.attempt))
        )

    def _units_of_exams(self) -> dict[str, str]:
        return {row.id: row.subject for row in self.catalogue.exams() if row.scope == "unit"}

    def _standing(self, state: RegisterState, short: Short, person: str) -> Standing:
        name = short.attempt
        judged = {part: tuple(by.values()) for (attempt, part), by in state.judged.items() if attempt == name and by}
        accepted = any(name in of for (who, _), of in state.accepted.items() if who == person)
        content = "agreed" if name not in state.unknown else "vouched" if name in state.vouched else "unknown"
        before = state.played_before.get(name, 0)
        return Standing(short, person, False, state.voided.get(name), content, accepted, before, judged)

    def attempts(self, person: str, unit: str = "") -> tuple[RegisteredAttempt, ...]:
        """Every attempt of a person (for a unit) in the order they began, whole: replayed from the hand-ins."""
        standings = self.standings(person, unit)
        held = {one.attempt: self.state.attempts[one.attempt] for one in standings}
        read = HandedIn(self.store.files, person, held).read(held)
        return tuple(RegisteredAttempt(one, *read[one.attempt]) for one in standings)

    def attempt(self, attempt: str) -> RegisteredAttempt:
        """One attempt, whole. :class:`Refused` when there is none such."""
        held = self.state.attempts.get(attempt)
        if held is None:
            raise Refused(N_("There is no attempt {attempt} in the register."), attempt=attempt)
        return next(one for one in self.attempts(held.person) if one.id == attempt)

    # -- acts ----------------------------------------------------------------------------------------------------

    def act(self, *acts: Act) -> None:
        """Write acts down, all of them or none; they are on the device when this returns.

        Raises :class:`~trainer.assessment.acts.ActRefused` when one of them cannot happen now.
        """
        with self.store.writing() as register:
            register.append(acts, self.now())

    def void(self, attempt: str, reason: str, by: str) -> None:
        """Declare that an attempt does not count, and why."""
        self.act(AttemptVoided(attempt, reason_of(reason), by))

    def unvoid(self, attempt: str, reason: str, by: str) -> None:
        """Take the voiding of an attempt back, and why."""
        self.act(UnvoidedAgain(attempt, reason_of(reason), by))

    def vouch(self, attempt: str, reason: str, by: str) -> None:
        """Let an attempt count whose content this machine never had, and why."""
        self.act(ContentAccepted(attempt, reason_of(reason), by))


def reason_of(text: str) -> str:
    """A reason as it is kept. :class:`Refused` when it says nothing."""
    reason = " ".join(clean(text).split())
    if not reason:
        raise Refused(N_("Say why: the reason is kept with it."))
    if len(reason) > LONGEST_REASON:
        raise Refused(N_("There is room for {limit} characters here."), limit=LONGEST_REASON)
    return reason


def judgements(standing: Standing, part: str) -> Sequence[RecordedAct[Judged]]:
    """The judgements of a part that stand, the earliest first."""
    return sorted(standing.judged.get(part, ()), key=lambda one: one.at)
