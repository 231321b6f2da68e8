"""What may be shown after an attempt: marks, feedback, and the attempt's row for the learner's list."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from trainer.assessment.attempt import AttemptState
from trainer.assessment.marking import Result, mark_attempt
from trainer.assessment.paper import Paper
from trainer.flows.exercise_rows import exercise_row
from trainer.flows.explaining import explained
from trainer.items.base import Item, Response
from trainer.items.explained import ArgumentFeedback, EntryFeedback, RowFeedback, StepFeedback
from trainer.kernel.problems import StorageUnusable
from trainer.kernel.text import LocalText
from trainer.memory.answers import Answer, answers_of
from trainer.memory.cards import Card
from trainer.memory.upkeep import updated_cards
from trainer.progress.rows import AttemptRow, ItemHistory

if TYPE_CHECKING:
    from trainer.progress.store import LearnerStore


@dataclass(frozen=True, slots=True)
class FeedbackLine:
    """One option after the answer: its text, whether it is right, whether it was chosen, and why."""

    group: str
    text: LocalText
    key: bool
    chosen: bool
    rationale: LocalText


@dataclass(frozen=True, slots=True)
class Feedback:
    """Feedback on one item: points out of one, what is said of each of its parts, and the sources.

    ``lines`` are options, in the order they stood on screen; ``rows``, ``steps`` (in their right order), ``entries``
    and ``argument`` are there for the kinds that have them. ``provisional``: an assessor has still to mark it.
    """

    right: bool
    blank: bool
    points: float
    lines: tuple[FeedbackLine, ...]
    sources: tuple[LocalText, ...]
    provisional: bool = False
    rows: tuple[RowFeedback, ...] = ()
    steps: tuple[StepFeedback, ...] = ()
    entries: tuple[EntryFeedback, ...] = ()
    argument: ArgumentFeedback | None = None


def feedback(
    item: Item,
    response: Response,
    order: dict[str, list[str]],
    sources: list[dict[str, Any]],
    tokens: Mapping[str, str],
) -> Feedback:
    """Feedback in the order everything stood on screen; ``tokens`` give groups the names they have there."""
    mark = item.mark(response)
    by_place = {(line.group, line.id): line for line in item.feedback()}
    lines = tuple(
        FeedbackLine(
            tokens.get(group, group), found.text, found.key, option in response.get(group, ()), found.rationale
        )
        for group in item.option_groups()
        for option in order.get(group, ())
        if (found := by_place.get((group, option)))
    )
    parts = explained(item, response, order, tokens)
    # Several facts can rest on the same article.
    citations = tuple({str(source["citation"]): source["citation"] for source in sources}.values())
    return Feedback(
        mark.right, mark.blank, float(mark.points), lines, citations, mark.provisional,
        tuple(part for part in parts if isinstance(part, RowFeedback)),
        tuple(part for part in parts if isinstance(part, StepFeedback)),
        tuple(part for part in parts if isinstance(part, EntryFeedback)),
        next((part for part in parts if isinstance(part, ArgumentFeedback)), None),
    )  # fmt: skip


def without_keys(shown: Feedback) -> Feedback:
    """Only what was answered and why: the question can be tried again, so the right answer is not given away."""
    return replace(
        shown,
        lines=tuple(line if line.chosen else replace(line, key=False) for line in shown.lines),
        rows=tuple(row if row.right else replace(row, key=None, rationale={}) for row in shown.rows),
        steps=(),
        entries=tuple(one if one.right else replace(one, accepted={}, rationale={}) for one in shown.entries),
        sources=(),
    )


def row_of(paper: Paper, state: AttemptState, result: Result | None = None) -> AttemptRow:
    """The attempt's row; marks only once it is over."""
    if paper.kind == "exercise":
        return exercise_row(paper, state)
    answered = sum(any(response.values()) for response in state.counted.values())
    if state.over and result is None:
        result = mark_attempt(paper, state)
    sections = [
        {"id": s.id, "points": str(s.points), "maximum": s.maximum, "passed": s.passed}
        for s in (result.sections if result else ())
    ]
    return AttemptRow(
        id=state.attempt,
        kind=paper.kind,
        mode=state.mode,
        subject=paper.subject,
        title=dict(paper.title),
        paper=state.paper,
        started_at=state.started_at,
        items=len(paper.items),
        answered=answered,
        submitted_at=state.submitted_at,
        reason=state.submitted,
        points=str(result.points) if result else "0",
        passed=result.passed if result else None,
        seconds=state.elapsed,
        sections=sections,
        maximum=result.maximum if result else 0,
        pass_mark=paper.pass_mark,
        last_at=state.last_at,
    )


def histories(
    paper: Paper, state: AttemptState, result: Result, before: dict[str, ItemHistory]
) -> dict[str, ItemHistory]:
    """How each answered item of the attempt went, added to what was known before."""
    updated: dict[str, ItemHistory] = {}
    for position, (item, mark) in enumerate(zip(paper.items, result.marks, strict=True)):
        if any(state.counted.get(position, {}).values()):
            times = before[item.id].times if item.id in before else 0
            # What waits for an assessor is no mistake, and not asked again before what is.
            right = mark.right or mark.provisional
            updated[item.id] = ItemHistory(times + 1, right, state.submitted_at or state.last_at)
    return updated


def keep_result(store: LearnerStore, paper: Paper, state: AttemptState) -> AttemptRow:
    """Keep the row of an attempt that is over and, once only, how its items went; its answers and their cards too."""
    result = mark_attempt(paper, state)
    row, known = row_of(paper, state, result), store.attempt(state.attempt)
    fresh = known is None or known.submitted_at is None
    items = histories(paper, state, result, store.item_history()) if fresh else None
    keep_row(store, row, items, answers_of(paper, state, result))
    return row


def keep_so_far(store: LearnerStore, paper: Paper, state: AttemptState) -> None:
    """Keep what is known of an attempt that is not over; what a practice has confirmed is remembered already."""
    keep_row(store, row_of(paper, state), answers=answers_of(paper, state, mark_attempt(paper, state)))


def keep_row(
    store: LearnerStore,
    row: AttemptRow,
    items: Mapping[str, ItemHistory] | None = None,
    answers: Sequence[Answer] | None = None,
) -> None:
    """Keep a row derived from a journal. A full disk loses nothing here: the next start derives it again.

    ``answers`` None: what is kept of them stays as it is.
    """
    with contextlib.suppress(StorageUnusable):
        store.save_attempt(row, items, *_remembered(store, row, answers))


def _remembered(
    store: LearnerStore, row: AttemptRow, answers: Sequence[Answer] | None
) -> tuple[Sequence[Answer] | None, Mapping[str, Card] | None]:
    """The answers and cards to write; nothing where they are known already.

    An attempt that is over has an entry even when nothing was answered: it says that the journal was read.
    """
    known = store.answers().get(row.id)
    if answers is None or (tuple(answers) == (known or ())):
        return (answers if known is None and row.submitted_at is not None else None), None
    return answers, updated_cards(store.cards(), store.answers(), row.id, answers)
