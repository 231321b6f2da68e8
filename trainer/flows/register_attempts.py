"""Attempts of the register: read from the hand-ins they came in, and in short for lists of a whole class.

What is said in short derives from journal and frozen paper; it is kept beside the hand-ins, by the journal's digest,
because a class of thirty has a thousand attempts. Whoever judges or issues reads the attempt itself.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from trainer import __version__
from trainer.assessment.attempt import AttemptState, replay
from trainer.assessment.evidence import Evidence, evidence_of
from trainer.assessment.marking import mark_attempt
from trainer.assessment.paper import Paper, from_bytes
from trainer.assessment.playing import Played, exercise_of, played
from trainer.assessment.register import Held
from trainer.flows.exercise_rows import exercise_row
from trainer.flows.proving import ProvedAttempt
from trainer.flows.results import row_of
from trainer.kernel.problems import N_, StoreDamaged
from trainer.progress.journal import parse_journal
from trainer.progress.register_files import RegisterFiles
from trainer.progress.shapes import fits

#: The number is raised when what is said in short is computed otherwise.
_DERIVED_BY = f"1/{__version__}"


@dataclass(frozen=True, slots=True)
class SectionShare:
    """A section of an exam or a criterion of an exercise: points as a share of its maximum."""

    id: str
    title: dict[str, str]
    share: float
    passed: bool


@dataclass(frozen=True, slots=True)
class Short:
    """An attempt in short. ``kind`` is ``exercise`` or ``exam``, ``subject`` the exercise's or exam's id.

    ``share`` is points of the maximum. ``parts`` are what an assessor judges: ``rationale``, or ids of open items.
    ``ready`` are those of them that are finished. ``withdrawn`` is why the learner's own journal says it is void.
    """

    attempt: str
    kind: str
    mode: str
    subject: str
    title: dict[str, str]
    qualification: str
    spoken: str
    started_at: float
    zone_minutes: int
    submitted_at: float | None
    seconds: float
    minutes: int | None
    passed: bool | None
    share: float
    points: str
    maximum: int
    content_version: str
    paper: str
    units: tuple[str, ...] = ()
    sections: tuple[SectionShare, ...] = ()
    parts: tuple[str, ...] = ()
    ready: tuple[str, ...] = ()
    withdrawn: str | None = None
    evidence: dict[str, Any] | None = field(default=None)

    @property
    def proof(self) -> Evidence | None:
        """The evidence of an exercise; None where it proves nothing."""
        return None if self.evidence is None else evidence_from_data(self.evidence)


def short_of(paper: Paper, state: AttemptState) -> Short:
    """An attempt in short, from paper and state."""
    if paper.kind == "exercise":
        exercise = exercise_of(paper)
        play = played(paper, state, exercise)
        return short_of_proved(ProvedAttempt(paper, state, exercise, Played(play, play.assess())))
    items = tuple(paper.item(place) for place in range(len(paper.items)))
    return short_of_proved(ProvedAttempt(paper, state, items=items, result=mark_attempt(paper, state, items)))


def short_of_proved(proved: ProvedAttempt) -> Short:
    """An attempt in short, from what was made of it while it was proved."""
    paper, state, exercise, known = proved.paper, proved.state, proved.exercise, proved.known
    row = exercise_row(paper, state, known) if exercise else row_of(paper, state, proved.result if state.over else None)
    evidence = evidence_of(paper, state, known=known) if exercise else None
    parts, ready = _parts(proved)
    titles = {section.id: dict(section.title) for section in paper.sections}
    sections = tuple(
        SectionShare(one["id"], titles.get(one["id"], {}), _share(one["points"], one["maximum"]), bool(one["passed"]))
        for one in row.sections
    )
    return Short(
        state.attempt, paper.kind, state.mode, paper.subject, dict(paper.title), paper.qualification, paper.spoken,
        state.started_at, state.zone_minutes, state.submitted_at, row.seconds, paper.minutes, row.passed,
        _share(row.points, row.maximum), row.points, row.maximum, paper.content_version, state.paper,
        tuple(exercise.units) if exercise else (), sections, parts, ready, state.voided,
        None if evidence is None else evidence_to_data(evidence),
    )  # fmt: skip


def _share(points: str, maximum: int) -> float:
    if not maximum:
        return 0.0
    return int(points) / maximum if points.isdecimal() else float(Fraction(points) / maximum)


def _parts(proved: ProvedAttempt) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What an assessor judges of the attempt, and what of it is finished."""
    if proved.exercise is not None:
        due = ("rationale",) if proved.exercise.rationale else ()
        return due, due if proved.state.exercise.handed_in_at is not None else ()
    marks = proved.result.marks if proved.result and proved.state.over else ()
    open_items = tuple(item.id for item, mark in zip(proved.paper.items, marks, strict=False) if mark.provisional)
    return open_items, open_items


def short_to_data(short: Short) -> dict[str, Any]:
    """JSON data of an attempt in short; ``asdict`` takes ten times as long."""
    data = {name: getattr(short, name) for name in Short.__dataclass_fields__}
    names = SectionShare.__dataclass_fields__
    return {**data, "sections": [{name: getattr(one, name) for name in names} for one in short.sections]}


def short_from_data(data: Mapping[str, Any]) -> Short:
    """Inverse of :func:`short_to_data`."""
    lists = {name: tuple(data[name]) for name in ("units", "parts", "ready")}
    sections = tuple(SectionShare(**section) for section in data["sections"])
    return Short(**{**data, **lists, "sections": sections})


def evidence_to_data(evidence: Evidence) -> dict[str, Any]:
    """JSON data of evidence."""
    plain = {name: getattr(evidence, name) for name in Evidence.__dataclass_fields__}
    values = {name: list(value) for name, value in evidence.values.items()}
    return {
        **plain, "cases": [case.model_dump() for case in evidence.cases], "values": values,
        "units": list(evidence.units), "due": list(evidence.due), "shows": sorted(evidence.shows),
        "given": sorted(evidence.given),
    }  # fmt: skip


def evidence_from_data(data: Mapping[str, Any]) -> Evidence:
    """Inverse of :func:`evidence_to_data`."""
    from trainer.exercises.facets import Case

    cases = tuple(Case.model_validate(one) for one in data["cases"])
    values = {name: tuple(value) for name, value in data["values"].items()}
    return Evidence(**{
        **data, "cases": cases, "values": values, "units": tuple(data["units"]), "due": tuple(data["due"]),
        "shows": frozenset(data["shows"]), "given": frozenset(data["given"]),
    })  # fmt: skip


class HandedIn:
    """Reads the attempts of one person that count."""

    def __init__(self, files: RegisterFiles, person: str, held: Mapping[str, Held]) -> None:
        self._files, self._person, self._held = files, person, held

    def read(self, attempts: Iterable[str]) -> dict[str, tuple[Paper, AttemptState]]:
        """Papers and states of attempts, by id. :class:`StoreDamaged` when one is not what its hand-in was."""
        found = {}
        for hand_in, names in self._by_hand_in(attempts).items():
            journals = self._files.read_members(self._person, hand_in, [f"attempts/{name}.jsonl" for name in names])
            states = {}
            for name in names:
                raw = journals[f"attempts/{name}.jsonl"]
                self._agree(raw, self._held[name].journal, hand_in)
                states[name] = replay(parse_journal(raw, f"{name}.jsonl").events)
            wanted = {state.paper for state in states.values()}
            papers = self._files.read_members(self._person, hand_in, [f"papers/{name}.json" for name in wanted])
            for name, state in states.items():
                raw = papers[f"papers/{state.paper}.json"]
                self._agree(raw, state.paper, hand_in)
                found[name] = (from_bytes(raw, f"{state.paper}.json"), state)
        return found

    def shorts(self) -> dict[str, Short]:
        """Every attempt that counts, in short."""
        known = self._known()
        shorts = {name: known[held.journal] for name, held in self._held.items() if held.journal in known}
        if missing := self._held.keys() - shorts.keys():
            shorts |= {name: short_of(*both) for name, both in self.read(missing).items()}
            self._keep({self._held[name].journal: short for name, short in shorts.items()})
        return {name: shorts[name] for name in self._held}

    def add(self, shorts: Mapping[str, Short]) -> None:
        """Keep what was derived while a hand-in was proved, by the digest of the journal."""
        self._keep({**self._known(), **shorts})

    def _keep(self, shorts: Mapping[str, Short]) -> None:
        rows = {journal: short_to_data(short) for journal, short in shorts.items()}
        self._files.save_derived(self._person, {"derived_by": _DERIVED_BY, "attempts": rows})

    def _known(self) -> dict[str, Short]:
        data = self._files.derived(self._person)
        rows = data.get("attempts") if data.get("derived_by") == _DERIVED_BY else None
        if not fits(rows, dict[str, Short]):
            return {}
        return {journal: short_from_data(row) for journal, row in (rows or {}).items()}

    def _by_hand_in(self, attempts: Iterable[str]) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name in attempts:
            found.setdefault(self._held[name].hand_in, []).append(name)
        return found

    def _agree(self, raw: bytes, wanted: str, hand_in: str) -> None:
        if hashlib.sha256(raw).hexdigest() != wanted:
            path = self._files.hand_in_path(self._person, hand_in)
            raise StoreDamaged(N_("{file} is not what was handed in; it was left as it is."), file=path)
