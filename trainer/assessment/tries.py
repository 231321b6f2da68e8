"""Counting tries: one per calendar day of the learner, whatever is done to clock and time zone in between."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from trainer.assessment.events import ClockSetBack, Recorded, Started
from trainer.kernel.days import day_number

_DAY_SECONDS = 86_400


@dataclass(frozen=True, slots=True)
class TryStart:
    """When a try began: ``at`` epoch seconds, and how many minutes the learner then was ahead of UTC."""

    at: float
    zone_minutes: int


def start_of(events: Sequence[Recorded]) -> TryStart | None:
    """When the try of this journal began; None when the journal does not say.

    A clock found behind the learner's latest attempt is noted right after the start: then the later time counts.
    """
    if not events or not isinstance(events[0].event, Started):
        return None
    at = events[0].at
    if len(events) > 1 and isinstance(events[1].event, ClockSetBack):
        at = max(at, events[1].at + events[1].event.seconds)
    return TryStart(at, events[0].event.zone_minutes)


def opens_at(tries: Iterable[TryStart], zone_minutes: int) -> float | None:
    """The moment (epoch seconds) from which another try may begin; None when there was none yet.

    That is the midnight after the last try, both where it began and where the learner is now (``zone_minutes``): an
    hour's flight does not make a new day. A clock set back is before that midnight, so it buys no try.
    """
    return max(
        (_next_midnight(one.at, zone) for one in tries for zone in (one.zone_minutes, zone_minutes)), default=None
    )


def _next_midnight(at: float, zone_minutes: int) -> float:
    return (day_number(at, zone_minutes) + 1) * _DAY_SECONDS - zone_minutes * 60
