"""A workstation on the screen: five regions, what demands an act above them, and keys that become moves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.timer import Timer

from trainer.exercises.play import Move
from trainer.exercises.workstation.shown import SetupView
from trainer.tui.commands import bindings
from trainer.tui.plays.pane import Host, PlayPane
from trainer.tui.plays.workstation import commands as keys
from trainer.tui.plays.workstation.board import Board
from trainer.tui.plays.workstation.day import Day
from trainer.tui.plays.workstation.devices import Devices
from trainer.tui.plays.workstation.frame import fresh, names
from trainer.tui.plays.workstation.incident import Incidents
from trainer.tui.plays.workstation.place import Place
from trainer.tui.plays.workstation.region import Moves, Region, Texts
from trainer.tui.plays.workstation.reports import LETTERS, Reports
from trainer.tui.plays.workstation.rules import Rules

if TYPE_CHECKING:
    from trainer.flows.exercise import ExerciseView
    from trainer.i18n.catalogue import Translator
    from trainer.kernel.text import LocalText

#: Seconds without a key after which what was changed counts as set.
SETTLES = 0.8
#: Keys that go on changing the same thing.
_ADJUST = frozenset({"left", "right", "plus", "equals_sign", "minus", "hyphen"})
_WIDEST, _MARGIN, _NARROW = 150, 3, 76
#: Lines from which parts stand apart, and those a region has at least before anything that is said gives way.
_TALL, _LEAST = 15, 4
#: What can be done when nothing more can be done.
_TO_THE_END = frozenset({"region", "step"})


class WorkstationPane(PlayPane):
    """What is changed step by step is drawn at once and sent as one move: with the next other key, or after a while."""

    DEFAULT_CSS = "WorkstationPane { align-horizontal: center; }"
    OFFERS = (
        keys.Number, keys.More, keys.Longer, keys.Do, keys.Toggle, keys.NextRegion, keys.TakeOut, keys.OwnWords,
        keys.Fold, keys.Letter, keys.Above, keys.Below, keys.Less, keys.Shorter, keys.PreviousRegion,
    )  # fmt: skip
    BINDINGS = [
        *bindings(*(one for one in OFFERS if one not in (keys.Number, keys.Letter))),
        *(Binding(str(number), f"number({number})", show=False) for number in range(1, 10)),
        *(Binding(letter, f"letter('{letter}')", show=False) for letter in LETTERS),
    ]

    def __init__(self, words: Translator, languages: Sequence[str], host: Host) -> None:
        super().__init__(words, languages, host)
        self._texts = Texts(words, self.text)
        self._place, self._reports, self._rules = Place(self._texts), Reports(self._texts), Rules(self._texts)
        self._day = Day(self._texts)
        self._all: tuple[Region, ...] = (self._place, Devices(self._texts), self._reports, self._day, self._rules)
        self._regions: list[Region] = [self._place]
        self._here: Region = self._place
        self._incidents = Incidents(self._texts)
        self._view: SetupView | None = None
        self._finished = False
        self._timer: Timer | None = None
        self._board = Board(self._lines, self._before_key)

    def compose(self) -> ComposeResult:
        yield self._board

    def take_focus(self) -> None:
        self._board.focus(scroll_visible=False)

    # -- what is shown -----------------------------------------------------------------------------------------------

    def show(self, view: ExerciseView) -> None:
        play = view.play
        if not isinstance(play, SetupView):
            return
        self._view, self._finished = play, view.finished or view.over
        changed = self._incidents.present(play)
        for region in self._all:
            region.present(play)
        self._regions = [region for region in self._all if region.there()]
        if self._here not in self._regions:
            self._here = self._regions[0]
        self._board.paint()
        if changed:
            self.host.show_offers()

    def _lines(self, width: int, height: int) -> list[Content]:
        view = self._view
        if view is None:
            return []
        margin = max(_MARGIN if width >= _NARROW else _MARGIN - 1, (width - _WIDEST) // 2)
        room = width - margin - max(1, margin - 1)
        tall = height > _TALL
        gap = [Content("")] * tall
        band = self._incidents.lines(room, max(6, height * 3 // 4))
        tabs = [names(self._regions, self._here, room, numbered=not self._incidents.there)]
        above = [*band, *(gap if band else ()), *tabs, *gap]
        came = fresh(view.moments, self._texts, room)
        if came and height - len(above) - len(came) >= _LEAST:
            above += [*came, *gap]
        lines = [*above, *self._here.lines(room, height - len(above))]
        indent = Content(" " * margin)
        return [indent + line if line else line for line in lines]

    # -- sending -----------------------------------------------------------------------------------------------------

    def _send(self, moves: Moves) -> bool:
        """One after the other, up to the first that is refused; the drawing then shows how things are."""
        done = all(self.host.move(move) is not None for move in moves)
        self._changed()
        return done

    def _changed(self) -> None:
        """Draw what the learner sees now, and wait for more of it where something is not sent yet."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if self._waits:
            self._timer = self.set_timer(SETTLES, self.settle)
        self._board.paint()
        self.host.show_offers()

    @property
    def _waits(self) -> bool:
        return self._place.waits or self._day.waits

    def settle(self) -> None:
        if self._waits:
            self._send(self._here.pending())

    def _before_key(self, key: str) -> None:
        if key not in _ADJUST:
            self.settle()

    # -- keys --------------------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Numbers go to regions where nothing demands an act; only then nothing is said of them."""
        if action == "number" and not parameters:
            return self._incidents.there and not self._finished
        return self.may(action)

    def may(self, action: str) -> bool:
        if self._finished:
            return action in _TO_THE_END
        if action == "fold":
            return self._incidents.there
        if self._incidents.chosen and action in ("step", "confirm"):
            return True
        return action in ("region", "number") or self._here.may(action)

    def action_region(self, by: int) -> None:
        self._incidents.back()
        self._go(self._regions[(self._regions.index(self._here) + by) % len(self._regions)])

    def action_number(self, number: int) -> None:
        if self._incidents.there:
            self._incidents.number(number)
            self._changed()
        elif number <= len(self._regions):
            self._go(self._regions[number - 1])

    def _go(self, region: Region) -> None:
        self._here = region
        self._changed()

    def action_fold(self) -> None:
        self._incidents.fold()
        self._changed()

    def action_step(self, by: int) -> None:
        if self._incidents.chosen:
            self._incidents.step(by)
            self._changed()
        else:
            self._send(self._here.step(by))

    def action_turn(self, by: int) -> None:
        self._incidents.back()
        self._send(self._here.turn(by))

    def action_confirm(self) -> None:
        if self._incidents.chosen:
            self._send(self._incidents.confirm())
            return
        moves = self._here.confirm()
        done = moves[0].do if self._send(moves) and moves else ""
        if done == "open":
            self._rules.read(moves[0].on)
            self._changed()
        elif done == "report":
            # Where lines are few the sign beside its title is out of sight.
            self.host.tell(self.words._("The report has been sent."))

    def action_take(self) -> None:
        self._send(self._here.do("take"))

    def action_letter(self, letter: str) -> None:
        self._send(self._here.do(f"letter:{letter}"))

    def action_longer(self) -> None:
        self._send(self._here.do("longer"))

    def action_shorter(self) -> None:
        self._send(self._here.do("shorter"))

    def action_take_out(self) -> None:
        self._send(self._here.do("take_out"))

    def action_own_words(self) -> None:
        from trainer.tui.widgets.ask import Ask

        words = self.words
        text = words._("They stand at the end of the report. No machine marks them: an assessor reads them.")
        self.app.push_screen(Ask(words, words._("In your own words"), text, self._reports.own), self._take_own)

    def _take_own(self, text: str | None) -> None:
        if text is not None:
            self._reports.own = text
            self._changed()

    def back(self) -> bool:
        went = self._incidents.back() or self._here.back()
        if went:
            self._changed()
        return went

    def closing(self) -> Move:
        self.settle()
        return Move("finish")

    # -- hints -------------------------------------------------------------------------------------------------------

    def tip(self) -> str:
        """The translation of what happened, else of what the learner is at."""
        happened = self._incidents.tip()
        return happened if happened and happened not in self._texts.hints else self._here.tip()

    def show_tip(self, text: LocalText) -> None:
        """Below what it translates, in the languages that are not spoken here."""
        name, spoken = self.tip(), self._view.spoken if self._view else ""
        others = [said for language, said in text.items() if language != spoken]
        kept = f"text {self._rules.read_token}" if name == "text" else name
        self._texts.hints[kept] = self._texts.spoken({"": "\n".join(others or list(text.values()))})
        self._changed()

    def on_unmount(self, _: events.Unmount) -> None:
        if self._timer is not None:
            self._timer.stop()
