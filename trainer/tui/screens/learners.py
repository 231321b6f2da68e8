"""Who is learning: shown at the start where several people share the machine, and when somebody else takes over."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical

from trainer.tui.background import Failed, Finished, in_background
from trainer.tui.commands import bindings
from trainer.tui.messages import AddLearner, ChooseLearner
from trainer.tui.moves import NewLearner
from trainer.tui.safe import Plain
from trainer.tui.screens.base import TrainerScreen
from trainer.tui.screens.today_words import ago
from trainer.tui.widgets.menu import Entry, Menu, Section

if TYPE_CHECKING:
    from trainer.flows.choosing import ChooserFlow, LearnerChoice
    from trainer.i18n.catalogue import Translator
    from trainer.tui.messages import OpenScreen

_READING = "read the titles of qualifications"
#: The entry for somebody who is not in the list; no learner's id holds a colon.
_NEW = ":new"


class LearnersScreen(TrainerScreen):
    """Shows a :class:`~trainer.flows.choosing.ChooserView`. ``then`` is what opens above *Today* of who is chosen."""

    OFFERS = (NewLearner,)
    BINDINGS = bindings(*OFFERS)
    AUTO_FOCUS = ""
    ROAMS = False
    ASKS_WHO = True

    def __init__(self, words: Translator, flow: ChooserFlow, then: OpenScreen | None = None) -> None:
        super().__init__(words)
        self._flow = flow
        self._then = then
        self._title = Plain(id="who", classes="title")
        self._menu = Menu(id="learners")

    def compose_page(self) -> ComposeResult:
        with Vertical(classes="column"):
            yield self._title
            yield self._menu

    def offering(self) -> Iterable[TrainerScreen | Menu]:
        return (self._menu, self)

    def on_mount(self) -> None:
        self._menu.focus()
        self.call_after_refresh(in_background, self, _READING, self._flow.open)

    def on_finished(self, done: Finished) -> None:
        if done.name == _READING:
            self.paint()

    def on_failed(self, failed: Failed) -> None:
        """Titles are a convenience: what is wrong with the content is said where it is needed."""
        failed.stop()
        failed.prevent_default()

    def may(self, action: str) -> bool:
        """There is a way back where somebody is open."""
        return action != "back" or bool(self._flow.view.present)

    def place(self) -> list[str]:
        return [self.words._("Learners")]

    # -- painting ------------------------------------------------------------------------------------------------

    def paint(self) -> None:
        words, view = self.words, self._flow.view
        self._title.show(words._("Who is learning?"))
        known = tuple(self._entry(one, present=one.id == view.present) for one in view.learners)
        new = Entry(_NEW, words._("A new learner"))
        self._menu.offer([Section("", known), Section(words._("Somebody else"), (new,), numbered=False)])

    def _entry(self, one: LearnerChoice, *, present: bool) -> Entry:
        words = self.words
        if not one.readable:
            return Entry(one.id, one.name, words._("cannot be opened"), "!", "$error")
        last = words._("last here: {when}", when=ago(one.used_at, self._flow.now, words))
        # The line of the qualification is there from the start, so that nothing moves when its title is known.
        return Entry(
            one.id, one.name, words.text(one.qualification) or "…", aside=words._("here now") if present else last
        )

    # -- keys ----------------------------------------------------------------------------------------------------

    def on_menu_picked(self, picked: Menu.Picked) -> None:
        if picked.entry == _NEW:
            self.action_new_learner()
        elif picked.entry == self._flow.view.present:
            self.action_back()
        else:
            self.post_message(ChooseLearner(picked.entry, self._then))

    def action_new_learner(self) -> None:
        self.post_message(AddLearner())
