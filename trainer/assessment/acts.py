"""Acts of the instructor's register, as past facts. Their chain is the register; its state is their fold.

A ``person`` is the register's own id for whoever handed in, made at random; names stand elsewhere, so that one person
can be erased and the chain still closes. ``by`` is the name an assessor gave. Days and times are those of the line,
never of an act.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, ClassVar, Generic, Literal, TypeVar

from trainer.kernel.problems import Problem


class ActRefused(Problem):
    """The register's state does not allow this act; nothing was written."""


@dataclass(frozen=True, slots=True)
class Act:
    """Base of all acts; ``name`` is what stands in the register."""

    name: ClassVar[str] = ""


@dataclass(frozen=True, slots=True)
class Received(Act):
    """A hand-in came in: its digest, of whom and for which unit.

    ``attempts`` maps the attempts whose journal counts from now on to the journal's SHA-256; those that were known
    already, as they are or longer, are left out; ``unknown`` are those of them made from content this machine never
    had. ``studied`` maps modules to the ISO day they were studied, ``minutes`` to their length; ``played_before`` says
    how often an exercise had been begun before an attempt, where it had been. Days and counts are what the learner's
    program said.
    """

    name: ClassVar[str] = "Received"
    hand_in: str
    person: str
    unit: str
    attempts: dict[str, str]
    unknown: tuple[str, ...]
    studied: dict[str, str]
    minutes: dict[str, int]
    played_before: dict[str, int]
    program_version: str
    content_version: str
    handed_in_at: float


@dataclass(frozen=True, slots=True)
class AttemptVoided(Act):
    """``attempt`` no longer counts, and why."""

    name: ClassVar[str] = "AttemptVoided"
    attempt: str
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class UnvoidedAgain(Act):
    """The voiding of ``attempt`` was taken back, and why."""

    name: ClassVar[str] = "UnvoidedAgain"
    attempt: str
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class ContentAccepted(Act):
    """``attempt`` was made from content this machine never had; the assessor looked at it and lets it count."""

    name: ClassVar[str] = "ContentAccepted"
    attempt: str
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class Judged(Act):
    """A rater judged a piece of work: ``part`` is ``rationale`` or the id of an open item of the attempt.

    ``marks`` are levels by criterion, from 0 upwards, as the rubric with ``rubric_version`` defines them.
    """

    name: ClassVar[str] = "Judged"
    attempt: str
    part: str
    by: str
    marks: dict[str, int]
    comments: dict[str, str]
    rubric_version: int


@dataclass(frozen=True, slots=True)
class JudgementWithdrawn(Act):
    """The rater took back their judgement of this piece."""

    name: ClassVar[str] = "JudgementWithdrawn"
    attempt: str
    part: str
    by: str


@dataclass(frozen=True, slots=True)
class SecondRaterAsked(Act):
    """Two raters are wanted for the work of this unit from now on, or no longer."""

    name: ClassVar[str] = "SecondRaterAsked"
    unit: str
    wanted: bool
    by: str


@dataclass(frozen=True, slots=True)
class OralHeld(Act):
    """An oral assessment: questions asked, what was observed, marks by observation point, how long it took."""

    name: ClassVar[str] = "OralHeld"
    oral: str
    person: str
    unit: str
    by: str
    questions: tuple[str, ...]
    marks: dict[str, int]
    statements: tuple[str, ...]
    notes: str
    seconds: int
    outcome: Literal["sufficient", "insufficient"]


@dataclass(frozen=True, slots=True)
class OralWithdrawn(Act):
    """An oral assessment was taken back, and why."""

    name: ClassVar[str] = "OralWithdrawn"
    oral: str
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class UnsupervisedAccepted(Act):
    """The assessor accepts, for this person's unit, work done unsupervised on the learner's own machine."""

    name: ClassVar[str] = "UnsupervisedAccepted"
    person: str
    unit: str
    by: str
    attempts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LearningRecognised(Act):
    """Prior learning stands for the study of ``module``; the reason is printed on the record."""

    name: ClassVar[str] = "LearningRecognised"
    person: str
    unit: str
    module: str
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class IdentityChecked(Act):
    """Who checked the holder's identity, and how (never a document's number)."""

    name: ClassVar[str] = "IdentityChecked"
    person: str
    method: str
    by: str


@dataclass(frozen=True, slots=True)
class RecordIssued(Act):
    """A record was issued: its id, its place in the status list, the one it supersedes."""

    name: ClassVar[str] = "RecordIssued"
    record: str
    person: str
    unit: str
    index: int
    supersedes: str
    digest: str
    by: str


@dataclass(frozen=True, slots=True)
class RecordRevoked(Act):
    """A record no longer holds, and why."""

    name: ClassVar[str] = "RecordRevoked"
    record: str
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class PersonErased(Act):
    """Everything kept of a person was erased but what the law needs; ``kept`` says what."""

    name: ClassVar[str] = "PersonErased"
    person: str
    kept: tuple[str, ...]
    by: str


ACTS: dict[str, type[Act]] = {
    cls.name: cls
    for cls in (
        Received, AttemptVoided, UnvoidedAgain, ContentAccepted, Judged, JudgementWithdrawn, SecondRaterAsked, OralHeld,
        OralWithdrawn, UnsupervisedAccepted, LearningRecognised, IdentityChecked, RecordIssued, RecordRevoked,
        PersonErased,
    )
}  # fmt: skip

A = TypeVar("A", bound=Act, covariant=True)


@dataclass(frozen=True, slots=True)
class RecordedAct(Generic[A]):
    """An act with its time: ``at`` wall seconds since the epoch (UTC)."""

    act: A
    at: float


def to_data(act: Act) -> dict[str, Any]:
    """JSON data of an act, without its time."""
    return {"type": act.name, **asdict(act)}


def from_data(data: Mapping[str, Any]) -> Act:
    """The act of :func:`to_data`'s data. Raises ``ValueError`` when it is none this version knows."""
    cls = ACTS.get(str(data.get("type")))
    if cls is None:
        raise ValueError(f"unknown act {data.get('type')!r}")
    values = {}
    for field in fields(cls):
        if field.name not in data:
            raise ValueError(f"act {cls.name} lacks {field.name!r}")
        value = data[field.name]
        values[field.name] = tuple(value) if isinstance(value, list) else value
    return cls(**values)
