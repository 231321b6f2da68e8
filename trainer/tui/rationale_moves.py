"""Commands of the rationale; see ``commands`` for what a command is."""

from __future__ import annotations

from trainer.kernel.problems import N_
from trainer.tui.commands import Command
from trainer.tui.play_moves import HandIn
from trainer.tui.screens.notebook import BringBack, TakeAway


class LinkMoments(Command):
    id = "rationale.moments"
    key = "m"
    action = "moments"
    footer = N_("moments")
    about = N_("Link the highlighted line to moments of what happened")


class Cite(Command):
    id = "rationale.cite"
    key = "c"
    action = "cite"
    footer = N_("cite")
    about = N_("Link the highlighted line to tools and forms that were used, and to sources")


class RemoveLine(TakeAway):
    id = "rationale.remove"
    about = N_("Take the highlighted line away; it can be brought back")
    in_footer = False


class RestoreLine(BringBack):
    id = "rationale.undo"
    about = N_("Bring back the line that was taken away last")


class HandRationaleIn(HandIn):
    id = "rationale.finish"
    about = N_("Hand the rationale in; afterwards nothing is changed any more")
