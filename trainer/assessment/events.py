"""What can happen in an attempt, as past facts. The journal keeps these; the attempt's state is their fold."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import Any, ClassVar, Literal

from trainer.kernel.problems import Problem

Mode = Literal["practice", "mock", "counting", "assessed"]
ClockPolicy = Literal["stops", "runs_on"]


class NotAllowed(Problem):
    """The attempt's state does not allow this event; the state is unchanged."""


@dataclass(frozen=True, slots=True)
class Event:
    """Base of all events; ``name`` is what stands in the journal."""

    name: ClassVar[str] = ""


@dataclass(frozen=True, slots=True)
class Started(Event):
    """The attempt began on the frozen paper with digest ``paper``. ``limit_seconds`` None: no time limit.

    ``zone_minutes`` is the learner's offset from UTC, so that "one counting try per calendar day" is the learner's day.
    """

    name: ClassVar[str] = "Started"
    attempt: str
    paper: str
    mode: Mode
    policy: ClockPolicy
    limit_seconds: int | None
    language: str
    zone_minutes: int = 0


@dataclass(frozen=True, slots=True)
class Resumed(Event):
    """The program opened the attempt again: engine time starts anew."""

    name: ClassVar[str] = "Resumed"


@dataclass(frozen=True, slots=True)
class Suspended(Event):
    """The learner left the attempt; its clock stops if the policy says so."""

    name: ClassVar[str] = "Suspended"


@dataclass(frozen=True, slots=True)
class Presented(Event):
    """The item at ``position`` (from 0) came on screen."""

    name: ClassVar[str] = "Presented"
    position: int


@dataclass(frozen=True, slots=True)
class Responded(Event):
    """The response to ``position`` is now this one; option ids by group, authored order."""

    name: ClassVar[str] = "Responded"
    position: int
    response: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class CertaintyStated(Event):
    """Practice: the learner said, before confirming, whether they are sure of the response to ``position``."""

    name: ClassVar[str] = "CertaintyStated"
    position: int
    sure: bool


@dataclass(frozen=True, slots=True)
class Confirmed(Event):
    """Practice: the response to ``position`` is final and its feedback was shown."""

    name: ClassVar[str] = "Confirmed"
    position: int


@dataclass(frozen=True, slots=True)
class Flagged(Event):
    """The learner marked ``position`` for a second look, or took the mark away."""

    name: ClassVar[str] = "Flagged"
    position: int
    on: bool


@dataclass(frozen=True, slots=True)
class MistakeNoted(Event):
    """Exam: the learner thinks the item at ``position`` itself is mistaken, or no longer; reported after the end."""

    name: ClassVar[str] = "MistakeNoted"
    position: int
    on: bool


@dataclass(frozen=True, slots=True)
class LanguageSwitched(Event):
    """Texts are now shown in ``language`` (a code, or ``both``)."""

    name: ClassVar[str] = "LanguageSwitched"
    language: str


@dataclass(frozen=True, slots=True)
class Ticked(Event):
    """Nothing but time passed; written now and then so that a crash loses no more time than the interval."""

    name: ClassVar[str] = "Ticked"


@dataclass(frozen=True, slots=True)
class ClockSetBack(Event):
    """Wall time was found ``seconds`` before the last event's, or at a start before the learner's latest attempt."""

    name: ClassVar[str] = "ClockSetBack"
    seconds: float


@dataclass(frozen=True, slots=True)
class Extended(Event):
    """The time limit grew by ``seconds``."""

    name: ClassVar[str] = "Extended"
    seconds: int


@dataclass(frozen=True, slots=True)
class Submitted(Event):
    """The attempt is over. ``reason``: by the learner, because time was up, or found past its end at a later start."""

    name: ClassVar[str] = "Submitted"
    reason: Literal["learner", "time", "found_past_end"]


@dataclass(frozen=True, slots=True)
class Voided(Event):
    """An attempt that no longer counts, and why."""

    name: ClassVar[str] = "Voided"
    reason: str


@dataclass(frozen=True, slots=True)
class Moved(Event):
    """Exercise: what the learner did, as ``exercises.play.Move`` writes itself."""

    name: ClassVar[str] = "Moved"
    move: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Undone(Event):
    """Exercise, in practice: the last move was taken back."""

    name: ClassVar[str] = "Undone"


@dataclass(frozen=True, slots=True)
class HintUsed(Event):
    """Exercise, in practice: a hint was read; ``hint`` is its name (``tip``, or a moment whose translation it is)."""

    name: ClassVar[str] = "HintUsed"
    hint: str


@dataclass(frozen=True, slots=True)
class RationaleWritten(Event):
    """Exercise, after the end: the line ``line`` of the rationale is now this; an empty ``text`` takes it away.

    ``moments`` are numbers of moments of the play it speaks of, ``cites`` ids of tools, forms and sources.
    """

    name: ClassVar[str] = "RationaleWritten"
    line: str
    part: str
    text: str
    moments: tuple[int, ...] = ()
    cites: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RationaleHandedIn(Event):
    """Exercise: the rationale is finished; an assessor may judge it, and nobody changes it any more."""

    name: ClassVar[str] = "RationaleHandedIn"


EVENTS: dict[str, type[Event]] = {
    cls.name: cls
    for cls in (
        Started, Resumed, Suspended, Presented, Responded, CertaintyStated, Confirmed, Flagged, MistakeNoted,
        LanguageSwitched, Ticked, ClockSetBack, Extended, Submitted, Voided, Moved, Undone, HintUsed,
        RationaleWritten, RationaleHandedIn,
    )
}  # fmt: skip


_NAMES: dict[type[Event], frozenset[str]] = {
    cls: frozenset(field.name for field in fields(cls)) for cls in EVENTS.values()
}


@dataclass(frozen=True, slots=True)
class Recorded:
    """An event with its time: ``at`` wall seconds since the epoch (UTC), ``engine`` monotonic seconds of its run."""

    event: Event
    at: float
    engine: float


def to_data(event: Event) -> dict[str, Any]:
    """JSON data of an event, without its time."""
    return {"type": event.name, **asdict(event)}


def from_data(data: dict[str, Any]) -> Event:
    """The event of :func:`to_data`'s data. Raises ``ValueError`` when it is none this version knows."""
    cls = EVENTS.get(str(data.get("type")))
    if cls is None:
        raise ValueError(f"unknown event {data.get('type')!r}")
    wanted = _NAMES[cls]
    values = {key: value for key, value in data.items() if key in wanted}
    if cls is Responded:
        values["response"] = {group: tuple(ids) for group, ids in values["response"].items()}
    if cls is RationaleWritten:
        values |= {name: tuple(values[name]) for name in ("moments", "cites") if name in values}
    try:
        return cls(**values)
    except TypeError:
        raise ValueError(f"event {cls.name} lacks a value") from None
