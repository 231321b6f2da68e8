"""Before an exam: what it is, how long, what is needed to pass, what happens to the clock; then the start."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from trainer.i18n.dates import minutes
from trainer.i18n.numbers import percent
from trainer.kernel.problems import N_
from trainer.tui.background import Failed, Finished, in_background
from trainer.tui.commands import Offering
from trainer.tui.safe import Plain, plain
from trainer.tui.screens.base import TrainerScreen
from trainer.tui.widgets.hanging import Hanging, Hung
from trainer.tui.widgets.menu import Entry, Menu, Section

if TYPE_CHECKING:
    from trainer.flows.exam_start import ExamStartFlow
    from trainer.i18n.catalogue import Translator

_STARTS = {"mock": N_("Start the mock exam"), "counting": N_("Start the counting exam")}
_MEANS = {
    "mock": N_("Does not count. The clock stops while you are away; at the end you review every question."),
    "counting": N_("Counts for your record. The clock runs on while you are away; one try a day."),
}
_BACK = "back"


class ExamStartScreen(TrainerScreen):
    """Paints :class:`~trainer.flows.exam_start.ExamStartView`."""

    AUTO_FOCUS = ""

    def __init__(self, words: Translator, flow: ExamStartFlow) -> None:
        super().__init__(words)
        self._flow = flow
        self._starting = False
        self._title = Plain(classes="title")
        self._about = Hanging()
        self._rule = Plain(classes="gap")
        self._menu = Menu(classes="gap")

    def compose_page(self) -> ComposeResult:
        with Vertical(classes="column"):
            yield self._title
            yield self._about
            yield self._rule
            yield self._menu

    def on_mount(self) -> None:
        self._menu.focus(scroll_visible=False)

    def place(self) -> Sequence[str]:
        return [self.words.text(self._flow.view.info.title)]

    def offering(self) -> Iterable[Offering]:
        return (self._menu, self)

    def paint(self) -> None:
        words, view = self.words, self._flow.view
        self._title.show(words.text(view.info.title))
        facts = self._facts()
        width = max(len(name) for name, _ in facts) + 3
        self._about.hang([Hung(f"{name:<{width}}", plain(text)) for name, text in facts])
        self._rule.show(self._sentence())
        starts = tuple(Entry(mode, words._(_STARTS[mode]), words._(_MEANS[mode])) for mode in view.modes)
        self._menu.offer([Section("", (*starts, Entry(_BACK, words._("Not now"))))])

    def _sentence(self) -> Content:
        """Why it cannot be taken, or cannot count; else what happens to answers."""
        words, view = self.words, self._flow.view
        if view.info.shortages:
            text = words._("This exam is not available for «{qualification}» yet: there are too few questions.",
                           qualification=view.qualification)  # fmt: skip
            return plain(f"! {text}", "$warning")
        if view.refusal:
            return plain(words.translate(view.refusal))
        return plain(words._("Each answer is saved as you give it. Right and wrong are shown only at the end."))

    def _facts(self) -> list[tuple[str, str]]:
        words, info = self.words, self._flow.view.info
        language = words.language
        needed = words._("{share} in all", share=percent(info.pass_mark, language))
        if info.section_pass_mark:
            needed = words._("{share} in all and {section_share} in each section",
                             share=percent(info.pass_mark, language),
                             section_share=percent(info.section_pass_mark, language))  # fmt: skip
        if info.house_rule:
            needed = words._("{rule} (house rule)", rule=needed)
        return [
            (words._("Questions"), str(info.items)),
            (words._("Time"), minutes(info.minutes, language)),
            (words._("To pass"), needed),
            (words._("Sections"), " · ".join(words.text(title) for title in info.sections)),
        ]

    @on(Menu.Picked)
    def _start(self, event: Menu.Picked) -> None:
        if event.entry == _BACK:
            self.action_back()
        elif not self._starting:
            self._starting = True
            in_background(self, "start", partial(self._flow.start, event.entry))

    def on_failed(self, event: Failed) -> None:
        self._starting = False

    @on(Finished)
    def _started(self, event: Finished) -> None:
        event.stop()
        self.open("sitting", replace=True, flow=event.result)
