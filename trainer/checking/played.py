"""Exercises as rules see them: the model with its lines, its recorded runs played once, what a search found."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from trainer.checking.findings import Severity
from trainer.checking.parts import Place
from trainer.checking.seen import Hit, at
from trainer.content.load import Loaded
from trainer.exercises.base import Exercise, Oddity
from trainer.exercises.kinds import exercise_from_json, exercise_to_json
from trainer.exercises.marks import Assessment
from trainer.exercises.runs import BadStep, play_run, play_steps


@dataclass(frozen=True)
class Played:
    """What comes of playing an exercise; worked out when it is asked for, once."""

    exercise: Exercise

    @cached_property
    def runs(self) -> dict[str, Assessment | BadStep]:
        found: dict[str, Assessment | BadStep] = {}
        for name in self.exercise.runs:
            try:
                found[name] = play_run(self.exercise, name).assess()
            except BadStep as problem:
                found[name] = problem
        return found

    @cached_property
    def oddities(self) -> tuple[Oddity, ...]:
        return tuple(self.exercise.odd())

    @cached_property
    def paths(self) -> int | None:
        return self.exercise.paths()

    @cached_property
    def polite(self) -> Assessment | None:
        steps = self.exercise.polite()
        if steps is None:
            return None
        return play_steps(self.exercise.start("polite", self.exercise.spoken[0]), steps).assess()


@lru_cache(maxsize=128)
def played(body: str) -> Played:
    """By the exercise's JSON: a search takes up to a second, and who checks again has mostly changed something else."""
    return Played(exercise_from_json(body))


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
    def _played(self) -> Played:
        return played(exercise_to_json(self.exercise))

    @property
    def runs(self) -> dict[str, Assessment | BadStep]:
        """What each recorded run earns, or the step of it that is refused."""
        return self._played.runs

    @property
    def oddities(self) -> tuple[Oddity, ...]:
        """What is wrong with the ways it can go."""
        return self._played.oddities

    @property
    def polite(self) -> Assessment | None:
        """What somebody earns who is kind and nothing else; None where that means nothing."""
        return self._played.polite

    @property
    def paths(self) -> int | None:
        """How many ways lead through it; None where they cannot be counted."""
        return self._played.paths
