"""Practice: one item after the other, feedback in place, and at the end what to study."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

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
from trainer.tui.safe import Plain, joined
from trainer.tui.screens.base import TrainerScreen
from trainer.tui.shown import BOTH, next_shown
from trainer.tui.widgets import dialog
from trainer.tui.widgets.bar import bar
from trainer.tui.widgets.item_paint import mark_sign
from trainer.tui.widgets.item_view import ItemView
from trainer.tui.widgets.menu import Entry, Menu, Section

if TYPE_CHECKING:
    from trainer.flows.practise import PracticeFlow, PracticeSummary, PracticeView
    from trainer.flows.titles import Titles
    from trainer.i18n.catalogue import Translator


class PracticeScreen(TrainerScreen):
    """Paints :class:`~trainer.flows.practise.PracticeView`; after the last item, its summary."""

    AUTO_FOCUS = ""
    OFFERS = (Confirm, GoOn, Rationales, Next, Previous, Flag, CycleLanguage)
    BINDINGS = bindings(*OFFERS)

    def __init__(self, words: Translator, flow: PracticeFlow, languages: Sequence[str], titles: Titles) -> None:
        super().__init__(words)
        self._flow, self._languages, self._titles = flow, languages, titles
        self._view = flow.view
        self._every_rationale = False
        self._summary: PracticeSummary | None = None
        self._gone = False
        self._where = Plain(classes="where")
        self._where_now: tuple[int, bool, int, str, str] | None = None
        self._item = ItemView(words, languages, fill=True)
        self._result = Plain()
        self._menu = Menu(classes="gap")

    def compose_page(self) -> ComposeResult:
        with Vertical(classes="column") as self._column:
            yield self._where
            yield self._item
            yield self._result
            yield self._menu

    def on_mount(self) -> None:
        self._item.focus(scroll_visible=False)
        if self._flow.torn:
            self.notice.say(self.words._("The last, unfinished entry of this practice was lost in a crash."))

    def place(self) -> Sequence[str]:
        return [self.words._("Practice"), self.words.text(self._view.title)]

    def offering(self) -> Iterable[Offering]:
        return (self, self._menu) if self._summary else (self._item, self)

    def may(self, action: str) -> bool:
        if action in ("back", "scroll_page"):
            return True
        if self._summary:
            return False
        if action in ("go_on", "rationales"):
            return self._view.confirmed
        return not (action == "confirm" and self._view.confirmed)

    # -- painting ------------------------------------------------------------------------------------------------

    def paint(self) -> None:
        over = self._summary is not None
        self._where.display = self._item.display = not over
        self._result.display = self._menu.display = over
        if self._summary:
            self._paint_summary(self._summary)
        else:
            self._paint_item()

    def _paint_item(self) -> None:
        view = self._view
        now = (view.position, view.flagged, view.answered, view.language, self.words.language)
        if now != self._where_now:
            self._where_now = now
            self._where.show(_where(view, self.words), same_size=True)
            self._column.set_class(view.language == BOTH, "-double")
        self._item.present(
            view.item, view.chosen, view.language,
            feedback=view.feedback, every_rationale=self._every_rationale, closed=view.confirmed,
        )  # fmt: skip

    def _paint_summary(self, summary: PracticeSummary) -> None:
        words = self.words
        self._column.set_class(False, "-double")
        answered = words.ngettext("{right} of {count} question right", "{right} of {count} questions right",
                                  summary.answered, right=summary.right)  # fmt: skip
        share = summary.right / summary.answered if summary.answered else 0.0
        parts: list[str | Content | tuple[str, str]] = [
            (words._("The practice is finished"), "bold"),
            "",
            answered,
            bar(share, 40),
        ]
        if not summary.weak_lessons and summary.answered:
            parts += ["", words._("Nothing to go over again: every confirmed answer was right.")]
        self._result.show(joined(*[part or " " for part in parts], between="\n"))
        lessons = tuple(
            Entry(f"{module}/{lesson}", words.text(self._titles.lesson(module, lesson)))
            for module, lesson in summary.weak_lessons
            if lesson
        )
        sections = [Section(words._("Study again"), lessons)] if lessons else []
        self._menu.offer([*sections, Section(words._("Then"), (Entry("back", words._("Go back")),))])

    # -- actions -------------------------------------------------------------------------------------------------

    def _do(self, act: Any) -> bool:
        """One flow method, then the new view; False when it was refused."""
        self.notice.clear(even_staying=False)
        try:
            done = act()
        except Problem as problem:
            self.tell(problem)
            return False
        before, self._view = self._view, self._flow.view
        moved = self._view.position != before.position
        self._every_rationale = self._every_rationale and not moved
        self.paint()
        if moved:
            self.page.scroll_home(animate=False)
        if moved or self._view.confirmed != before.confirmed:
            self.show_offers()
        return done is not False

    def on_item_view_chosen(self, event: ItemView.Chosen) -> None:
        self._do(lambda: self._flow.choose(event.group, event.token))

    def action_confirm(self) -> None:
        if not self._item.take_cursor() and self._do(self._flow.confirm):
            self._item.show_verdict()

    def action_go_on(self) -> None:
        if not self._do(self._flow.next):
            self._finish()

    def action_next(self) -> None:
        if self._view.position + 1 < self._view.count:
            self._do(self._flow.next)
        elif self._view.confirmed:
            self._finish()
        else:
            self.notice.say(self.words._("This is the last question."))

    def action_previous(self) -> None:
        if not self._do(self._flow.previous):
            self.notice.say(self.words._("This is the first question."))

    def action_flag(self) -> None:
        self._do(self._flow.flag)

    def action_rationales(self) -> None:
        self._every_rationale = not self._every_rationale
        self.paint()

    def action_cycle_language(self) -> None:
        shown = next_shown(self._view.language, self._languages)
        self._do(lambda: self._flow.switch_language(shown))

    # -- the end -------------------------------------------------------------------------------------------------

    def _finish(self) -> None:
        """Show the summary; before that ask when some answers were not confirmed."""
        missing = self._view.count - self._view.answered
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
            self._gone = True
            self.repaint()
            self._menu.focus()
            self.call_after_refresh(self.page.scroll_home, animate=False)

    @on(Menu.Picked)
    def _go_where(self, event: Menu.Picked) -> None:
        if event.entry == "back":
            self.action_back()
        else:
            module, _, lesson = event.entry.partition("/")
            self.open("lesson", replace=True, module=module, lesson=lesson)

    def left(self) -> None:
        if not self._gone:
            self._gone = True
            self._flow.leave()


def _where(view: PracticeView, words: Translator) -> Content:
    """How it went so far, the position, and the flag."""
    count = words._("Question {number} of {count}", number=view.position + 1, count=view.count)
    flag = (f"⚑ {words._('flagged')}", "bold $warning") if view.flagged else ""
    return joined(_progress(view), joined(count, flag, between="  ·  "), between="   ")


def _progress(view: PracticeView) -> Content:
    """A sign for each question: how it went, where one is, what is to come."""
    signs = []
    for position, points in enumerate(view.marks):
        here = position == view.position
        sign, style = mark_sign(points) if points is not None else ("●", "$accent") if here else ("·", "$quiet")
        signs.append((sign, f"{style} underline" if here and points is not None else style))
    return joined(*signs, between=" ")
