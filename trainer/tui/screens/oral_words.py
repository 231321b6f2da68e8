"""The oral assessment in words: what is asked and observed, what is covered, what still has to be marked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.content import Content

from trainer.content.assessing import TOP_LEVEL
from trainer.kernel.problems import N_
from trainer.tui.safe import joined, plain
from trainer.tui.widgets.hanging import Hung
from trainer.tui.widgets.level_sheet import Mark, Part

if TYPE_CHECKING:
    from trainer.content.assessing import OralQuestion
    from trainer.flows.oral import OralView
    from trainer.i18n.catalogue import Translator

_OUTCOMES = {
    "sufficient": ("✓", "bold $success", N_("Sufficient")),
    "insufficient": ("✗", "bold $error", N_("Insufficient")),
}


def parts(view: OralView, words: Translator) -> list[Part]:
    """The questions with what a good answer holds, and the groups observed, with the marks given so far."""
    protocol, marks = view.protocol, view.marks
    levels = tuple(words.text(one) for one in protocol.levels)
    asked = tuple(
        Mark(one.id, words.text(one.text), TOP_LEVEL, marks.get(one.id), (), levels, holds=_holds(one, words))
        for one in protocol.questions
    )
    note = words._("Put at least {count} of them; mark those you put.", count=protocol.ask)
    found = [Part(words._("Questions"), asked, note)]
    for group in protocol.observe:
        points = tuple(
            Mark(
                point.id, words.text(point.text), TOP_LEVEL, marks.get(point.id), (),
                tuple(words.text(one) for one in point.anchors) if point.anchors else levels,
            )
            for point in group.points
        )  # fmt: skip
        optional = words._("May be left out; then the record says that it was not assessed.") if group.optional else ""
        found.append(Part(words.text(group.title), points, optional))
    return found


def _holds(question: OralQuestion, words: Translator) -> tuple[str, ...]:
    return tuple(words.text(text) for text in question.good_answer)


def outcome(view: OralView, words: Translator) -> Content:
    """What the marks come to, or what is still open."""
    found = view.sheet.outcome
    if found is not None:
        sign, style, said = _OUTCOMES[found]
        return joined((f"{sign} {words._(said)}", style))
    open_ = sum(len(part.open) for part in view.sheet.parts if not part.left)
    return joined((words.ngettext("{count} mark is still open", "{count} marks are still open", open_), "bold $accent"))


def covered(view: OralView, words: Translator) -> Iterator[Hung]:
    """The statements this assessment covers so far, and those that must be watched or heard and are not yet."""
    yield Hung("", plain(words._("Statements covered"), "bold"))
    shown = [name for name in view.statements if name in view.sheet.statements or name in view.observed]
    if not shown:
        yield Hung("", plain(words._("none yet"), "$quiet"))
    for name in shown:
        is_covered = name in view.sheet.statements
        sign, style = ("✓ ", "$success") if is_covered else ("○ ", "$warning")
        heard = f"  {words._('only an observer can see or hear it')}" if name in view.observed else ""
        yield Hung(sign, joined(words.text(view.statements[name]), (heard, "$quiet")), style)
