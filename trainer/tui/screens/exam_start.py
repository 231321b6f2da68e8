"""Before an exam: what it is, how long, what is needed to pass, what happens to the clock; then the start."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from trainer.i18n.dates import minutes
from trainer.i18n.numbers import percent
from trainer.kernel.problems import N_
from trainer.tui.background import Finished, in_background
from trainer.tui.commands import Offering
from trainer.tui.safe import Plain, joined, plain
from trainer.tui.screens.base import TrainerScreen
from trainer.tui.widgets.columns import set_texts
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

    def __init__(self, words: Translator, flow: ExamStartFlow) -> None:
        super().__init__(words)
        self._flow = flow
        self._starting = False
        self._about = Plain()
        self._menu = Menu(classes="gap")

    def compose_page(self) -> ComposeResult:
        with Vertical(classes="column"):
            yield self._about
            yield self._menu

    def on_mount(self) -> None:
        super().on_mount()
        self._menu.focus()

    def on_resize(self) -> None:
        self.paint()

    def place(self) -> Sequence[str]:
        return [self.words.text(self._flow.view.info.title)]

    def offering(self) -> Iterable[Offering]:
        return (self._menu, self)

    def paint(self) -> None:
        words, view = self.words, self._flow.view
        lines = [plain(words.text(view.info.title), "bold"), Content("")]
        for name, text in self._facts():
            lines += set_texts(plain(f"{name:<{self._name_width}}", "$quiet"), [plain(text)], self._width)
        if view.info.shortages:
            sentence = words._("This exam is not available for «{qualification}» yet: there are too few questions.",
                               qualification=view.qualification)  # fmt: skip
            lines += [Content(""), *set_texts(Content(""), [plain(f"! {sentence}", "$warning")], self._width)]
        elif view.refusal:
            lines += [Content(""), *set_texts(Content(""), [plain(words.translate(view.refusal))], self._width)]
        else:
            lines.append(Content(""))
            rule = words._("Each answer is saved as you give it. Right and wrong are shown only at the end.")
            lines += set_texts(Content(""), [plain(rule)], self._width)
        self._about.show(joined(*[line or Content(" ") for line in lines], between="\n"))
        starts = tuple(Entry(mode, words._(_STARTS[mode]), words._(_MEANS[mode])) for mode in view.modes)
        self._menu.offer([Section("", (*starts, Entry(_BACK, words._("Not now"))))])

    @property
    def _width(self) -> int:
        return max(40, self._about.size.width)

    @property
    def _name_width(self) -> int:
        return max(len(name) for name, _ in self._facts()) + 3

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

    def on_failed(self, event: Any) -> None:
        self._starting = False
        super().on_failed(event)

    @on(Finished)
    def _started(self, event: Finished) -> None:
        event.stop()
        self.open("sitting", replace=True, flow=event.result)
