"""The result of an exam: verdict in words, bars against the pass marks, time, and what to study."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from trainer.i18n.dates import minutes
from trainer.i18n.numbers import decimal, percent
from trainer.kernel.problems import N_
from trainer.tui.commands import Offering
from trainer.tui.safe import Plain, joined, plain
from trainer.tui.screens.base import TrainerScreen
from trainer.tui.screens.tries_words import try_line
from trainer.tui.widgets.bar import bar
from trainer.tui.widgets.columns import set_texts
from trainer.tui.widgets.menu import Entry, Menu, Section

if TYPE_CHECKING:
    from trainer.flows.review import ResultView, ReviewFlow
    from trainer.flows.titles import Titles
    from trainer.i18n.catalogue import Translator

_ENDED = {
    "time": N_("Time was up: the exam was submitted with the answers given until then."),
    "found_past_end": N_("Time ran out while you were away: the exam was submitted as it stood."),
}
_REVIEW, _BACK, _REPORT = "review", "back", "report"
_RETRY = "retry"
_NARROW_BAR, _WIDE_BAR, _WIDE_FROM = 14, 26, 76
#: Narrower than this the points beside the bars are left out: share and sign say the same.
_FIGURES_FROM = 66
_MOST_STATEMENTS = 8


@dataclass(frozen=True, slots=True)
class _Row:
    """A bar: what it is of, and the pass mark drawn on it."""

    name: str
    points: float
    maximum: int
    mark: float | None
    passed: bool | None


class ResultScreen(TrainerScreen):
    """Paints :class:`~trainer.flows.review.ResultView`."""

    AUTO_FOCUS = ""

    def __init__(self, words: Translator, flow: ReviewFlow, titles: Titles) -> None:
        super().__init__(words)
        self._flow, self._titles = flow, titles
        self._view = flow.result
        self._text = Plain()
        self._menu = Menu(classes="gap")

    def compose_page(self) -> ComposeResult:
        with Vertical(classes="column"):
            yield self._text
            yield self._menu

    def on_mount(self) -> None:
        self._menu.focus(scroll_visible=False)

    def resized(self) -> None:
        self.paint()

    def place(self) -> Sequence[str]:
        return [self.words._("Result"), self.words.text(self._view.title)]

    def offering(self) -> Iterable[Offering]:
        return (self._menu, self)

    # -- painting ------------------------------------------------------------------------------------------------

    def paint(self) -> None:
        words, view = self.words, self._view
        lines: list[Content] = [verdict(view, words), Content(" "), *self._bars(view), Content(" ")]
        for sentence in self._sentences(view):
            lines += set_texts(Content(""), [plain(sentence)], self._width)
        if view.tries:
            lines += [Content(" "), plain(words._("Tries so far"), "bold")]
            lines += [try_line(one, words) for one in view.tries]
        self._text.show(joined(*lines, between="\n"))
        self._menu.offer([self._first_choices(view), *self._study(view)])

    @property
    def _width(self) -> int:
        return max(40, self._text.size.width)

    def _bars(self, view: ResultView) -> list[Content]:
        rows = [_Row(self.words._("In all"), view.points, view.maximum, view.pass_mark, None)]
        rows += [
            _Row(
                self.words.text(section.title), section.points, section.maximum, view.section_pass_mark, section.passed
            )
            for section in view.sections
        ]
        figures = [self._figures(row) for row in rows]
        if self._width < _FIGURES_FROM:
            figures = ["" for _ in figures]
        beside = max(len(figure) for figure in figures)
        room = _WIDE_BAR if self._width >= _WIDE_FROM else _NARROW_BAR
        names = min(max(len(row.name) for row in rows), max(12, self._width - room - beside - 15))
        return [self._bar(row, names, room, f"{figure:<{beside}}") for row, figure in zip(rows, figures, strict=True)]

    def _figures(self, row: _Row) -> str:
        points = decimal(row.points, self.words.language)
        return self.words._("{points} of {maximum}", points=points, maximum=row.maximum)

    def _bar(self, row: _Row, width: int, room: int, figures: str) -> Content:
        share = row.points / row.maximum if row.maximum else 0.0
        sign = "" if row.passed is None or not row.mark else "  ✓" if row.passed else "  ✗"
        title = plain(row.name).truncate(width, ellipsis=True)
        return joined(
            title.pad_right(width - title.cell_length + 2),
            bar(share, room, row.mark or None),
            f"  {percent(share, self.words.language):>5}  ",
            (figures, "$quiet"),
            (sign, "bold $success" if row.passed else "bold $error"),
        )

    def _sentences(self, view: ResultView) -> list[str]:
        words, language = self.words, self.words.language
        said = [words._("This try was voided and does not count.")] if view.voided is not None else []
        said += [words._(_ENDED[view.reason])] if view.reason in _ENDED else []
        if view.pass_mark is not None:
            needed = words._("To pass: {share} in all and {section_share} in each section, marked │ on the bars.",
                             share=percent(view.pass_mark, language),
                             section_share=percent(view.section_pass_mark or 0.0, language))  # fmt: skip
            said.append(f"{needed} {words._('House rule.')}" if view.house_rule else needed)
        if view.minutes:
            said.append(words._("Time used: {used} of {limit}.", used=minutes(view.minutes_used, language),
                                limit=minutes(view.minutes, language)))  # fmt: skip
        if view.extra_minutes:
            said.append(words._("{extra} of it were extra time.", extra=minutes(view.extra_minutes, language)))
        if view.blank:
            said.append(words.ngettext("{count} question was left without an answer.",
                                       "{count} questions were left without an answer.", view.blank))  # fmt: skip
        return said

    def _first_choices(self, view: ResultView) -> Section:
        review = (Entry(_REVIEW, self.words._("Review the questions")),) if view.reviewable else ()
        return Section("", (*review, *self._retry(view), *self._reports(view), Entry(_BACK, self.words._("Go back"))))

    def _retry(self, view: ResultView) -> list[Entry]:
        """What was wrong, as a practice; never of a counting exam."""
        if not (view.reviewable and view.wrong):
            return []
        count = self.words.ngettext("{count} question", "{count} questions", view.wrong)
        return [Entry(_RETRY, self.words._("Practise what was wrong again"), aside=count)]

    def _reports(self, view: ResultView) -> list[Entry]:
        """Questions noted as mistaken; where there is a review they are reported from there."""
        noted = () if view.reviewable else view.noted
        return [
            Entry(f"{_REPORT}:{position}", self.words._("Report a mistake in question {number}", number=position + 1))
            for position in noted
        ]

    def _study(self, view: ResultView) -> list[Section]:
        """Lessons of what went wrong; after a counting exam also the statements, because there is no review."""
        words = self.words
        lessons = tuple(
            Entry(f"{module}/{lesson}", words.text(self._titles.lesson(module, lesson)))
            for module, lesson in view.study
            if lesson
        )
        found = [Section(words._("What to study, most missed first"), lessons)] if lessons else []
        if not view.reviewable and view.statements:
            statements = tuple(
                Entry(f"statement:{name}", words.text(self._titles.statement(name)), faint=True)
                for name in view.statements[:_MOST_STATEMENTS]
            )
            found.append(Section(words._("Knowledge and skills to go over"), statements, numbered=False))
        return found

    # -- actions -------------------------------------------------------------------------------------------------

    @on(Menu.Picked)
    def _go_where(self, event: Menu.Picked) -> None:
        if event.entry == _BACK:
            self.action_back()
        elif event.entry.startswith(f"{_REPORT}:"):
            self.open("report", subject=self._flow.subject(int(event.entry.partition(":")[2])))
        elif event.entry == _RETRY:
            self.open("practice", replace=True, scope="retry", target=self._flow.state.attempt)
        elif event.entry == _REVIEW:
            self.open("review", attempt=self._flow.state.attempt)
        elif "/" in event.entry:
            module, _, lesson = event.entry.partition("/")
            self.open("lesson", module=module, lesson=lesson)


def verdict(view: ResultView, words: Translator) -> Content:
    """Passed or not, in sign and words; what kind of exam it was."""
    kind = words._("counting exam") if view.mode == "counting" else words._("mock exam")
    if view.passed is None:
        return joined((words._("Finished"), "bold"), (f"  ·  {kind}", "$quiet"))
    said = (f"✓ {words._('Passed')}", "bold $success") if view.passed else (f"✗ {words._('Not passed')}", "bold $error")
    return joined(said, (f"  ·  {kind}", "$quiet"))
