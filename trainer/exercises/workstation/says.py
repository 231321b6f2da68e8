"""What a workstation's assertions can say: the functions by name, listed for writers in ``content-format.md``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from trainer.exercises.assertions.events import EVENTS, event
from trainer.exercises.assertions.language import Function, Happened, Value
from trainer.exercises.workstation.timeline import at_an_edge, minutes_of, stretches

if TYPE_CHECKING:
    from trainer.exercises.workstation.setup import Setup


def _last(setup: Setup, trace: list[int], *names: str) -> None:
    trace += [moment.number for moment in setup.moments if moment.names[: len(names)] == names][-1:]


def _place(setup: Setup, _: Sequence[Any], attribute: str, trace: list[int]) -> Value:
    setting = setup.workstation.setting_of.get(attribute)
    if setting is None:
        reading = setup.workstation.reading_of[attribute]
        for name in reading.of:
            _last(setup, trace, "set", name)
        return Decimal(setup.measure(reading))
    _last(setup, trace, "set", attribute)
    value = setup.value_of(setting)
    return Decimal(value) if isinstance(value, int) else value


def _device(setup: Setup, arguments: Sequence[Any], _: str, trace: list[int]) -> Value:
    _last(setup, trace, "acted", arguments[0])
    return setup.states[arguments[0]]


def _said(setup: Setup, arguments: Sequence[Any], _: str, trace: list[int]) -> Value:
    report, what = arguments
    found = tuple(
        moment.number
        for moment in setup.moments
        if moment.names[:2] == ("reported", report) and any(what in phrase.says for phrase in setup.phrases_of(moment))
    )
    trace += found[:1]
    return Happened(found)


def _breaks(setup: Setup, trace: list[int]) -> None:
    trace += [moment.number for moment in setup.moments if moment.kind in ("break", "unbreak")]


def _longest_stretch(setup: Setup, _: Sequence[Any], __: str, trace: list[int]) -> Value:
    _breaks(setup, trace)
    day = setup.workstation.day
    return Decimal(max(stretches(day, setup.breaks))) if day else None


def _shortest_break(setup: Setup, _: Sequence[Any], __: str, trace: list[int]) -> Value:
    _breaks(setup, trace)
    return Decimal(min((one.minutes for one in setup.breaks), default=0))


def _break_minutes(setup: Setup, _: Sequence[Any], __: str, trace: list[int]) -> Value:
    _breaks(setup, trace)
    return Decimal(sum(one.minutes for one in setup.breaks))


def _breaks_at_edge(setup: Setup, _: Sequence[Any], __: str, trace: list[int]) -> Value:
    _breaks(setup, trace)
    day = setup.workstation.day
    return day is not None and at_an_edge(day, setup.breaks)


def _breaks_in(setup: Setup, arguments: Sequence[Any], _: str, trace: list[int]) -> Value:
    _breaks(setup, trace)
    day = setup.workstation.day
    block = next(one for one in (day.blocks if day else ()) if one.id == arguments[0])
    since, to = minutes_of(block.from_), minutes_of(block.to)
    return Decimal(sum(1 for one in setup.breaks if one.start < to and since < one.end))


FUNCTIONS: Mapping[str, Function] = {
    **EVENTS,
    "set": event("set", "setting"),
    "tested": event("tested", "device", "test", least=1),
    "acted": event("acted", "device", "act", least=1),
    "reported": event("reported", "report"),
    "arrived": event("arrived", "incident"),
    "did": event("did", "incident", "response", least=1),
    "ignored": event("ignored", "incident"),
    "opened": event("opened", "article"),
    "finished": event("finished"),
    "said": Function(("report", "meaning"), "event", _said),
    "place": Function((), "thing", _place, thing="place"),
    "device": Function(("device",), "thing", _device, thing="device"),
    "longest_stretch": Function((), "number", _longest_stretch),
    "shortest_break": Function((), "number", _shortest_break),
    "break_minutes": Function((), "number", _break_minutes),
    "breaks_at_edge": Function((), "truth", _breaks_at_edge),
    "breaks_in": Function(("block",), "number", _breaks_in),
}
