"""What a front end may see of a workstation now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from trainer.exercises.composing import Composed
from trainer.exercises.tokens import Tokens
from trainer.exercises.workstation.looks import look_of
from trainer.exercises.workstation.parts import Device, Incident, Setting
from trainer.exercises.workstation.shown import (
    Drawn,
    Look,
    Offer,
    SetupView,
    ShownArticle,
    ShownBlock,
    ShownBreak,
    ShownDay,
    ShownDevice,
    ShownIncident,
    ShownReport,
    ShownSlot,
    ShownTest,
)
from trainer.exercises.workstation.timeline import time_of

if TYPE_CHECKING:
    from trainer.exercises.workstation.setup import Setup


def setup_view(setup: Setup) -> tuple[SetupView, Tokens]:
    """All that may be seen now, and the names it is shown under."""
    work, tokens = setup.workstation, Tokens(setup.seed)
    view = SetupView(
        work.kind, work.title, work.briefing, setup.spoken, setup.over, setup.shown(),
        (*(_set(setup, tokens, one) for one in work.settings), *_measured(setup)),
        tuple(_device(setup, tokens, one) for one in work.devices),
        tuple(_report(setup, tokens, one) for one in work.reports),
        tuple(_incident(setup, tokens, one) for one in setup.open_incidents()),
        _day(setup), tuple(_articles(setup, tokens)),
    )  # fmt: skip
    return view, tokens


def _set(setup: Setup, tokens: Tokens, setting: Setting) -> Drawn:
    value, token = setup.value_of(setting), tokens.of("setting", setting.id)
    if isinstance(value, int):
        return Drawn(
            setting.part, token, setting.label, setting.unit or "", value, setting.least, setting.most, setting.step
        )
    options = tuple(Offer(tokens.of("option", f"{setting.id} {one.id}"), one.title) for one in setting.options)
    chosen = next(rank for rank, one in enumerate(setting.options) if one.id == value)
    last = len(options) - 1
    looks = tuple(Look(look_of(setting, one), one.value) for one in setting.options)
    return Drawn(setting.part, token, setting.label, "", chosen, 0, last, 1, options, options[chosen].token, looks)


def _measured(setup: Setup) -> Iterator[Drawn]:
    for one in setup.workstation.readings:
        value = setup.measure(one)
        yield Drawn(one.part, "", one.label, one.unit, value, value, value, 1)


def _device(setup: Setup, tokens: Tokens, device: Device) -> ShownDevice:
    tests = tuple(
        ShownTest(tokens.of("test", f"{device.id} {one.id}"), one.title, setup.answers.get((device.id, one.id)))
        for one in device.tests
    )
    acts = tuple(Offer(tokens.of("act", f"{device.id} {one.id}"), one.title) for one in device.acts)
    return ShownDevice(tokens.of("device", device.id), device.title, device.resource, tests, acts)


def _report(setup: Setup, tokens: Tokens, report: Composed) -> ShownReport:
    slots = []
    for slot in report.slots:
        possible = [phrase for phrase in report.shuffled(slot, setup.seed) if setup.possible(phrase)]
        names = {phrase.id: tokens.of("phrase", f"{report.id} {phrase.id}") for phrase in possible}
        offers = tuple(Offer(names[p.id], setup.in_spoken(p.text)) for p in possible)
        written = tuple(names[id] for id in slot.order if id in names)
        slots.append(ShownSlot(slot.label, slot.pick, offers, written))
    sent = sum(1 for moment in setup.moments if moment.names[:2] == ("reported", report.id))
    return ShownReport(tokens.of("report", report.id), report.title, tuple(slots), sent)


def _incident(setup: Setup, tokens: Tokens, incident: Incident) -> ShownIncident:
    done = {moment.names[2] for moment in setup.moments if moment.names[:2] == ("did", incident.id)}
    acts = tuple(
        Offer(tokens.of("response", f"{incident.id} {one.id}"), one.title)
        for one in incident.acts
        if one.id not in done
    )
    since = int(setup.at - setup.open_since[incident.id])
    return ShownIncident(
        tokens.of("incident", incident.id), incident.title, setup.in_spoken(incident.text), acts, since
    )


def _day(setup: Setup) -> ShownDay | None:
    day = setup.workstation.day
    if day is None:
        return None
    blocks = tuple(ShownBlock(one.from_, one.to, one.kind, one.title) for one in day.blocks)
    breaks = tuple(ShownBreak(time_of(one.start), time_of(one.end), one.minutes) for one in setup.breaks)
    return ShownDay(blocks, breaks, day.step)


def _articles(setup: Setup, tokens: Tokens) -> Iterator[ShownArticle]:
    for one in setup.workstation.articles:
        shown = setup.on_screen == one.id
        yield ShownArticle(
            tokens.of("article", one.id), one.kind, one.number, setup.in_spoken(one.title), one.id in setup.seen,
            setup.in_spoken(one.text) if shown else None, tuple(one.facts) if shown else (),
        )  # fmt: skip
