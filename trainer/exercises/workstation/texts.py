"""Every text of a workstation with the room it has on a screen of 60 columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from trainer.exercises.base import Written
from trainer.exercises.composing import texts_of
from trainer.exercises.workstation.parts import Device, Incident

if TYPE_CHECKING:
    from trainer.exercises.kinds.workstation import Workstation

#: Characters: a label, a title, a line, what is said of something, a comment, a document.
WORD, TITLE, LINE, NOTE, COMMENT, DOCUMENT = 32, 60, 100, 232, 360, 1800


def texts(work: Workstation) -> Iterator[Written]:
    """What is written at the place of work and about it, each with its place."""
    for index, setting in enumerate(work.settings):
        yield Written(("settings", index, "label"), setting.label, WORD)
        for number, option in enumerate(setting.options):
            yield Written(("settings", index, "options", number, "title"), option.title, TITLE)
            if option.about is not None:
                yield Written(("settings", index, "options", number, "about"), option.about, LINE)
    for index, reading in enumerate(work.readings):
        yield Written(("readings", index, "label"), reading.label, WORD)
    for index, device in enumerate(work.devices):
        yield from _device(index, device)
    for index, report in enumerate(work.reports):
        yield from texts_of(("reports", index), report)
    for index, incident in enumerate(work.incidents):
        yield from _incident(index, incident)
    for index, block in enumerate(work.day.blocks if work.day else ()):
        yield Written(("day", "blocks", index, "title"), block.title, WORD)
    for index, article in enumerate(work.articles):
        yield Written(("articles", index, "title"), article.title, TITLE, True)
        yield Written(("articles", index, "text"), article.text, DOCUMENT, True)


def _device(index: int, device: Device) -> Iterator[Written]:
    yield Written(("devices", index, "title"), device.title, TITLE)
    for number, test in enumerate(device.tests):
        yield Written(("devices", index, "tests", number, "title"), test.title, TITLE)
        for state, answer in test.answers.items():
            yield Written(("devices", index, "tests", number, "answers", state), answer, NOTE)
    for number, act in enumerate(device.acts):
        place = ("devices", index, "acts", number)
        yield Written((*place, "title"), act.title, TITLE)
        for name in ("text", "otherwise", "comment"):
            if (text := getattr(act, name)) is not None:
                yield Written((*place, name), text, COMMENT if name == "comment" else NOTE)


def _incident(index: int, incident: Incident) -> Iterator[Written]:
    place = ("incidents", index)
    yield Written((*place, "title"), incident.title, TITLE)
    yield Written((*place, "text"), incident.text, COMMENT, True)
    yield Written((*place, "ignored"), incident.ignored, NOTE)
    for number, act in enumerate(incident.acts):
        yield Written((*place, "acts", number, "title"), act.title, LINE)
        yield Written((*place, "acts", number, "then"), act.then, NOTE)
        if act.comment is not None:
            yield Written((*place, "acts", number, "comment"), act.comment, COMMENT)
