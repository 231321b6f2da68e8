"""The keys of the present screen, each with a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from trainer.tui.commands import (
    Back,
    Command,
    CycleLanguage,
    Help,
    Palette,
    Pause,
    Quit,
    SwitchInterface,
    SwitchLearner,
    SwitchTheme,
)
from trainer.tui.places import GoTo, OpenSearch, ScrollFar
from trainer.tui.safe import plain
from trainer.tui.widgets.dialog import Sheet
from trainer.tui.widgets.hanging import Hanging, Hung

if TYPE_CHECKING:
    from trainer.i18n.catalogue import Translator

#: Keys that work on every screen.
EVERYWHERE = (
    Back, Help, Palette, OpenSearch, GoTo, ScrollFar, SwitchTheme, SwitchInterface, SwitchLearner, Pause, Quit
)  # fmt: skip
_KEY_COLUMN = 11


class HelpScreen(Sheet):
    """Opened with ``?``; an exam's clock goes on underneath."""

    def __init__(
        self,
        words: Translator,
        offered: Iterable[type[Command]],
        can: Callable[[str], object],
        places: Iterable[type[Command]],
    ) -> None:
        """``can`` says of an action whether it can be taken on the screen below; from there one gets to ``places``."""
        own = [command for command in dict.fromkeys(offered) if command not in EVERYWHERE]
        shared = [command for command in EVERYWHERE if can(action_name(command))]
        keys = Hanging()
        keys.hang([
            *_block(words._("On this screen"), own, words),
            *_block(words._("Everywhere"), shared, words),
            *_block(words._("Places"), places if GoTo in shared else (), words),
        ])  # fmt: skip
        super().__init__(words._("Keys"), keys)


def action_name(command: type[Command]) -> str:
    """The action of a command without its arguments."""
    return command.action.partition("(")[0]


def _block(title: str, commands: Iterable[type[Command]], words: Translator) -> list[Hung]:
    shown = [command for command in commands if command.in_help]
    lines = [Hung(f"{_keys(command, words):<{_KEY_COLUMN}}", plain(words._(command.about)), "bold $accent")
             for command in shown]  # fmt: skip
    return [Hung("", plain(title, "$quiet")), *lines, Hung("", plain(" "))] if lines else []


def _keys(command: type[Command], words: Translator) -> str:
    return "l, ctrl+l" if command is CycleLanguage else command.key_name(words)
