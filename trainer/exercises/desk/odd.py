"""What is wrong with how a desk can go: judged by its recorded runs and its calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from trainer.exercises.assertions.holds import value_of
from trainer.exercises.assertions.parse import Call, Compared, Joined, Node, Said, parse_assertion
from trainer.exercises.base import Oddity
from trainer.exercises.desk.says import FUNCTIONS
from trainer.exercises.runs import BadStep, play_run

if TYPE_CHECKING:
    from trainer.exercises.desk.shift import Shift
    from trainer.exercises.kinds.desk import Desk

#: Functions whose value is known before anybody has done anything.
_FIXED = frozenset({"today", "days", "working_days", "months", "working_day", "document"})


def odd(desk: Desk) -> Iterator[Oddity]:
    """Documents nobody ever sees, phrases nobody can write, deadlines on free days, numbers used twice."""
    ends = list(_ends(desk))
    yield from _numbers(desk)
    yield from _deadlines(desk)
    if ends:
        yield from _documents(desk, ends)
        yield from _phrases(desk, ends)


def _ends(desk: Desk) -> Iterator[Shift]:
    for name in desk.runs:
        try:
            end = play_run(desk, name)
        except BadStep:
            continue  # reported as what it is by whoever plays the runs
        yield end  # type: ignore[misc] # a desk's play is a shift


def _documents(desk: Desk, ends: list[Shift]) -> Iterator[Oddity]:
    for index, one in enumerate(desk.documents):
        if not any(one.id in end.arrived for end in ends):
            yield Oddity("unreachable-document", ("documents", index, "id"), {"name": one.id})


def _phrases(desk: Desk, ends: list[Shift]) -> Iterator[Oddity]:
    answered = {one.reply for one in desk.documents}
    start = desk.start("", desk.spoken[0])
    for index, reply in enumerate(desk.replies):
        if reply.id not in answered:
            yield Oddity("reply-to-nothing", ("replies", index, "id"), {"name": reply.id})
        for place, phrase in reply.phrases():
            if not any(end.possible(phrase) or phrase in _written(end) for end in (start, *ends)):
                yield Oddity("impossible-phrase", ("replies", index, *place, "id"), {"name": phrase.id})


def _written(end: Shift) -> list[object]:
    return [phrase for moment in end.moments for phrase in end.phrases_of(moment)]


def _deadlines(desk: Desk) -> Iterator[Oddity]:
    calendar = desk.world(desk.spoken[0]).calendar
    start = desk.start("", desk.spoken[0])
    for index, criterion in enumerate(desk.criteria):
        for node in _compared(parse_assertion(criterion.holds)):
            for day in _days(node, start):
                if not calendar.is_worked(day):
                    place = ("criteria", index, "holds")
                    yield Oddity("deadline-on-a-holiday", place, {"name": criterion.id, "day": day.isoformat()})


def _compared(node: Node) -> Iterator[Compared]:
    """Comparisons with a request's deadline that want it to be a day."""
    if isinstance(node, Joined):
        for part in node.parts:
            yield from _compared(part)
    elif isinstance(node, Compared) and node.sign in ("==", "in") and _is_deadline(node.left):
        yield node


def _is_deadline(node: Node) -> bool:
    return isinstance(node, Call) and (node.name, node.attribute) == ("ticket", "deadline")


def _days(node: Compared, start: Shift) -> Iterator[date]:
    right = node.right
    for one in getattr(right, "items", (right,)):
        if _fixed(one):
            day = value_of(one, FUNCTIONS, start, [])
            if isinstance(day, date):
                yield day


def _fixed(node: Node) -> bool:
    if isinstance(node, Call):
        return node.name in _FIXED and all(_fixed(one) or not isinstance(one, Call) for one in node.arguments)
    return isinstance(node, Said)


def _numbers(desk: Desk) -> Iterator[Oddity]:
    seen = set[str]()
    for name in ("customers", "records", "documents", "tickets", "articles", "forms"):
        for index, one in enumerate(getattr(desk, name)):
            if one.number in seen:
                yield Oddity("number-twice", (name, index, "number"), {"name": one.number})
            seen.add(one.number)
