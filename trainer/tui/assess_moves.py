"""Commands of assessing; see ``commands`` for what a command is."""

from __future__ import annotations

from trainer.kernel.problems import N_
from trainer.tui.commands import Command


class Assess(Command):
    id = "register.assess"
    key = "a"
    action = "assess"
    footer = N_("assess")
    about = N_("Judge the rationales and open answers that wait")


class Decide(Command):
    id = "register.decide"
    key = "d"
    action = "decide"
    footer = N_("decide")
    about = N_("Hold an oral assessment, accept unsupervised work, recognise prior learning, check the identity")


# -- marking -----------------------------------------------------------------------------------------------------


class GiveLevel(Command):
    id = "assess.level"
    key = "0"
    action = "give_level"
    footer = N_("level")
    about = N_("Give the open criterion a level and go to the next one; backspace takes it away")
    keys_shown = "0–3"
    in_palette = False


class MarkAbove(Command):
    id = "assess.above"
    key = "up"
    action = "mark_above"
    footer = N_("criterion")
    about = N_("Open the criterion above or below")
    keys_shown = "↑/↓"
    in_footer = False
    in_palette = False


class MarkBelow(Command):
    id = "assess.below"
    key = "down"
    action = "mark_below"
    footer = N_("below")
    about = N_("Open the criterion below")
    in_footer = False
    in_help = False
    in_palette = False


class Comment(Command):
    id = "assess.comment"
    key = "c"
    action = "comment"
    footer = N_("comment")
    about = N_("Write a comment on the open criterion")


class ConfirmJudgement(Command):
    id = "assess.confirm"
    key = "enter"
    action = "confirm"
    footer = N_("confirm")
    about = N_("Confirm the judgement: from then on it stands in the register")
    in_palette = False


class TakeJudgementBack(Command):
    id = "assess.undo"
    key = "u"
    action = "undo"
    footer = N_("withdraw")
    about = N_("Take your judgement of this piece back; its levels and comments stay as a draft")


class OtherPane(Command):
    id = "assess.pane"
    key = "tab,shift+tab"
    action = "other_pane"
    footer = N_("other pane")
    about = N_("Change between the work and the rubric")
    in_palette = False


class ReadFar(Command):
    id = "assess.read"
    key = "pagedown"
    action = "scroll_page('page_down')"
    footer = N_("read on")
    about = N_("Read on in the work, or back")
    keys_shown = N_("PgUp/PgDn")
    in_palette = False


# -- the queue ---------------------------------------------------------------------------------------------------


class SignAs(Command):
    id = "assess.rater"
    key = "r"
    action = "sign"
    footer = N_("who judges")
    about = N_("Say under whose name judgements are given from now on")


class AskTwo(Command):
    id = "assess.two"
    key = "d"
    action = "ask_two"
    footer = N_("two raters")
    about = N_("Want two raters for the work of this unit, or one")


class ShowNames(Command):
    id = "assess.names"
    key = "w"
    action = "names"
    footer = N_("names")
    about = N_("Show whose work it is, or hide it again")


class ShowAgreement(Command):
    id = "assess.agreement"
    key = "v"
    action = "agreement"
    footer = N_("agreement")
    about = N_("See how far raters agree and where a third one is needed")


# -- the oral assessment -----------------------------------------------------------------------------------------


class TakeNotes(Command):
    id = "oral.notes"
    key = "o"
    action = "notes"
    footer = N_("notes")
    about = N_("Write notes on what is said")


class StopTime(Command):
    id = "oral.time"
    key = "t"
    action = "time"
    footer = N_("time")
    about = N_("Stop the time, or let it go on")


class HoldOral(Command):
    id = "oral.confirm"
    key = "enter"
    action = "confirm"
    footer = N_("confirm")
    about = N_("Confirm the oral assessment: from then on it stands in the register")
    in_palette = False
