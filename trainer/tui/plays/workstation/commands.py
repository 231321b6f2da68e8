"""Keys of a workstation; see ``tui.commands`` for what a command is."""

from __future__ import annotations

from trainer.kernel.problems import N_
from trainer.tui.commands import Command


class NextRegion(Command):
    id = "workstation.region"
    key = "tab"
    action = "region(1)"
    footer = N_("next part")
    about = N_(
        "Go on to the devices, the reports, the day, the rules and back to the place; their number goes there too"
    )
    in_palette = False


class PreviousRegion(Command):
    id = "workstation.region_back"
    key = "shift+tab"
    action = "region(-1)"
    footer = N_("back")
    about = N_("Go to the region before")
    in_footer = False
    in_help = False
    in_palette = False


class Number(Command):
    id = "workstation.number"
    key = "1,2,3,4,5,6,7,8,9"
    action = "number"
    footer = N_("choose an act")
    about = N_("Choose what to do about what has happened; «enter» does it")
    keys_shown = N_("1–9")
    in_palette = False


class Fold(Command):
    id = "workstation.fold"
    key = "i"
    action = "fold"
    footer = N_("fold")
    about = N_("Fold what has happened to one line, unfold it, or go to the next")
    in_footer = False


class Above(Command):
    id = "workstation.above"
    key = "up"
    action = "step(-1)"
    footer = N_("choose")
    about = N_("Highlight the line above or below")
    keys_shown = "↑/↓"
    in_footer = False
    in_palette = False


class Below(Command):
    id = "workstation.below"
    key = "down"
    action = "step(1)"
    footer = N_("down")
    about = N_("Highlight the line below")
    in_footer = False
    in_help = False
    in_palette = False


class More(Command):
    id = "workstation.more"
    key = "right"
    action = "turn(1)"
    footer = N_("change")
    about = N_("Change what is highlighted by a step: a setting, the place of a break, the part of a report")
    keys_shown = "←/→"
    in_palette = False


class Less(Command):
    id = "workstation.less"
    key = "left"
    action = "turn(-1)"
    footer = N_("change back")
    about = N_("Change what is highlighted back by a step")
    in_footer = False
    in_help = False
    in_palette = False


class Do(Command):
    id = "workstation.do"
    key = "enter"
    action = "confirm"
    footer = N_("do it")
    about = N_("Do what is highlighted: set, test, open, choose, send, put a break into the day")
    in_palette = False


class Toggle(Command):
    id = "workstation.toggle"
    key = "space"
    action = "take"
    footer = N_("choose")
    about = N_("Choose the highlighted phrase, or drop it")
    in_palette = False


class Letter(Command):
    id = "workstation.letter"
    key = "a,b,c,d,e"
    action = "letter"
    footer = N_("choose")
    about = N_("Choose a phrase by its letter")
    keys_shown = N_("a–e")
    in_footer = False
    in_palette = False


class OwnWords(Command):
    id = "workstation.words"
    key = "w"
    action = "own_words"
    footer = N_("own words")
    about = N_("Write something of your own at the end of the report; an assessor reads it")


class Longer(Command):
    id = "workstation.longer"
    key = "plus,equals_sign"
    action = "longer"
    footer = N_("longer, shorter")
    about = N_("Make the break longer or shorter by a step")
    keys_shown = "+/−"
    in_palette = False


class Shorter(Command):
    id = "workstation.shorter"
    key = "minus,hyphen"
    action = "shorter"
    footer = N_("shorter")
    about = N_("Make the break shorter by a step")
    in_footer = False
    in_help = False
    in_palette = False


class TakeOut(Command):
    id = "workstation.take_out"
    key = "delete,backspace,x"
    action = "take_out"
    footer = N_("take out")
    about = N_("Take the highlighted break out of the day")
    keys_shown = "x"
