"""What a practice says: how far one is, and its summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from trainer.tui.safe import joined
from trainer.tui.widgets.bar import bar
from trainer.tui.widgets.item_paint import mark_sign
from trainer.tui.widgets.menu import Entry, Section

if TYPE_CHECKING:
    from trainer.flows.practise import PracticeSummary, PracticeView
    from trainer.flows.titles import Titles
    from trainer.i18n.catalogue import Translator

BACK = "back"
_BAR = 40


def where(view: PracticeView, words: Translator) -> Content:
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


def summary_text(summary: PracticeSummary, words: Translator) -> Content:
    """How it went, in words and as a bar."""
    answered = words.ngettext("{right} of {count} question right", "{right} of {count} questions right",
                              summary.answered, right=summary.right)  # fmt: skip
    share = summary.right / summary.answered if summary.answered else 0.0
    perfect = summary.answered and summary.right == summary.answered
    said = words._("Nothing to go over again: every confirmed answer was right.") if perfect else ""
    title = (words._("The practice is finished"), "bold")
    return joined(title, " ", answered, bar(share, _BAR), " " if said else "", said, between="\n")


def summary_choices(summary: PracticeSummary, titles: Titles, words: Translator) -> list[Section]:
    """The lessons to go over again, and the way back."""
    lessons = tuple(
        Entry(f"{module}/{lesson}", words.text(titles.lesson(module, lesson)))
        for module, lesson in summary.weak_lessons
        if lesson
    )
    sections = [Section(words._("Study again"), lessons)] if lessons else []
    return [*sections, Section(words._("Then"), (Entry(BACK, words._("Go back")),))]
