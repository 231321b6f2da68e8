"""The queue of what waits for an assessor: without names, one's own first, how far one is above it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.app import ComposeResult
from textual.containers import Vertical

from trainer.flows.assessing import AssessingView
from trainer.tui.assess_moves import AskTwo, ShowAgreement, ShowNames, SignAs
from trainer.tui.background import Finished, in_background
from trainer.tui.commands import bindings
from trainer.tui.safe import Plain, joined
from trainer.tui.screens.assess_words import progress_words, queue
from trainer.tui.screens.looking import Looked, LookingScreen
from trainer.tui.screens.signing import ask_name
from trainer.tui.widgets.bar import bar
from trainer.tui.widgets.menu import Menu

if TYPE_CHECKING:
    from trainer.flows.assessing import AssessingFlow
    from trainer.i18n.catalogue import Translator

_CHANGING = "change the queue"
_BAR = 20


class AssessScreen(LookingScreen[AssessingView]):
    """Paints :class:`~trainer.flows.assessing.AssessingView`; an entry opens the piece."""

    OFFERS = (ShowAgreement, AskTwo, SignAs, ShowNames)
    BINDINGS = bindings(*OFFERS)
    AUTO_FOCUS = ""

    def __init__(self, words: Translator, flow: AssessingFlow, looked: Looked[AssessingView]) -> None:
        super().__init__(words, looked)
        self._flow = flow
        self._unit, self._far, self._about = Plain(classes="title"), Plain(), Plain(classes="quiet")
        self._menu = Menu(classes="gap")

    def compose_page(self) -> ComposeResult:
        with Vertical(classes="column"):
            yield self._unit
            yield self._far
            yield self._about
            yield self._menu

    def on_mount(self) -> None:
        self._menu.focus()

    def place(self) -> list[str]:
        return [self.words._("Register"), self.words._("Assess")]

    def offering(self) -> Iterable[Any]:
        return (self._menu, self)

    def may(self, action: str) -> bool:
        match action:
            case "ask_two":
                return bool(self.view.unit)
            case "names" | "agreement":
                return bool(self.view.pieces)
        return True

    def repaint(self) -> None:
        """On the right stands who judges, not who learns on this machine."""
        self.learner = self.view.rater
        super().repaint()

    def paint(self) -> None:
        words, view = self.words, self.view
        self._unit.display = bool(view.unit)
        self._unit.show(words.text(view.title))
        share = view.judged / view.mine if view.mine else 0.0
        drawn = bar(share, _BAR) if view.mine else ""
        self._far.show(joined(drawn, progress_words(view, words), between="  "))
        rater = words._("Judging as {name}.", name=view.rater) if view.rater else words._("Nobody has signed yet.")
        raters = words._("Two raters are wanted for each piece.") if view.two_raters else ""
        names = words._("Names are shown.") if view.named else words._("Names are hidden.")
        self._about.show(" ".join(one for one in (rater, raters, names) if one))
        self._menu.display = bool(view.pieces)
        self._menu.offer(queue(view, words))

    # -- keys ----------------------------------------------------------------------------------------------------

    def on_menu_picked(self, picked: Menu.Picked) -> None:
        attempt, _, part = picked.entry.partition("/")
        if self.view.rater:
            self._judge(attempt, part)
        else:
            self._sign(lambda: self._judge(attempt, part))

    def _judge(self, attempt: str, part: str) -> None:
        self.open("judge", unit=self.view.unit, attempt=attempt, part=part, named=self.view.named)

    def action_sign(self) -> None:
        self._sign(lambda: None)

    def _sign(self, then: Callable[[], None]) -> None:
        def named(name: str) -> None:
            self._change(partial(self._flow.sign, name))
            then()

        ask_name(self, self.view.rater, named)

    def action_ask_two(self) -> None:
        """Want two raters from now on, or one; for that somebody has to sign."""
        wanted = not self.view.two_raters
        if self.view.rater:
            self._change(partial(self._flow.ask_two, wanted))
        else:
            self._sign(lambda: self._change(partial(self._flow.ask_two, wanted)))

    def action_names(self) -> None:
        self._change(partial(self._flow.show_names, not self.view.named))

    def action_agreement(self) -> None:
        self.open("agreement", unit=self.view.unit)

    def _change(self, do: Callable[[], AssessingView]) -> None:
        in_background(self, _CHANGING, do)

    def on_finished(self, done: Finished) -> None:
        if done.name == _CHANGING and isinstance(done.result, AssessingView):
            self.view = done.result
            self.repaint()
        else:
            super().on_finished(done)
        self.show_offers()
