"""Commands of the controls; see ``commands`` for what a command is. Letters and numbers are brought as they are."""

from __future__ import annotations

from trainer.kernel.problems import N_
from trainer.tui.commands import Command

# -- rows ----------------------------------------------------------------------------------------------------------


class ChooseForRow(Command):
    id = "row.choose"
    key = "right"
    action = "row_value(1)"
    footer = N_("choose")
    about = N_("Choose for the highlighted row: by letter or number, or go through the options")
    keys_shown = "←/→"
    in_palette = False


class ChooseBackwards(Command):
    id = "row.choose_back"
    key = "left"
    action = "row_value(-1)"
    footer = N_("choose back")
    about = N_("Choose the option before for the highlighted row")
    in_footer = False
    in_help = False
    in_palette = False


class RowAbove(Command):
    id = "row.above"
    key = "up,shift+tab"
    action = "cursor(-1)"
    footer = N_("rows")
    about = N_("Highlight the row above or below")
    keys_shown = "↑/↓"
    in_palette = False


class RowBelow(Command):
    id = "row.below"
    key = "down,tab"
    action = "cursor(1)"
    footer = N_("row below")
    about = N_("Highlight the row below")
    in_footer = False
    in_help = False
    in_palette = False


class TakeBack(Command):
    id = "item.take_back"
    key = "backspace,delete"
    action = "take_back"
    footer = N_("take back")
    about = N_("Take the answer back: of the highlighted row or gap, or the whole order")
    keys_shown = N_("backspace")
    in_footer = False
    in_palette = False


# -- orders --------------------------------------------------------------------------------------------------------


class Lift(Command):
    id = "order.lift"
    key = "space"
    action = "lift"
    footer = N_("take up")
    about = N_("Take the highlighted step up, carry it with the arrows, put it down; or press the number of its place")
    in_palette = False


class PutDown(Command):
    id = "order.put_down"
    key = "space"
    action = "lift"
    footer = N_("put down")
    about = N_("Put the step down where it is")
    in_palette = False


class StepAbove(Command):
    id = "order.above"
    key = "up"
    action = "cursor(-1)"
    footer = N_("steps")
    about = N_("Highlight the step above or below; a step that was taken up moves along")
    keys_shown = "↑/↓"
    in_palette = False


class StepBelow(Command):
    id = "order.below"
    key = "down"
    action = "cursor(1)"
    footer = N_("step below")
    about = N_("Highlight the step below")
    in_footer = False
    in_help = False
    in_palette = False


class PlaceStep(Command):
    """For the footer and the help screen: numbers are no bindings."""

    id = "order.place"
    key = "1"
    action = "place"
    footer = N_("to this place")
    about = N_("Put the highlighted step at the place with this number")
    keys_shown = "1–9"
    in_palette = False


class TakeOrder(Command):
    """For the footer and the help screen: the key is the screen's, which asks the control first."""

    id = "order.take"
    key = "enter"
    action = "take_order"
    footer = N_("this order")
    about = N_("Make the order on the screen your answer")
    in_palette = False


# -- gaps ----------------------------------------------------------------------------------------------------------


class NextGap(Command):
    id = "gap.next"
    key = "tab,down,right"
    action = "gap(1)"
    footer = N_("next gap")
    about = N_("Go to the next gap, or to the one before")
    in_palette = False


class PreviousGap(Command):
    id = "gap.previous"
    key = "shift+tab,up,left"
    action = "gap(-1)"
    footer = N_("gap before")
    about = N_("Go to the gap before")
    in_footer = False
    in_help = False
    in_palette = False


class ChooseForGap(Command):
    """For the footer and the help screen: letters are no bindings."""

    id = "gap.choose"
    key = "a"
    action = "choose_for_gap"
    footer = N_("choose")
    about = N_("Choose for the present gap by letter or number")
    keys_shown = N_("a–e")
    in_palette = False


# -- fields --------------------------------------------------------------------------------------------------------


class Write(Command):
    id = "entry.write"
    key = "space,tab"
    action = "write"
    footer = N_("write")
    about = N_("Go to the field and write")
    in_palette = False


class LeaveField(Command):
    id = "entry.leave"
    key = "escape"
    action = "leave_field"
    footer = N_("leave field")
    about = N_("Leave the field; what is written stays, and the keys of the screen work again")
    in_palette = False


class NewLine(Command):
    """For the footer: in a field of several lines ``enter`` begins a new one."""

    id = "entry.line"
    key = "enter"
    action = "new_line"
    footer = N_("new line")
    about = N_("Begin a new line; leave the field to confirm")
    in_palette = False


#: What an item view binds; the others are shown only.
BOUND = (
    ChooseForRow, ChooseBackwards, RowAbove, RowBelow, TakeBack, Lift, StepAbove, StepBelow,
    NextGap, PreviousGap, Write,
)  # fmt: skip
