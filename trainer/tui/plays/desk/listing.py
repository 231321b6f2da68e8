"""The lists: their names with numbers and counts, and the lines of the one that is shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from trainer.tui.plays.desk.pen import CURSOR, NO_CURSOR, Pen, in_columns
from trainer.tui.plays.desk.speech import LISTS, SEARCHED, STATES
from trainer.tui.safe import joined, plain
from trainer.tui.widgets.item_paint import Drawn, banded

if TYPE_CHECKING:
    from trainer.exercises.desk.shown import Row, Window
    from trainer.tui.plays.desk.speech import Speech

#: From this width on a line of a list holds all there is to say of a thing; below it takes two.
ONE_LINE = 54


def tab_lines(lists: Sequence[Window], shown: str, speech: Speech, width: int) -> Drawn:
    """Every list behind its number key, with how much is in it."""
    names = []
    for number, window in enumerate(lists, 1):
        here = window.name == shown
        name = speech._(LISTS[window.name][0])
        count = (f" {window.total}", "" if here else "$quiet")
        style = "bold underline" if here else ""
        names.append(joined((f"{number} ", "bold $accent"), (name, style), count))
    half = (len(names) + 1) // 2
    for gap in (3, 2):
        lines = in_columns(names, width, gap)
        if len(lines) == 1:
            return Drawn(tuple(lines))
    return Drawn((*in_columns(names[:half], width, 2), *in_columns(names[half:], width, 2)))


def list_lines(window: Window, cursor: int, speech: Speech, width: int, *, active: bool, searching: bool) -> Drawn:
    """The list that is shown: what it is, how to find more of it, and its lines."""
    pen = Pen(width, active=active)
    name, holds = LISTS[window.name]
    pen.title(speech._(name), speech._(holds))
    _finding(pen, window, speech, searching)
    for index, row in enumerate(window.rows):
        _row(pen, row, speech, at=index == cursor and not searching)
    if not window.rows:
        nothing = speech._("Nothing fits this search.") if window.query else speech._("There is nothing here yet.")
        pen.say(nothing, "$quiet", indent=2)
    return pen.drawn()


def _finding(pen: Pen, window: Window, speech: Speech, searching: bool) -> None:
    """What is searched for, and which page this is."""
    if searching:
        pen.room_for_field(speech._("Search"), 40)
        return
    said = []
    if window.name in SEARCHED:
        what = speech._("found for «{text}»", text=window.query) if window.query else speech._("search")
        said.append(joined(("/ ", "bold $accent"), (what, "$quiet")))
    if window.pages > 1:
        page = speech._("page {page} of {pages}", page=window.page + 1, pages=window.pages)
        said.append(joined(("←/→ ", "bold $accent"), (page, "$quiet")))
    for line in in_columns(said, pen.width - 2):
        pen.add(Content("  ") + line)


def _row(pen: Pen, row: Row, speech: Speech, *, at: bool) -> None:
    top = len(pen.lines)
    here = at and pen.active
    sign, style, word = STATES.get(row.state, ("·", "$quiet", ""))
    marker = plain(CURSOR if at else NO_CURSOR, "bold $accent" if here else "$quiet")
    title = speech.label(row.title) if row.kind == "form" else speech.line(row.title)
    bold = "bold" if here or row.state == "new" else ""
    first = marker + joined((sign, style), (row.number, "$quiet"), (title, bold), between=" ")
    note = joined((speech.label(row.note), "$quiet"))
    due = row.kind == "ticket" and row.at
    when = speech._("due {day}", day=speech.day(row.at)) if due else speech.day(row.at)
    aside = joined((when, "$quiet"), (speech._(word) if word else "", style or "$quiet"), between=" ")
    if pen.width >= ONE_LINE or not note:
        lines = [_with_aside(joined(first, note, between=" · "), aside, pen.width)]
    else:
        below = Content("    ") + note
        lines = [first.truncate(pen.width, ellipsis=True)]
        lines.append(_with_aside(below, aside, pen.width))
    pen.lines += [banded(line, pen.width) for line in lines] if here else lines
    if here:
        pen.keep(top)


def _with_aside(left: Content, aside: Content, width: int) -> Content:
    """``aside`` at the right end; what stands before it is cut where it does not fit."""
    room = width - aside.cell_length - (2 if aside else 0)
    left = left.truncate(room, ellipsis=True) if left.cell_length > room else left
    return left.pad_right(width - aside.cell_length - left.cell_length) + aside
