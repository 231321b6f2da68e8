"""Practice: one item after the other, feedback in place, and at the end what to study."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from trainer.kernel.problems import Problem
from trainer.tui.commands import (
    Confirm,
    CycleLanguage,
    Flag,
    GoOn,
    Next,
    Offering,
    Previous,
    Rationales,
    bindings,
)
from trainer.tui.safe import Plain
from trainer.tui.screens.attempt import AttemptScreen
from trainer.tui.screens.practice_words import BACK, summary_choices, summary_text, where
from trainer.tui.widgets import dialog
from trainer.tui.widgets.menu import Menu

if TYPE_CHECKING:
    from trainer.flows.practise import PracticeFlow, PracticeSummary, PracticeView
    from trainer.flows.titles import Titles
    from trainer.i18n.catalogue import Translator


class PracticeScreen(AttemptScreen["PracticeView"]):
    """Paints :class:`~trainer.flows.practise.PracticeView`; after the last item, its summary."""

    OFFERS = (Confirm, GoOn, Rationales, Next, Previous, Flag, CycleLanguage)
    BINDINGS = bindings(*OFFERS)

    def __init__(self, words: Translator, flow: PracticeFlow, languages: Sequence[str], titles: Titles) -> None:
        super().__init__(words, flow, languages)
        self._flow, self._titles = flow, titles
        self._every_rationale = False
        self._summary: PracticeSummary | None = None
        self._result = Plain()
        self._menu = Menu(classes="gap")

    def compose_page(self) -> ComposeResult:
        yield self.where
        yield self.item
        with Vertical(classes="column") as self._end_column:
            yield self._result
            yield self._menu

    def on_mount(self) -> None:
        self.item.focus(scroll_visible=False)
        if self._flow.torn:
            self.notice.say(self.words._("The last, unfinished entry of this practice was lost in a crash."))

    def place(self) -> Sequence[str]:
        return [self.words._("Practice"), self.words.text(self.view.title)]

    def offering(self) -> Iterable[Offering]:
        return (self, self._menu) if self._summary else (self.item, self)

    def may(self, action: str) -> bool:
        if action in ("back", "scroll_page"):
            return True
        if self._summary:
            return False
        if action in ("go_on", "rationales"):
            return self.view.confirmed
        return not (action == "confirm" and self.view.confirmed)

    # -- painting ------------------------------------------------------------------------------------------------

    def paint(self) -> None:
        over = self._summary is not None
        self.where.display = self.item.display = not over
        self._end_column.display = over
        if self._summary:
            self._paint_summary(self._summary)
        else:
            self._paint_item()

    def _paint_item(self) -> None:
        view = self.view
        self.show_where((view.position, view.flagged, view.answered), lambda: where(view, self.words))
        self.item.present(
            view.item, view.chosen, view.language,
            feedback=view.feedback, every_rationale=self._every_rationale, closed=view.confirmed,
        )  # fmt: skip

    def _paint_summary(self, summary: PracticeSummary) -> None:
        self._result.show(summary_text(summary, self.words))
        self._menu.offer(summary_choices(summary, self._titles, self.words))

    # -- actions -------------------------------------------------------------------------------------------------

    def moved(self) -> None:
        self._every_rationale = False

    def offers_changed(self, before: PracticeView) -> bool:
        return self.view.confirmed != before.confirmed

    def action_confirm(self) -> None:
        if not self.item.take_cursor() and self.do(self._flow.confirm):
            self.item.show_verdict()

    def action_go_on(self) -> None:
        self.action_next()

    def action_next(self) -> None:
        if self.view.position + 1 < self.view.count:
            self.do(self._flow.next)
        elif self.view.confirmed:
            self._finish()
        else:
            self.notice.say(self.words._("This is the last question."))

    def action_rationales(self) -> None:
        self._every_rationale = not self._every_rationale
        self.paint()

    # -- the end -------------------------------------------------------------------------------------------------

    def _finish(self) -> None:
        """Show the summary; before that ask when some answers were not confirmed."""
        missing = self.view.count - self.view.answered
        if not missing:
            self._end(True)
            return
        words = self.words
        text = words.ngettext("{count} question has no confirmed answer and will not count.",
                              "{count} questions have no confirmed answer and will not count.", missing)  # fmt: skip
        self.app.push_screen(
            dialog.Confirm(words._("End the practice?"), text, go=words._("End"), stay=words._("Keep practising")),
            self._end,
        )

    def _end(self, really: bool | None) -> None:
        if really:
            try:
                self._summary = self._flow.finish()
            except Problem as problem:
                self.tell(problem)
                return
            self.gone = True
            self.repaint()
            self._menu.focus()
            self.call_after_refresh(self.page.scroll_home, animate=False)

    @on(Menu.Picked)
    def _go_where(self, event: Menu.Picked) -> None:
        if event.entry == BACK:
            self.action_back()
        else:
            module, _, lesson = event.entry.partition("/")
            self.open("lesson", replace=True, module=module, lesson=lesson)
