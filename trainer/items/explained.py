"""What is said after the answer, by kind of interaction. Only ever built when feedback is allowed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from trainer.kernel.text import LocalText


@dataclass(frozen=True, slots=True)
class OptionFeedback:
    """One option to choose: whether it is right, and why."""

    group: str
    id: str
    text: LocalText
    key: bool
    rationale: LocalText


@dataclass(frozen=True, slots=True)
class RowFeedback:
    """One row: what was put beside it (None: nothing), what belongs there and why.

    ``chosen_rationale`` says why a distractor that was chosen fits nowhere. Where the row can be tried again and is
    not right, ``key`` is None and ``rationale`` empty.
    """

    group: str
    text: LocalText
    chosen: LocalText | None
    key: LocalText | None
    right: bool
    rationale: LocalText
    chosen_rationale: LocalText | None = None


@dataclass(frozen=True, slots=True)
class StepFeedback:
    """One step of an order: its right place and where it was put (both from 1; None: nowhere), and why.

    ``follows`` says whether it came right after the step it follows; None for the first step, which follows none.
    """

    text: LocalText
    place: int
    put: int | None
    follows: bool | None
    rationale: LocalText


@dataclass(frozen=True, slots=True)
class EntryFeedback:
    """One thing typed ({}: nothing), everything that is accepted by language, and why.

    Where it can be tried again and is not right, ``accepted`` and ``rationale`` are empty.
    A text that is the same in every language stands under ``""``. ``unit`` and ``tolerance`` belong to numbers, which
    are canonical (``12.5``) until a language writes them. ``slip`` says what is wrong with a number people often get.
    """

    group: str
    typed: LocalText
    right: bool
    accepted: Mapping[str, tuple[str, ...]]
    rationale: LocalText
    number: bool = False
    unit: LocalText | None = None
    tolerance: LocalText | None = None
    slip: LocalText | None = None


@dataclass(frozen=True, slots=True)
class CriterionFeedback:
    """What an assessor looks for, and the points it earns."""

    id: str
    text: LocalText
    points: int


@dataclass(frozen=True, slots=True)
class ArgumentFeedback:
    """An argued answer beside a model answer and the criteria it will be marked by."""

    group: str
    typed: str
    model_answer: LocalText
    criteria: tuple[CriterionFeedback, ...]


Explained = RowFeedback | StepFeedback | EntryFeedback | ArgumentFeedback
