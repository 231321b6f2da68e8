"""The command palette: what can be done on the present screen and everywhere, in the interface's language."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol, cast

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.widgets import Input

from trainer.tui.commands import Command
from trainer.tui.places import GoTo, OpenSearch, places_in
from trainer.tui.safe import joined, plain
from trainer.tui.screens.base import TrainerScreen
from trainer.tui.screens.help import EVERYWHERE, action_name

if TYPE_CHECKING:
    from trainer.i18n.catalogue import Translator


class _Speaking(Protocol):
    words: Translator
    routes: dict[str, Any]


class Commands(Provider):
    """Finds commands by their sentence; what cannot be done now is not offered."""

    async def discover(self) -> Hits:
        for owner, command in self._offered():
            yield DiscoveryHit(self._line(command), partial(self._give, owner, command), self._about(command))

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for owner, command in self._offered():
            text = self._about(command)
            if (score := matcher.match(text)) > 0:
                shown = joined(matcher.highlight(text), (f"  {command.key_name(self._words)}", "$quiet"))
                yield Hit(score, shown, partial(self._give, owner, command), text)

    @property
    def _words(self) -> Translator:
        return cast(_Speaking, self.app).words

    def _about(self, command: type[Command]) -> str:
        return self._words._(command.about)

    def _line(self, command: type[Command]) -> Content:
        return joined(plain(self._about(command)), (f"  {command.key_name(self._words)}", "$quiet"))

    def _offered(self) -> Iterator[tuple[Any, type[Command]]]:
        """Each command with the screen, widget or app that acts on it."""
        below = self.screen
        own = dict(_owned(below)) if isinstance(below, TrainerScreen) else {}
        for command, owner in own.items():
            if command.in_palette:
                yield owner, command
        for command in EVERYWHERE:
            if command.in_palette and command not in own and below.check_action(action_name(command), ()):
                yield (below if command is OpenSearch else self.app), command
        if below.check_action(action_name(GoTo), ()):
            known = places_in(cast(_Speaking, self.app).routes)
            yield from ((below, place) for place in known if place.in_palette)

    async def _give(self, owner: Any, command: type[Command]) -> None:
        await self.app.run_action(command.action, owner)


def _owned(screen: TrainerScreen) -> Iterator[tuple[type[Command], Any]]:
    offered = set(screen.offers())
    for owner in screen.offering():
        yield from ((command, owner) for command in owner.OFFERS if command in offered)


class Palette(CommandPalette):
    """Textual's palette, asked in the interface's language and without a foreign sentence when nothing is found."""

    DEFAULT_CSS = """
    Palette { background: $background 70%; }
    Palette SearchIcon { display: none; }
    Palette OptionList {
        background: transparent; border: none; padding: 0; height: auto; max-height: 100%;
        &:focus { background: transparent; border: none; background-tint: transparent 0%; }
    }
    Palette #--input { border: none; padding: 1 1 0 1; background: $surface; }
    Palette > Vertical { background: $surface; max-width: 84; }
    """

    def __init__(self, words: Translator) -> None:
        super().__init__(placeholder=words._("Search commands"))

    def on_mount(self) -> None:
        for field in self.query(Input):
            field.cursor_blink = self.app.animation_level != "none"

    def _start_no_matches_countdown(self, search_value: str) -> None:
        """An empty list says as much, in every language."""
