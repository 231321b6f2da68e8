"""Going through an exam after its end: item by item, with everything that may be said about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult

from trainer.tui.commands import CycleLanguage, Navigate, Next, Offering, Previous, Rationales, bindings
from trainer.tui.moves import Report
from trainer.tui.safe import Plain, joined
from trainer.tui.screens.base import TrainerScreen
from trainer.tui.shown import BOTH, next_shown
from trainer.tui.widgets.item_paint import PROVISIONAL, mark_sign
from trainer.tui.widgets.item_view import ItemView
from trainer.tui.widgets.overview import Mark, Overview

if TYPE_CHECKING:
    from trainer.flows.review import ReviewFlow
    from trainer.i18n.catalogue import Translator


class ReviewScreen(TrainerScreen):
    """Paints :class:`~trainer.flows.review.ReviewedItem`; the overview shows right and wrong at a glance."""

    AUTO_FOCUS = ""
    OFFERS = (Next, Previous, Rationales, Navigate, CycleLanguage, Report)
    BINDINGS = bindings(*OFFERS)

    def __init__(self, words: Translator, flow: ReviewFlow, languages: Sequence[str]) -> None:
        super().__init__(words)
        self._flow, self._languages = flow, languages
        self._position = 0
        self._reviewed = flow.item(0)
        self._language = flow.state.language
        self._every_rationale = False
        self._overview_open = False
        self._where = Plain(classes="column where")
        self._item = ItemView(words, languages, fill=True, classes="column")
        self._overview = Overview(words, classes="column")

    def compose_page(self) -> ComposeResult:
        yield self._where
        yield self._item
        yield self._overview

    def on_mount(self) -> None:
        self._item.focus(scroll_visible=False)

    def place(self) -> Sequence[str]:
        return [self.words._("Review"), self.words.text(self._flow.result.title)]

    def offering(self) -> Iterable[Offering]:
        return (self._overview, self) if self._overview_open else (self,)

    def may(self, action: str) -> bool:
        if action == "rationales" and not self._reviewed.feedback.lines:
            return False
        return not self._overview_open or action in ("back", "scroll_page")

    def paint(self) -> None:
        for widget in (self._where, self._item):
            widget.display = not self._overview_open
            widget.set_class(self._language == BOTH, "-double")
        self._overview.display = self._overview_open
        if self._overview_open:
            self._paint_overview()
        else:
            self._paint_item()

    def _paint_item(self) -> None:
        words, reviewed = self.words, self._reviewed
        number = words._("Question {number} of {count}", number=reviewed.position + 1, count=self._flow.count)
        flag = f"⚑ {words._('flagged')}" if reviewed.flagged else ""
        noted = f"! {words._('you noted a mistake: x reports it')}" if reviewed.noted else ""
        section = words.text(reviewed.section)
        said = joined(number, (flag, "bold $warning"), (noted, "$warning"), section, between="  ·  ")
        self._where.show(said, same_size=True)
        self._item.present(
            reviewed.item, reviewed.chosen, self._language, response=reviewed.response,
            feedback=reviewed.feedback, every_rationale=self._every_rationale, closed=True,
        )  # fmt: skip

    def _paint_overview(self) -> None:
        words, paper, state = self.words, self._flow.paper, self._flow.state
        sections = [section.id for section in paper.sections]
        marks = [
            Mark(sections.index(item.section), *self._sign(position, points), position in state.flagged)
            for position, (item, points) in enumerate(zip(paper.items, self._flow.marks(), strict=True))
        ]
        legend = [f"✓ {words._('right')}", f"◐ {words._('partly right')}", f"✗ {words._('wrong')}",
                  f"○ {words._('without an answer')}"]  # fmt: skip
        titles = [words.text(section.title) for section in paper.sections]
        self._overview.present(marks, titles, legend, self._position)

    def _sign(self, position: int, points: float) -> tuple[str, str]:
        if position in self._flow.provisional():
            return PROVISIONAL
        return mark_sign(points) if self._flow.state.answered(position) else ("○", "$quiet")

    # -- actions -------------------------------------------------------------------------------------------------

    def _go(self, position: int) -> None:
        if 0 <= position < self._flow.count:
            self._position, self._every_rationale = position, False
            self._reviewed = self._flow.item(position)
            self.page.scroll_home(animate=False)
            self.paint()
        else:
            last = position > 0
            self.notice.say(
                self.words._("This is the last question.") if last else self.words._("This is the first question.")
            )

    def action_next(self) -> None:
        self._go(self._position + 1)

    def action_previous(self) -> None:
        self._go(self._position - 1)

    def action_rationales(self) -> None:
        self._every_rationale = not self._every_rationale
        self.paint()

    def action_cycle_language(self) -> None:
        self._language = next_shown(self._language, self._languages)
        self.paint()

    def action_report(self) -> None:
        self.open("report", subject=self._flow.subject(self._position))

    def action_navigator(self) -> None:
        self._show_overview(True)

    def action_back(self) -> None:
        if self._overview_open:
            self._show_overview(False)
        else:
            super().action_back()

    def on_overview_jump(self, event: Overview.Jump) -> None:
        self._overview_open = False
        self._go(event.position)
        self._show_overview(False)

    def _show_overview(self, is_open: bool) -> None:
        self._overview_open = is_open
        self.paint()
        (self._overview if is_open else self._item).focus(scroll_visible=False)
        self.show_offers()
