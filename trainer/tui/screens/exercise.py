"""An exercise being played: the pane of its kind, a clock that ends nothing, and what all kinds have in common."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult

from trainer.i18n.names import own_name
from trainer.kernel.problems import Problem
from trainer.tui.commands import Offering, bindings
from trainer.tui.messages import GoBack, SpeakLanguage
from trainer.tui.play_moves import AskTip, HandIn, OtherLanguage, TakeBack
from trainer.tui.plays.kinds import pane_of
from trainer.tui.screens.base import Question, TrainerScreen
from trainer.tui.shown import next_shown
from trainer.tui.widgets import dialog
from trainer.tui.widgets.header import HeaderWith
from trainer.tui.widgets.menu import Entry, Menu, Section
from trainer.tui.widgets.play_clock import PlayClock

if TYPE_CHECKING:
    from trainer.exercises.play import Move, ShownMoment
    from trainer.flows.exercise import ExerciseFlow, ExerciseView
    from trainer.i18n.catalogue import Translator
    from trainer.kernel.text import LocalText

_HAND_IN, _TAKE_BACK, _RESULT = "hand-in", "take-back", "result"


class ExerciseScreen(TrainerScreen):
    """Paints :class:`~trainer.flows.exercise.ExerciseView` on the pane of its kind, whose host it is.

    ``view`` is the flow's, as it was after the last action; ``gone``: it was handed in or left.
    """

    OFFERS = (AskTip, TakeBack, HandIn, OtherLanguage)
    BINDINGS = bindings(*OFFERS)
    AUTO_FOCUS = ""
    ROAMS = False

    def __init__(
        self, words: Translator, flow: ExerciseFlow, languages: Sequence[str], *, clock_hidden: bool = False
    ) -> None:
        view = flow.view
        self._clock = PlayClock(own_name(view.play.spoken), hidden=clock_hidden)
        super().__init__(words)
        self.view: ExerciseView = view
        self._flow, self._languages = flow, languages
        self.gone = self._ended = self._late = False
        self.pane = pane_of(view.play.kind)(words, languages, self)
        self._end = Menu(classes="column")

    def make_header(self) -> HeaderWith:
        return HeaderWith(self._clock)

    def compose_page(self) -> ComposeResult:
        yield self.pane
        yield self._end

    def on_mount(self) -> None:
        self._late = self._is_late()
        self.paint()
        if not self._ended:
            self.pane.take_focus()
        self.set_interval(1.0, self._tick)
        if self._flow.torn:
            self.notice.say(self.words._("The last, unfinished entry of this exercise was lost in a crash."))

    def place(self) -> Sequence[str]:
        mode = self.words._("It counts") if self.view.assessed else self.words._("Practice")
        return [mode, self.words.text(self.view.play.title)]

    def offering(self) -> Iterable[Offering]:
        """At the end the menu has the keys; those of the pane reach it once one goes there again."""
        if self._ended and self._end.has_focus:
            return (self._end, self)
        return (*self.pane.offering(), self.pane, self)

    def may(self, action: str) -> bool:
        view = self.view
        if self.gone:
            return False
        match action:
            case "take_back":
                return view.can_undo
            case "tip":
                return view.may_hint and bool(self.pane.tip())
            case "hand_in":
                return not (view.finished or view.over or self.pane.ENDS_ITSELF)
            case "cycle_language":
                return not view.over and len(set(self._languages)) > 1
        return True

    # -- painting ------------------------------------------------------------------------------------------------

    def paint(self) -> None:
        """Show the flow's present view."""
        self.view = view = self._flow.view
        self.pane.shown = view.language
        self.pane.show(view)
        self._clock.tell(view.seconds, view.limit)
        self._show_end()

    def _show_end(self) -> None:
        """Below the pane, once nothing more can be done: hand in or take back, or see the result."""
        ended = self.view.finished or self.view.over
        self._end.display = ended
        if ended:
            self._end.offer([Section("", tuple(self._endings()))])
        if ended != self._ended:
            self._ended = ended
            if ended:
                self._end.start_over()
                self._end.focus()
            else:
                self.pane.take_focus()

    def _endings(self) -> Iterable[Entry]:
        words = self.words
        if self.view.over:
            yield Entry(_RESULT, words._("See the result"))
            return
        yield Entry(_HAND_IN, words._("Hand in and see the result"))
        if self.view.can_undo:
            yield Entry(_TAKE_BACK, words._("Take the last step back"))

    # -- time ----------------------------------------------------------------------------------------------------

    def _tick(self) -> None:
        """Once a second; touches the clock only, unless the world of the exercise moved."""
        if self.gone or self._flow.over:
            return
        self._flow.tick()
        before, self.view = self.view, self._flow.view
        self._clock.tell(self.view.seconds, self.view.limit)
        if self.view.finished != before.finished:
            self.paint()
            self.show_offers()
        elif self.pane.MOVES_BY_ITSELF:
            self.pane.show(self.view)
        if not self._late and self._is_late():
            self._late = True
            self.notice.say(self.words._("The time allotted is over. This is noted, and you can go on."))

    def _is_late(self) -> bool:
        return self.view.limit is not None and self.view.seconds > self.view.limit

    # -- what a pane asks for ------------------------------------------------------------------------------------

    def move(self, move: Move) -> tuple[ShownMoment, ...] | None:
        """Do something; None when it was refused, which is said, and nothing has changed."""
        happened: list[tuple[ShownMoment, ...]] = []
        done = self._do(lambda: happened.append(self._flow.move(move)))
        return happened[0] if done else None

    def hint(self, name: str) -> LocalText | None:
        """A hint by name; None where there is none, which is said."""
        found: list[LocalText] = []
        return found[0] if self._do(lambda: found.append(self._flow.hint(name))) else None

    def tell(self, said: Problem | str) -> None:
        """Say a refusal or a sentence in the quiet line."""
        if isinstance(said, Problem):
            super().tell(said)
        else:
            self.notice.say(said)

    def _do(self, act: Callable[[], object]) -> bool:
        """One flow method, then the new view; False when it was refused."""
        self.notice.clear(even_staying=False)
        if self.gone:
            return False
        try:
            act()
        except Problem as problem:
            self.tell(problem)
            return False
        self.paint()
        self.show_offers()
        return True

    # -- actions -------------------------------------------------------------------------------------------------

    def action_take_back(self) -> None:
        self._do(self._flow.undo)

    def action_tip(self) -> None:
        text = self.hint(self.pane.tip())
        if text is not None:
            self.pane.show_tip(text)

    def action_cycle_language(self) -> None:
        """The interface goes with the texts; with both at once it stays as it is."""
        shown = next_shown(self.view.language, self._languages)
        if self._do(lambda: self._flow.switch_language(shown)) and shown in self.words.languages:
            self.post_message(SpeakLanguage(shown))

    def action_back(self) -> None:
        if not self.view.over and self.pane.back():
            return
        if self._ended and not self._end.has_focus:
            self._end.focus()
            return
        waits = not (self.view.over or self.view.assessed)
        self.post_message(GoBack(self.words._("The exercise waits where you left it.") if waits else ""))

    def action_scroll_page(self, where: str) -> None:
        getattr(self.pane.scrolls() or self.page, f"scroll_{where}")(animate=False)

    def on_descendant_focus(self) -> None:
        self.show_offers()

    def on_descendant_blur(self) -> None:
        self.show_offers()

    def action_hand_in(self) -> None:
        """Ask first: what was not done cannot be done afterwards."""
        words = self.words
        text = words._("It is handed in as it stands now; what has not been done counts as not done.")
        self.app.push_screen(
            dialog.Confirm(
                words._("Hand the exercise in?"), text, go=words._("Hand in"), stay=words._("Go on playing")
            ),
            self._hand_in,
        )

    @on(Menu.Picked)
    def _decide(self, event: Menu.Picked) -> None:
        if event.menu is not self._end:
            return
        if event.entry == _TAKE_BACK:
            self.action_take_back()
        else:
            self._hand_in(True)

    def _hand_in(self, really: bool | None) -> None:
        if not really or self.gone:
            return
        try:
            closing = None if self.view.finished else self.pane.closing()
            if closing is not None:
                self._flow.move(closing)
            self._flow.finish()
        except Problem as problem:
            self.tell(problem)
            return
        self.gone = True
        self.open("exercise_result", replace=True, attempt=self._flow.attempt)

    # -- leaving -------------------------------------------------------------------------------------------------

    def leaving(self) -> Question | None:
        """Asks only where the clock runs on; a practice is kept and waits."""
        if self.gone or self.view.over or not self.view.assessed:
            return None
        words = self.words
        text = words._("The clock runs on while you are away. The exercise waits for you and can be taken up again.")
        return Question(words._("Leave the exercise?"), text, words._("Leave"), words._("Stay"))

    def left(self) -> None:
        if not self.gone:
            self.pane.settle()
            self.gone = True
            # Every move is on the disk already: a disk that is full now must not keep the learner here.
            with contextlib.suppress(Problem):
                self._flow.leave()
