"""What memory knows of an attempt: one answer per item that was answered, with its mark, certainty and time."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from trainer.kernel.days import day_number

if TYPE_CHECKING:
    from trainer.assessment.attempt import AttemptState
    from trainer.assessment.marking import Result
    from trainer.assessment.paper import Paper


class Answer(NamedTuple):
    """One response that counts. ``points`` out of one; ``sure`` None where certainty was not stated.

    ``at`` is the wall time (epoch seconds) at which it became final, ``day`` that moment in the learner's calendar.
    """

    position: int
    item: str
    revision: int
    points: float
    sure: bool | None
    at: float
    day: int

    @property
    def right(self) -> bool:
        """Whether all points were earned: partly right is wrong (product rule)."""
        return self.points == 1


def answers_of(paper: Paper, state: AttemptState, result: Result) -> tuple[Answer, ...]:
    """The answers of an attempt by position; blank ones, and those an assessor has still to mark, are none.

    Before its end only a practice has any: an exam's responses can still change.
    """
    if not state.over and state.mode != "practice":
        return ()
    found = []
    for position, response in sorted(state.counted.items()):
        mark = result.marks[position]
        if mark.provisional or not any(response.values()):
            continue
        at = state.answered_at.get(position, state.last_at)
        item, frozen = paper.item(position), paper.items[position]
        found.append(
            Answer(
                position, frozen.id, item.revision, float(mark.points), state.certainty.get(position), at,
                day_number(at, state.zone_minutes),
            )
        )  # fmt: skip
    return tuple(found)
