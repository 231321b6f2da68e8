"""The exercise model every kind shares: what its file says, and what the checker may ask of it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field, model_validator

from trainer.exercises.facets import Facets, LanguageCode
from trainer.exercises.marks import Criterion
from trainer.kernel.text import LocalText
from trainer.schema.fields import File, Jurisdiction, Mismatch, Slug, Text

if TYPE_CHECKING:
    from trainer.exercises.play import Play
    from trainer.exercises.runs import Step

ExerciseUse = Literal["practice", "assessed"]
#: What a rationale may have to give reasons for.
Part = Literal["choices", "approach", "procedure", "tools", "forms", "references"]
#: What a learner is handed before the start, as standards name it.
Given = Literal["characteristics", "case-set", "information-set", "technology-set"]

#: The runs every exercise is recorded with; it may have more.
RECORDED = ("perfect", "ordinary", "bad", "idle")
Place = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """A text of an exercise, where it stands, and how many characters fit. ``spoken``: it is never translated."""

    place: Place
    text: LocalText
    longest: int
    spoken: bool = False


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something wrong with how an exercise can go. ``what`` is one of the names ``checking`` has rules for."""

    what: str
    place: Place
    values: dict[str, object] = field(default_factory=dict)


class Exercise(File, ABC):
    """What all kinds share. ``kind`` is the discriminator; subclasses narrow it to a literal.

    ``units`` are the units it is evidence for, the main one first. ``spoken`` are the languages it is offered in; one
    is chosen before the start. ``statements`` are skills it tests, ``facts`` the sources a learner may cite.
    """

    kind: str
    id: Slug
    revision: Annotated[int, Field(ge=1)] = 1
    units: Annotated[list[str], Field(min_length=1)]
    use: ExerciseUse
    jurisdiction: Jurisdiction
    title: Text
    minutes: Annotated[int, Field(ge=1, le=90)]
    spoken: Annotated[list[LanguageCode], Field(min_length=1)]
    statements: list[str] = []
    facts: list[str] = []
    facets: Facets
    rationale: list[Part] = []
    briefing: Text
    pass_mark: Annotated[float, Field(gt=0, le=1)] = 0.6
    runs: dict[Slug, list[dict[str, Any]]] = {}

    @model_validator(mode="after")
    def _runs_can_be_read(self) -> Exercise:
        for name, steps in self.runs.items():
            for index, step in enumerate(steps):
                try:
                    self.step(step)
                except ValueError as problem:
                    raise Mismatch(str(problem), "runs", name, index) from None
        return self

    @abstractmethod
    def rubric(self) -> Sequence[Criterion]:
        """Everything that earns points, in the order it is shown."""

    def quoted(self) -> Sequence[str]:
        """The sources that documents of the exercise quote."""
        return ()

    @abstractmethod
    def start(self, seed: str, spoken: str) -> Play:
        """The exercise before the first move. ``seed`` decides what is shuffled and named, never what is right."""

    @abstractmethod
    def step(self, data: dict[str, Any]) -> Step:
        """One step of a recorded run as a move. ``ValueError`` when it names something that is not there."""

    @abstractmethod
    def gives(self) -> frozenset[Given]:
        """What the learner is handed."""

    @abstractmethod
    def texts(self) -> Iterable[Written]:
        """Every text but those of the rubric, with the room it has."""

    def odd(self) -> Iterable[Oddity]:
        """What a search over all ways it can go finds wrong."""
        return ()

    def paths(self) -> int | None:
        """How many ways lead from the start to an end; None where they cannot be counted."""
        return None

    def polite(self) -> list[Step] | None:
        """How somebody would play who is kind and nothing else; None where that means nothing."""
        return None

    @property
    def maximum(self) -> int:
        """All points that can be earned."""
        return sum(criterion.points for criterion in self.rubric())

    def common_texts(self) -> list[Written]:
        """The texts all kinds have."""
        found = [Written(("title",), self.title, 60), Written(("briefing",), self.briefing, 900)]
        for index, criterion in enumerate(self.rubric()):
            found.append(Written(("criteria", index, "text"), criterion.text, 100))
            found.append(Written(("criteria", index, "why"), criterion.why, 360))
        return found
