"""Counting tries: the list of all of them, and the rule of one a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from fractions import Fraction

from trainer.assessment.attempt import replay
from trainer.assessment.tries import TryStart, opens_at, start_of
from trainer.flows.recovery import recover
from trainer.flows.running import journal_path
from trainer.kernel.clock import Clock, zone_minutes
from trainer.kernel.problems import N_, Problem, Refused
from trainer.progress.journal import read_journal
from trainer.progress.rows import AttemptRow
from trainer.progress.store import LearnerStore


class TooSoon(Refused):
    """The day's try was used up; the value ``opens`` says from when there is another."""


@dataclass(frozen=True, slots=True)
class Try:
    """One try at a counting exam. ``submitted_at`` None: not finished; ``voided``: why it does not count, else None."""

    attempt: str
    began: TryStart
    submitted_at: float | None
    share: float
    passed: bool | None
    voided: str | None


def counting_tries(store: LearnerStore, exam_id: str) -> tuple[Try, ...]:
    """Every counting try of the learner at an exam, latest first."""
    rows = [row for row in store.attempts() if row.mode == "counting" and row.subject == exam_id]
    return tuple(sorted((_try(store, row) for row in rows), key=lambda one: one.began.at, reverse=True))


def _try(store: LearnerStore, row: AttemptRow) -> Try:
    """What the journal says; of a damaged one what the list still knows."""
    share = float(Fraction(row.points) / row.maximum) if row.maximum else 0.0
    try:
        events = read_journal(journal_path(store, row.id)).events
        began, voided = start_of(events), replay(events).voided
    except Problem:
        began = voided = None
    return Try(row.id, began or TryStart(row.started_at, 0), row.submitted_at, share, row.passed, voided)


def refuse_second_try(store: LearnerStore, exam_id: str, clock: Clock) -> None:
    """:class:`TooSoon` while the learner's day of the last try is not over. A voided try uses up no day."""
    recover(store, clock)  # a try nobody listed yet, because the disk was full
    began = [one.began for one in counting_tries(store, exam_id) if one.voided is None]
    opens = opens_at(began, zone_minutes(clock))
    if opens is not None and clock.now().timestamp() < opens:
        raise TooSoon(
            N_("A counting exam can be tried once a day. The next try opens on {opens}."),
            opens=datetime.fromtimestamp(opens, UTC),
        )


def seconds_behind(store: LearnerStore, clock: Clock) -> float:
    """How far the clock stands before the latest moment known of the learner's attempts; 0 when it does not."""
    known = [at for row in store.attempts() for at in (row.started_at, row.submitted_at or 0.0)]
    return max(0.0, max(known, default=0.0) - clock.now().timestamp())
