"""Holding an oral assessment: questions, observation points, notes and time on one sheet, then one act."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace

from trainer.assessment.acts import OralHeld
from trainer.assessment.oral import Sheet, sheet, top_of
from trainer.content.assessing import OralProtocol
from trainer.flows.hand_in import unit_of
from trainer.flows.register import RegisterFlow
from trainer.flows.rubrics import Rubrics
from trainer.kernel.problems import N_, Refused
from trainer.kernel.text import LocalText, clean, clean_line
from trainer.progress.drafts import Draft, Drafts
from trainer.progress.foreign import LONGEST_NAME
from trainer.progress.register_files import Person

#: Characters of the longest notes.
LONGEST_NOTES = 4000


@dataclass(frozen=True, slots=True)
class OralView:
    """The sheet. ``statements`` are the unit's texts by id, ``observed`` those somebody must watch or hear.

    ``seconds`` are those up to now, ``running`` says whether they go on.
    """

    person: Person
    unit: str
    title: LocalText
    assessor: str
    protocol: OralProtocol
    marks: Mapping[str, int]
    notes: str
    sheet: Sheet
    seconds: int
    running: bool
    statements: Mapping[str, LocalText]
    observed: frozenset[str]


class OralFlow:
    """One oral assessment of one learner. What is marked and noted is kept as a draft until it is confirmed."""

    def __init__(self, register: RegisterFlow, person: str, unit: str, assessor: str = "") -> None:
        self._register, self._clock = register, register.clock
        self._person, self._unit = register.person(person), unit_of(register.catalogue, unit)
        found = Rubrics(register.catalogue).protocol(unit)
        if found is None:
            raise Refused(N_("There is no protocol for an oral assessment of this unit."))
        self._protocol = found
        self.assessor = register.assessor(assessor) if assessor else register.settings().assessor
        self._draft = self._drafts.read(self._person.person, self._about)
        self._draft = replace(self._draft, marks=self._known(self._draft.marks))
        self._since: float | None = None
        rows = register.catalogue.statements(unit)
        self._texts: dict[str, LocalText] = {row.id: row.text for row in rows}
        self._observed = frozenset(row.id for row in rows if row.observer)

    @property
    def view(self) -> OralView:
        """The sheet as it is now."""
        return OralView(
            self._person, self._unit.id, self._unit.title, self.assessor, self._protocol, self._draft.marks,
            self._draft.notes, sheet(self._protocol, self._draft.marks), self.seconds, self._since is not None,
            self._texts, self._observed,
        )  # fmt: skip

    @property
    def seconds(self) -> int:
        """Seconds taken so far."""
        running = self._clock.monotonic() - self._since if self._since is not None else 0.0
        return self._draft.seconds + int(max(running, 0.0))

    def sign(self, name: str) -> None:
        """Assess under this name. :class:`Refused` without one."""
        if not clean_line(name, LONGEST_NAME):
            raise Refused(N_("Say under whose name this is done."))
        self._drafts.keep(self._person.person, self._about, Draft())
        self.assessor = self._register.assessor(name)
        self.keep()

    def run(self, on: bool) -> None:
        """Let the time go on, or stop it."""
        if on and self._since is None:
            self._since = self._clock.monotonic()
        elif not on and self._since is not None:
            self._draft, self._since = replace(self._draft, seconds=self.seconds), None

    def mark(self, name: str, mark: int | None) -> None:
        """Mark a question or a point; None takes the mark away. Marking begins the time."""
        if name not in self._tops or (mark is not None and not 0 <= mark <= self._tops[name]):
            raise Refused(N_("This cannot be marked so."))
        marks = {known: level for known, level in self._draft.marks.items() if known != name}
        self._draft = replace(self._draft, marks=marks if mark is None else {**marks, name: mark})
        self.run(True)

    def note(self, text: str) -> None:
        """Write the notes anew."""
        self._draft = replace(self._draft, notes=clean(text).strip()[:LONGEST_NOTES])

    def keep(self) -> None:
        """Keep what there is as a draft; slow enough to be done in the background."""
        now = replace(self._draft, seconds=self.seconds)
        self._drafts.keep(self._person.person, self._about, now)

    def confirm(self) -> OralHeld:
        """Write the assessment down; it is on the device when this returns.

        :class:`Refused` while something is not marked that must be, or nobody is named.
        """
        found = sheet(self._protocol, self._draft.marks)
        if not self.assessor:
            raise Refused(N_("Say under whose name this is done."))
        if found.outcome is None:
            raise Refused(N_("Something is not marked yet; the sheet says what."))
        self.run(False)
        held = OralHeld(
            secrets.token_hex(8), self._person.person, self._unit.id, self.assessor, found.questions,
            dict(self._draft.marks), found.statements, self._draft.notes, self._draft.seconds, found.outcome,
        )  # fmt: skip
        self._register.act(held)
        self._draft = Draft()
        self._drafts.keep(self._person.person, self._about, Draft())
        return held

    @property
    def _tops(self) -> Mapping[str, int]:
        return top_of(self._protocol)

    @property
    def _about(self) -> str:
        return f"oral/{self._unit.id}"

    @property
    def _drafts(self) -> Drafts:
        store = self._register.store
        return Drafts(store.folder, store.disk, self.assessor)

    def _known(self, marks: Mapping[str, int]) -> dict[str, int]:
        """Marks of a draft that the protocol of today still has."""
        return {name: mark for name, mark in marks.items() if 0 <= mark <= self._tops.get(name, -1)}
