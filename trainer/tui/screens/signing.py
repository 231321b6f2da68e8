"""Asking under whose name something is decided, where nobody is known yet or another one sits down."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from trainer.kernel.problems import N_, Refused
from trainer.kernel.text import clean_line
from trainer.tui.widgets.ask import Ask

if TYPE_CHECKING:
    from trainer.tui.screens.base import TrainerScreen

_LONGEST = 60


def ask_name(screen: TrainerScreen, known: str, then: Callable[[str], None]) -> None:
    """Ask for a name, ``known`` to begin with, and go on with it; nothing happens when it is left."""
    words = screen.words
    asks = words._("Your name: it is kept with everything you decide here.")
    screen.app.push_screen(
        Ask(words, words._("Who decides?"), asks, known, read=_name), lambda name: then(name) if name else None
    )


def _name(typed: str) -> str:
    name = clean_line(typed, _LONGEST)
    if not name:
        raise Refused(N_("Say under whose name this is done."))
    return name
