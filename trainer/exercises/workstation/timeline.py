"""The day's plan in minutes since midnight: where breaks may stand, and how long one sits between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from trainer.exercises.workstation.parts import Workday


class Break(NamedTuple):
    """A break: when it starts and how long it is, in minutes."""

    start: int
    minutes: int

    @property
    def end(self) -> int:
        return self.start + self.minutes


def minutes_of(time: str) -> int:
    """``09:30`` as minutes since midnight."""
    hours, _, minutes = time.partition(":")
    return int(hours) * 60 + int(minutes)


def time_of(minutes: int) -> str:
    """The inverse of :func:`minutes_of`."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def bounds(day: Workday) -> tuple[int, int]:
    """When the day begins and ends."""
    return minutes_of(day.blocks[0].from_), minutes_of(day.blocks[-1].to)


def fits(day: Workday, breaks: Sequence[Break], wanted: Break) -> bool:
    """Whether a break lies within the day, on its steps, off meals and other breaks."""
    start, end = bounds(day)
    if not (start <= wanted.start and wanted.end <= end and 5 <= wanted.minutes <= 60):
        return False
    if wanted.start % day.step or wanted.minutes % day.step:
        return False
    meals = [(minutes_of(b.from_), minutes_of(b.to)) for b in day.blocks if b.kind == "meal"]
    taken = [*meals, *((one.start, one.end) for one in breaks)]
    return not any(wanted.start < to and since < wanted.end for since, to in taken)


def stretches(day: Workday, breaks: Sequence[Break]) -> Iterator[int]:
    """How many minutes lie between interruptions that count: breaks, meals and other work of enough minutes."""
    others = [(minutes_of(b.from_), minutes_of(b.to)) for b in day.blocks if b.kind != "screen"]
    stops = sorted([*others, *((one.start, one.end) for one in breaks)])
    at, end = bounds(day)
    for since, to in stops:
        if to - since >= day.counts:
            yield max(0, since - at)
            at = max(at, to)
    yield max(0, end - at)


def at_an_edge(day: Workday, breaks: Sequence[Break]) -> bool:
    """Whether a break begins or ends the day, so that it only shortens it."""
    start, end = bounds(day)
    return any(one.start == start or one.end == end for one in breaks)
