"""The desk's own line: day, time, closing time; and below it who is waiting for an answer now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.tui.plays.desk.pen import Pen
from trainer.tui.plays.desk.speech import CHANNELS
from trainer.tui.safe import joined

if TYPE_CHECKING:
    from textual.content import Content

    from trainer.exercises.desk.shown import ShiftView, Waiting
    from trainer.tui.plays.desk.speech import Speech
    from trainer.tui.widgets.item_paint import Drawn

#: How many of those who wait have a line; the others are counted.
_LINES = 3


def clock_lines(view: ShiftView, speech: Speech, width: int) -> Drawn:
    """Who has waited longest comes first; past the promised time the sign and the words change."""
    pen = Pen(width)
    closes = speech._("closes at {time}", time=view.closes)
    pen.add(joined((speech.today(view.day), "$quiet"), (view.time, "bold $accent"), (closes, "$quiet"), between=" · "))
    for one in view.waiting[:_LINES]:
        pen.add(_waiting(one, speech))
    if (more := len(view.waiting) - _LINES) > 0:
        pen.add(joined("  ", (speech.words.ngettext("and {count} more", "and {count} more", more), "$warning")))
    return pen.drawn()


def _waiting(one: Waiting, speech: Speech) -> Content:
    late = one.answer_within is not None and one.seconds > one.answer_within
    sign, style = ("‼", "bold $error") if late else ("◔", "bold $warning")
    waited = speech._("waits {time}, since {since}", time=speech.minutes(one.seconds), since=one.since[:5])
    promised = ""
    if one.answer_within is not None:
        limit = speech.minutes(one.answer_within)
        promised = speech._("later than the {time} promised", time=limit) if late else speech._(
            "promised in {time}", time=limit
        )  # fmt: skip
    channel = speech._(CHANNELS.get(one.channel, one.channel))
    who = joined(("0 ", "bold $accent"), (f"{sign} ", style), (channel, "bold"), f" {one.sender}")
    return joined(who, (waited, style), (promised, style), between=" · ")
