"""What practice and exam share: the item in place, choosing, moving, flagging, languages, and leaving."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from textual.content import Content

from trainer.kernel.problems import Problem
from trainer.tui.safe import Plain
from trainer.tui.screens.answering import AnsweringScreen
from trainer.tui.shown import BOTH, next_shown
from trainer.tui.widgets.item_view import ItemView

if TYPE_CHECKING:
    from trainer.i18n.catalogue import Translator
    from trainer.tui.controls.control import Deed


class View(Protocol):
    """What the views of practice and exam share."""

    @property
    def position(self) -> int: ...

    @property
    def count(self) -> int: ...

    @property
    def language(self) -> str: ...


class Flow(Protocol):
    """What the flows of practice and exam share."""

    @property
    def view(self) -> Any: ...

    def choose(self, group: str, token: str) -> None: ...

    def answer(self, group: str, values: tuple[str, ...]) -> None: ...

    def next(self) -> bool: ...

    def previous(self) -> bool: ...

    def flag(self) -> None: ...

    def switch_language(self, language: str) -> None: ...

    def leave(self) -> None: ...


V = TypeVar("V", bound=View)


class AttemptScreen(AnsweringScreen, Generic[V]):
    """``view`` is the flow's, as it was after the last action; ``gone``: the attempt is over or was left."""

    AUTO_FOCUS = ""

    def __init__(self, words: Translator, flow: Flow, languages: Sequence[str]) -> None:
        super().__init__(words)
        self._attempt, self._languages = flow, languages
        self.view: V = flow.view
        self.gone = False
        self.where = Plain(classes="column where")
        self.item = ItemView(words, languages, fill=True, classes="column")
        self._where_now: object = None

    def show_where(self, made_of: tuple[object, ...], text: Callable[[], Content]) -> None:
        """The line above the item; made again only when something it is made of changed."""
        now = (*made_of, self.view.language, self.words.language)
        if now != self._where_now:
            self._where_now = now
            self.where.show(text(), same_size=True)
            for widget in (self.where, self.item):
                widget.set_class(self.view.language == BOTH, "-double")

    def do(self, act: Callable[[], object], *, whatever_is_typed: bool = False) -> bool:
        """One flow method, then the new view; False when it was refused, not possible, or ended the attempt.

        What is being typed is handed over first. When that is refused nothing else happens, unless the act has to
        happen ``whatever_is_typed``.
        """
        self.notice.clear(even_staying=False)
        if not self.hand_over() and not whatever_is_typed:
            self.paint()
            return False
        try:
            done = act()
        except Problem as problem:
            self.tell(problem)
            self.paint()
            return False
        if self.ended():
            return False
        before, self.view = self.view, self._attempt.view
        moved = self.view.position != before.position
        if moved:
            self.moved()
        self.paint()
        if moved:
            self.page.scroll_home(animate=False)
        if moved or self.offers_changed(before):
            self.show_offers()
        self.draw_together(self.where, self.item, self.footer)
        return done is not False

    def present_item(self) -> ItemView:
        return self.item

    def keep(self, deed: Deed) -> None:
        self._attempt.answer(deed.group, deed.values)

    def ended(self) -> bool:
        """Whether the last action ended the attempt; the screen then goes on to what follows."""
        return False

    def moved(self) -> None:
        """Another item is shown."""

    def offers_changed(self, before: V) -> bool:
        """Whether other commands than before can be given on the same item."""
        return False

    # -- actions -------------------------------------------------------------------------------------------------

    def answered(self, deed: Deed) -> None:
        if deed.toggles:
            self.do(lambda: self._attempt.choose(deed.group, deed.values[0]))
        else:
            self.do(lambda: self._attempt.answer(deed.group, deed.values))

    def on_writing_left(self) -> None:
        """The field was left: what stands in it is kept, and shown as it was understood."""
        if not self.gone:
            self.do(lambda: None)

    def action_previous(self) -> None:
        if self.view.position:
            self.do(self._attempt.previous)
        else:
            self.notice.say(self.words._("This is the first question."))

    def action_flag(self) -> None:
        self.do(self._attempt.flag)

    def action_cycle_language(self) -> None:
        shown = next_shown(self.view.language, self._languages)
        self.do(lambda: self._attempt.switch_language(shown), whatever_is_typed=True)

    def left(self) -> None:
        if not self.gone:
            self.gone = True
            # Every answer is on the disk already: a disk that is full now must not keep the learner here.
            self.hand_over()
            with contextlib.suppress(Problem):
                self._attempt.leave()
