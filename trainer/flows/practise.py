"""Practice: a handful of items with immediate feedback; the answer is final once confirmed."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.assessment.events import Confirmed
from trainer.assessment.marking import mark_attempt
from trainer.flows.results import Feedback, feedback, keep_result, keep_row, row_of
from trainer.flows.running import RunningAttempt
from trainer.items.controls import PresentedItem
from trainer.kernel.problems import N_, Refused
from trainer.kernel.text import LocalText
from trainer.progress.store import LearnerStore


@dataclass(frozen=True, slots=True)
class PracticeView:
    """One item of a practice. ``feedback`` is there once the answer is confirmed, as are ``marks`` (points of 1)."""

    title: LocalText
    position: int
    count: int
    item: PresentedItem
    chosen: frozenset[str]
    confirmed: bool
    feedback: Feedback | None
    flagged: bool
    marks: tuple[float | None, ...]
    answered: int
    right: int
    language: str
    over: bool


@dataclass(frozen=True, slots=True)
class PracticeSummary:
    """How a practice went, and what to study next: lessons of the items that were not right."""

    title: LocalText
    count: int
    answered: int
    right: int
    points: float
    weak_lessons: tuple[tuple[str, str], ...]


class PracticeFlow:
    """A practice in the making; see :class:`PracticeView`."""

    def __init__(self, store: LearnerStore, running: RunningAttempt) -> None:
        self._store = store
        self._running = running
        if not running.state.over:
            running.go(running.state.position)

    @property
    def attempt(self) -> str:
        return self._running.state.attempt

    @property
    def torn(self) -> int:
        """Bytes of an unfinished last line that were cut when the attempt was opened again."""
        return self._running.torn

    @property
    def view(self) -> PracticeView:
        running, state, paper = self._running, self._running.state, self._running.paper
        position = state.position
        confirmed = position in state.confirmed
        frozen = paper.items[position]
        shown = None
        if confirmed:
            item, response = running.item(position), state.responses.get(position, {})
            shown = feedback(item, response, frozen.order, frozen.sources)
        return PracticeView(
            paper.title, position, len(paper.items), running.present(position), running.chosen(position),
            confirmed, shown, position in state.flagged, self._marks(), len(state.confirmed), self._right(),
            state.language, state.over,
        )  # fmt: skip

    def _marks(self) -> tuple[float | None, ...]:
        running, state = self._running, self._running.state
        return tuple(
            float(running.item(p).mark(state.responses.get(p, {})).points) if p in state.confirmed else None
            for p in range(len(running.paper.items))
        )

    def _right(self) -> int:
        return sum(points == 1 for points in self._marks())

    def choose(self, group: str, token: str) -> None:
        """Choose or take back an option; ignored once the answer is confirmed."""
        if self._running.state.position not in self._running.state.confirmed:
            self._running.choose(self._running.state.position, group, token)

    def confirm(self) -> None:
        """Make the answer final and show the feedback. :class:`Refused` while nothing is chosen."""
        position = self._running.state.position
        if position in self._running.state.confirmed:
            return
        if not self._running.state.answered(position):
            raise Refused(N_("Choose an answer first."))
        self._running.record(Confirmed(position))

    def next(self) -> bool:
        """Go to the next item; False on the last."""
        return self._go(self._running.state.position + 1)

    def previous(self) -> bool:
        """Go to the item before; False on the first."""
        return self._go(self._running.state.position - 1)

    def _go(self, position: int) -> bool:
        if not 0 <= position < len(self._running.paper.items):
            return False
        self._running.go(position)
        return True

    def flag(self) -> None:
        self._running.flag()

    def switch_language(self, language: str) -> None:
        self._running.switch_language(language)

    def leave(self) -> None:
        """Leave for now; the practice waits in *Today*."""
        if not self._running.state.over:
            self._running.suspend()
            keep_row(self._store, row_of(self._running.paper, self._running.state))
        self._running.close()

    def finish(self) -> PracticeSummary:
        """End the practice: unconfirmed answers do not count."""
        paper = self._running.paper
        if not self._running.state.over:
            self._running.submit()
        state = self._running.state
        result = mark_attempt(paper, state)
        keep_result(self._store, paper, state)
        self._running.close()
        weak = {
            (item.module, self._running.item(p).lesson or "")
            for p, item in enumerate(paper.items)
            if p in state.confirmed and not result.marks[p].right
        }
        points = float(sum(result.marks[p].points for p in state.confirmed))
        return PracticeSummary(
            paper.title, len(paper.items), len(state.confirmed), self._right(), points, tuple(sorted(weak))
        )
