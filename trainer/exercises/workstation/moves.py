"""What somebody without a plan would try: each thing set to whatever, each test, each act, any report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from trainer.exercises.play import Move
from trainer.exercises.workstation.timeline import Break, bounds, fits, time_of
from trainer.kernel.seed import Stream

if TYPE_CHECKING:
    from trainer.exercises.workstation.setup import Setup


def moves(setup: Setup) -> Sequence[Move]:
    """A move of every kind on everything in sight; what goes into it is drawn anew after each moment."""
    if setup.over:
        return ()
    stream = Stream(setup.seed, "moves", str(len(setup.moments)))
    return [
        *_settings(setup, stream), *_devices(setup), *_reports(setup, stream), *_responses(setup),
        *_breaks(setup, stream), *_articles(setup), Move("finish"),
    ]  # fmt: skip


def _settings(setup: Setup, stream: Stream) -> Iterator[Move]:
    for one in setup.workstation.settings:
        values: Sequence[int | str] = [option.id for option in one.options] or one.steps
        yield Move("set", one.id, {"to": values[stream.below(len(values))]})


def _devices(setup: Setup) -> Iterator[Move]:
    for device in setup.workstation.devices:
        yield from (Move("test", device.id, {"test": one.id}) for one in device.tests)
        yield from (Move("act", device.id, {"act": one.id}) for one in device.acts)


def _reports(setup: Setup, stream: Stream) -> Iterator[Move]:
    for report in setup.workstation.reports:
        phrases = report.at_random(stream, setup.possible)
        if phrases:
            yield Move("report", report.id, {"phrases": phrases})


def _responses(setup: Setup) -> Iterator[Move]:
    for incident in setup.open_incidents():
        done = {moment.names[2] for moment in setup.moments if moment.names[:2] == ("did", incident.id)}
        yield from (Move("respond", incident.id, {"act": one.id}) for one in incident.acts if one.id not in done)


def _breaks(setup: Setup, stream: Stream) -> Iterator[Move]:
    day = setup.workstation.day
    if day is None:
        return
    start, end = bounds(day)
    wanted = Break(start + day.step * stream.below((end - start) // day.step), day.step * (1 + stream.below(4)))
    if fits(day, setup.breaks, wanted):
        yield Move("break", "", {"start": time_of(wanted.start), "minutes": wanted.minutes})
    yield from (Move("unbreak", "", {"start": time_of(one.start)}) for one in setup.breaks[:1])


def _articles(setup: Setup) -> Iterator[Move]:
    yield from (Move("open", one.id) for one in setup.workstation.articles if one.id not in setup.seen)
