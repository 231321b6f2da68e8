"""A piece of work as a rater reads it: what was done, replayed, beside the rationale or the open answer."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import cast

from trainer.assessment.acts import Act, Received, RecordedAct
from trainer.assessment.exercising import RationaleLine
from trainer.assessment.playing import played
from trainer.flows.exercise_result import ExerciseResult, result_of
from trainer.flows.register import RegisteredAttempt
from trainer.flows.rubrics import RATIONALE, Rubrics, ShownCriterion, criteria_of
from trainer.items.kinds.open import GROUP, OpenAnswer
from trainer.kernel.problems import N_, Refused
from trainer.kernel.text import LocalText


@dataclass(frozen=True, slots=True)
class OpenWork:
    """An open answer: what was asked, what was written, a model answer."""

    stem: LocalText
    answer: str
    model_answer: LocalText


@dataclass(frozen=True, slots=True)
class Work:
    """What there is to read, and what it is judged by. Either ``result`` with the rationale is there, or ``answer``.

    ``lines`` are the rationale's, ``cited`` titles of what they cite. ``revision`` is the version of the criteria.
    """

    criteria: tuple[ShownCriterion, ...]
    revision: int
    result: ExerciseResult | None = None
    parts: tuple[str, ...] = ()
    lines: tuple[RationaleLine, ...] = ()
    cited: Mapping[str, LocalText] | None = None
    answer: OpenWork | None = None


def work_of(attempt: RegisteredAttempt, part: str, rubrics: Rubrics) -> Work:
    """What a rater reads of a part of an attempt. :class:`Refused` when it has no such part."""
    if part not in attempt.standing.short.parts:
        raise Refused(N_("This attempt has no such part to be judged."))
    return _rationale(attempt, rubrics) if part == RATIONALE else _answer(attempt, part)


def _rationale(attempt: RegisteredAttempt, rubrics: Rubrics) -> Work:
    paper, state = attempt.paper, attempt.state
    result = result_of(attempt.id, paper, state, attempt.standing.played_before)
    cited = {**result.sources, **played(paper, state).used()}
    criteria = rubrics.criteria(result.rationale_due)
    lines = tuple(state.exercise.lines.values())
    return Work(criteria, rubrics.rubric.revision, result, result.rationale_due, lines, cited)


def _answer(attempt: RegisteredAttempt, part: str) -> Work:
    place = next(index for index, item in enumerate(attempt.paper.items) if item.id == part)
    item = cast(OpenAnswer, attempt.paper.item(place))
    typed = next(iter(attempt.state.counted.get(place, {}).get(GROUP, ())), "")
    return Work(criteria_of(item), item.revision, answer=OpenWork(item.stem, typed, item.model_answer))


def cover_numbers(acts: Iterable[RecordedAct[Act]]) -> dict[str, int]:
    """A number for each attempt that was ever handed in: what it is called while nobody is to know whose it is.

    It stays for ever, whoever is erased and whatever comes in later. It comes from the attempt's id and not from the
    order of arrival: one learner's work would stand in a row, and a class hands in by name.
    """
    found: dict[str, int] = {}
    taken: set[int] = set()
    for one in acts:
        for name in one.act.attempts if isinstance(one.act, Received) else ():
            if name not in found:
                found[name] = _free_number(name, taken)
                taken.add(found[name])
    return found


def _free_number(name: str, taken: set[int]) -> int:
    """Three digits while less than half of those are taken, then four, and so on; the next free one where it is not."""
    digits = next(count for count in range(3, 12) if len(taken) < 45 * 10 ** (count - 2))
    lowest: int = 10 ** (digits - 1)
    start = int.from_bytes(hashlib.sha256(name.encode()).digest()[:8])
    number = lowest + start % (9 * lowest)
    while number in taken:
        number = number + 1 if number < 10 * lowest - 1 else lowest
    return number
