"""Writing the rationale: lines by part, each linked to moments, tools and sources, and handed in when nothing lacks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from trainer.assessment.events import RationaleHandedIn, RationaleWritten
from trainer.assessment.exercising import RationaleLine
from trainer.assessment.rationale import LONGEST_LINE, Gap, citable, gaps
from trainer.exercises.play import ShownMoment, View
from trainer.flows.exercising import RunningExercise
from trainer.kernel.clock import Clock
from trainer.kernel.problems import N_, Refused
from trainer.kernel.text import LocalText, clean
from trainer.progress.store import LearnerStore


@dataclass(frozen=True, slots=True)
class RationaleView:
    """What is asked (``parts``), what is written, what lacks, and what may be cited: moments, things used, sources.

    ``last`` is the exercise as it was left.
    """

    title: LocalText
    parts: tuple[str, ...]
    lines: tuple[RationaleLine, ...]
    gaps: tuple[Gap, ...]
    moments: tuple[ShownMoment, ...]
    used: dict[str, LocalText]
    sources: dict[str, LocalText]
    handed_in: bool
    last: View


class RationaleFlow:
    """The rationale of one attempt that is over; see :class:`RationaleView`. A line is kept when its method returns.

    :meth:`close` lets go of the attempt; it can be opened again until it is handed in.
    """

    def __init__(self, store: LearnerStore, attempt: str, clock: Clock) -> None:
        running = RunningExercise.reopen(store, attempt, clock)
        if not running.state.over:
            running.close()
            raise Refused(N_("The rationale is written when the exercise is over."))
        self._running = running

    @property
    def view(self) -> RationaleView:
        play, work = self._running.play, self._running.state.exercise
        exercise = play.exercise
        citations = {str(source["id"]): source["citation"] for source in self._running.paper.sources}
        return RationaleView(
            exercise.title, tuple(exercise.rationale), tuple(work.lines.values()),
            gaps(exercise.rationale, work.lines.values(), citable(exercise, play)), play.shown(), dict(play.used()),
            {fact: citations.get(fact, {"": fact}) for fact in exercise.facts}, work.handed_in_at is not None,
            play.view(),
        )  # fmt: skip

    def write(
        self, part: str, text: str, *, line: str = "", moments: Iterable[int] = (), cites: Iterable[str] = ()
    ) -> str:
        """Write a line, or another text in the place of ``line``; its id.

        :class:`Refused` for a part nobody asked for and for a text that is empty or too long.
        """
        kept = clean(text).strip()
        if part not in self._running.play.exercise.rationale:
            raise Refused(N_("The rationale of this exercise has no such part."))
        if not kept or len(kept) > LONGEST_LINE:
            raise Refused(N_("Write between 1 and {limit} characters."), limit=LONGEST_LINE)
        name = line or self._free(part)
        numbers = tuple(sorted(set(moments)))
        self._running.record(RationaleWritten(name, part, kept, numbers, tuple(dict.fromkeys(cites))))
        return name

    def remove(self, line: str) -> None:
        """Take a line away; nothing happens when there is none of this id."""
        found = self._running.state.exercise.lines.get(line)
        if found is not None:
            self._running.record(RationaleWritten(line, found.part, ""))

    def hand_in(self) -> None:
        """Finish it. :class:`Refused` while something lacks; afterwards nothing can be changed."""
        if self.view.gaps:
            raise Refused(N_("The rationale is not complete yet; write what is still missing first."))
        self._running.record(RationaleHandedIn())

    def close(self) -> None:
        """Let go of the attempt."""
        self._running.close()

    def _free(self, part: str) -> str:
        taken = self._running.state.exercise.lines
        return next(name for number in range(1, len(taken) + 2) if (name := f"{part}-{number}") not in taken)
