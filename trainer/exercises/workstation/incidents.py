"""What happens at a workstation by itself: incidents come up, and take their course when nothing ends them in time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trainer.exercises.workstation.setup import Setup


def advance(setup: Setup, at: float) -> Setup:
    """The setup when the attempt's clock shows ``at``: everything that was due by then, in its order."""
    at = max(at, setup.at)
    if setup.over:
        return replace(setup, at=at)
    while (what := _next(setup)) is not None and what[0] <= at:
        setup = follow(_happen(replace(setup, at=max(setup.at, what[0])), what[2]))
    return replace(setup, at=at)


def follow(setup: Setup) -> Setup:
    """The setup after what has just happened has set in motion what was waiting for it."""
    due = dict(setup.due)
    for incident in setup.workstation.incidents:
        after = incident.arrives.after
        waits = incident.id not in due and incident.id not in setup.open_since
        if after is not None and waits and setup.holds(after)[0]:
            due[incident.id] = setup.at + incident.arrives.minutes * 60.0
    changed = replace(setup, due=due) if len(due) > len(setup.due) else setup
    what = _next(changed)
    if what is None or what[0] > changed.at or changed.over:
        return changed
    return follow(_happen(changed, what[2]))


def _next(setup: Setup) -> tuple[float, int, str] | None:
    order = {one.id: rank for rank, one in enumerate(setup.workstation.incidents)}
    found = [(when, order[id], id) for id, when in setup.due.items()]
    found += [(setup.open_since[one.id] + one.within, order[one.id], one.id) for one in setup.open_incidents()]
    return min(found, default=None)


def _happen(setup: Setup, id: str) -> Setup:
    incident = setup.workstation.incident_of[id]
    if id in setup.open_since:
        ignored = setup.with_moment("ignored", incident.ignored, "ignored", id)
        return replace(ignored, ended=setup.ended | {id})
    due = {other: when for other, when in setup.due.items() if other != id}
    opened = replace(setup, due=due, open_since={**setup.open_since, id: setup.at})
    return opened.with_moment("incident", incident.text, "arrived", id, spoken=True)
