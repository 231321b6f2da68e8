"""What is said after the answer of rows, orders, gaps and typed answers: what was given, what is right, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from trainer.kernel.problems import N_
from trainer.tui.safe import emphasised, joined, plain
from trainer.tui.widgets.item_paint import Drawing

if TYPE_CHECKING:
    from trainer.flows.results import Feedback
    from trainer.items.explained import EntryFeedback, RowFeedback, StepFeedback
    from trainer.kernel.text import LocalText

_RIGHT = (N_("Your answer, right:"), "bold $success")
_WRONG = (N_("Your answer, wrong:"), "bold $error")
_KEY = (N_("The right answer:"), "bold $success")
_NOTHING = (N_("Not answered"), "bold $warning")
#: Where the signs stand, and where what they are about begins.
_SIGN, _TEXT = 2, 4


def _mark(sign: str, style: str, indent: int = _SIGN) -> Content:
    return Content.assemble((" " * indent, ""), (f"{sign} ", style))


def _sign(right: bool, answered: bool) -> tuple[str, str]:
    return ("✓", "bold $success") if right else ("✗", "bold $error") if answered else ("○", "bold $warning")


# -- rows ----------------------------------------------------------------------------------------------------------


def explain_rows(drawing: Drawing, feedback: Feedback) -> None:
    """Row by row: what was put there, what belongs there, and why."""
    for number, row in enumerate(feedback.rows):
        if number:
            drawing.gaps.append(len(drawing.lines))
        _row(drawing, row)


def _row(drawing: Drawing, row: RowFeedback) -> None:
    sign = _mark(*_sign(row.right, row.chosen is not None))
    drawing.set(sign, [emphasised(text, "bold") for text in drawing.texts(row.text)])
    indent = Content(" " * _TEXT)
    if row.chosen is None:
        drawing.say(indent, _NOTHING, None)
    else:
        drawing.say(indent, _RIGHT if row.right else _WRONG, row.chosen)
    drawing.quietly(_TEXT + 2, row.chosen_rationale or {})
    if row.key is not None and not row.right:
        drawing.say(indent, _KEY, row.key)
    drawing.quietly(_TEXT + 2, row.rationale)


# -- orders --------------------------------------------------------------------------------------------------------


def explain_steps(drawing: Drawing, feedback: Feedback) -> None:
    """The right order; of each step where it was put, whether it followed the right one, and why it stands here."""
    if feedback.steps:
        drawing.heading(drawing.words._("The right order. Each step that comes right after the one before it counts."))
    for step in feedback.steps:
        if step.place > 1:
            drawing.gaps.append(len(drawing.lines))
        _step(drawing, step, len(feedback.steps))


def _step(drawing: Drawing, step: StepFeedback, count: int) -> None:
    # The first step follows none: it has no part in the mark, and no sign but that of its place.
    counts = step.put == step.place if step.follows is None else step.follows
    sign, style = _sign(counts, step.put is not None)
    if step.follows is None and not counts and step.put is not None:
        sign, style = "·", "$quiet"
    mark = Content.assemble((f"{step.place:>{len(str(count)) + 1}} ", "bold"), (f"{sign} ", style))
    drawing.set(mark, [emphasised(text, "bold") for text in drawing.texts(step.text)])
    if step.put is not None and step.put != step.place:
        drawing.set(" " * _TEXT + " ", [plain(drawing.words._("Your place for it: {place}", place=step.put))])
    drawing.quietly(_TEXT + 1, step.rationale)


# -- what was typed ------------------------------------------------------------------------------------------------


def explain_entries(drawing: Drawing, feedback: Feedback) -> None:
    """A number or words, or an argument beside the model answer."""
    for entry in feedback.entries:
        _entry(drawing, entry)
    if feedback.argument is not None:
        _argument(drawing, feedback)


def _entry(drawing: Drawing, entry: EntryFeedback) -> None:
    if entry.typed:
        said = _RIGHT if entry.right else _WRONG
        _say_texts(drawing, _mark(*_sign(entry.right, True)), said, _with_unit(entry.typed, entry.unit))
    else:
        drawing.say(_mark(*_sign(False, False)), _NOTHING, None)
    drawing.quietly(_TEXT, entry.slip or {})
    _accepted(drawing, entry)
    drawing.quietly(_TEXT, entry.rationale)


def _accepted(drawing: Drawing, entry: EntryFeedback) -> None:
    """What is right: a number with what it may be off by, or all words that are accepted; unless that was typed."""
    off = entry.tolerance or {}
    right = {
        language: " · ".join(texts) + (f" ± {off[language]}" if language in off else "")
        for language, texts in entry.accepted.items()
    }
    if not right or (entry.right and set(drawing.texts(right)) == set(drawing.texts(entry.typed))):
        return
    said = _KEY if entry.number else (N_("Accepted:"), "bold $success")
    _say_texts(drawing, _mark("✓", "bold $success"), said, _with_unit(right, entry.unit))


def _with_unit(texts: LocalText, unit: LocalText | None) -> LocalText:
    return {language: f"{text} {(unit or {}).get(language, '')}".strip() for language, text in texts.items()}


def _say_texts(drawing: Drawing, mark: Content, said: tuple[str, str], text: LocalText) -> None:
    """Words of the interface, behind them what was typed or accepted: never anything but text, not even bold."""
    words = (drawing.words._(said[0]), said[1])
    drawing.set(mark, [joined(words, " ", " / ".join(drawing.texts(text)))])


def _argument(drawing: Drawing, feedback: Feedback) -> None:
    argument = feedback.argument
    if argument is None:
        return
    words = drawing.words
    drawing.heading(words._("Your answer"))
    drawing.set("  ", [plain(argument.typed) if argument.typed else plain(words._("Not answered"), "$warning")])
    drawing.blank()
    drawing.heading(words._("A model answer"))
    drawing.set("  ", [emphasised(text) for text in drawing.texts(argument.model_answer)])
    drawing.blank()
    drawing.heading(words._("What the assessor looks for"))
    for criterion in argument.criteria:
        points = words.ngettext("{count} point", "{count} points", criterion.points)
        texts = [emphasised(text) for text in drawing.texts(criterion.text)]
        texts[-1] = joined(texts[-1], (f"  ({points})", "$quiet"))
        drawing.set("  · ", texts)


# -- gaps ----------------------------------------------------------------------------------------------------------


def explain_gaps(drawing: Drawing, feedback: Feedback) -> None:
    """Gap by gap, in the order of the text."""
    entries = {entry.group: entry for entry in feedback.entries}
    for number, group in enumerate(drawing.picture.item.groups, 1):
        if number > 1:
            drawing.gaps.append(len(drawing.lines))
        lines = drawing.feedback_of(group.name)
        entry = entries.get(group.name)
        drawing.lines.append(plain(drawing.words._("Gap {number}", number=number), "bold"))
        if entry is not None:
            _entry(drawing, entry)
        elif not any(line.chosen for line in lines):
            drawing.say(_mark(*_sign(False, False)), _NOTHING, None)
        for line in lines:
            if line.chosen or line.key or drawing.picture.every_rationale:
                drawing.set(
                    "  ", [emphasised(text, "bold" if line.chosen else "") for text in drawing.texts(line.text)]
                )
                drawing.rationale(line, _TEXT, several=False)
