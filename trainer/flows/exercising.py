"""A running exercise: journal, frozen exercise and play, kept in step."""

from __future__ import annotations

from trainer.assessment.attempt import AttemptState, gap
from trainer.assessment.events import Event, Moved, Undone
from trainer.assessment.paper import Paper
from trainer.assessment.playing import begun, played
from trainer.exercises.play import Moment, Move, Play
from trainer.exercises.runs import play_timed
from trainer.flows.running import RunningAttempt
from trainer.kernel.clock import Clock
from trainer.progress.journal import Journal


class RunningExercise(RunningAttempt):
    """A move is tried on the play first, at the time the journal will give it; what is refused is not written."""

    def __init__(self, journal: Journal, paper: Paper, state: AttemptState, clock: Clock) -> None:
        super().__init__(journal, paper, state, clock)
        self.play = played(paper, state)
        self._next: tuple[Play, tuple[Moment, ...]] | None = None

    def elapsed(self) -> float:
        """Seconds on the attempt's clock now; it stands once the attempt is over."""
        if self.state.over:
            return self.state.elapsed
        now, engine = self._clock.now().timestamp(), self._clock.monotonic()
        return self.state.elapsed + gap(self.state, now, engine, new_run=False)

    def present_play(self) -> Play:
        """The play as it is at this moment; time alone may have changed it. Nothing is written."""
        return self.play.advance(self.elapsed())

    def move(self, sent: Move) -> tuple[Moment, ...]:
        """Make a move as a front end sends it and say what happened.

        :class:`~trainer.exercises.play.MoveRefused` with the reason; then nothing has changed.
        """
        move = self.present_play().read(sent)
        before = len(self.play.moments)
        self.record(Moved(move.as_json()))
        return self.play.moments[before:]

    def undo(self) -> None:
        """Take the last move back, in practice."""
        self.record(Undone())

    def _foresee(self, event: Event, state: AttemptState) -> None:
        match event:
            case Moved(move=data):
                self._next = self.play.apply(Move.from_json(data), state.elapsed)
            case Undone():
                self._next = play_timed(begun(self.paper), state.exercise.moves, state.elapsed), ()
            case _:
                self._next = None

    def _write(self, event: Event) -> None:
        self._next = None
        super()._write(event)
        if self._next is not None:
            self.play = self._next[0]
