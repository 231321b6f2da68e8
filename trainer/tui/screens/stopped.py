"""Nothing can go on: the sentence, what can be done, and the way out with the problem's exit code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical

from trainer.kernel.problems import N_, StorageUnusable, StoreDamaged
from trainer.tui.commands import bindings
from trainer.tui.messages import StopProgram
from trainer.tui.moves import Leave
from trainer.tui.safe import Plain, joined
from trainer.tui.screens.base import TrainerScreen

if TYPE_CHECKING:
    from trainer.i18n.catalogue import Translator
    from trainer.kernel.problems import Problem

_ADVICE = (
    (StoreDamaged, N_("«trainer doctor» says what is damaged and what is kept. Nothing was overwritten.")),
    (StorageUnusable, N_("Nothing was changed. Start Trainer again when this is mended.")),
)


class StoppedScreen(TrainerScreen):
    """Shown in the place of *Today* when the learner's store cannot be opened."""

    OFFERS = (Leave,)
    BINDINGS = bindings(*OFFERS)
    ROAMS = False
    CSS = "StoppedScreen .column { padding: 2 3 0 3; }"

    def __init__(self, words: Translator, problem: Problem) -> None:
        super().__init__(words)
        self._problem = problem

    def compose_page(self) -> ComposeResult:
        with Vertical(classes="column"):
            yield Plain(id="what", classes="title")
            yield Plain(id="why")
            yield Plain(id="advice", classes="gap quiet")

    def ways_out(self) -> tuple[()]:
        """Its own command says it."""
        return ()

    def may(self, action: str) -> bool:
        """Below it is at most a *Today* without a store."""
        return action != "back"

    def place(self) -> list[str]:
        return [self.words._("Notice")]

    def paint(self) -> None:
        words = self.words
        self.query_one("#what", Plain).show(joined("! ", words._("Trainer cannot open your data")))
        self.query_one("#why", Plain).show(words.translate(self._problem))
        advice = next((text for kind, text in _ADVICE if isinstance(self._problem, kind)), "")
        self.query_one("#advice", Plain).show(words._(advice) if advice else "")

    def action_leave(self) -> None:
        self.post_message(StopProgram(self._problem))
