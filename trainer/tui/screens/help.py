"""The keys of the present screen, each with a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from trainer.tui.commands import Back, Command, CycleLanguage, Help, Palette, Pause, Quit, SwitchInterface, SwitchTheme
from trainer.tui.safe import plain
from trainer.tui.widgets.dialog import Sheet
from trainer.tui.widgets.hanging import Hanging, Hung

if TYPE_CHECKING:
    from trainer.i18n.catalogue import Translator

#: Keys that work on every screen.
EVERYWHERE = (Back, Help, Palette, SwitchTheme, SwitchInterface, Pause, Quit)
_KEY_COLUMN = 11


class HelpScreen(Sheet):
    """Opened with ``?``; an exam's clock goes on underneath."""

    def __init__(self, words: Translator, offered: Iterable[type[Command]]) -> None:
        own = [command for command in dict.fromkeys(offered) if command not in EVERYWHERE]
        keys = Hanging()
        keys.hang([*_block(words._("On this screen"), own, words), *_block(words._("Everywhere"), EVERYWHERE, words)])
        super().__init__(words._("Keys"), keys)


def _block(title: str, commands: Iterable[type[Command]], words: Translator) -> list[Hung]:
    shown = [command for command in commands if command.in_help]
    lines = [Hung(f"{_keys(command, words):<{_KEY_COLUMN}}", plain(words._(command.about)), "bold $accent")
             for command in shown]  # fmt: skip
    return [Hung("", plain(title, "$quiet")), *lines, Hung("", plain(" "))] if lines else []


def _keys(command: type[Command], words: Translator) -> str:
    return "l, ctrl+l" if command is CycleLanguage else command.key_name(words)
