"""The sheet of an oral assessment, pure: what must still be marked, what it covers, whether it suffices."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from trainer.assessment.rating import Bar
from trainer.content.assessing import TOP_LEVEL, Observation, OralProtocol

Result = Literal["sufficient", "insufficient"]
#: The part of a sheet that questions are; the others are groups observed.
QUESTIONS = "questions"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the sheet. ``open`` are ids without a mark; ``state`` is None until it is marked whole.

    A group that is optional and not begun is ``left`` out.
    """

    id: str
    marked: int
    open: tuple[str, ...]
    state: Result | None
    left: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """What marks come to: its parts, the questions put, the statements covered, and the outcome once it is whole."""

    parts: tuple[Part, ...]
    questions: tuple[str, ...]
    statements: tuple[str, ...]
    outcome: Result | None


def top_of(protocol: OralProtocol) -> Mapping[str, int]:
    """Every id that can be marked, with its highest mark."""
    ids = [one.id for one in protocol.questions] + [point.id for group in protocol.observe for point in group.points]
    return dict.fromkeys(ids, TOP_LEVEL)


def sheet(protocol: OralProtocol, marks: Mapping[str, int]) -> Sheet:
    """The sheet with these marks.

    Every part stands by itself: a good talk does not make up for a language nobody could follow.
    """
    bar = Bar.of_levels(protocol.sufficiency)
    asked = tuple(one.id for one in protocol.questions if one.id in marks)
    lacking = max(protocol.ask - len(asked), 0)
    unasked = tuple(one.id for one in protocol.questions if one.id not in marks)[:lacking]
    found = [Part(QUESTIONS, len(asked), unasked, None if lacking else _state(asked, marks, bar), False)]
    found += [_observed(group, marks, bar) for group in protocol.observe]
    whole = all(part.state is not None or part.left for part in found)
    good = all(part.state == "sufficient" for part in found if not part.left)
    outcome: Result | None = None if not whole else "sufficient" if good else "insufficient"
    return Sheet(tuple(found), asked, tuple(dict.fromkeys(_covered(protocol, marks))), outcome)


def _observed(group: Observation, marks: Mapping[str, int], bar: Bar) -> Part:
    ids = tuple(point.id for point in group.points)
    unmarked = tuple(name for name in ids if name not in marks)
    left = group.optional and len(unmarked) == len(ids)
    return Part(group.id, len(ids) - len(unmarked), unmarked, None if unmarked else _state(ids, marks, bar), left)


def _state(ids: tuple[str, ...], marks: Mapping[str, int], bar: Bar) -> Result:
    return "sufficient" if bar.holds(marks, dict.fromkeys(ids, TOP_LEVEL)) else "insufficient"


def _covered(protocol: OralProtocol, marks: Mapping[str, int]) -> Iterator[str]:
    """Statements of questions that were put, and of groups marked whole."""
    for question in protocol.questions:
        if question.id in marks:
            yield from question.statements
    for group in protocol.observe:
        if all(point.id in marks for point in group.points):
            yield from group.statements
