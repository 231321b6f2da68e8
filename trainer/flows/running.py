"""A running attempt: its journal, its frozen paper and its state, kept in step. Practice and exams are built on it."""

from __future__ import annotations

import secrets
from pathlib import Path

from trainer.assessment.attempt import AttemptState, apply, replay, start, time_left
from trainer.assessment.events import (
    ClockPolicy,
    ClockSetBack,
    Event,
    Flagged,
    LanguageSwitched,
    Mode,
    Presented,
    Recorded,
    Responded,
    Resumed,
    Started,
    Submitted,
    Suspended,
)
from trainer.assessment.paper import Paper
from trainer.items.base import Item, Response
from trainer.items.controls import PresentedItem
from trainer.kernel.clock import Clock
from trainer.progress.disk import make_folder
from trainer.progress.journal import Journal
from trainer.progress.papers import load_paper, save_paper
from trainer.progress.store import LearnerStore

#: Seconds a wall clock may go back without a word: it is being adjusted, not set.
CLOCK_TOLERANCE = 1.0


def new_attempt_id(clock: Clock) -> str:
    """An id that sorts by time and does not repeat: ``20261121t081500-4f3a9c1b``."""
    return f"{clock.now():%Y%m%dt%H%M%S}-{secrets.token_hex(4)}"


class RunningAttempt:
    """One open attempt. Every method that changes something returns only when the event is on the device."""

    def __init__(self, journal: Journal, paper: Paper, state: AttemptState, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock
        self.paper = paper
        self.state = state
        self._items: dict[int, Item] = {}
        self._presented: dict[int, PresentedItem] = {}
        self._tokens: dict[int, dict[str, str]] = {}

    @classmethod
    def begin(
        cls, store: LearnerStore, paper: Paper, clock: Clock, *, mode: Mode, policy: ClockPolicy, language: str
    ) -> RunningAttempt:
        """Freeze the paper, then start the journal; in this order, so that a journal never lacks its paper."""
        name = save_paper(store.papers_folder, paper, store.disk)
        make_folder(store.attempts_folder, store.disk)
        attempt = new_attempt_id(clock)
        journal = Journal(journal_path(store, attempt), store.disk, create=True)
        limit = None if paper.minutes is None else paper.minutes * 60
        event = Started(attempt, name, mode, policy, limit, language, zone_minutes(clock))
        try:
            recorded = journal.record(event, clock.now().timestamp(), clock.monotonic())
        except BaseException:
            journal.close()
            raise
        return cls(journal, paper, start(recorded), clock)

    @classmethod
    def reopen(cls, store: LearnerStore, attempt: str, clock: Clock) -> RunningAttempt:
        """Open an attempt again after the program was away; a torn last line is cut (see ``torn``)."""
        journal = Journal(journal_path(store, attempt), store.disk)
        try:
            state = replay(journal.read.events)
            running = cls(journal, load_paper(store.papers_folder, state.paper), state, clock)
            if not state.over:
                # First of all: between two runs engine time means nothing.
                running._write(Resumed())
                running._note_clock()
        except BaseException:
            journal.close()
            raise
        return running

    @property
    def torn(self) -> int:
        """Bytes of an unfinished last line that were cut when the journal was opened."""
        return self._journal.read.torn

    def record(self, event: Event) -> None:
        """Check the event against the state, write it, and only then let it have happened."""
        self._note_clock()
        self._write(event)

    def _note_clock(self) -> None:
        """Put a wall clock that was set back into the journal, so that time away is counted from the new hour."""
        back = self.state.last_at - self._clock.now().timestamp()
        if back > CLOCK_TOLERANCE:
            self._write(ClockSetBack(round(back, 3)))

    def _write(self, event: Event) -> None:
        recorded = Recorded(event, self._clock.now().timestamp(), self._clock.monotonic())
        state = apply(self.state, recorded)
        self._journal.append(recorded)
        self.state = state

    def seconds_left(self) -> float | None:
        """Seconds left now; None without a limit."""
        return time_left(self.state, self._clock.now().timestamp(), self._clock.monotonic())

    def engine_seconds_since_event(self) -> float:
        """Seconds since the last event of this run, for writing a tick now and then."""
        return self._clock.monotonic() - self.state.last_engine

    def item(self, position: int) -> Item:
        """The item at ``position`` with its key; never handed to a front end."""
        if position not in self._items:
            self._items[position] = self.paper.item(position)
        return self._items[position]

    def present(self, position: int) -> PresentedItem:
        """What a front end may see of the item at ``position``."""
        if position not in self._presented:
            order, tokens = self.paper.items[position].order, self.tokens(position)
            self._presented[position] = self.item(position).present(order, tokens)
        return self._presented[position]

    def tokens(self, position: int) -> dict[str, str]:
        """The tokens of the item's options in this attempt, by ``group/option``."""
        if position not in self._tokens:
            self._tokens[position] = self.item(position).tokens(self.state.attempt)
        return self._tokens[position]

    def chosen(self, position: int) -> frozenset[str]:
        """Tokens of the options chosen at ``position``."""
        tokens = self.tokens(position)
        response = self.state.responses.get(position, {})
        return frozenset(tokens[f"{group}/{option}"] for group, ids in response.items() for option in ids)

    def choose(self, position: int, group: str, token: str) -> None:
        """Choose an option, or take the choice back; in a group of one the new choice replaces the old.

        Raises :class:`~trainer.items.base.ResponseRefused` on a token that is not of this item in this attempt.
        """
        item = self.item(position)
        picked = item.from_chosen({group: (token,)}, self.tokens(position))[group]
        before = self.state.responses.get(position, {})
        now = set(before.get(group, ()))
        now = set(picked) if item.limits()[group] == 1 and not now & set(picked) else now ^ set(picked)
        self.respond(position, item.parse({**before, group: tuple(now)}))

    def respond(self, position: int, response: Response) -> None:
        """Record the whole response to an item."""
        self.record(Responded(position, dict(response)))

    def go(self, position: int) -> None:
        """Show the item at ``position``; nothing is written when it is shown already."""
        if position != self.state.position or position not in self.state.presented:
            self.record(Presented(position))

    def flag(self) -> None:
        """Mark the present item for a second look, or take the mark away."""
        position = self.state.position
        self.record(Flagged(position, position not in self.state.flagged))

    def switch_language(self, language: str) -> None:
        """Remember which language is shown; responses do not change."""
        if language != self.state.language:
            self.record(LanguageSwitched(language))

    def suspend(self) -> None:
        """The learner leaves; the attempt can be opened again."""
        if not self.state.over and not self.state.suspended:
            self.record(Suspended())

    def submit(self, reason: str = "learner") -> None:
        """End the attempt."""
        if reason == "time":
            self.record(Submitted("time"))
        else:
            self.record(Submitted("found_past_end" if reason == "found_past_end" else "learner"))

    def close(self) -> None:
        """Let go of the file; the attempt stays as its journal says."""
        self._journal.close()


def journal_path(store: LearnerStore, attempt: str) -> Path:
    """Where the journal of an attempt lies."""
    return store.attempts_folder / f"{attempt}.jsonl"


def zone_minutes(clock: Clock) -> int:
    """The machine's offset from UTC at this moment, in minutes."""
    offset = clock.now().astimezone().utcoffset()
    return int(offset.total_seconds() // 60) if offset else 0
