"""Commands of the lists, the sheet and the forms; see ``trainer.tui.commands`` for what a command is."""

from __future__ import annotations

from trainer.kernel.problems import N_
from trainer.tui.commands import Command

# -- lists and what is open ----------------------------------------------------------------------------------------


class OpenRow(Command):
    id = "desk.take"
    key = "enter"
    action = "take"
    footer = N_("open")
    about = N_("Open what is highlighted")
    in_palette = False


class RowAbove(Command):
    id = "desk.above"
    key = "up"
    action = "step(-1)"
    footer = N_("highlight")
    about = N_("Highlight the line above or below, or read further")
    keys_shown = "↑/↓"
    in_palette = False


class RowBelow(Command):
    id = "desk.below"
    key = "down"
    action = "step(1)"
    footer = N_("down")
    about = N_("Highlight the line below")
    in_footer = False
    in_help = False
    in_palette = False


class TurnPage(Command):
    id = "desk.page"
    key = "right"
    action = "turn(1)"
    footer = N_("pages")
    about = N_("Turn to the next page of the list, or back")
    keys_shown = "←/→"
    in_palette = False


class TurnBack(Command):
    id = "desk.page_back"
    key = "left"
    action = "turn(-1)"
    footer = N_("page before")
    about = N_("Turn to the page before")
    in_footer = False
    in_help = False
    in_palette = False


class SearchList(Command):
    id = "desk.search"
    key = "slash"
    action = "search"
    footer = N_("search")
    about = N_("Search this list; an empty search shows all of it")
    keys_shown = "/"


class SearchNow(Command):
    """For the footer: the key is that of :class:`OpenRow`."""

    id = "desk.search.now"
    key = "enter"
    action = "take"
    footer = N_("search")
    about = N_("Show what fits the words; without any, the whole list")
    in_palette = False


class LeaveSearch(Command):
    """For the footer: the key is the field's."""

    id = "desk.search.leave"
    key = "escape"
    action = "leave_text"
    footer = N_("leave field")
    about = N_("Leave the search as it was")
    in_palette = False


class GoToList(Command):
    """For the footer and the help screen: numbers are bound one by one."""

    id = "desk.list"
    key = "1"
    action = "digit"
    footer = N_("lists")
    about = N_("Go to one of the lists by its number; 0 opens what somebody is waiting for")
    keys_shown = "1–8"
    in_palette = False


class OtherSide(Command):
    id = "desk.side"
    key = "tab,shift+tab"
    action = "other_side"
    footer = N_("list or sheet")
    about = N_("Go from the list to what is open, and back; a form that was begun stays")
    in_palette = False


class ReadFar(Command):
    id = "desk.down"
    key = "pagedown"
    action = "read(1)"
    footer = N_("read on")
    about = N_("Read further down or up in what is open")
    keys_shown = N_("PgUp/PgDn")
    in_palette = False


class ReadBack(Command):
    id = "desk.up"
    key = "pageup"
    action = "read(-1)"
    footer = N_("read back")
    about = N_("Read further up")
    in_footer = False
    in_help = False
    in_palette = False


# -- forms ---------------------------------------------------------------------------------------------------------


class GoOnInForm(Command):
    """For the footer: the key is that of :class:`OpenRow`."""

    id = "desk.form.on"
    key = "enter"
    action = "take"
    footer = N_("go on")
    about = N_("Take what is highlighted or written and go on; at the end it is done")
    in_palette = False


class ChooseByNumber(Command):
    """For the footer: numbers are bound one by one."""

    id = "desk.form.number"
    key = "1"
    action = "digit"
    footer = N_("choose")
    about = N_("Choose by number, or highlight with the arrows")
    keys_shown = "1–9"
    in_palette = False


class Tick(Command):
    id = "desk.form.tick"
    key = "space"
    action = "tick"
    footer = N_("choose")
    about = N_("Choose what is highlighted, or take it back")
    in_palette = False


class StepBack(Command):
    id = "desk.form.back"
    key = "backspace,delete"
    action = "erase"
    footer = N_("part before")
    about = N_("Go back to the part before, or empty the field")
    keys_shown = N_("backspace")
    in_palette = False


class OtherDay(Command):
    """For the footer: the arrows are those of the lists."""

    id = "desk.form.day"
    key = "right"
    action = "turn(1)"
    footer = N_("day")
    about = N_("Another day, with up and down another week")
    keys_shown = N_("arrows")
    in_palette = False


class OtherMonth(Command):
    """For the footer: the keys are those for reading."""

    id = "desk.form.month"
    key = "pagedown"
    action = "read(1)"
    footer = N_("month")
    about = N_("Another month")
    keys_shown = N_("PgUp/PgDn")
    in_palette = False


class WriteLine(Command):
    """For the footer: in a field of several lines ``enter`` begins a new one."""

    id = "desk.form.line"
    key = "enter"
    action = "new_line"
    footer = N_("new line")
    about = N_("Begin a new line")
    in_palette = False


class LeaveText(Command):
    """For the footer: the key is the field's."""

    id = "desk.form.leave"
    key = "escape"
    action = "leave_text"
    footer = N_("done writing")
    about = N_("Leave the field; what is written stays")
    in_palette = False


#: What the pane binds, beside numbers and acts.
BOUND = (
    OpenRow, RowAbove, RowBelow, TurnPage, TurnBack, SearchList, OtherSide, ReadFar, ReadBack, Tick, StepBack,
)  # fmt: skip
