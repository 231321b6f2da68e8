"""Workstation: a place of work with measurable choices, devices to check, an incident, and the day's breaks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field, model_validator

from trainer.exercises.assertions.marking import Asserted, passive
from trainer.exercises.base import Exercise, Given, Oddity, Written
from trainer.exercises.composing import Composed
from trainer.exercises.library import Article
from trainer.exercises.runs import Step
from trainer.exercises.workstation import checks, texts
from trainer.exercises.workstation.parts import Device, Incident, Reading, Setting, Workday
from trainer.exercises.workstation.says import FUNCTIONS
from trainer.exercises.workstation.setup import Setup, begin
from trainer.exercises.workstation.steps import read_step

if TYPE_CHECKING:
    from trainer.exercises.assertions.language import Language


class Workstation(Exercise):
    """A place of work. ``reports`` are what can be written to whoever mends things or answers for security."""

    kind: Literal["workstation"]
    settings: Annotated[list[Setting], Field(min_length=1, max_length=20)]
    readings: Annotated[list[Reading], Field(max_length=12)] = []
    devices: Annotated[list[Device], Field(max_length=12)] = []
    reports: Annotated[list[Composed], Field(max_length=6)] = []
    incidents: Annotated[list[Incident], Field(max_length=4)] = []
    day: Workday | None = None
    articles: Annotated[list[Article], Field(max_length=20)] = []
    criteria: Annotated[list[Asserted], Field(min_length=1, max_length=40)]

    @model_validator(mode="after")
    def _hangs_together(self) -> Workstation:
        checks.check_names(self)
        checks.check_readings(self)
        checks.check_assertions(self)
        return self

    @cached_property
    def language(self) -> Language:
        """What this workstation's assertions may speak of."""
        return checks.language_of(self)

    @cached_property
    def setting_of(self) -> Mapping[str, Setting]:
        """The settings by id."""
        return {one.id: one for one in self.settings}

    @cached_property
    def reading_of(self) -> Mapping[str, Reading]:
        """The readings by id."""
        return {one.id: one for one in self.readings}

    @cached_property
    def device_of(self) -> Mapping[str, Device]:
        """The devices by id."""
        return {one.id: one for one in self.devices}

    @cached_property
    def report_of(self) -> Mapping[str, Composed]:
        """The reports by id."""
        return {one.id: one for one in self.reports}

    @cached_property
    def incident_of(self) -> Mapping[str, Incident]:
        """The incidents by id."""
        return {one.id: one for one in self.incidents}

    @cached_property
    def article_of(self) -> Mapping[str, Article]:
        """The articles by id."""
        return {one.id: one for one in self.articles}

    def rubric(self) -> Sequence[Asserted]:
        return self.criteria

    def quoted(self) -> Sequence[str]:
        return [fact for one in self.articles for fact in one.facts]

    def start(self, seed: str, spoken: str) -> Setup:
        return begin(self, seed, spoken)

    def step(self, data: dict[str, Any]) -> Step:
        return read_step(self, data)

    def gives(self) -> frozenset[Given]:
        return frozenset({"technology-set", "information-set"} if self.articles else {"technology-set"})

    def texts(self) -> Iterable[Written]:
        return texts.texts(self)

    def odd(self) -> Iterable[Oddity]:
        from trainer.exercises.workstation.odd import odd

        return odd(self)

    @cached_property
    def passive(self) -> frozenset[str]:
        """Ids of criteria that hold before anything was done: they earn nothing by themselves."""
        return passive(self.start("", self.spoken[0]), self.criteria, FUNCTIONS)
