"""Exercises as rules see them: the model with its lines, its recorded runs played once, what a search found."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from trainer.checking.findings import Severity
from trainer.checking.parts import Place
from trainer.checking.seen import Hit, at
from trainer.content.load import Loaded
from trainer.exercises.base import Exercise, Oddity
from trainer.exercises.marks import Assessment
from trainer.exercises.runs import BadStep, play_run, play_steps


@dataclass(frozen=True)
class SeenExercise:
    """An exercise of a module."""

    loaded: Loaded[Exercise]
    module: str

    @property
    def exercise(self) -> Exercise:
        return self.loaded.value

    @property
    def file(self) -> str:
        return self.loaded.name

    def hit(self, place: Place, template: str, severity: Severity | None = None, /, **values: object) -> Hit:
        """A hit at a place of the exercise's file."""
        return at(self.loaded.document, place, template, severity, **values)

    @cached_property
    def runs(self) -> dict[str, Assessment | BadStep]:
        """What each recorded run earns, or the step of it that is refused."""
        found: dict[str, Assessment | BadStep] = {}
        for name in self.exercise.runs:
            try:
                found[name] = play_run(self.exercise, name).assess()
            except BadStep as problem:
                found[name] = problem
        return found

    @cached_property
    def oddities(self) -> tuple[Oddity, ...]:
        """What is wrong with the ways it can go."""
        return tuple(self.exercise.odd())

    @cached_property
    def polite(self) -> Assessment | None:
        """What somebody earns who is kind and nothing else; None where that means nothing."""
        steps = self.exercise.polite()
        if steps is None:
            return None
        return play_steps(self.exercise.start("polite", self.exercise.spoken[0]), steps).assess()
