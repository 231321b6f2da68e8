"""A running attempt: its journal, its frozen paper and its state, kept in step. Practice and exams are built on it."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Self

from trainer.assessment.attempt import AttemptState, apply, replay, start, time_left
from trainer.assessment.events import (
    ClockPolicy,
    ClockSetBack,
    Event,
    Flagged,
    LanguageSwitched,
    MistakeNoted,
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
from trainer.flows.answering import response_shown, tokens_chosen, with_answer, with_choice
from trainer.items.base import Item, Response
from trainer.items.controls import PresentedItem
from trainer.kernel.clock import Clock, zone_minutes
from trainer.kernel.days import day_number
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
        cls,
        store: LearnerStore,
        paper: Paper,
        clock: Clock,
        *,
        mode: Mode,
        policy: ClockPolicy,
        language: str,
        extra_time: int = 0,
    ) -> Self:
        """Freeze the paper, then start the journal; in this order, so that a journal never lacks its paper.

        ``extra_time`` lengthens the paper's time, in per cent.
        """
        name = save_paper(store.papers_folder, paper, store.disk)
        make_folder(store.attempts_folder, store.disk)
        attempt = new_attempt_id(clock)
        journal = Journal(journal_path(store, attempt), store.disk, create=True)
        limit = None if paper.minutes is None else lengthened(paper.minutes, extra_time) * 60
        event = Started(attempt, name, mode, policy, limit, language, zone_minutes(clock))
        try:
            recorded = journal.record(event, clock.now().timestamp(), clock.monotonic())
        except BaseException:
            journal.close()
            raise
        return cls(journal, paper, start(recorded), clock)

    @classmethod
    def reopen(cls, store: LearnerStore, attempt: str, clock: Clock) -> Self:
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
        if not self.state.over:
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
        self._foresee(event, state)
        self._journal.append(recorded)
        self.state = state

    def _foresee(self, event: Event, state: AttemptState) -> None:
        """For what else must be kept in step: an event that raises a problem here is not written."""

    def seconds_left(self) -> float | None:
        """Seconds left now; None without a limit."""
        return time_left(self.state, self._clock.now().timestamp(), self._clock.monotonic())

    def engine_seconds_since_event(self) -> float:
        """Seconds since the last event of this run, for writing a tick now and then."""
        return self._clock.monotonic() - self.state.last_engine

    def day(self) -> int:
        """Today in the learner's own calendar (``kernel.days``)."""
        return day_number(self._clock.now().timestamp(), zone_minutes(self._clock))

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
        return tokens_chosen(self.item(position), self.state.responses.get(position, {}), self.tokens(position))

    def response(self, position: int, language: str) -> dict[str, tuple[str, ...]]:
        """What is answered at ``position``, as a front end knows it; numbers as ``language`` writes them."""
        before = self.state.responses.get(position, {})
        return response_shown(self.item(position), before, self.tokens(position), language)

    def choose(self, position: int, group: str, token: str) -> None:
        """Choose an option, or take the choice back; in a group of one the new choice replaces the old.

        Raises :class:`~trainer.items.base.ResponseRefused` on a token that is not of this item in this attempt.
        """
        before = self.state.responses.get(position, {})
        self.respond(position, with_choice(self.item(position), before, self.tokens(position), group, token))

    def answer(self, position: int, group: str, values: tuple[str, ...], language: str) -> None:
        """Set a group wholly: the tokens in their order, or the text typed in ``language``; nothing clears it.

        Nothing is written when nothing changes. Raises :class:`~trainer.items.base.ResponseRefused`, and
        :class:`~trainer.i18n.typed.NumberAskedBack` on what is no number in ``language``.
        """
        item, before = self.item(position), self.state.responses.get(position, {})
        now = with_answer(item, before, self.tokens(position), group, values, language)
        if now != item.parse(before):
            self.respond(position, now)

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

    def note_mistake(self) -> None:
        """Note that the present item itself seems mistaken, or no longer."""
        position = self.state.position
        self.record(MistakeNoted(position, position not in self.state.noted))

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


def lengthened(minutes: int, extra_time: int) -> int:
    """Minutes with ``extra_time`` per cent more, a begun minute as a whole one."""
    return -(-minutes * (100 + extra_time) // 100)


def journal_path(store: LearnerStore, attempt: str) -> Path:
    """Where the journal of an attempt lies."""
    return store.attempts_folder / f"{attempt}.jsonl"
