"""Commands of handing in and of the register; see ``commands`` for what a command is."""

from __future__ import annotations

from trainer.kernel.problems import N_
from trainer.tui.commands import Command


class HandUnitIn(Command):
    id = "unit.hand-in"
    key = "h"
    action = "hand_unit_in"
    footer = N_("hand in")
    about = N_("Put what counts for this unit into one file, for your instructor")


class TakeIn(Command):
    id = "register.import"
    key = "i"
    action = "take_in"
    footer = N_("take in")
    about = N_("Take in files that learners handed in")


class VoidAttempt(Command):
    id = "register.void"
    key = "v"
    action = "void"
    footer = N_("void")
    about = N_("Declare that the highlighted attempt does not count and why, or take that back")


class VouchContent(Command):
    id = "register.vouch"
    key = "c"
    action = "vouch"
    footer = N_("vouch")
    about = N_("Vouch for the content of the highlighted attempt, which is not known here")
