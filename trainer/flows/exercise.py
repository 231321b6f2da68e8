"""Playing an exercise: a view, moves, and in practice hints and taking back."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass

from trainer.assessment.events import HintUsed, NotAllowed, Ticked
from trainer.exercises.play import Move, Play, ShownMoment, View
from trainer.flows.exam import TICK_SECONDS
from trainer.flows.exercising import RunningExercise
from trainer.flows.results import keep_result, keep_row, row_of
from trainer.kernel.problems import N_, StorageUnusable
from trainer.kernel.text import LocalText
from trainer.progress.rows import AttemptRow
from trainer.progress.store import LearnerStore


@dataclass(frozen=True, slots=True)
class ExerciseView:
    """What a front end may see. ``play`` is the view of the exercise's kind.

    ``seconds`` have passed on the attempt's clock out of ``limit``, which ends nothing: it is recorded. ``hints`` are
    those read so far, by name. ``finished``: nothing more can be done; ``over``: it was handed in. ``sources`` are
    citations by id of what documents quote.
    """

    attempt: str
    assessed: bool
    language: str
    seconds: float
    limit: int | None
    play: View
    can_undo: bool
    may_hint: bool
    hints: Mapping[str, LocalText]
    finished: bool
    over: bool
    sources: Mapping[str, LocalText]


class ExerciseFlow:
    """An exercise being played; see :class:`ExerciseView`. ``row`` is there when it is over.

    An assessed exercise that comes to its end by itself is handed in at once; in practice the last move can still be
    taken back, and :meth:`finish` hands it in.
    """

    def __init__(self, store: LearnerStore, running: RunningExercise) -> None:
        self._store, self._running = store, running
        self.row: AttemptRow | None = None
        self._sources = {str(source["id"]): source["citation"] for source in running.paper.sources}
        if running.state.over:
            self._keep()
        else:
            self._finish_assessed()

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
    def assessed(self) -> bool:
        return self._running.state.mode == "assessed"

    @property
    def view(self) -> ExerciseView:
        running, state = self._running, self._running.state
        play = running.present_play()
        # What was taken back took its moments with it, and the translations of what was said there.
        hints = {name: play.hint(name) for name in state.exercise.hints if name in _numbers(play)}
        practice = not self.assessed and not state.over
        return ExerciseView(
            state.attempt, self.assessed, state.language, running.elapsed(), state.time_limit, play.view(),
            practice and bool(state.exercise.moves), practice and not play.over, hints, play.over, state.over,
            self._sources,
        )  # fmt: skip

    def move(self, move: Move) -> tuple[ShownMoment, ...]:
        """Do something and see what happens.

        Raises :class:`~trainer.exercises.play.MoveRefused` with the reason; then nothing has changed.
        """
        happened = self._running.move(move)
        self._finish_assessed()
        return self._running.play.shown()[-len(happened) :] if happened else ()

    def undo(self) -> None:
        """Take the last move back. :class:`~trainer.assessment.events.NotAllowed` in an assessed attempt."""
        self._running.undo()

    def hint(self, name: str) -> LocalText:
        """A hint: ``tip``, or the number of a moment for its translation. It is noted once.

        :class:`~trainer.assessment.events.NotAllowed` in an assessed attempt.
        """
        if self.assessed:
            raise NotAllowed(N_("In an assessed attempt nothing is taken back and there are no hints."))
        text = self._running.present_play().hint(name)
        if name == "tip" or name not in self._running.state.exercise.hints:
            self._running.record(HintUsed(name))
        return text

    def tick(self) -> None:
        """To be called about once a second: notes the time now and then, which is all a crash can lose."""
        if self.over or self._running.state.suspended:
            return
        if self._running.engine_seconds_since_event() >= TICK_SECONDS:
            with contextlib.suppress(StorageUnusable):
                self._running.record(Ticked())

    def switch_language(self, language: str) -> None:
        """Another language of the interface; what is spoken stays as it was chosen."""
        if not self.over:
            self._running.switch_language(language)

    def finish(self) -> AttemptRow:
        """Hand it in as it stands, mark it and keep its row."""
        if not self.over:
            self._running.submit()
        return self._keep()

    def leave(self) -> None:
        """Leave: a practice's clock stops, an assessed one's runs on."""
        if not self.over:
            self._running.suspend()
            keep_row(self._store, row_of(self._running.paper, self._running.state))
        self._running.close()

    def _finish_assessed(self) -> None:
        if self.assessed and self._running.play.over:
            self.finish()

    def _keep(self) -> AttemptRow:
        if self.row is None:
            self.row = keep_result(self._store, self._running.paper, self._running.state)
            self._running.close()
        return self.row


def _numbers(play: Play) -> frozenset[str]:
    return frozenset(str(moment.number) for moment in play.moments if moment.spoken)
