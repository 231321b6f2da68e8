"""The shapes a front end sees of a workstation: what is drawn, what can be set, tested, answered, planned."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.exercises.play import View
from trainer.kernel.text import LocalText


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that can be chosen: an opaque token and its text."""

    token: str
    text: LocalText


@dataclass(frozen=True, slots=True)
class Look:
    """How an option is drawn: ``name`` is one of ``looks.LOOKS`` or "", ``counts`` its number, 0 where it has none."""

    name: str
    counts: int


@dataclass(frozen=True, slots=True)
class Drawn:
    """A part of the drawing. ``part`` is one of ``parts.Part``; what is set has a ``token``, what is measured has none.

    A number lies between ``least`` and ``most`` in steps of ``step``; one of several ways has ``options`` instead, each
    with its ``looks``; ``chosen`` is the token of the present one.
    """

    part: str
    token: str
    label: LocalText
    unit: str
    value: int
    least: int
    most: int
    step: int
    options: tuple[Offer, ...] = ()
    chosen: str = ""
    looks: tuple[Look, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownTest:
    """A test of a device and its latest answer; None before it was made."""

    token: str
    title: LocalText
    answer: LocalText | None


@dataclass(frozen=True, slots=True)
class ShownDevice:
    """A device with its tests and what can be done to it; its state is not told, the tests tell it."""

    token: str
    title: LocalText
    resource: str
    tests: tuple[ShownTest, ...]
    acts: tuple[Offer, ...]


@dataclass(frozen=True, slots=True)
class ShownSlot:
    """A part of a report. ``pick`` is ``one`` or ``any``; then ``written`` are the tokens in the order of the text."""

    label: LocalText
    pick: str
    offers: tuple[Offer, ...]
    written: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownReport:
    """A report to put together, and how often it was sent."""

    token: str
    title: LocalText
    slots: tuple[ShownSlot, ...]
    sent: int


@dataclass(frozen=True, slots=True)
class ShownIncident:
    """Something that demands an act now, and since when in seconds."""

    token: str
    title: LocalText
    text: LocalText
    acts: tuple[Offer, ...]
    seconds: int


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """A part of the day: ``screen``, ``other`` or ``meal``."""

    start: str
    end: str
    kind: str
    title: LocalText


@dataclass(frozen=True, slots=True)
class ShownBreak:
    """A break that was planned."""

    start: str
    end: str
    minutes: int


@dataclass(frozen=True, slots=True)
class ShownDay:
    """The day's plan; breaks start and last in steps of ``step`` minutes."""

    blocks: tuple[ShownBlock, ...]
    breaks: tuple[ShownBreak, ...]
    step: int


@dataclass(frozen=True, slots=True)
class ShownArticle:
    """A page of the knowledge base; ``text`` is there while it is on the screen."""

    token: str
    kind: str
    number: str
    title: LocalText
    opened: bool
    text: LocalText | None
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SetupView(View):
    """A place of work: ``drawn`` are settings, then readings; ``incidents`` those that demand an act now."""

    drawn: tuple[Drawn, ...]
    devices: tuple[ShownDevice, ...]
    reports: tuple[ShownReport, ...]
    incidents: tuple[ShownIncident, ...]
    day: ShownDay | None
    articles: tuple[ShownArticle, ...]
