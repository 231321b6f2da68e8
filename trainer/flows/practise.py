"""Practice: a handful of items with immediate feedback; the answer is final once confirmed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from trainer.assessment.events import CertaintyStated, Confirmed
from trainer.assessment.marking import mark_attempt
from trainer.flows.answering import nothing_answered, number_language
from trainer.flows.coming_back import ComingBack, coming_back
from trainer.flows.reporting import Subject, subject_on_paper
from trainer.flows.results import Feedback, feedback, keep_result, keep_so_far
from trainer.flows.running import RunningAttempt
from trainer.items.controls import PresentedItem
from trainer.kernel.problems import N_, Refused
from trainer.kernel.text import LocalText
from trainer.progress.store import LearnerStore


@dataclass(frozen=True, slots=True)
class PracticeView:
    """One item of a practice. ``feedback`` is there once the answer is confirmed, as are ``marks`` (points of 1).

    ``certainty``: whether the learner said to be sure, None while nothing was said; ``asks_certainty``: whether to ask.
    ``response`` holds what is answered in each group: tokens, in their order, or the text. ``provisional`` are the
    positions an assessor has still to mark; their marks say nothing.
    """

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
    certainty: bool | None = None
    asks_certainty: bool = False
    response: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    provisional: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class LessonScore:
    """How the questions on one lesson went; ``lesson`` is empty for those on the module as a whole."""

    module: str
    lesson: str
    right: int
    answered: int


@dataclass(frozen=True, slots=True)
class PracticeSummary:
    """How a practice went, and what to study next: ``weak_lessons``, those of items not right, most missed first.

    ``provisional`` of the answers wait for an assessor: they are neither right nor wrong, and in no ``lessons``.
    ``wrong`` can be practised again at once (scope ``retry`` with ``attempt``); ``comes_back`` is when each comes back.
    """

    title: LocalText
    count: int
    answered: int
    right: int
    points: float
    weak_lessons: tuple[tuple[str, str], ...]
    provisional: int = 0
    attempt: str = ""
    subject: str = ""
    wrong: int = 0
    lessons: tuple[LessonScore, ...] = ()
    comes_back: tuple[ComingBack, ...] = ()


class PracticeFlow:
    """A practice in the making; see :class:`PracticeView`."""

    def __init__(self, store: LearnerStore, running: RunningAttempt) -> None:
        self._store = store
        self._running = running
        self._asks_certainty = store.settings().ask_certainty
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
            shown = feedback(item, response, frozen.order, frozen.sources, running.tokens(position))
        return PracticeView(
            paper.title, position, len(paper.items), running.present(position), running.chosen(position),
            confirmed, shown, position in state.flagged, self._marks(), len(state.confirmed), self._right(),
            state.language, state.over, state.certainty.get(position), self._asks_certainty,
            running.response(position, number_language(state.language, self._store)), self._provisional(),
        )  # fmt: skip

    def _marks(self) -> tuple[float | None, ...]:
        running, state = self._running, self._running.state
        return tuple(
            float(running.item(p).mark(state.responses.get(p, {})).points) if p in state.confirmed else None
            for p in range(len(running.paper.items))
        )

    def _provisional(self) -> frozenset[int]:
        running, state = self._running, self._running.state
        return frozenset(p for p in state.confirmed if running.item(p).mark(state.responses.get(p, {})).provisional)

    def _right(self) -> int:
        return sum(points == 1 for points in self._marks())

    def choose(self, group: str, token: str) -> None:
        """Choose or take back an option; ignored once the answer is confirmed."""
        if self._running.state.position not in self._running.state.confirmed:
            self._running.choose(self._running.state.position, group, token)

    def answer(self, group: str, values: tuple[str, ...]) -> None:
        """Set a group wholly: an order of tokens, or a text (empty: clear it); ignored once the answer is confirmed.

        Raises :class:`~trainer.items.base.ResponseRefused`, and :class:`~trainer.i18n.typed.NumberAskedBack` when a
        number must be written in another way.
        """
        state = self._running.state
        if state.position not in state.confirmed:
            self._running.answer(state.position, group, values, number_language(state.language, self._store))

    def state_certainty(self, sure: bool) -> None:
        """Say whether one is sure of the answer, before confirming it; ignored afterwards."""
        state = self._running.state
        if state.position not in state.confirmed and state.certainty.get(state.position) is not sure:
            self._running.record(CertaintyStated(state.position, sure))

    def need_answer(self) -> None:
        """:class:`Refused` while nothing is answered: there is nothing to be sure of, and nothing to confirm."""
        position = self._running.state.position
        if not self._running.state.answered(position):
            raise Refused(nothing_answered(self._running.item(position)))

    def confirm(self) -> None:
        """Make the answer final and show the feedback. :class:`Refused` while nothing is chosen."""
        position = self._running.state.position
        if position in self._running.state.confirmed:
            return
        self.need_answer()
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

    def subject(self) -> Subject:
        """What a report about this item is about. :class:`Refused` before its answer is confirmed."""
        state = self._running.state
        if state.position not in state.confirmed:
            raise Refused(N_("Answer the question first: then a mistake in it can be reported."))
        return subject_on_paper(self._running.paper, state.position, state.language, "practice")

    def leave(self) -> None:
        """Leave for now; the practice waits in *Today*."""
        if not self._running.state.over:
            self._running.suspend()
            keep_so_far(self._store, self._running.paper, self._running.state)
        self._running.close()

    def finish(self) -> PracticeSummary:
        """End the practice: unconfirmed answers do not count."""
        running = self._running
        paper = running.paper
        if not running.state.over:
            running.submit()
        state = running.state
        result = mark_attempt(paper, state)
        keep_result(self._store, paper, state)
        running.close()
        marked = [p for p in sorted(state.confirmed) if not result.marks[p].provisional]
        lessons = [(paper.items[p].module, running.item(p).lesson or "") for p in marked]
        answered = Counter(lessons)
        wrong = Counter(lesson for p, lesson in zip(marked, lessons, strict=True) if not result.marks[p].right)
        points = float(sum(result.marks[p].points for p in state.confirmed))
        return PracticeSummary(
            paper.title, len(paper.items), len(state.confirmed), self._right(), points,
            tuple(lesson for lesson, _ in wrong.most_common()), len(self._provisional()), state.attempt, paper.subject,
            wrong.total(),
            tuple(LessonScore(*lesson, count - wrong[lesson], count) for lesson, count in answered.items()),
            coming_back(self._store, [paper.items[p].id for p in marked], running.day()),
        )  # fmt: skip
