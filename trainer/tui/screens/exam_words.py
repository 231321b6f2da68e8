"""What an exam says: where one is, the signs of the overview, and the page before submitting."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from trainer.tui.safe import joined
from trainer.tui.widgets.menu import Entry, Section
from trainer.tui.widgets.overview import Mark

if TYPE_CHECKING:
    from trainer.flows.exam import ExamView
    from trainer.i18n.catalogue import Translator

BACK, FIRST_OPEN, SUBMIT = "back", "first", "submit"
ANSWERED, OPEN, FLAG = "●", "○", "⚑"


def where(view: ExamView, words: Translator) -> Content:
    """Position, section and flag of the present question."""
    number = words._("Question {number} of {count}", number=view.position + 1, count=view.count)
    flag = f"{FLAG} {words._('flagged')}" if view.flagged else ""
    noted = f"! {words._('mistake noted')}" if view.noted else ""
    section = words.text(view.section_titles[view.section]) if view.section_titles else ""
    return joined(number, (flag, "bold $warning"), (noted, "$warning"), section, between="  ·  ")


def marks(view: ExamView) -> list[Mark]:
    """The overview's signs."""
    return [
        Mark(cell.section, ANSWERED if cell.answered else OPEN, "$accent" if cell.answered else "$quiet", cell.flagged)
        for cell in view.cells
    ]


def legend(words: Translator) -> Sequence[str]:
    """What the signs mean."""
    return (
        f"{ANSWERED} {words._('answered')}",
        f"{OPEN} {words._('without an answer')}",
        f"{FLAG} {words._('flagged')}",
    )


def submit_text(view: ExamView, words: Translator) -> Content:
    """What is still open, before submitting."""
    unanswered = [position + 1 for position, cell in enumerate(view.cells) if not cell.answered]
    flagged = [position + 1 for position, cell in enumerate(view.cells) if cell.flagged]
    parts: list[Content | tuple[str, str] | str] = [(words._("Submit the exam?"), "bold"), " "]
    if unanswered:
        text = words.ngettext("{count} question without an answer: {numbers}",
                              "{count} questions without an answer: {numbers}",
                              len(unanswered), numbers=unanswered)  # fmt: skip
        parts.append((f"{OPEN} {text}", "$warning"))
    else:
        parts.append(f"{ANSWERED} {words._('Every question has an answer.')}")
    if flagged:
        text = words.ngettext("{count} question flagged: {numbers}", "{count} questions flagged: {numbers}",
                              len(flagged), numbers=flagged)  # fmt: skip
        parts.append((f"{FLAG} {text}", "$warning"))
    parts += [" ", words._("After that no answer can be changed.")]
    return joined(*parts, between="\n")


def submit_choices(view: ExamView, words: Translator) -> list[Section]:
    """The safe choice first."""
    entries = [Entry(BACK, words._("Back to the questions"))]
    if view.unanswered:
        entries.append(Entry(FIRST_OPEN, words._("Go to the first question without an answer")))
    entries.append(Entry(SUBMIT, words._("Submit the exam")))
    return [Section("", tuple(entries))]
