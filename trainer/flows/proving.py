"""Attempts that come from elsewhere: journal and paper must hold together before anything is built on them.

A chain of hashes shows damage, not malice: whoever writes a journal can chain it. So everything the program will do
with an attempt (present, mark, explain, list) is done once here, and what fails at any of it is not taken.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from trainer.assessment.attempt import AttemptState, replay
from trainer.assessment.events import Recorded, Started
from trainer.assessment.marking import Result, mark_attempt
from trainer.assessment.paper import Paper, from_bytes
from trainer.assessment.playing import Played
from trainer.exercises.base import Exercise
from trainer.flows.proving_exercises import check_exercise_paper, check_exercise_state, exercise_model
from trainer.flows.results import feedback, row_of
from trainer.items.base import Item
from trainer.items.kinds import item_from_json
from trainer.kernel.problems import N_, Problem, Refused, StorageUnusable
from trainer.memory.answers import answers_of
from trainer.progress.foreign import LAST_MOMENT
from trainer.progress.journal import ReadJournal, parse_journal
from trainer.progress.shapes import fits

#: Longer than this no attempt lasts, in seconds and in minutes.
_LONGEST, _LONGEST_MINUTES = 366 * 86_400, 24 * 60
_MINUTES_AROUND_THE_WORLD = 14 * 60

#: The bytes of a paper by its digest; None when there is none.
FindPaper = Callable[[str], bytes | None]


class NotProven(Refused):
    """The attempt cannot be taken as it is."""


def prove(attempt: str, raw: bytes, find_paper: FindPaper) -> AttemptState | None:
    """The state of an attempt; None when its journal holds no event.

    Raises :class:`~trainer.kernel.problems.StorageUnusable` when a newer version wrote it, another
    :class:`~trainer.kernel.problems.Problem` when it cannot be taken.
    """
    events = _read(attempt, raw).events
    return _proved(attempt, events, find_paper, review=True).state if events else None


@dataclass(frozen=True, slots=True)
class ProvedAttempt:
    """An attempt that holds: its frozen paper, its state, and what was made of them on the way.

    ``known`` is what an exercise has come to, ``items`` are the models of a paper's items and ``result`` their marks.
    """

    paper: Paper
    state: AttemptState
    exercise: Exercise | None = None
    known: Played | None = None
    items: tuple[Item, ...] = ()
    result: Result | None = None


def prove_whole(attempt: str, raw: bytes, find_paper: FindPaper) -> ProvedAttempt:
    """An attempt whose journal ends with a whole line and holds events; raises as above.

    It is proved for marking and judging: what a review would say of each answer of an exam is not gone through.
    ``find_paper`` gives a paper only when its digest is the one asked for.
    """
    found = _read(attempt, raw)
    if found.torn or not found.events:
        raise impossible(attempt)
    return _proved(attempt, found.events, find_paper, review=False, hashed=True)


def _read(attempt: str, raw: bytes) -> ReadJournal:
    try:
        return parse_journal(raw, f"{attempt}.jsonl")
    except Problem:
        raise
    except Exception:  # see below
        raise impossible(attempt) from None


def _proved(
    attempt: str, events: tuple[Recorded, ...], find_paper: FindPaper, *, review: bool, hashed: bool = False
) -> ProvedAttempt:
    try:
        _check_events(attempt, events)
        state = replay(events)
        paper = prove_paper(state.paper, find_paper(state.paper), review=review, hashed=hashed)
        return _check_state(paper, state, review=review)
    except Problem:
        raise
    except Exception:  # foreign data can be wrong in any way: whatever breaks, the attempt is not taken
        raise impossible(attempt) from None


def impossible(attempt: str) -> NotProven:
    """What is said of an attempt that cannot have happened."""
    return NotProven(N_("The attempt {attempt} holds what no attempt can hold."), attempt=attempt)


def _check_events(attempt: str, events: tuple[Recorded, ...]) -> None:
    for recorded in events:
        if not fits(recorded.event, type(recorded.event)):
            raise impossible(attempt)
        if not (0 <= recorded.at <= LAST_MOMENT and abs(recorded.engine) <= LAST_MOMENT):
            raise impossible(attempt)
    first = events[0].event
    if not isinstance(first, Started) or first.attempt != attempt:
        raise impossible(attempt)
    if abs(first.zone_minutes) > _MINUTES_AROUND_THE_WORLD or not 0 <= (first.limit_seconds or 0) <= _LONGEST:
        raise impossible(attempt)


def prove_paper(name: str, raw: bytes | None, *, review: bool = True, hashed: bool = False) -> Paper:
    """The paper with this digest. :class:`NotProven` when it is missing, another one, or none that can be shown.

    ``hashed``: whoever read it has compared the digest.
    """
    if raw is None or not (hashed or hashlib.sha256(raw).hexdigest() == name):
        raise NotProven(N_("The frozen paper {file} is missing or is another one."), file=f"{name}.json")
    try:
        return _paper(name, raw, review=review)
    except StorageUnusable:
        raise
    except Exception:  # see above
        raise NotProven(N_("The frozen paper {file} holds what no paper can hold."), file=f"{name}.json") from None


def _paper(name: str, raw: bytes, *, review: bool) -> Paper:
    paper = from_bytes(raw, f"{name}.json")
    date.fromisoformat(paper.as_of)
    marks = (paper.pass_mark or 0.0, paper.section_pass_mark or 0.0)
    sound = (
        fits(paper, Paper)
        and bool(paper.items) == (paper.kind != "exercise")
        and 0 <= (paper.minutes or 0) <= _LONGEST_MINUTES
        and all(0 <= mark <= 1 for mark in marks)
        and {item.section for item in paper.items} <= {section.id for section in paper.sections}
        and all(fits(source.get("citation"), dict[str, str]) for item in paper.items for source in item.sources)
    )
    if not sound:
        raise ValueError(name)
    if paper.kind == "exercise":
        check_exercise_paper(paper)
    for frozen in paper.items:
        item = _item(frozen.body)
        lists = {group: sorted(ids) for group, ids in item.lists().items()}
        if item.id != frozen.id or {group: sorted(ids) for group, ids in frozen.order.items()} != lists:
            raise ValueError(name)
        if review:
            item.present(frozen.order, item.tokens(name))
    return paper


@lru_cache(maxsize=2048)
def _item(body: str) -> Item:
    """The same items stand in many papers, and reading one takes half a millisecond."""
    return item_from_json(body)


def _check_state(paper: Paper, state: AttemptState, *, review: bool) -> ProvedAttempt:
    """Do with it what the program will do."""
    if not 0 <= state.elapsed <= _LONGEST or not 0 <= state.extended <= _LONGEST:
        raise impossible(state.attempt)
    if paper.kind == "exercise":
        exercise = exercise_model(paper)
        return ProvedAttempt(paper, state, exercise, check_exercise_state(paper, state, exercise, review=review))
    places = {state.position, *state.responses, *state.certainty, *state.confirmed, *state.flagged, *state.presented}
    if not places <= set(range(len(paper.items))):
        raise impossible(state.attempt)
    for position, response in state.responses.items():
        frozen = paper.items[position]
        item = _item(frozen.body)
        item.parse(response)
        if review:
            feedback(item, response, frozen.order, frozen.sources, item.tokens(state.attempt))
    items = tuple(_item(frozen.body) for frozen in paper.items)
    result = mark_attempt(paper, state, items)
    if review:
        row_of(paper, state, result if state.over else None)
        answers_of(paper, state, result)
    return ProvedAttempt(paper, state, items=items, result=result)
