"""Commands of practice and progress; see ``commands`` for what a command is."""

from __future__ import annotations

from trainer.kernel.problems import N_
from trainer.tui.commands import Command

# -- certainty -----------------------------------------------------------------------------------------------------


class SaySure(Command):
    id = "practice.sure"
    key = "1"
    action = "sure"
    footer = N_("sure")
    about = N_("Confirm the answer, and say that you are sure of it")
    in_palette = False


class SayUnsure(Command):
    id = "practice.unsure"
    key = "2"
    action = "unsure"
    footer = N_("unsure")
    about = N_("Confirm the answer, and say that you are not sure of it")
    in_palette = False


class DoNotSay(Command):
    id = "practice.unsaid"
    key = "enter"
    action = "unsaid"
    footer = N_("without saying")
    about = N_("Confirm the answer without saying how sure you are")
    in_palette = False


# -- choosing and repeating ----------------------------------------------------------------------------------------


class ChoosePractice(Command):
    id = "practice.choose"
    key = "p"
    action = "choose_practice"
    footer = N_("practise")
    about = N_("Choose what to practise: review, mistakes, weak spots, a lesson, a module, a unit")


class PractiseWrong(Command):
    id = "practice.retry"
    key = "r"
    action = "practise_wrong"
    footer = N_("the wrong ones again")
    about = N_("Practise again at once what was wrong in this practice")


# -- progress ------------------------------------------------------------------------------------------------------


class OpenProgress(Command):
    id = "open.progress"
    key = "o"
    action = "progress"
    footer = N_("progress")
    about = N_("See how far you are: mastery, days, exams, what comes back")


class NextPart(Command):
    id = "progress.next"
    key = "right,tab"
    action = "part(1)"
    footer = N_("turn")
    about = N_("Go to the next part of your progress, or to the one before; its number goes there at once")
    keys_shown = "←/→"
    in_palette = False


class PreviousPart(Command):
    id = "progress.previous"
    key = "left,shift+tab"
    action = "part(-1)"
    footer = N_("turn back")
    about = N_("Go to the part before")
    in_footer = False
    in_help = False
    in_palette = False


class OtherDays(Command):
    id = "progress.days"
    key = "d"
    action = "other_days"
    footer = N_("30 or 90 days")
    about = N_("Show the last 30 days as columns, or the last 90 as a calendar")


class ExportTables(Command):
    id = "progress.export"
    key = "x"
    action = "export"
    footer = N_("export")
    about = N_("Write answers, attempts, mastery and reviews as CSV tables")
