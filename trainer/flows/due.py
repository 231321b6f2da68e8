"""Spaced review: what is due, how many in the days to come, and a practice over it.

Counting is on the way to the first screen: nothing at the top of this file may import pydantic, TinyDB or fsrs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from trainer.kernel.days import from_iso_day, iso_day
from trainer.kernel.problems import N_, Refused
from trainer.kernel.text import LocalText
from trainer.memory.schedule import Plan, asked_on, due_now, forecast, plans

if TYPE_CHECKING:
    from trainer.catalogue.index import Catalogue
    from trainer.flows.scopes import Selection
    from trainer.flows.workspace import Workspace

#: Items of one review; what is left is offered again.
REVIEW_SIZE = 20
#: Days a forecast looks ahead, today included.
FORECAST_DAYS = 14
#: The title of a review: a message id, which front ends translate.
REVIEW: LocalText = {"": N_("Spaced review")}

_USES = ("practice", "both")


class ForecastDay(NamedTuple):
    """How many items fall due on a day (ISO date); today's number holds what is overdue."""

    day: str
    due: int


class DueView(NamedTuple):
    """What review looks like now. ``next_day`` (ISO date) is when something is due next, None when nothing is planned.

    ``now`` is what one review takes; ``due`` all that is due.
    """

    due: int
    now: int
    next_day: str | None
    forecast: tuple[ForecastDay, ...]


def exam_day(settings: Mapping[str, Any]) -> int | None:
    """The exam date of a learner's settings as a day number; None when there is none that can be read."""
    try:
        return from_iso_day(str(settings.get("exam_date") or ""))
    except ValueError:
        return None


class Schedule:
    """The learner's cards under today's law, content and exam date. Reads a glance: the store stays closed."""

    def __init__(
        self, glance: Mapping[str, Any], catalogue: Catalogue, jurisdictions: Sequence[str], today: int, as_of: str
    ) -> None:
        self._cards = plans(glance["cards"])
        self._exam = exam_day(glance["settings"])
        self._today = today
        self._revisions = catalogue.revised() if self._cards else {}
        self._catalogue, self._jurisdictions, self._as_of = catalogue, jurisdictions, as_of

    def _may(self, items: Sequence[str]) -> frozenset[str]:
        """Those of these items that may be shown; nothing is asked for none."""
        if not items:
            return frozenset()
        return self._catalogue.drawable(items, self._jurisdictions, _USES, self._as_of)

    def due(self) -> list[str]:
        """The items that are due and may be shown, longest due first, then by id."""
        found = due_now(self._cards, self._today, self._exam, self._revisions)
        may = self._may(found)
        return [item for item in found if item in may]

    def forecast(self, days: int = FORECAST_DAYS) -> tuple[ForecastDay, ...]:
        """How many items fall due on each of the coming days, as if nothing more were answered."""
        counts = forecast(self._shown(), self._today, days, self._exam, self._revisions)
        return tuple(ForecastDay(iso_day(self._today + ahead), due) for ahead, due in enumerate(counts))

    def days_ahead(self) -> int:
        """In how many days something falls due, today left out; 0 when nothing is planned."""
        days = (asked_on(card, self._today, self._exam, self._revisions.get(card.item)) for card in self._shown())
        return min((day - self._today for day in days if day > self._today), default=0)

    def next_day(self) -> str | None:
        """The first day after today on which something falls due."""
        ahead = self.days_ahead()
        return iso_day(self._today + ahead) if ahead else None

    def _shown(self) -> list[Plan]:
        may = self._may([card.item for card in self._cards])
        return [card for card in self._cards if card.item in may]


def schedule(workspace: Workspace) -> Schedule:
    """The open learner's schedule, from the store."""
    from dataclasses import asdict

    store = workspace.store
    glance = {"cards": store.plans(), "settings": asdict(store.settings())}
    return Schedule(glance, workspace.catalogue, workspace.jurisdictions(), workspace.day(), workspace.today())


def due_view(workspace: Workspace) -> DueView:
    """What is due now and in the days to come."""
    found = schedule(workspace)
    due = len(found.due())
    return DueView(due, min(due, REVIEW_SIZE), found.next_day(), found.forecast())


def due_items(workspace: Workspace, _target: str = "", _seed: str = "") -> Selection:
    """What a review takes now. :class:`Refused` when nothing is due, with the day something will be."""
    from datetime import date

    from trainer.flows.scopes import Selection

    found = schedule(workspace)
    due = found.due()[:REVIEW_SIZE]
    if not due:
        ahead = found.next_day()
        if ahead is None:
            raise Refused(N_("Nothing is due for review yet: practise first."))
        raise Refused(
            N_("Nothing is due for review today. The next review is on {day}."), day=date.fromisoformat(ahead)
        )
    places = workspace.catalogue.item_places(due)
    return Selection("review", REVIEW, tuple(sorted({place.module for place in places.values()})), tuple(due))
