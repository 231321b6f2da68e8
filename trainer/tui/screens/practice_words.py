"""What a practice says of how far one is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from trainer.tui.safe import joined
from trainer.tui.widgets.item_paint import PROVISIONAL, mark_sign

if TYPE_CHECKING:
    from trainer.flows.practise import PracticeView
    from trainer.i18n.catalogue import Translator

#: As many signs stand apart; more of them would push the number of the question off a narrow screen.
_APART = 12


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
        if position in view.provisional:
            sign, style = PROVISIONAL
        signs.append((sign, f"{style} underline" if here and points is not None else style))
    return joined(*signs, between=" " if view.count <= _APART else "")
