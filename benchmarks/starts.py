"""How a full-screen program starts: when its first screen is seen, and when it answers a key typed at that moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.frames import shown_at
from benchmarks.homes import clean_environment
from benchmarks.measure import Figures
from benchmarks.terminal import Terminal

DOWN, ENTER, ESCAPE = "\x1b[B", "\r", "\x1b"


@dataclass(frozen=True, slots=True)
class Start:
    """A program, the text that tells its first screen, a key, and the text that tells that it was answered.

    ``seconds``: how long to look for the answer, longer than it takes.
    """

    command: Sequence[str]
    text: str
    key: str
    answer: str
    seconds: float = 0.5


def time_start(start: Start, home: Path) -> Figures:
    """Milliseconds from starting the program to its first screen and to its first answer, on an emulated screen."""
    with Terminal(start.command, clean_environment(home)) as terminal:
        terminal.wait_for(start.text)
        terminal.press(start.key)
        terminal.watch(start.seconds)
    return {
        "painted": (shown_at(terminal.log, start.text) - terminal.started) * 1000,
        "answered": (shown_at(terminal.log, start.answer) - terminal.started) * 1000,
    }
