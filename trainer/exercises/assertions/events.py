"""What can be said of events in every kind: that they happened, how often, in which order, how fast."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Protocol

from trainer.exercises.assertions.language import Function, Happened, Value
from trainer.exercises.play import Moment


class Timed(Protocol):
    """A play whose moments have a time of their own world."""

    @property
    def moments(self) -> tuple[Moment, ...]: ...

    def seconds_of(self, moment: int) -> float:
        """When a moment was, in seconds of the world since the start."""
        ...


def happened(play: Timed, trace: list[int], *names: str) -> Happened:
    """The moments whose names begin with these; the first goes into the trace."""
    size = len(names)
    found = tuple(moment.number for moment in play.moments if moment.names[:size] == names)
    trace += found[:1]
    return Happened(found)


def event(name: str, *takes: str, least: int | None = None) -> Function:
    """A function that is true when something happened to what stands in its brackets."""

    def run(play: Timed, arguments: Sequence[Any], _: str, trace: list[int]) -> Value:
        return happened(play, trace, name, *arguments)

    return Function(takes, "event", run, least)


def _before(_: Timed, arguments: Sequence[Any], __: str, ___: list[int]) -> Value:
    first, second = arguments
    return bool(first and second and first.moments[0] < second.moments[0])


def _only_after(_: Timed, arguments: Sequence[Any], __: str, ___: list[int]) -> Value:
    act, condition = arguments
    return not act or bool(condition and condition.moments[0] < act.moments[0])


def _times(_: Timed, arguments: Sequence[Any], __: str, ___: list[int]) -> Value:
    return Decimal(len(arguments[0].moments))


def _within(play: Timed, arguments: Sequence[Any], _: str, __: list[int]) -> Value:
    act, since, seconds = arguments
    if not act or not since:
        return False
    start = play.seconds_of(since.moments[0])
    later = [play.seconds_of(number) for number in act.moments if number > since.moments[0]]
    return bool(later) and later[0] - start <= seconds


EVENTS: Mapping[str, Function] = {
    "before": Function(("event", "event"), "truth", _before),
    "only_after": Function(("event", "event"), "truth", _only_after),
    "times": Function(("event",), "number", _times),
    "within": Function(("event", "event", "number"), "truth", _within),
}
