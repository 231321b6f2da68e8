"""Sitting an exam: no feedback before the end, a clock, a navigator, automatic submission."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from trainer.assessment.events import Ticked
from trainer.flows.answering import number_language
from trainer.flows.results import keep_result, keep_row, row_of
from trainer.flows.running import RunningAttempt
from trainer.items.controls import PresentedItem
from trainer.kernel.problems import StorageUnusable
from trainer.kernel.text import LocalText
from trainer.progress.rows import AttemptRow
from trainer.progress.store import LearnerStore

#: Seconds between two ticks in the journal: what a crash can lose of an exam's time.
TICK_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Cell:
    """One item in the navigator."""

    answered: bool
    flagged: bool
    seen: bool
    section: int


@dataclass(frozen=True, slots=True)
class ExamView:
    """One item of an exam with the navigator. ``section`` counts from 0; ``limit`` in seconds.

    ``response`` holds what is answered in each group: tokens, in their order, or the text. ``noted``: the learner
    thinks that the item itself is mistaken.
    """

    title: LocalText
    mode: str
    position: int
    count: int
    section: int
    section_titles: tuple[LocalText, ...]
    item: PresentedItem
    chosen: frozenset[str]
    flagged: bool
    cells: tuple[Cell, ...]
    limit: int | None
    language: str
    over: bool
    response: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    noted: bool = False

    @property
    def unanswered(self) -> int:
        return sum(not cell.answered for cell in self.cells)

    @property
    def flagged_count(self) -> int:
        return sum(cell.flagged for cell in self.cells)


class ExamFlow:
    """An exam being sat; see :class:`ExamView`. ``row`` is there when it is over."""

    def __init__(self, store: LearnerStore, running: RunningAttempt, *, resumed: bool = False) -> None:
        self._store = store
        self._running = running
        self._sections = {section.id: index for index, section in enumerate(running.paper.sections)}
        self.row: AttemptRow | None = None
        left = running.seconds_left()
        if running.state.over:
            self._keep()
        elif left is not None and left <= 0:
            self.submit("found_past_end" if resumed else "time")
        else:
            running.go(running.state.position)

    @property
    def attempt(self) -> str:
        return self._running.state.attempt

    @property
    def torn(self) -> int:
        """Bytes of an unfinished last line that were cut when the attempt was opened again."""
        return self._running.torn

    @property
    def over(self) -> bool:
        return self._running.state.over

    @property
    def view(self) -> ExamView:
        running, state, paper = self._running, self._running.state, self._running.paper
        cells = tuple(
            Cell(state.answered(p), p in state.flagged, p in state.presented, self._sections[item.section])
            for p, item in enumerate(paper.items)
        )
        position = state.position
        return ExamView(
            paper.title, state.mode, position, len(paper.items), cells[position].section,
            tuple(section.title for section in paper.sections), running.present(position), running.chosen(position),
            position in state.flagged, cells, state.time_limit, state.language, state.over,
            running.response(position, self._language), position in state.noted,
        )  # fmt: skip

    def seconds_left(self) -> float | None:
        """Seconds left now; cheap enough for every second."""
        return self._running.seconds_left()

    def tick(self) -> bool:
        """To be called about once a second: submits when time is up (then True), else notes the time now and then."""
        if self.over:
            return True
        if self._running.state.suspended:
            return False  # left; a late call of a front end's timer
        left = self._running.seconds_left()
        if left is not None and left <= 0:
            self.submit("time")
            return True
        if self._running.engine_seconds_since_event() >= TICK_SECONDS:
            # A full disk is said when an answer cannot be kept; the clock goes on.
            with contextlib.suppress(StorageUnusable):
                self._running.record(Ticked())
        return False

    def choose(self, group: str, token: str) -> None:
        """Choose or take back an option; after the end of time the exam is submitted instead."""
        if not self.tick():
            self._running.choose(self._running.state.position, group, token)

    def answer(self, group: str, values: tuple[str, ...]) -> None:
        """Set a group wholly: an order of tokens, or a text (empty: clear it); after the end of time as :meth:`choose`.

        Raises :class:`~trainer.items.base.ResponseRefused`, and :class:`~trainer.i18n.typed.NumberAskedBack` when a
        number must be written in another way.
        """
        if not self.tick():
            self._running.answer(self._running.state.position, group, values, self._language)

    @property
    def _language(self) -> str:
        """What numbers are written in."""
        return number_language(self._running.state.language, self._store)

    def next(self) -> bool:
        """Go to the next item; False on the last."""
        return self.go(self._running.state.position + 1)

    def previous(self) -> bool:
        """Go to the item before; False on the first."""
        return self.go(self._running.state.position - 1)

    def go(self, position: int) -> bool:
        """Go to any item (from 0); False when there is none or the exam is over."""
        if not 0 <= position < len(self._running.paper.items) or self.tick():
            return False
        self._running.go(position)
        return True

    def flag(self) -> None:
        if not self.tick():
            self._running.flag()

    def note_mistake(self) -> None:
        """Note that this item itself seems mistaken, or no longer: reporting it has to wait for the end."""
        if not self.tick():
            self._running.note_mistake()

    def switch_language(self, language: str) -> None:
        if not self.tick():
            self._running.switch_language(language)

    def leave(self) -> None:
        """Leave: a mock's clock stops, a counting exam's runs on."""
        if not self.over:
            self._running.suspend()
            keep_row(self._store, row_of(self._running.paper, self._running.state))
        self._running.close()

    def submit(self, reason: str = "learner") -> AttemptRow:
        """End the exam, mark it and keep its row."""
        if not self.over:
            self._running.submit("time" if reason == "learner" and self.seconds_left() == 0 else reason)
        return self._keep()

    def _keep(self) -> AttemptRow:
        if self.row is None:
            self.row = keep_result(self._store, self._running.paper, self._running.state)
            self._running.close()
        return self.row
