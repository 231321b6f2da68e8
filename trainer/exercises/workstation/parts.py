"""The data of a workstation: what can be set and tested, what goes wrong, and the day that is to be planned."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from trainer.exercises.library import Arrival, Entry, Line, TimeOfDay
from trainer.schema.fields import Authored, Mismatch, Slug, Text

#: What of a place of work something is, so that a screen can draw it.
Part = Literal[
    "eye-distance", "screen-height", "screen-tilt", "desk-height", "seat-height", "backrest", "armrest", "footrest",
    "keyboard", "hearing", "volume", "light", "window", "noise", "temperature", "other",
]  # fmt: skip
Whole = Annotated[int, Field(ge=-10_000, le=10_000)]


class SettingOption(Entry):
    """One of several ways something can be. ``value`` is what it counts in readings."""

    value: Whole = 0


class Setting(Authored):
    """Something to be set: a number with unit, range and step, or one of ``options``. ``start`` is how it is found."""

    id: Slug
    label: Text
    part: Part
    unit: Line | None = None
    least: Whole = 0
    most: Whole = 0
    step: Annotated[int, Field(ge=1, le=1000)] = 1
    start: Whole | Slug
    options: Annotated[list[SettingOption], Field(max_length=6)] = []

    @model_validator(mode="after")
    def _starts_in_range(self) -> Setting:
        if self.options:
            if self.start not in [option.id for option in self.options]:
                raise Mismatch("the start is none of the options", "start")
            if len(self.options) < 2:
                raise Mismatch("there are two options or more", "options")
        elif not isinstance(self.start, int):
            raise Mismatch("the start is a number, or the setting has options", "start")
        elif self.unit is None:
            raise Mismatch("a number has a unit", "unit")
        elif not (self.least <= self.start <= self.most) or (self.start - self.least) % self.step:
            raise Mismatch("the start is not one of the steps from «least» to «most»", "start")
        return self

    @property
    def steps(self) -> range:
        """The numbers it can be set to."""
        return range(self.least, self.most + 1, self.step)


class Reading(Authored):
    """A number one can measure: the sum of settings times whole factors, ``plus`` what does not change."""

    id: Slug
    label: Text
    part: Part
    unit: Line
    of: Annotated[dict[Slug, Whole], Field(min_length=1)]
    plus: Whole = 0


class DeviceTest(Authored):
    """A test of a device: what it answers in each of its states."""

    id: Slug
    title: Text
    answers: dict[Slug, Text]


class DeviceAct(Authored):
    """Something done to a device. ``text`` is what happens; in states not in ``from`` it is ``otherwise``."""

    id: Slug
    title: Text
    from_: Annotated[list[Slug], Field(alias="from")] = []
    to: Slug | None = None
    text: Text
    otherwise: Text | None = None
    comment: Text | None = None


class Device(Authored):
    """Hardware or software at the place of work; its state shows only when it is tested."""

    id: Slug
    title: Text
    resource: Literal["hardware", "software"]
    states: Annotated[list[Slug], Field(min_length=1, max_length=8)]
    start: Slug
    tests: Annotated[list[DeviceTest], Field(min_length=1, max_length=5)]
    acts: Annotated[list[DeviceAct], Field(max_length=6)] = []

    @model_validator(mode="after")
    def _states_are_declared(self) -> Device:
        known = set(self.states)
        if self.start not in known:
            raise Mismatch(f"«{self.start}» is none of its states", "start")
        for index, test in enumerate(self.tests):
            if set(test.answers) != known:
                raise Mismatch("a test answers in every state and in no other", "tests", index, "answers")
        for index, act in enumerate(self.acts):
            if not set(act.from_) <= known or (act.to is not None and act.to not in known):
                raise Mismatch("it leads from or to a state that the device has not", "acts", index)
            if act.from_ and act.otherwise is None:
                raise Mismatch("say in «otherwise» what happens in its other states", "acts", index)
        return self


class IncidentAct(Authored):
    """Something to do about an incident, once. ``then`` is what comes of it; ``ends`` it."""

    id: Slug
    title: Text
    then: Text
    ends: bool = False
    comment: Text | None = None


class Incident(Authored):
    """Something that happens and demands an act. ``ignored`` is what comes of it when nothing ended it in time."""

    id: Slug
    title: Text
    arrives: Arrival
    text: Text
    acts: Annotated[list[IncidentAct], Field(min_length=2, max_length=6)]
    within: Annotated[int, Field(ge=30, le=1800)]
    ignored: Text

    @model_validator(mode="after")
    def _can_end(self) -> Incident:
        if not any(act.ends for act in self.acts):
            raise Mismatch("no act ends the incident", "acts")
        return self


class Block(Authored):
    """A part of the day's plan."""

    id: Slug
    from_: Annotated[TimeOfDay, Field(alias="from")]
    to: TimeOfDay
    kind: Literal["screen", "other", "meal"]
    title: Text


class Workday(Authored):
    """The day to plan breaks in. A pause from the screen counts from so many minutes on (``counts``)."""

    blocks: Annotated[list[Block], Field(min_length=1, max_length=12)]
    counts: Annotated[int, Field(ge=5, le=60)] = 15
    step: Literal[5, 10, 15] = 5

    @model_validator(mode="after")
    def _blocks_follow_each_other(self) -> Workday:
        for index, block in enumerate(self.blocks):
            if block.to <= block.from_:
                raise Mismatch("it ends before it begins", "blocks", index, "to")
            if index and block.from_ != self.blocks[index - 1].to:
                raise Mismatch("it does not begin where the one before ends", "blocks", index, "from")
        return self
