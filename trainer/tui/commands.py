"""What can be done with a key: one class per command feeds bindings, footer, palette, help screen and keymap ids.

To add one: a class here, its name in the screen's ``OFFERS``, and the screen's ``action_…``. Texts are message ids,
translated when shown, because the language can change at run time.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Protocol

from textual.binding import Binding, BindingType

from trainer.kernel.problems import N_

if TYPE_CHECKING:
    from trainer.i18n.catalogue import Translator

_KEY_NAMES = {
    "enter": N_("enter"),
    "escape": N_("esc"),
    "space": N_("space"),
    "tab": N_("tab"),
    "question_mark": "?",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}


class Command:
    """``key`` may name several, the first is shown; ``footer`` is a word or two, ``about`` a sentence."""

    id: ClassVar[str]
    key: ClassVar[str]
    action: ClassVar[str]
    footer: ClassVar[str]
    about: ClassVar[str]
    keys_shown: ClassVar[str] = ""
    in_footer: ClassVar[bool] = True
    in_palette: ClassVar[bool] = True
    in_help: ClassVar[bool] = True

    @classmethod
    def binding(cls) -> Binding:
        """The binding a screen or widget declares."""
        return Binding(cls.key, cls.action, cls.footer, show=False, id=cls.id)

    @classmethod
    def key_name(cls, words: Translator) -> str:
        """The key as people call it."""
        if cls.keys_shown:
            return words._(cls.keys_shown)
        first = cls.key.split(",")[0]
        return words._(_KEY_NAMES[first]) if first in _KEY_NAMES else first


class Offering(Protocol):
    """A screen or widget that takes commands."""

    @property
    def OFFERS(self) -> Sequence[type[Command]]: ...  # noqa: N802 - a class attribute, like BINDINGS

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None: ...


def bindings(*commands: type[Command]) -> list[BindingType]:
    """The bindings of these commands."""
    return [command.binding() for command in commands]


# -- everywhere --------------------------------------------------------------------------------------------------


class Help(Command):
    id = "help"
    key = "question_mark,f1"
    action = "help"
    footer = N_("help")
    about = N_("Show the keys of this screen")


class Back(Command):
    id = "back"
    key = "escape"
    action = "back"
    footer = N_("back")
    about = N_("Leave this screen")


class Palette(Command):
    id = "palette"
    key = "ctrl+p"
    action = "palette"
    footer = N_("commands")
    about = N_("Search all commands of this screen")
    in_footer = False
    in_palette = False


class Quit(Command):
    id = "quit"
    key = "ctrl+q"
    action = "quit"
    footer = N_("quit")
    about = N_("Leave Trainer")
    in_footer = False

    @classmethod
    def binding(cls) -> Binding:
        return Binding(cls.key, cls.action, cls.footer, show=False, id=cls.id, priority=True)


class Pause(Command):
    id = "pause"
    key = "ctrl+z"
    action = "suspend_process"
    footer = N_("to the shell")
    about = N_("Go to the shell; «fg» brings you back")
    in_footer = False


class CycleLanguage(Command):
    id = "content.language"
    key = "l,ctrl+l"
    action = "cycle_language"
    footer = N_("language")
    about = N_("Show the texts in the other language, then in both")


class Next(Command):
    id = "next"
    key = "n,right"
    action = "next"
    footer = N_("browse")
    about = N_("Go to the next one, or to the one before")
    keys_shown = "n/p"


class Previous(Command):
    id = "previous"
    key = "p,left"
    action = "previous"
    footer = N_("previous")
    about = N_("Go to the one before")
    in_footer = False
    in_help = False


class Confirm(Command):
    id = "confirm"
    key = "enter"
    action = "confirm"
    footer = N_("confirm")
    about = N_("Confirm and go on")
    in_palette = False


class SwitchTheme(Command):
    id = "theme"
    key = "ctrl+t"
    action = "switch_theme"
    footer = N_("light or dark")
    about = N_("Change between the dark and the light theme")
    in_footer = False


class SwitchLearner(Command):
    id = "learners.switch"
    key = "f2"
    action = "switch_learner"
    footer = N_("other learner")
    about = N_("Let somebody else learn, or add a learner")


class SwitchInterface(Command):
    id = "interface.language"
    key = "ctrl+o"
    action = "switch_interface"
    footer = N_("interface language")
    about = N_("Speak the next interface language")
    in_footer = False


# -- items -------------------------------------------------------------------------------------------------------


class ChooseOption(Command):
    id = "item.choose"
    key = "space"
    action = "choose_cursor"
    footer = N_("choose")
    about = N_("Choose an option by its letter or its number; the space bar chooses the highlighted one")
    keys_shown = N_("a–e")
    in_palette = False


class OptionAbove(Command):
    id = "item.above"
    key = "up"
    action = "cursor(-1)"
    footer = N_("highlight")
    about = N_("Highlight the option above or below")
    keys_shown = "↑/↓"
    in_footer = False
    in_palette = False


class OptionBelow(Command):
    id = "item.below"
    key = "down"
    action = "cursor(1)"
    footer = N_("down")
    about = N_("Highlight the option below")
    in_footer = False
    in_palette = False
    in_help = False


class OtherGroup(Command):
    id = "item.group"
    key = "tab,shift+tab"
    action = "other_group"
    footer = N_("judgement or reason")
    about = N_("Change between true or false and the reason")
    in_palette = False


class Flag(Command):
    id = "item.flag"
    key = "m"
    action = "flag"
    footer = N_("flag")
    about = N_("Flag this question for a second look, or take the flag away")


# -- practice and review -----------------------------------------------------------------------------------------


class Rationales(Command):
    id = "item.rationales"
    key = "r"
    action = "rationales"
    footer = N_("all rationales")
    about = N_("Say of every option why it is right or wrong")


class GoOn(Command):
    id = "practice.next"
    key = "enter"
    action = "go_on"
    footer = N_("go on")
    about = N_("Go on to the next question")
    in_palette = False


# -- exam --------------------------------------------------------------------------------------------------------


class Navigate(Command):
    id = "exam.navigator"
    key = "g"
    action = "navigator"
    footer = N_("go to")
    about = N_("See all questions and go to any of them")


class SubmitExam(Command):
    id = "exam.submit"
    key = "s"
    action = "submit_page"
    footer = N_("submit")
    about = N_("Look over the exam and submit it")


class HideClock(Command):
    id = "exam.clock"
    key = "h"
    action = "hide_clock"
    footer = N_("clock")
    about = N_("Hide or show the clock")


class ToQuestion(Command):
    id = "navigator.go"
    key = "enter"
    action = "go"
    footer = N_("go there")
    about = N_("Go to the highlighted question")
    in_palette = False
