"""Practice: one item after the other, feedback in place, and at the end what to study."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from textual import events, on
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
from trainer.tui.moves import Report
from trainer.tui.practice_moves import DoNotSay, PractiseWrong, SaySure, SayUnsure
from trainer.tui.safe import Plain
from trainer.tui.screens import summary_words as choices
from trainer.tui.screens.attempt import AttemptScreen
from trainer.tui.screens.practice_words import where
from trainer.tui.screens.summary_words import lessons_text, summary_choices, summary_text
from trainer.tui.widgets import dialog
from trainer.tui.widgets.item_paint import LETTERS
from trainer.tui.widgets.menu import Menu

if TYPE_CHECKING:
    from trainer.flows.practise import PracticeFlow, PracticeSummary, PracticeView
    from trainer.flows.titles import Titles
    from trainer.i18n.catalogue import Translator

_CERTAINTY = ("sure", "unsure", "unsaid")


class PracticeScreen(AttemptScreen["PracticeView"]):
    """Paints :class:`~trainer.flows.practise.PracticeView`; after the last item, its summary."""

    OFFERS = (
        SaySure, SayUnsure, DoNotSay, Confirm, GoOn, Rationales, Next, Previous, Flag, CycleLanguage, Report,
        PractiseWrong,
    )  # fmt: skip
    BINDINGS = bindings(*OFFERS)

    def __init__(
        self, words: Translator, flow: PracticeFlow, languages: Sequence[str], titles: Titles, due: Callable[[], int]
    ) -> None:
        """``due`` says how many items are due for review now."""
        super().__init__(words, flow, languages)
        self._flow, self._titles, self._due = flow, titles, due
        self._every_rationale = self._asking = False
        self._still_due = 0
        self._summary: PracticeSummary | None = None
        self._result = Plain()
        self._menu = Menu(classes="gap")
        self._lessons = Plain(classes="gap")

    def compose_page(self) -> ComposeResult:
        yield self.where
        yield self.item
        with Vertical(classes="column") as self._end_column:
            yield self._result
            yield self._menu
            yield self._lessons

    def on_mount(self) -> None:
        self.item.take_focus()
        if self._flow.torn:
            self.notice.say(self.words._("The last, unfinished entry of this practice was lost in a crash."))

    def place(self) -> Sequence[str]:
        return [self.words._("Practice"), self.words.text(self.view.title)]

    def offering(self) -> Iterable[Offering]:
        if self._asking:
            return (self,)
        return (self, self._menu) if self._summary else (self.item, self)

    def may(self, action: str) -> bool:
        if action in ("back", "scroll_page"):
            return True
        if self._summary:
            return action == "practise_wrong" and bool(self._summary.wrong)
        if action in _CERTAINTY:
            return self._asking
        if action in ("confirm", "practise_wrong"):
            return action == "confirm" and not (self._asking or self.view.confirmed)
        if action == "report":
            return self.view.confirmed
        if action == "rationales":
            return self.view.feedback is not None and bool(self.view.feedback.lines)
        return action != "go_on" or self.view.confirmed

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
            view.item, view.chosen, view.language, response=view.response,
            feedback=view.feedback, every_rationale=self._every_rationale, closed=view.confirmed,
            asking=self._asking, sure=view.certainty,
        )  # fmt: skip

    def _paint_summary(self, summary: PracticeSummary) -> None:
        width = max(40, min(84, self.page.size.width) - 6)
        self._result.show(summary_text(summary, self.words, width))
        self._menu.offer(summary_choices(summary, self._still_due, self._titles, self.words))
        self._lessons.show(lessons_text(summary, self._titles, self.words, width))

    def resized(self) -> None:
        if self._summary:
            self._paint_summary(self._summary)

    # -- actions -------------------------------------------------------------------------------------------------

    def moved(self) -> None:
        self._every_rationale = False
        if self._asking:
            self._asking = False
            self.item.focus(scroll_visible=False)

    def offers_changed(self, before: PracticeView) -> bool:
        return self.view.confirmed != before.confirmed

    def action_confirm(self) -> None:
        """First what is highlighted is chosen; then one is asked how sure one is, unless one said so or has it off."""
        if self.item.take_cursor():
            return
        if self.view.asks_certainty and self.view.certainty is None:
            if self.do(self._flow.need_answer):
                self._ask(True)
        else:
            self._confirm(None)

    def _ask(self, asking: bool) -> None:
        """Ask how sure one is, or go back to the answer."""
        self._asking = asking
        if asking:
            self.set_focus(None)
        else:
            self.item.take_focus()
        self.paint()
        self.show_offers()

    def _confirm(self, sure: bool | None) -> None:
        def act() -> None:
            if sure is not None:
                self._flow.state_certainty(sure)
            self._flow.confirm()
            self._asking = False

        asked = self._asking
        if self.do(act):
            if asked:
                self.item.take_focus()
            self.item.show_verdict()

    def action_sure(self) -> None:
        self._confirm(True)

    def action_unsure(self) -> None:
        self._confirm(False)

    def action_unsaid(self) -> None:
        self._confirm(None)

    def on_key(self, event: events.Key) -> None:
        """A letter while one is asked how sure one is: another answer."""
        super().on_key(event)
        if self._asking and event.character and event.character in LETTERS:
            self._ask(False)
            self.item.begin_with(LETTERS.index(event.character))

    def action_back(self) -> None:
        if self._asking:
            self._ask(False)
        else:
            super().action_back()

    def action_go_on(self) -> None:
        """Who goes on with ``enter`` can write at once; who browses with ``n`` and ``p`` can go on browsing."""
        self.action_next()
        if self._summary is None:
            self.item.take_focus()

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

    def action_report(self) -> None:
        self.open("report", subject=self._flow.subject())

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
            if self._summary.subject == "review":
                self._still_due = self._due()
            self.repaint()
            self._menu.focus()
            self.call_after_refresh(self.page.scroll_home, animate=False)

    def action_practise_wrong(self) -> None:
        self.open("practice", replace=True, scope="retry", target=self._flow.attempt)

    @on(Menu.Picked)
    def _go_where(self, event: Menu.Picked) -> None:
        match event.entry:
            case choices.BACK:
                self.action_back()
            case choices.RETRY:
                self.action_practise_wrong()
            case choices.REVIEW:
                self.open("practice", replace=True, scope="review")
            case lesson:
                module, _, name = lesson.partition("/")
                self.open("lesson", replace=True, module=module, lesson=name)
