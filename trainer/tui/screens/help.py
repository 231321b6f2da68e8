"""The keys of the present screen, each with a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.content import Content

from trainer.tui.commands import Back, Command, CycleLanguage, Help, Palette, Pause, Quit, SwitchInterface, SwitchTheme
from trainer.tui.widgets.dialog import Sheet

if TYPE_CHECKING:
    from trainer.i18n.catalogue import Translator

#: Keys that work on every screen.
EVERYWHERE = (Back, Help, Palette, SwitchTheme, SwitchInterface, Pause, Quit)
_KEY_COLUMN = 11


class HelpScreen(Sheet):
    """Opened with ``?``; an exam's clock goes on underneath."""

    def __init__(self, words: Translator, offered: Iterable[type[Command]]) -> None:
        own = [command for command in dict.fromkeys(offered) if command not in EVERYWHERE]
        blocks = [_block(words._("Everywhere"), EVERYWHERE, words)]
        if own:
            blocks.insert(0, _block(words._("On this screen"), own, words))
        super().__init__(words._("Keys"), Content("\n\n").join(blocks))


def _block(title: str, commands: Iterable[type[Command]], words: Translator) -> Content:
    lines = [Content.styled(title, "$quiet")]
    for command in commands:
        key = ", ".join(command.key_name(words).split(","))
        extra = "  ctrl+l" if command is CycleLanguage else ""
        lines.append(
            Content.assemble((f"{key:<{_KEY_COLUMN}}", "bold $accent"), words._(command.about), (extra, "$quiet"))
        )
    return Content("\n").join(lines)
