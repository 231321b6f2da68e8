"""The check questions on the present page of a lesson: which one keys are for, answering and confirming it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.kernel.problems import Problem
from trainer.tui.screens.answering import AnsweringScreen

if TYPE_CHECKING:
    from trainer.flows.study import StudyFlow
    from trainer.tui.controls.control import Deed
    from trainer.tui.widgets.item_view import ItemView
    from trainer.tui.widgets.lesson_page import Check, LessonPage


class ChecksScreen(AnsweringScreen):
    """``at_end``: the last page lies behind, and no question is on the screen."""

    flow: StudyFlow
    text: LessonPage
    at_end: bool

    def keep_progress(self) -> None:
        """Have what changed written in the background."""

    def check(self) -> Check | None:
        """The question keys answer: the one with the focus, else the first that is not right yet."""
        if self.at_end:
            return None
        unanswered = [check for check in self.text.checks if check.view and check.view.state != "right"]
        return next((check for check in unanswered if check.item.in_use), unanswered[0] if unanswered else None)

    def action_answer(self, index: int, digit: str = "") -> None:
        if check := self.check():
            check.item.begin_with(index, digit)

    def answered(self, deed: Deed) -> None:
        check = self.check()
        try:
            if not deed.toggles:
                self._answer(check, deed.group, deed.values)
            elif check and check.view:
                self.flow.choose(check.view.id, deed.group, deed.values[0])
        except Problem as problem:
            self.tell(problem)
        if deed.toggles:
            self.paint()

    def on_writing_left(self) -> None:
        self.hand_over()

    def present_item(self) -> ItemView | None:
        check = self._written()
        return check.item if check else None

    def keep(self, deed: Deed) -> None:
        self._answer(self._written(), deed.group, deed.values)

    def _written(self) -> Check | None:
        """The question that is being answered: the one with the focus, or with something typed and not kept yet."""
        checks = [] if self.at_end else self.text.checks
        return next((check for check in checks if check.item.in_use or check.item.unsaved()), None)

    def _answer(self, check: Check | None, group: str, values: tuple[str, ...]) -> None:
        if check and check.view:
            self.flow.answer(check.view.id, group, values)
            self.paint()

    def confirm(self, check: Check) -> None:
        """Answer the question: the verdict is shown, and when it is right reading goes on."""
        right = bool(check.view and self.flow.confirm(check.view.id))
        self.paint()
        self.call_after_refresh(check.item.show_verdict)
        if right:
            self.set_focus(None)
            self.keep_progress()
        self.show_offers()
