"""The end of a practice in words: how it went, lesson by lesson, when it comes back, and where to go from here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from trainer.tui.safe import joined, plain
from trainer.tui.widgets.bar import bar
from trainer.tui.widgets.columns import set_texts
from trainer.tui.widgets.item_paint import PROVISIONAL
from trainer.tui.widgets.menu import Entry, Section
from trainer.tui.widgets.strides import stride_bar

if TYPE_CHECKING:
    from trainer.flows.coming_back import ComingBack
    from trainer.flows.practise import LessonScore, PracticeSummary
    from trainer.flows.titles import Titles
    from trainer.i18n.catalogue import Translator

BACK, RETRY, REVIEW = "back", "retry", "review"
_BAR = 40
#: How many of the days on which something comes back are named.
_DAYS_NAMED = 3


def summary_text(summary: PracticeSummary, words: Translator, width: int) -> Content:
    """How it went, in words and as a bar, and when the questions come back."""
    lines = [plain(words._("The practice is finished"), "bold"), Content(" "), *_share(summary, words)]
    for sentence in _sentences(summary, words):
        lines += set_texts(Content(""), [sentence], width)
    return joined(*lines, between="\n")


def lessons_text(summary: PracticeSummary, titles: Titles, words: Translator, width: int) -> Content:
    """How it went lesson by lesson, the worst first; nothing where there is one only."""
    several = len(summary.lessons) > 1
    return joined(*(_by_lesson(summary.lessons, titles, words, width) if several else ()), between="\n")


def _share(summary: PracticeSummary, words: Translator) -> Iterator[Content]:
    marked = summary.answered - summary.provisional
    yield plain(words.ngettext("{right} of {count} question right", "{right} of {count} questions right",
                               marked, right=summary.right))  # fmt: skip
    yield bar(summary.right / marked if marked else 0.0, _BAR)


def _sentences(summary: PracticeSummary, words: Translator) -> Iterator[Content]:
    if summary.provisional:
        waiting = words.ngettext("{count} answer waits for an assessor: it counts neither for nor against.",
                                 "{count} answers wait for an assessor: they count neither for nor against.",
                                 summary.provisional)  # fmt: skip
        yield plain(f"{PROVISIONAL[0]} {waiting}", PROVISIONAL[1])
    if summary.right and summary.right == summary.answered - summary.provisional:
        yield plain(words._("Nothing to go over again: every confirmed answer was right."))
    if summary.comes_back:
        yield plain(words._("Comes back: {days}.", days=_days(summary.comes_back, words)), "$quiet")


def _days(coming: Sequence[ComingBack], words: Translator) -> str:
    """``3 tomorrow, 2 in 4 days, 5 later``."""
    said = [f"{one.items} {days_words(one.days, words)}" for one in coming[:_DAYS_NAMED]]
    if later := sum(one.items for one in coming[_DAYS_NAMED:]):
        said.append(words._("{count} later", count=later))
    return ", ".join(said)


def days_words(days: int, words: Translator) -> str:
    """In how many days from today."""
    if days <= 0:
        return words._("today")
    return words._("tomorrow") if days == 1 else words.ngettext("in {count} day", "in {count} days", days)


def _by_lesson(lessons: Sequence[LessonScore], titles: Titles, words: Translator, width: int) -> Iterator[Content]:
    yield plain(words._("By lesson"), "bold")
    for score in sorted(lessons, key=lambda one: (one.right / one.answered, -one.answered)):
        title = titles.lesson(score.module, score.lesson) if score.lesson else titles.module(score.module)
        figures = words._("{right} of {count}", right=score.right, count=score.answered)
        shown = Content.assemble(*((run.text, run.style) for run in stride_bar(score.right, score.answered)))
        lead = joined(shown, f"  {figures:<8} ")
        yield from set_texts(lead, [plain(words.text(title))], width)


def summary_choices(summary: PracticeSummary, still_due: int, titles: Titles, words: Translator) -> list[Section]:
    """The wrong ones again, what else is due, the lessons to go over, and the way back."""
    again = []
    if summary.wrong:
        count = words.ngettext("{count} question", "{count} questions", summary.wrong)
        again.append(Entry(RETRY, words._("Practise what was wrong again"), aside=count))
    if still_due:
        count = words.ngettext("{count} question is due", "{count} questions are due", still_due)
        again.append(Entry(REVIEW, words._("Go on reviewing"), aside=count))
    lessons = tuple(
        Entry(f"{module}/{lesson}", words.text(titles.lesson(module, lesson)))
        for module, lesson in summary.weak_lessons
        if lesson
    )
    sections = [Section(words._("Go on"), (*again, Entry(BACK, words._("Go back"))))]
    return [*sections, Section(words._("What to study, most missed first"), lessons)] if lessons else sections
