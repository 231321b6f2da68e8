"""Hand-ins into the register: each is proved whole, then taken; a bad one of many stops no other.

Two hand-ins of one learner merge attempt by attempt: of two journals the longer one counts where it goes on from the
other. Where both went on, each its own way, the one of here counts, and the other is named.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from trainer.assessment.acts import Received
from trainer.assessment.register import Held
from trainer.flows.hand_in import modules_of_unit, unit_of
from trainer.flows.register import RegisterFlow
from trainer.flows.register_attempts import HandedIn
from trainer.flows.register_content import UnitContent, unit_content
from trainer.flows.register_proofs import ToProve, collecting_no_garbage, proofs
from trainer.flows.register_proving import HandInRefused, Proven, read_manifest
from trainer.kernel.problems import N_, InputUnreadable, Problem, Refused
from trainer.progress.hand_in import Manifest, digest_of, open_hand_in
from trainer.progress.register import RegisterWriting
from trainer.progress.register_files import Arriving, Person

#: Hand-ins that are written down together: one wait for the acts of all of them.
BATCH = 25
_TAKEN = ("new", "longer", "fork")

#: Called with how many files were looked at, and of how many.
OnProgress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file. ``problem`` is why it was refused; ``known``: this very hand-in was there already.

    ``new`` and ``longer`` are attempts taken, ``same`` how many were known as they are or longer, ``forks`` those that
    went on otherwise than the one of here, ``unknown`` those made from content this machine never had.
    """

    source: Path
    problem: Problem | None = None
    known: bool = False
    person: Person | None = None
    unit: str = ""
    new: tuple[str, ...] = ()
    longer: tuple[str, ...] = ()
    same: int = 0
    forks: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    studied: tuple[str, ...] = ()

    @property
    def exit_code(self) -> int:
        """What the command line ends with because of this file."""
        return self.problem.exit_code if self.problem else int(bool(self.forks))


@dataclass(slots=True)
class _Batch:
    """What is about to be written: people by id, and hand-ins with what was proved of them.

    ``known`` are the people of before, read once: looking each of them up for each file grows with the square.
    """

    known: dict[str, Person] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    arriving: list[Arriving] = field(default_factory=list)
    proven: dict[str, Proven] = field(default_factory=dict)
    outcomes: list[Outcome] = field(default_factory=list)


class RegisterImport:
    """Takes files in. ``into`` names the person they are of, ``new`` makes a new one in any case."""

    def __init__(self, flow: RegisterFlow, *, into: str | None = None, new: bool = False) -> None:
        self._flow = flow
        self._into = None if into is None else flow.person(into)
        self._new = new
        self._contents: dict[str, UnitContent] = {}

    def take(self, sources: Sequence[Path], on_progress: OnProgress = lambda done, of: None) -> Iterator[Outcome]:
        """What became of each file, as soon as that is durable.

        Raises :class:`~trainer.kernel.problems.StorageUnusable` when the register itself cannot be written: what was
        told so far stays.
        """
        looked = [self._looked_at(source) for source in sources]
        found = proofs([one for one in looked if isinstance(one, ToProve)], self._contents)
        batch: list[Proven] = []
        for number, one in enumerate(looked, 1):
            proof = one if isinstance(one, Outcome) else next(found)
            on_progress(number, len(sources))
            if isinstance(proof, Proven):
                batch.append(proof)
            else:
                yield proof if isinstance(proof, Outcome) else Outcome(sources[number - 1], problem=proof)
            if len(batch) == BATCH:
                yield from self._land(batch)
                batch = []
        yield from self._land(batch)

    # -- looking -------------------------------------------------------------------------------------------------

    def _looked_at(self, source: Path) -> ToProve | Outcome:
        """What a file says of itself; what is known already need not be proved."""
        try:
            digest, manifest = read_manifest(source)
            there = self._flow.state.hand_ins.get(digest)
            if there is not None and self._same_file(source, there.act.person, digest):
                return self._known(source, digest, len(manifest.attempts))
            self._learn(manifest)
        except Problem as problem:
            return Outcome(source, problem=problem)
        return ToProve(source, manifest.unit)

    def _same_file(self, source: Path, person: str, digest: str) -> bool:
        """Whether it is the file that is kept, byte for byte; one with the same manifest may have been edited."""
        kept = self._flow.store.files.hand_in_path(person, digest)
        try:
            return source.read_bytes() == kept.read_bytes()
        except OSError:
            return False

    def _known(self, source: Path, digest: str, attempts: int) -> Outcome:
        act = self._flow.state.hand_ins[digest].act
        person = self._flow.store.files.person(act.person)
        return Outcome(source, known=True, person=person, unit=act.unit, same=attempts)

    def _learn(self, manifest: Manifest) -> None:
        """Know the content of the unit. :class:`Refused` when it is not installed."""
        if manifest.unit not in self._contents:
            flow = self._flow
            if flow.catalogue.unit(manifest.unit) is None:
                raise Refused(
                    N_("It is a hand-in for the unit «{unit}», which is not installed here."), unit=manifest.unit
                )
            with flow.store.writing() as register:
                self._contents[manifest.unit] = unit_content(flow.catalogue, manifest.unit, register.files)

    # -- taking --------------------------------------------------------------------------------------------------

    def _land(self, proven: Sequence[Proven]) -> Iterator[Outcome]:
        if not proven:
            return
        batch, flow = _Batch(), self._flow
        with collecting_no_garbage(), flow.store.writing() as register:
            if self._into is None:
                batch.known = {name: register.files.person(name) for name in register.state.people}
            for one in proven:
                try:
                    self._decide(one, register, batch)
                except (Refused, InputUnreadable) as problem:
                    batch.outcomes.append(Outcome(one.source, problem=problem, unit=one.manifest.unit))
            register.take(list(batch.people.values()), batch.arriving, flow.now())
            for arriving in batch.arriving:
                one, held = batch.proven[arriving.hand_in], register.state.attempts
                shorts = {one.journals[name]: one.shorts[name] for name in arriving.act.attempts}
                HandedIn(register.files, arriving.person, held).add(shorts)
        yield from batch.outcomes

    def _decide(self, one: Proven, register: RegisterWriting, batch: _Batch) -> None:
        """Whose it is and what of it is new. :class:`Refused` when that cannot be."""
        if one.digest in register.state.hand_ins:
            batch.outcomes.append(self._known(one.source, one.digest, len(one.journals)))
            return
        if one.digest in batch.proven:
            person = batch.people[next(who.person for who in batch.arriving if who.hand_in == one.digest)]
            batch.outcomes.append(Outcome(one.source, known=True, person=person, unit=one.manifest.unit))
            return
        person = self._person(one, batch)
        places = {name: self._compared(one, name, person.person, register, batch) for name in one.journals}
        new, longer, forks = (tuple(name for name, of in places.items() if of == place) for place in _TAKEN)
        manifest, taken = one.manifest, (*new, *longer)
        needed = modules_of_unit(self._flow.catalogue, unit_of(self._flow.catalogue, manifest.unit))
        studied = {module: of for module, of in manifest.studied.items() if module in needed}
        unknown = tuple(name for name in one.unknown if name in taken)
        act = Received(
            one.digest, person.person, manifest.unit, {name: one.journals[name] for name in taken}, unknown,
            {module: of.day for module, of in studied.items()}, {module: of.minutes for module, of in studied.items()},
            {name: times for name, times in manifest.played_before.items() if name in one.journals},
            manifest.trainer, manifest.content, manifest.handed_in_at,
        )  # fmt: skip
        arriving = Arriving(act, _bytes(one))
        batch.people[person.person], batch.proven[one.digest] = person, one
        batch.arriving.append(arriving)
        same = len(one.journals) - len(taken) - len(forks)
        batch.outcomes.append(
            Outcome(one.source, None, False, person, manifest.unit, new, longer, same, forks, unknown, tuple(studied))
        )

    def _person(self, one: Proven, batch: _Batch) -> Person:
        """Whose hand-in it is: the same beginning and the same name are the same person.

        :class:`Refused` where only the beginning is the same: homes are copied, and people change their names.
        """
        manifest = one.manifest
        if self._into is not None:
            return replace(self._into, name=manifest.name)
        known = batch.known | batch.people
        alike = [] if self._new else [who for who in known.values() if who.created == manifest.created]
        for who in alike:
            if who.name.casefold() == manifest.name.casefold():
                return who
        for who in alike:
            if who.learner == manifest.learner:
                raise HandInRefused(
                    N_("{file} is of {name}, and the register knows this learner as {known}. Say --into {person} if it "
                       "is the same person, or --new if it is another one."),
                    file=one.source, name=manifest.name, known=who.name, person=who.person,
                )  # fmt: skip
        person = secrets.token_hex(8)
        while person in known:
            person = secrets.token_hex(8)
        return Person(person, manifest.name, manifest.learner, manifest.created)

    def _compared(self, one: Proven, attempt: str, person: str, register: RegisterWriting, batch: _Batch) -> str:
        """``new``, ``longer``, ``same`` (as here, or longer here) or ``fork``."""
        held = register.state.attempts.get(attempt)
        pending = next((who for who in reversed(batch.arriving) if attempt in who.act.attempts), None)
        if pending:
            held = Held(pending.person, pending.hand_in, pending.act.attempts[attempt])
        if held is None:
            return "new"
        if held.person != person:
            raise HandInRefused(
                N_("{file} was refused, and nothing of it was taken: {why}"), file=one.source,
                why=Refused(N_("The attempt {attempt} was handed in by somebody else."), attempt=attempt),
            )  # fmt: skip
        if held.journal == one.journals[attempt]:
            return "same"
        name = f"attempts/{attempt}.jsonl"
        if pending:
            mine = _journal(batch.proven[pending.hand_in].source, attempt)
        else:
            mine = register.files.read_members(person, held.hand_in, [name])[name]
        theirs = _journal(one.source, attempt)
        return "same" if mine.startswith(theirs) else "longer" if theirs.startswith(mine) else "fork"


def _journal(source: Path, attempt: str) -> bytes:
    with open_hand_in(source) as found:
        return found.journal(attempt)


def _bytes(one: Proven) -> bytes:
    """The file that was proved. :class:`InputUnreadable` when it is another one by now."""
    try:
        raw = one.source.read_bytes()
    except OSError as error:
        raise InputUnreadable(N_("{file} cannot be read: {why}."), file=one.source, why=error.strerror) from None
    if digest_of(raw) != one.file:
        raise InputUnreadable(N_("{file} changed while it was being read; nothing of it was taken."), file=one.source)
    return raw
