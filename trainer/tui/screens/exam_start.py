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
from trainer.items.kinds import load_kinds
from trainer.kernel.problems import N_
from trainer.tui.background import Failed, Finished, in_background
from trainer.tui.commands import Offering
from trainer.tui.safe import Plain, plain
from trainer.tui.screens.base import TrainerScreen
from trainer.tui.screens.tries_words import try_line
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
#: The task that loads the kinds of item while the page is read, so that the start only draws.
_KINDS = "kinds"
#: The result lists every try; here the way to the start must stay short.
_TRIES_SHOWN = 5


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
        self.call_after_refresh(in_background, self, _KINDS, load_kinds)

    def place(self) -> Sequence[str]:
        return [self.words.text(self._flow.view.info.title)]

    def offering(self) -> Iterable[Offering]:
        return (self._menu, self)

    def paint(self) -> None:
        words, view = self.words, self._flow.view
        self._title.show(words.text(view.info.title))
        facts = [*self._facts(), *self._tries()]
        width = max(len(name) for name, _ in facts) + 3
        self._about.hang([Hung(f"{name:<{width}}", text) for name, text in facts])
        self._rule.show(self._sentence())
        starts = tuple(Entry(mode, words._(_STARTS[mode]), words._(_MEANS[mode])) for mode in view.modes)
        self._menu.offer([Section("", (*starts, Entry(_BACK, words._("Not now"))))])

    def _sentence(self) -> Content:
        """Why it cannot be taken, or cannot count; else what happens to answers."""
        words, view = self.words, self._flow.view
        if not view.info.items:
            return plain(f"! {words._('None of the modules of this exam exists yet.')}", "$warning")
        if view.info.shortages:
            text = words._("This exam is not available for «{qualification}» yet: there are too few questions.",
                           qualification=view.qualification)  # fmt: skip
            return plain(f"! {text}", "$warning")
        if view.info.partial:
            return plain(words._("Until every module exists the exam cannot count, and a mock exam is drawn over the "
                                 "modules that are there."))  # fmt: skip
        if view.refusal:
            return plain(words.translate(view.refusal))
        return plain(words._("Each answer is saved as you give it. Right and wrong are shown only at the end."))

    def _facts(self) -> list[tuple[str, Content]]:
        words, info = self.words, self._flow.view.info
        part, whole = (minutes(count, words.language) for count in (info.minutes, info.whole_minutes))
        facts = [
            (words._("Questions"), plain(self._amount(str(info.items), str(info.whole_items)))),
            (words._("Time"), plain(self._time(self._amount(part, whole)))),
            (words._("To pass"), plain(self._needed())),
        ]
        if info.sections:
            facts.append((words._("Sections"), plain(" · ".join(words.text(title) for title in info.sections))))
        if info.missing_titles:
            missing = " · ".join(words.text(title) for title in info.missing_titles)
            facts.append((words._("In preparation"), plain(missing, "$warning")))
        return facts

    def _time(self, usual: str) -> str:
        """The time there is; in a mock exam with the learner's extra time."""
        words, view = self.words, self._flow.view
        if not view.extra_time:
            return usual
        return words._("{usual}; in the mock exam {minutes} (extra time: +{extra} %)", usual=usual,
                       minutes=minutes(view.mock_minutes, words.language), extra=view.extra_time)  # fmt: skip

    def _amount(self, part: str, whole: str) -> str:
        """What can be drawn now, and what the exam will be."""
        if not self._flow.view.info.partial:
            return whole
        return self.words._("{part} ({whole} when every module exists)", part=part, whole=whole)

    def _needed(self) -> str:
        words, info = self.words, self._flow.view.info
        share = percent(info.pass_mark, words.language)
        needed = words._("{share} in all", share=share)
        if info.section_pass_mark:
            section_share = percent(info.section_pass_mark, words.language)
            needed = words._("{share} in all and {section_share} in each section",
                             share=share, section_share=section_share)  # fmt: skip
        return words._("{rule} (house rule)", rule=needed) if info.house_rule else needed

    def _tries(self) -> list[tuple[str, Content]]:
        """The counting tries so far: the record lists them all, so the learner sees them before another."""
        words, tries = self.words, self._flow.view.tries
        name = words._("Tries so far")
        lines = [try_line(one, words) for one in tries[:_TRIES_SHOWN]]
        if earlier := len(tries) - len(lines):
            lines.append(
                plain(words.ngettext("and {count} earlier one", "and {count} earlier ones", earlier), "$quiet")
            )
        return [(name if number == 0 else "", line) for number, line in enumerate(lines)]

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
        if event.name == _KINDS:
            return
        self.open("sitting", replace=True, flow=event.result)
