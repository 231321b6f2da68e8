"""Exercises that come from elsewhere: everything the program will do with one is done once, before it is taken."""

from __future__ import annotations

import json
from functools import lru_cache

from trainer.assessment.attempt import AttemptState
from trainer.assessment.evidence import evidence_of
from trainer.assessment.paper import Paper
from trainer.assessment.playing import Played, played
from trainer.assessment.rationale import LONGEST_LINE, PARTS, citable, gaps
from trainer.exercises.base import Exercise
from trainer.exercises.kinds import exercise_from_json
from trainer.flows.exercise_rows import exercise_row
from trainer.kernel.canonical import digest
from trainer.kernel.text import clean
from trainer.progress.shapes import fits

#: More moves than this nobody makes in an exercise.
MOST_MOVES = 5_000


def check_exercise_paper(paper: Paper) -> None:
    """Raises ``ValueError`` (pydantic's too) when the frozen exercise is none that could be played."""
    exercise = exercise_model(paper)
    sound = (
        exercise.id == paper.subject
        and paper.spoken in exercise.spoken
        and not paper.items
        and not exercise.runs
        and paper.minutes == exercise.minutes
        and paper.pass_mark == exercise.pass_mark
        and paper.pool_digest == _body_digest(paper.exercise)
        and all(fits(source.get("citation"), dict[str, str]) and "id" in source for source in paper.sources)
    )
    if not sound:
        raise ValueError(paper.subject)


@lru_cache(maxsize=16)
def _model(body: str) -> Exercise:
    """A class plays the same few exercises, and reading one takes milliseconds."""
    return exercise_from_json(body)


@lru_cache(maxsize=16)
def _body_digest(body: str) -> str:
    return digest(json.loads(body))


def exercise_model(paper: Paper) -> Exercise:
    """The exercise of a paper, kept for the next paper that has the same."""
    return _model(paper.exercise)


def check_exercise_state(paper: Paper, state: AttemptState, exercise: Exercise, *, review: bool = True) -> Played:
    """What the attempt has come to. ``review`` False: whoever asks makes row and evidence of it themselves.

    Raises ``ValueError`` or a problem when the journal tells what no attempt at this exercise can be.
    """
    work = state.exercise
    if state.responses or state.mode not in ("practice", "assessed") or len(work.moves) > MOST_MOVES:
        raise ValueError(state.attempt)
    for line in work.lines.values():
        if line.part not in PARTS or line.text != clean(line.text) or len(line.text) > LONGEST_LINE:
            raise ValueError(line.id)
    play = played(paper, state, exercise)
    play.view(), play.comments(), play.moves()
    gaps(exercise.rationale, work.lines.values(), citable(exercise, play))
    known = Played(play, play.assess())
    if review:
        evidence_of(paper, state, known=known)
        exercise_row(paper, state, known)
    return known
