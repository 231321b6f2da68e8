"""Commands of exercises; see ``commands`` for what a command is. Each kind's own stand beside its pane."""

from __future__ import annotations

from trainer.kernel.problems import N_
from trainer.tui.commands import Command


class TakeBack(Command):
    id = "exercise.undo"
    key = "u"
    action = "take_back"
    footer = N_("undo")
    about = N_("Take the last step back; only in practice")


class AskTip(Command):
    id = "exercise.tip"
    key = "h"
    action = "tip"
    footer = N_("hint")
    about = N_("Read a hint; only in practice, and it is noted")


class HandIn(Command):
    id = "exercise.finish"
    key = "f"
    action = "hand_in"
    footer = N_("hand in")
    about = N_("End the exercise and hand it in as it stands")


class OtherLanguage(Command):
    id = "exercise.language"
    key = "l,ctrl+l"
    action = "cycle_language"
    footer = N_("language")
    about = N_("Show instructions and comments in the other language, then in both; what is spoken stays as it is")
