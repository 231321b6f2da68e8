"""The register as a fold over its acts: who handed in what, what counts of it, what was judged, held and issued."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from trainer.assessment.acts import (
    Act,
    ActRefused,
    AttemptVoided,
    ContentAccepted,
    IdentityChecked,
    Judged,
    JudgementWithdrawn,
    LearningRecognised,
    OralHeld,
    OralWithdrawn,
    PersonErased,
    Received,
    RecordedAct,
    RecordIssued,
    RecordRevoked,
    SecondRaterAsked,
    UnsupervisedAccepted,
    UnvoidedAgain,
)
from trainer.kernel.problems import N_


class Held(NamedTuple):
    """Where the journal of an attempt that counts lies: in which hand-in, and its SHA-256 there."""

    person: str
    hand_in: str
    journal: str


@dataclass(slots=True)
class RegisterState:
    """What the acts so far come to. It grows by :func:`apply` and by nothing else.

    ``unknown`` are attempts made from content this machine never had, ``vouched`` those of them an assessor lets count.
    ``judged`` maps attempt and part to the judgements that stand, by rater; ``accepted`` person and unit to the
    attempts whose being unsupervised was accepted; ``recognised`` person and unit to modules. Of an erased person only
    ``erased`` and the records issued are left.
    """

    hand_ins: dict[str, RecordedAct[Received]] = field(default_factory=dict)
    attempts: dict[str, Held] = field(default_factory=dict)
    unknown: set[str] = field(default_factory=set)
    played_before: dict[str, int] = field(default_factory=dict)
    voided: dict[str, RecordedAct[AttemptVoided]] = field(default_factory=dict)
    vouched: dict[str, RecordedAct[ContentAccepted]] = field(default_factory=dict)
    judged: dict[tuple[str, str], dict[str, RecordedAct[Judged]]] = field(default_factory=dict)
    two_raters: set[str] = field(default_factory=set)
    orals: dict[str, RecordedAct[OralHeld]] = field(default_factory=dict)
    accepted: dict[tuple[str, str], dict[str, RecordedAct[UnsupervisedAccepted]]] = field(default_factory=dict)
    recognised: dict[tuple[str, str], dict[str, RecordedAct[LearningRecognised]]] = field(default_factory=dict)
    identity: dict[str, RecordedAct[IdentityChecked]] = field(default_factory=dict)
    issued: dict[str, RecordedAct[RecordIssued]] = field(default_factory=dict)
    revoked: dict[str, RecordedAct[RecordRevoked]] = field(default_factory=dict)
    erased: dict[str, RecordedAct[PersonErased]] = field(default_factory=dict)
    last_at: float = 0.0

    @property
    def people(self) -> tuple[str, ...]:
        """Whoever handed something in and was not erased, in the order they first did."""
        return tuple(dict.fromkeys(one.act.person for one in self.hand_ins.values()))

    def hand_ins_of(self, person: str, unit: str = "") -> tuple[RecordedAct[Received], ...]:
        """The hand-ins of a person, oldest first; those for a unit where one is named."""
        found = (one for one in self.hand_ins.values() if one.act.person == person)
        return tuple(one for one in found if unit in ("", one.act.unit))

    def studied(self, person: str, unit: str) -> dict[str, str]:
        """The modules a person studied and the day, as the hand-ins for the unit say; the first day said stays."""
        found: dict[str, str] = {}
        for one in self.hand_ins_of(person, unit):
            found = {**one.act.studied, **found}
        return found

    def minutes(self, person: str, unit: str) -> dict[str, int]:
        """How long the modules are that were studied, in minutes, as the latest hand-in says."""
        found: dict[str, int] = {}
        for one in self.hand_ins_of(person, unit):
            found |= one.act.minutes
        return found

    def superseded(self) -> dict[str, str]:
        """Records in whose place another one was issued, with that one."""
        return {one.act.supersedes: name for name, one in self.issued.items() if one.act.supersedes}


def replay(acts: Iterable[RecordedAct[Act]]) -> RegisterState:
    """The state after all acts. :class:`ActRefused` on an impossible sequence."""
    state = RegisterState()
    for recorded in acts:
        apply(state, recorded)
    return state


def apply(state: RegisterState, recorded: RecordedAct[Any]) -> None:
    """One more act. :class:`ActRefused` when it cannot happen now; then the state is as it was."""
    act = recorded.act
    match act:
        case Received():
            _received(state, recorded)
        case AttemptVoided() | UnvoidedAgain() | ContentAccepted():
            _about_attempt(state, recorded)
        case Judged() | JudgementWithdrawn():
            _judged(state, recorded)
        case SecondRaterAsked(unit=unit, wanted=wanted):
            (state.two_raters.add if wanted else state.two_raters.discard)(unit)
        case OralHeld() | OralWithdrawn():
            _oral(state, recorded)
        case UnsupervisedAccepted() | LearningRecognised() | IdentityChecked():
            _about_person(state, recorded)
        case RecordIssued() | RecordRevoked():
            _record(state, recorded)
        case PersonErased(person=person):
            _known_person(state, person)
            _erase(state, person)
            state.erased[person] = recorded
    state.last_at = max(state.last_at, recorded.at)


def _received(state: RegisterState, recorded: RecordedAct[Received]) -> None:
    act = recorded.act
    if act.hand_in in state.hand_ins:
        raise ActRefused(N_("This hand-in is in the register already."))
    if act.person in state.erased:
        raise ActRefused(N_("This person was erased from the register."))
    foreign = [name for name in act.attempts if name in state.attempts and state.attempts[name].person != act.person]
    if foreign:
        raise ActRefused(N_("The attempt {attempt} was handed in by somebody else."), attempt=foreign[0])
    state.hand_ins[act.hand_in] = recorded
    for attempt, journal in act.attempts.items():
        state.attempts[attempt] = Held(act.person, act.hand_in, journal)
    state.unknown -= act.attempts.keys()
    state.unknown |= set(act.unknown)
    for attempt, times in act.played_before.items():
        state.played_before[attempt] = max(times, state.played_before.get(attempt, 0))


def _about_attempt(
    state: RegisterState, recorded: RecordedAct[AttemptVoided | UnvoidedAgain | ContentAccepted]
) -> None:
    act = recorded.act
    _known_attempt(state, act.attempt)
    _reason(act.reason)
    is_void = act.attempt in state.voided
    match act:
        case AttemptVoided():
            if is_void:
                raise ActRefused(N_("The attempt {attempt} is void already."), attempt=act.attempt)
            state.voided[act.attempt] = RecordedAct(act, recorded.at)
        case UnvoidedAgain():
            if not is_void:
                raise ActRefused(N_("The attempt {attempt} is not void."), attempt=act.attempt)
            del state.voided[act.attempt]
        case ContentAccepted():
            state.vouched[act.attempt] = RecordedAct(act, recorded.at)


def _judged(state: RegisterState, recorded: RecordedAct[Judged | JudgementWithdrawn]) -> None:
    act = recorded.act
    _known_attempt(state, act.attempt)
    place = (act.attempt, act.part)
    if isinstance(act, Judged):
        state.judged.setdefault(place, {})[act.by] = RecordedAct(act, recorded.at)
    elif state.judged.get(place, {}).pop(act.by, None) is None:
        raise ActRefused(N_("There is no judgement of {rater} to take back."), rater=act.by)


def _oral(state: RegisterState, recorded: RecordedAct[OralHeld | OralWithdrawn]) -> None:
    act = recorded.act
    if isinstance(act, OralHeld):
        _known_person(state, act.person)
        if act.oral in state.orals:
            raise ActRefused(N_("This oral assessment is in the register already."))
        state.orals[act.oral] = RecordedAct(act, recorded.at)
    elif state.orals.pop(act.oral, None) is None:
        raise ActRefused(N_("There is no such oral assessment."))


def _about_person(
    state: RegisterState, recorded: RecordedAct[UnsupervisedAccepted | LearningRecognised | IdentityChecked]
) -> None:
    act = recorded.act
    _known_person(state, act.person)
    match act:
        case UnsupervisedAccepted():
            for attempt in act.attempts:
                if _known_attempt(state, attempt).person != act.person:
                    raise ActRefused(N_("The attempt {attempt} was handed in by somebody else."), attempt=attempt)
            own = state.accepted.setdefault((act.person, act.unit), {})
            own |= {attempt: RecordedAct(act, recorded.at) for attempt in act.attempts}
        case LearningRecognised():
            _reason(act.reason)
            own_modules = state.recognised.setdefault((act.person, act.unit), {})
            own_modules[act.module] = RecordedAct(act, recorded.at)
        case IdentityChecked():
            state.identity[act.person] = RecordedAct(act, recorded.at)


def _record(state: RegisterState, recorded: RecordedAct[RecordIssued | RecordRevoked]) -> None:
    act = recorded.act
    if isinstance(act, RecordRevoked):
        if act.record not in state.issued:
            raise ActRefused(N_("There is no record {record} in the register."), record=act.record)
        if act.record in state.revoked:
            raise ActRefused(N_("The record {record} is revoked already."), record=act.record)
        _reason(act.reason)
        state.revoked[act.record] = RecordedAct(act, recorded.at)
        return
    _known_person(state, act.person)
    if act.record in state.issued or act.index in {one.act.index for one in state.issued.values()}:
        raise ActRefused(N_("The record {record} is in the register already."), record=act.record)
    if act.supersedes and act.supersedes not in state.issued:
        raise ActRefused(N_("There is no record {record} in the register."), record=act.supersedes)
    state.issued[act.record] = RecordedAct(act, recorded.at)


def _known_attempt(state: RegisterState, attempt: str) -> Held:
    if attempt not in state.attempts:
        raise ActRefused(N_("There is no attempt {attempt} in the register."), attempt=attempt)
    return state.attempts[attempt]


def _known_person(state: RegisterState, person: str) -> None:
    if all(one.act.person != person for one in state.hand_ins.values()):
        raise ActRefused(N_("There is no «{person}» in the register."), person=person)


def _reason(text: str) -> None:
    if not text.strip():
        raise ActRefused(N_("Say why: the reason is kept with it."))


def _erase(state: RegisterState, person: str) -> None:
    """Forget all but the records: those are a list the law may ask for."""
    gone = {attempt for attempt, held in state.attempts.items() if held.person == person}
    for table in (state.attempts, state.played_before, state.voided, state.vouched):
        for attempt in gone & table.keys():
            del table[attempt]
    state.unknown -= gone
    state.judged = {place: by for place, by in state.judged.items() if place[0] not in gone}
    state.hand_ins = {name: one for name, one in state.hand_ins.items() if one.act.person != person}
    state.orals = {name: one for name, one in state.orals.items() if one.act.person != person}
    state.accepted = {place: of for place, of in state.accepted.items() if place[0] != person}
    state.recognised = {place: of for place, of in state.recognised.items() if place[0] != person}
    state.identity.pop(person, None)
