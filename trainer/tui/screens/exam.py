"""Sitting an exam: items in place, a clock, the overview of all questions, and a page before submitting."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from trainer.flows.exam import ExamFlow, ExamView
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
from trainer.tui.moves import NoteMistake
from trainer.tui.safe import Plain
from trainer.tui.screens.attempt import AttemptScreen
from trainer.tui.screens.base import Question
from trainer.tui.screens.exam_time import Warnings
from trainer.tui.screens.exam_words import BACK, FIRST_OPEN, SUBMIT, legend, marks, submit_choices, submit_text, where
from trainer.tui.widgets.clock import Clock
from trainer.tui.widgets.header import HeaderWith
from trainer.tui.widgets.menu import Menu
from trainer.tui.widgets.overview import Overview

if TYPE_CHECKING:
    from trainer.i18n.catalogue import Translator

#: What stands in a field this close to the end is kept: it counts when time is up.
_LAST_SECONDS = 2.0

Part = Literal["item", "overview", "submit"]


class ExamScreen(AttemptScreen[ExamView]):
    """Paints :class:`~trainer.flows.exam.ExamView`; items, overview and submitting share this one screen."""

    OFFERS = (Confirm, Next, Previous, Navigate, Flag, SubmitExam, HideClock, CycleLanguage, NoteMistake)
    BINDINGS = bindings(*OFFERS)
    ROAMS = False

    def __init__(
        self, words: Translator, flow: ExamFlow, languages: Sequence[str], *, clock_hidden: bool = False
    ) -> None:
        self._clock = Clock(hidden=clock_hidden)
        super().__init__(words, flow, languages)
        self._flow = flow
        self._part: Part = "item"
        self._warnings = Warnings(flow.seconds_left())
        self._overview = Overview(words)
        self._before = Plain()
        self._menu = Menu(classes="gap")

    def make_header(self) -> HeaderWith:
        return HeaderWith(self._clock)

    def compose_page(self) -> ComposeResult:
        yield self.where
        yield self.item
        with Vertical(classes="column") as self._other:
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
        counting = [self.words._("Counting exam")] if self.view.mode == "counting" else []
        return [*counting, self.words.text(self.view.title)]

    def offering(self) -> Iterable[Offering]:
        if self._part == "item":
            return (self.item, self)
        return (self._overview if self._part == "overview" else self._menu, self)

    def may(self, action: str) -> bool:
        if self.gone:
            return False
        if action in ("confirm", "next", "previous", "flag", "cycle_language", "note_mistake"):
            return self._part == "item"
        if action in ("navigator", "submit_page"):
            return self._part != ("overview" if action == "navigator" else "submit")
        return True

    # -- painting ------------------------------------------------------------------------------------------------

    def paint(self) -> None:
        view, words = self.view, self.words
        if self._part == "item":
            self.show_where((view.position, view.flagged, view.noted), lambda: where(view, words))
            self.item.present(view.item, view.chosen, view.language, response=view.response)
        elif self._part == "overview":
            titles = [words.text(title) for title in view.section_titles]
            self._overview.present(marks(view), titles, legend(words), view.position)
        else:
            self._before.show(submit_text(view, words))
            self._menu.offer(submit_choices(view, words))

    def _show_part(self, part: Part) -> None:
        self._part = part
        self.where.display = self.item.display = part == "item"
        self._other.display = part != "item"
        self._overview.display = part == "overview"
        self._before.display = self._menu.display = part == "submit"
        self.paint()
        if part == "item":
            self.item.take_focus()
        else:
            (self._overview if part == "overview" else self._menu).focus(scroll_visible=False)
        self.page.scroll_home(animate=False)
        self.show_offers()

    # -- time ----------------------------------------------------------------------------------------------------

    def _tick(self) -> None:
        """Once a second; touches the clock only, unless there is something to say."""
        if self.gone:
            return
        if (self._flow.seconds_left() or _LAST_SECONDS) < _LAST_SECONDS:
            self.hand_over()
        try:
            self._flow.tick()
        except Problem as problem:
            self.tell(problem)
            return
        if self.ended():
            return
        left = self._flow.seconds_left()
        self._clock.tell(left)
        if minutes := self._warnings.due(left):
            self.notice.say(self.words.ngettext("{count} minute left.", "{count} minutes left.", minutes), stay=True)
        elif self._warnings.faded():
            self.notice.clear()

    # -- actions -------------------------------------------------------------------------------------------------

    def ended(self) -> bool:
        if self._flow.over and not self.gone:
            self.gone = True
            self.open("result", replace=True, attempt=self._flow.attempt)
        return self.gone

    def action_confirm(self) -> None:
        """Choose what is highlighted, else go on; after the last question comes the page before submitting."""
        if not self.item.take_cursor():
            self.action_next()
            if self._part == "item" and not self.gone:
                self.item.take_focus()

    def action_next(self) -> None:
        if self.view.position + 1 < self.view.count:
            self.do(self._flow.next)
        else:
            self.action_submit_page()

    def action_note_mistake(self) -> None:
        """Only noted: what is wrong with a question is said after the exam."""
        if self.do(self._flow.note_mistake) and self.view.noted:
            self.notice.say(self.words._("Noted. After the exam you can report what is wrong with this question."))

    def action_hide_clock(self) -> None:
        self._clock.toggle()

    def action_navigator(self) -> None:
        if self.do(lambda: None):
            self._show_part("overview")

    def action_submit_page(self) -> None:
        if self.do(lambda: None):
            self._show_part("submit")

    def action_back(self) -> None:
        if self._part == "item":
            super().action_back()
        else:
            self._show_part("item")

    def on_overview_jump(self, event: Overview.Jump) -> None:
        self.do(lambda: self._flow.go(event.position))
        if not self.gone:
            self._show_part("item")

    @on(Menu.Picked)
    def _decide(self, event: Menu.Picked) -> None:
        if event.entry == SUBMIT:
            self.do(self._flow.submit)
            return
        if event.entry == FIRST_OPEN:
            first = next(p for p, cell in enumerate(self.view.cells) if not cell.answered)
            self.do(lambda: self._flow.go(first))
        if not self.gone and event.entry in (BACK, FIRST_OPEN):
            self._show_part("item")

    # -- the end -------------------------------------------------------------------------------------------------

    def leaving(self) -> Question | None:
        if self.gone:
            return None
        words = self.words
        text = words._("The clock stops, and the exam waits for you in «Today».")
        if self.view.mode == "counting":
            text = words._("The clock runs on while you are away. When time is up, the exam is submitted as it stands.")
        return Question(words._("Leave the exam?"), text, words._("Leave"), words._("Stay"))
