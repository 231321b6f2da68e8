"""The day: its blocks on a time line drawn to scale, and the breaks one puts into it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content

from trainer.exercises.play import Move
from trainer.exercises.workstation.timeline import minutes_of, time_of
from trainer.tui.markdown.runs import Run
from trainer.tui.plays.workstation.hours import KINDS, time_line
from trainer.tui.plays.workstation.panel import Panel
from trainer.tui.plays.workstation.region import Moves, Region

if TYPE_CHECKING:
    from trainer.exercises.workstation.shown import SetupView, ShownDay
    from trainer.tui.plays.workstation.region import Texts

SHORTEST, LONGEST = 5, 60
_WIDEST = 110


class Span(NamedTuple):
    """A break: when it starts and how long it is, in minutes."""

    start: int
    minutes: int

    @property
    def end(self) -> int:
        return self.start + self.minutes


class Day(Region):
    """The breaks there are, then a new one: its place is chosen on the line before it is put there.

    A break that is moved or made longer is taken out and put where it belongs when the learner goes on.
    """

    name = "day"
    ACTIONS = frozenset({"step", "turn", "confirm", "longer", "shorter", "take_out"})

    def __init__(self, texts: Texts) -> None:
        super().__init__(texts)
        self._day: ShownDay | None = None
        self._breaks: tuple[Span, ...] = ()
        #: The break the learner is at; None: the new one.
        self._here: Span | None = None
        self._new: Span | None = None
        self._draft: Span | None = None

    def title(self) -> str:
        return self.words._("Day")

    def present(self, view: SetupView) -> None:
        self._day = view.day
        if self._day is None:
            return
        self._breaks = tuple(Span(minutes_of(one.start), one.minutes) for one in self._day.breaks)
        if self._old is None:
            self._draft = None
        if self._new is None or not self._stands(self._new, None):
            self._new = self._somewhere()

    def there(self) -> bool:
        return self._day is not None

    def may(self, action: str) -> bool:
        if action == "take_out":
            return self._old is not None
        return super().may(action)

    @property
    def waits(self) -> bool:
        """Whether a break was changed and is not sent."""
        return self._draft is not None

    @property
    def _at(self) -> int:
        return self._breaks.index(self._here) if self._here in self._breaks else len(self._breaks)

    @property
    def _old(self) -> Span | None:
        """The break the learner is at, as it stands in the day."""
        return self._here if self._here in self._breaks else None

    @property
    def _chosen(self) -> Span | None:
        return self._new if self._old is None else self._draft or self._old

    # -- keys --------------------------------------------------------------------------------------------------------

    def step(self, by: int) -> Moves:
        at = max(0, min(self._at + by, len(self._breaks)))
        if at == self._at:
            return ()
        moves = self.pending()
        self._here = self._breaks[at] if at < len(self._breaks) else None
        return moves

    def turn(self, by: int) -> Moves:
        """To the next place in that direction where a break of this length can stand."""
        chosen, day = self._chosen, self._day
        if chosen is None or day is None:
            return ()
        start = chosen.start + by * day.step
        first, last = self._bounds()
        while first <= start <= last:
            there = Span(start, chosen.minutes)
            if self._stands(there, self._old):
                self._put(there)
                return ()
            start += by * day.step
        return ()

    def do(self, action: str) -> Moves:
        if action == "take_out":
            gone, self._here, self._draft = self._old, None, None
            return (_take_out(gone),) if gone is not None else ()
        chosen, day = self._chosen, self._day
        if chosen is not None and day is not None:
            there = chosen._replace(minutes=chosen.minutes + (day.step if action == "longer" else -day.step))
            if self._stands(there, self._old):
                self._put(there)
        return ()

    def confirm(self) -> Moves:
        """Put the new break where it stands on the line, or a changed one where it was moved."""
        if self._old is not None:
            return self.pending()
        return (_put_in(self._new),) if self._new is not None else ()

    def pending(self) -> Moves:
        old, draft, self._draft = self._old, self._draft, None
        if draft is None or old is None:
            return ()
        self._here = draft
        return _take_out(old), _put_in(draft)

    # -- where a break can stand -------------------------------------------------------------------------------------

    def _put(self, there: Span) -> None:
        if self._old is None:
            self._new = there
        else:
            self._draft = None if there == self._old else there

    def _bounds(self) -> tuple[int, int]:
        blocks = self._day.blocks if self._day else ()
        return minutes_of(blocks[0].start), minutes_of(blocks[-1].end)

    def _stands(self, there: Span, instead: Span | None) -> bool:
        """Whether it lies within the day, off meals and off other breaks; ``instead`` of one that is there."""
        first, last = self._bounds()
        if not (SHORTEST <= there.minutes <= LONGEST and first <= there.start and there.end <= last):
            return False
        blocks = self._day.blocks if self._day else ()
        taken = [Span(minutes_of(one.start), minutes_of(one.end) - minutes_of(one.start)) for one in blocks
                 if one.kind == "meal"]  # fmt: skip
        taken += [one for one in self._breaks if one != instead]
        return not any(there.start < one.end and one.start < there.end for one in taken)

    def _somewhere(self) -> Span | None:
        """A place for a new break: the middle of the day, or the nearest to it."""
        first, last = self._bounds()
        step = self._day.step if self._day else 15
        size = max(step, 15 // step * step)
        middle = (first + last) // 2
        places = (Span(start, size) for start in range(first, last, step))
        return min(
            (one for one in places if self._stands(one, None)), key=lambda one: abs(one.start - middle), default=None
        )

    # -- drawing -----------------------------------------------------------------------------------------------------

    def lines(self, width: int, height: int) -> list[Content]:
        if self._day is None:
            return []
        width = min(width, _WIDEST)
        panel = Panel(width)
        breaks = [(one.start, one.end) for one in self._breaks if one != self._old or self._draft is None]
        chosen = self._chosen
        drawn = time_line(self._day.blocks, breaks, (chosen.start, chosen.end) if chosen else None, width)
        panel.heading(self.words._("Breaks"))
        for number in range(len(self._breaks)):
            self._break(panel, number)
        self._new_break(panel)
        panel.blank()
        self._blocks(panel)
        return [*drawn, Content(""), *panel.window(max(1, height - len(drawn) - 1))]

    def _break(self, panel: Panel, number: int) -> None:
        one = self._breaks[number]
        lit = number == self._at
        shown = self._draft if lit and self._draft else one
        panel.row((Run("● ", "$accent"),), (Run(self._times(shown)),), lit=lit)

    def _new_break(self, panel: Panel) -> None:
        words, lit = self.words, self._at == len(self._breaks)
        said = words._("no room for another break") if self._new is None else words._("new break")
        times = f" · {self._times(self._new)}" if self._new is not None and lit else ""
        panel.row((Run("+ ", "$accent"),), (Run(said), Run(times, "$quiet")), lit=lit)

    def _times(self, one: Span) -> str:
        return f"{time_of(one.start)}–{time_of(one.end)} · {self.words._('{count} min', count=one.minutes)}"

    def _blocks(self, panel: Panel) -> None:
        """What the day is made of, with the sign each has on the line."""
        for block in self._day.blocks if self._day else ():
            sign, _ = KINDS[block.kind]
            times = f"{block.start}–{block.end}"
            panel.say(f"{times} · {self.texts.label(block.title)} · {self._kind(block.kind)}", "", lead=f"  {sign} ",
                      lead_style=KINDS[block.kind][1])  # fmt: skip

    def _kind(self, kind: str) -> str:
        words = self.words
        names = {"screen": words._("at the screen"), "other": words._("other work"), "meal": words._("meal")}
        return names[kind]


def _put_in(one: Span) -> Move:
    return Move("break", "", {"start": time_of(one.start), "minutes": one.minutes})


def _take_out(one: Span) -> Move:
    return Move("unbreak", "", {"start": time_of(one.start)})
