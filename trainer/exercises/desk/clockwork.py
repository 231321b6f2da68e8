"""What happens at a desk by itself: documents come in, people who waited too long leave, the desk closes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from trainer.exercises.desk.parts import LIVE

if TYPE_CHECKING:
    from trainer.exercises.desk.shift import Shift

#: How far somebody waits where nothing is to come, in seconds of the desk.
A_WHILE = 900.0


def advance(shift: Shift, at: float) -> Shift:
    """The shift when the attempt's clock shows ``at``: everything that was due by then, in its order."""
    at = max(at, shift.at)
    if shift.over:
        return replace(shift, at=at)
    target = replace(shift, at=at).now
    while (what := _next(shift)) is not None and what[0] <= target and not shift.over:
        shift = follow(_happen(_at(shift, what[0], at), what[2]))
    return replace(shift, at=at)


def follow(shift: Shift) -> Shift:
    """The shift after what has just happened has set in motion what was waiting for it."""
    due = dict(shift.due)
    for document in shift.desk.documents:
        after = document.arrives.after
        waits = after is not None and document.id not in due and document.id not in shift.arrived
        if after is not None and waits and shift.holds(after)[0]:
            due[document.id] = shift.now + document.arrives.minutes * 60.0
    changed = replace(shift, due=due) if len(due) > len(shift.due) else shift
    what = _next(changed)
    if what is None or what[0] > changed.now or changed.over:
        return changed
    return follow(_happen(changed, what[2]))


def next_event(shift: Shift) -> float:
    """When something happens next, in seconds of the desk; a while from now where nothing is to come."""
    what = _next(shift)
    closing = shift.world.seconds_open
    return min(closing, what[0] if what and what[0] < closing else shift.now + A_WHILE)


def _at(shift: Shift, seconds: float, limit: float) -> Shift:
    """The shift at this second of the desk, which is not before now and not past ``limit``."""
    at = round((seconds - shift.skipped) / shift.desk.hours.pace, 6)
    return replace(shift, at=min(max(shift.at, at), limit))


def _next(shift: Shift) -> tuple[float, int, str] | None:
    """What is next: when, its rank among what is at the same time, and the document (none: the desk closes)."""
    order = {document.id: rank for rank, document in enumerate(shift.desk.documents)}
    found = [(when, order[id], id) for id, when in shift.due.items()]
    found += [(shift.arrived[id] + patience, order[id], id) for id, patience in _waiting(shift).items()]
    found.append((shift.world.seconds_open, len(order), ""))
    return None if shift.over else min(found)


def _waiting(shift: Shift) -> dict[str, int]:
    """Documents whose senders leave if nobody answers, with their patience in seconds."""
    return {
        one.id: one.gives_up
        for one in shift.desk.documents
        if one.gives_up is not None and one.id in shift.arrived and one.id not in shift.gone | shift.answered
    }


def _happen(shift: Shift, id: str) -> Shift:
    if not id:
        return replace(shift.with_moment("closed-desk", shift.everywhere(""), "finished"), finished=True)
    document = shift.world.documents[id]
    if id in shift.arrived:
        left = shift.with_moment("left", shift.everywhere(f"{document.number} · {document.sender}"), "left", id)
        return replace(left, gone=shift.gone | {id})
    due = {other: when for other, when in shift.due.items() if other != id}
    shift = replace(shift, due=due, arrived={**shift.arrived, id: shift.now})
    if id in shift.filed:
        return shift
    if document.channel in LIVE:
        return shift.with_moment("heard", document.text, "arrived", id, spoken=True)
    return shift.with_moment("arrived", shift.everywhere(f"{document.number} · {document.sender}"), "arrived", id)
