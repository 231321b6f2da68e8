"""What may be shown after an attempt: marks, feedback, and the attempt's row for the learner's list."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from trainer.assessment.attempt import AttemptState
from trainer.assessment.marking import Result, mark_attempt
from trainer.assessment.paper import Paper
from trainer.items.base import Item, Response
from trainer.kernel.problems import StorageUnusable
from trainer.kernel.text import LocalText
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
    """Feedback on one item: points out of one, the chosen options and the keys first, and the sources."""

    right: bool
    blank: bool
    points: float
    lines: tuple[FeedbackLine, ...]
    sources: tuple[LocalText, ...]


def feedback(item: Item, response: Response, order: dict[str, list[str]], sources: list[dict[str, Any]]) -> Feedback:
    """Feedback in the order the options stood on screen."""
    mark = item.mark(response)
    by_place = {(line.group, line.id): line for line in item.feedback()}
    lines = tuple(
        FeedbackLine(group, found.text, found.key, option in response.get(group, ()), found.rationale)
        for group, ids in order.items()
        for option in ids
        if (found := by_place[group, option])
    )
    # Several facts can rest on the same article.
    citations = tuple({str(source["citation"]): source["citation"] for source in sources}.values())
    return Feedback(mark.right, mark.blank, float(mark.points), lines, citations)


def row_of(paper: Paper, state: AttemptState, result: Result | None = None) -> AttemptRow:
    """The attempt's row; marks only once it is over."""
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
    )


def histories(
    paper: Paper, state: AttemptState, result: Result, before: dict[str, ItemHistory]
) -> dict[str, ItemHistory]:
    """How each answered item of the attempt went, added to what was known before."""
    updated: dict[str, ItemHistory] = {}
    for position, (item, mark) in enumerate(zip(paper.items, result.marks, strict=True)):
        if any(state.counted.get(position, {}).values()):
            times = before[item.id].times if item.id in before else 0
            updated[item.id] = ItemHistory(times + 1, mark.right, state.submitted_at or state.last_at)
    return updated


def keep_result(store: LearnerStore, paper: Paper, state: AttemptState) -> AttemptRow:
    """Keep the row of an attempt that is over and, once only, how its items went."""
    result = mark_attempt(paper, state)
    row, known = row_of(paper, state, result), store.attempt(state.attempt)
    fresh = known is None or known.submitted_at is None
    keep_row(store, row, histories(paper, state, result, store.item_history()) if fresh else None)
    return row


def keep_row(store: LearnerStore, row: AttemptRow, items: Mapping[str, ItemHistory] | None = None) -> None:
    """Keep a row derived from a journal. A full disk loses nothing here: the next start derives it again."""
    with contextlib.suppress(StorageUnusable):
        store.save_attempt(row, items)
