"""Sitting an exam: items in place, a clock, the overview of all questions, and a page before submitting."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, Literal

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from trainer.kernel.problems import Problem
from trainer.tui.commands import (
    Confirm,
    CycleLanguage,
    Flag,
    HideClock,
    Navigate,
    Next,
    Offering,
    Previous,
    SubmitExam,
    bindings,
)
from trainer.tui.safe import Plain
from trainer.tui.screens.base import Question, TrainerScreen
from trainer.tui.screens.exam_words import BACK, FIRST_OPEN, SUBMIT, legend, marks, submit_choices, submit_text, where
from trainer.tui.shown import BOTH, next_shown
from trainer.tui.widgets.clock import Clock
from trainer.tui.widgets.header import Header
from trainer.tui.widgets.item_view import ItemView
from trainer.tui.widgets.menu import Menu
from trainer.tui.widgets.overview import Overview

if TYPE_CHECKING:
    from trainer.flows.exam import ExamFlow
    from trainer.i18n.catalogue import Translator

#: Minutes left at which a quiet line says so, and for how many seconds it stays.
WARNINGS = (10, 5, 1)
WARNING_SECONDS = 20

Part = Literal["item", "overview", "submit"]


class ExamScreen(TrainerScreen):
    """Paints :class:`~trainer.flows.exam.ExamView`; items, overview and submitting share this one screen."""

    AUTO_FOCUS = ""
    OFFERS = (Confirm, Next, Previous, Navigate, Flag, SubmitExam, HideClock, CycleLanguage)
    BINDINGS = bindings(*OFFERS)

    def __init__(
        self, words: Translator, flow: ExamFlow, languages: Sequence[str], *, clock_hidden: bool = False
    ) -> None:
        self._clock = Clock(hidden=clock_hidden)
        super().__init__(words)
        self._flow, self._languages = flow, languages
        self._view = flow.view
        self._part: Part = "item"
        self._gone = False
        self._warned = _next_warning(flow.seconds_left())
        self._warning_ticks = 0
        self._where = Plain(classes="where")
        self._where_now: tuple[int, bool, str, str] | None = None
        self._item = ItemView(words, languages, fill=True)
        self._overview = Overview(words)
        self._before = Plain()
        self._menu = Menu(classes="gap")

    def make_header(self) -> Header:
        return Header(self._clock)

    def compose_page(self) -> ComposeResult:
        with Vertical(classes="column") as self._column:
            yield self._where
            yield self._item
            yield self._overview
            yield self._before
            yield self._menu

    def on_mount(self) -> None:
        self._clock.tell(self._flow.seconds_left())
        self._show_part("item")
        self.set_interval(1.0, self._tick)
        if self._flow.torn:
            self.notice.say(self.words._("The last, unfinished entry of this exam was lost in a crash."))

    def place(self) -> Sequence[str]:
        counting = [self.words._("Counting exam")] if self._view.mode == "counting" else []
        return [*counting, self.words.text(self._view.title)]

    def offering(self) -> Iterable[Offering]:
        if self._part == "item":
            return (self._item, self)
        return (self._overview if self._part == "overview" else self._menu, self)

    def may(self, action: str) -> bool:
        if self._gone:
            return False
        if action in ("confirm", "next", "previous", "flag", "cycle_language"):
            return self._part == "item"
        if action in ("navigator", "submit_page"):
            return self._part != ("overview" if action == "navigator" else "submit")
        return True

    # -- painting ------------------------------------------------------------------------------------------------

    def paint(self) -> None:
        view, words = self._view, self.words
        if self._part == "item":
            if (now := (view.position, view.flagged, view.language, words.language)) != self._where_now:
                self._where_now = now
                self._where.show(where(view, words), same_size=True)
                self._column.set_class(view.language == BOTH, "-double")
            self._item.present(view.item, view.chosen, view.language)
        elif self._part == "overview":
            titles = [words.text(title) for title in view.section_titles]
            self._overview.present(marks(view), titles, legend(words), view.position)
        else:
            self._before.show(submit_text(view, words))
            self._menu.offer(submit_choices(view, words))

    def _show_part(self, part: Part) -> None:
        self._part = part
        self._where.display = self._item.display = part == "item"
        self._overview.display = part == "overview"
        self._before.display = self._menu.display = part == "submit"
        self.paint()
        {"item": self._item, "overview": self._overview, "submit": self._menu}[part].focus(scroll_visible=False)
        self.page.scroll_home(animate=False)
        self.show_offers()

    # -- time ----------------------------------------------------------------------------------------------------

    def _tick(self) -> None:
        """Once a second; touches the clock only, unless there is something to say."""
        if self._gone:
            return
        try:
            over = self._flow.tick()
        except Problem as problem:
            self.tell(problem)
            return
        if over:
            self._over()
            return
        left = self._flow.seconds_left()
        self._clock.tell(left)
        self._warn(left)

    def _warn(self, left: float | None) -> None:
        if self._warning_ticks:
            self._warning_ticks -= 1
            if not self._warning_ticks:
                self.notice.clear()
        if left is not None and self._warned and left <= self._warned * 60:
            # Several may have passed at once while the machine slept: the last one counts.
            passed = min(minutes for minutes in WARNINGS if left <= minutes * 60)
            self.notice.say(self.words.ngettext("{count} minute left.", "{count} minutes left.", passed), stay=True)
            self._warned = _next_warning(left)
            self._warning_ticks = WARNING_SECONDS

    # -- actions -------------------------------------------------------------------------------------------------

    def _do(self, act: Callable[[], Any]) -> bool:
        """One flow method, then the new view; False when it was refused or the exam is over."""
        self.notice.clear(even_staying=False)
        try:
            done = act()
        except Problem as problem:
            self.tell(problem)
            return False
        if self._flow.over:
            self._over()
            return False
        position = self._view.position
        self._view = self._flow.view
        self.paint()
        if self._view.position != position:
            self.page.scroll_home(animate=False)
            self.show_offers()
        return done is not False

    def on_item_view_chosen(self, event: ItemView.Chosen) -> None:
        self._do(lambda: self._flow.choose(event.group, event.token))

    def action_confirm(self) -> None:
        """Choose what is highlighted, else go on; after the last question comes the page before submitting."""
        if not self._item.take_cursor():
            self.action_next()

    def action_next(self) -> None:
        if self._view.position + 1 < self._view.count:
            self._do(self._flow.next)
        else:
            self.action_submit_page()

    def action_previous(self) -> None:
        if self._view.position:
            self._do(self._flow.previous)
        else:
            self.notice.say(self.words._("This is the first question."))

    def action_flag(self) -> None:
        self._do(self._flow.flag)

    def action_cycle_language(self) -> None:
        shown = next_shown(self._view.language, self._languages)
        self._do(lambda: self._flow.switch_language(shown))

    def action_hide_clock(self) -> None:
        self._clock.toggle()

    def action_navigator(self) -> None:
        self._show_part("overview")

    def action_submit_page(self) -> None:
        self._show_part("submit")

    def action_back(self) -> None:
        if self._part == "item":
            super().action_back()
        else:
            self._show_part("item")

    def on_overview_jump(self, event: Overview.Jump) -> None:
        self._do(lambda: self._flow.go(event.position))
        if not self._gone:
            self._show_part("item")

    @on(Menu.Picked)
    def _decide(self, event: Menu.Picked) -> None:
        if event.entry == SUBMIT:
            self._do(self._flow.submit)
            return
        if event.entry == FIRST_OPEN:
            first = next(p for p, cell in enumerate(self._view.cells) if not cell.answered)
            self._do(lambda: self._flow.go(first))
        if not self._gone and event.entry in (BACK, FIRST_OPEN):
            self._show_part("item")

    # -- the end -------------------------------------------------------------------------------------------------

    def _over(self) -> None:
        if not self._gone:
            self._gone = True
            self.open("result", replace=True, attempt=self._flow.attempt)

    def leaving(self) -> Question | None:
        if self._gone:
            return None
        words = self.words
        text = words._("The clock stops, and the exam waits for you in «Today».")
        if self._view.mode == "counting":
            text = words._("The clock runs on while you are away. When time is up, the exam is submitted as it stands.")
        return Question(words._("Leave the exam?"), text, words._("Leave"), words._("Stay"))

    def left(self) -> None:
        if not self._gone:
            self._gone = True
            self._flow.leave()


def _next_warning(left: float | None) -> int:
    """The next number of minutes to warn at; 0 when none is left."""
    return 0 if left is None else next((minutes for minutes in WARNINGS if minutes * 60 < left), 0)
