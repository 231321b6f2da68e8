"""A record's page as marks: the first step of the ladder at which everything fits on one A4 sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from trainer.kernel.problems import N_, Refused
from trainer.printing.blocks import panel
from trainer.printing.detail import LADDER, Detail
from trainer.printing.look import BOTTOM, LEFT, TOP, WIDTH
from trainer.printing.marks import PAGE_HEIGHT, Drawn, Mark
from trainer.printing.record_foot import record_foot
from trainer.printing.record_head import record_head
from trainer.printing.record_main import record_main
from trainer.printing.record_side import record_side
from trainer.printing.record_view import RecordView
from trainer.printing.speakers import Speakers
from trainer.records.record import Record

#: The narrow column, its margin inside, and the space between the columns.
SIDE, PADDING, GUTTER = 160.0, 8.0, 14.0
MAIN = WIDTH - SIDE - GUTTER
_BETWEEN = 7.0


class TooMuchForAPage(Refused):
    """Even the shortest form of the record does not fit on a page; nothing was made."""


def record_page(record: Record, languages: Sequence[str], cache: Path | None = None) -> tuple[Detail, tuple[Mark, ...]]:
    """The marks of the page and how much it says. Raises :class:`TooMuchForAPage`."""
    speakers = Speakers(languages, cache)
    view = RecordView(record, speakers, LADDER[0][0])
    head, foot = record_head(view), record_foot(view)
    for form in LADDER:
        # What does not fit in its smallest size need not be tried in others.
        if _page(replace(view, detail=form[-1]), head, foot) is None:
            continue
        for detail in form:
            if (marks := _page(replace(view, detail=detail), head, foot)) is not None:
                return detail, marks
    raise TooMuchForAPage(
        N_("The texts of this record are too long for one page. Shorten what the issuer says of itself, of quality "
           "assurance or of recognised learning; nothing was made.")
    )  # fmt: skip


def _page(view: RecordView, head: Drawn, foot: Drawn) -> tuple[Mark, ...] | None:
    """The marks of the page at one step of the ladder; None when something would not fit."""
    top = TOP + head.height + _BETWEEN
    bottom = PAGE_HEIGHT - BOTTOM - foot.height
    room = bottom - _BETWEEN - top
    side = record_side(view, SIDE - 2 * PADDING, room - 2 * PADDING)
    if side.height + 2 * PADDING > room or (main := record_main(view, MAIN)).height > room:
        return None
    return (
        *head.at(LEFT, TOP),
        *main.at(LEFT, top),
        *panel(side, SIDE, PADDING, height=room).at(LEFT + MAIN + GUTTER, top),
        *foot.at(LEFT, bottom),
    )
