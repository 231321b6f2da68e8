"""What an emulated screen showed, and when: worked out after the run, so that emulating disturbs no measurement."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

import pyte

from benchmarks.terminal import COLUMNS, LINES, Chunk

#: Requests and keyboard modes that the emulator would print as text.
_UNKNOWN = re.compile(rb"\x1b\[(?:[<>=][0-9;]*[a-zA-Z]|\?[0-9;]*\$p)|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)")
_UNFINISHED = re.compile(rb"\x1b(?:\[[0-9;?<>=$]*)?$")

#: One line of the screen: its characters with their colours and styles.
Row = tuple[pyte.screens.Char, ...]
#: Blanks what changes by itself in a row, for instance a clock.
Mask = Callable[[int, Row], Row]


class Emulator:
    """A terminal that is fed chunks; a sequence cut at the end of a chunk waits for the next."""

    def __init__(self) -> None:
        self.screen = pyte.Screen(COLUMNS, LINES)
        self._stream = pyte.ByteStream(self.screen)
        self._rest = b""

    def feed(self, data: bytes) -> None:
        """Show what a program wrote."""
        data = self._rest + data
        cut = _UNFINISHED.search(data)
        self._rest = cut[0] if cut else b""
        self._stream.feed(_UNKNOWN.sub(b"", data[: cut.start()] if cut else data))

    def text(self) -> str:
        """The characters on the screen."""
        return "\n".join(self.screen.display)


def shown_at(log: Sequence[Chunk], text: str) -> float:
    """When ``text`` was first on the screen. ``ValueError`` when it never was."""
    emulator = Emulator()
    for at, data in log:
        emulator.feed(data)
        if text in emulator.text():
            return at
    raise ValueError(f"«{text}» was not shown; in the end the screen was:\n{emulator.text()}")


def answer_times(log: Sequence[Chunk], presses: Sequence[float], mask: Mask | None = None) -> list[float | None]:
    """Seconds from each key to the chunk that made the screen what it was before the next key.

    None for a key that changed nothing.
    """
    answers: list[float | None] = [None] * len(presses)
    press = -1
    for at in _changes(log, mask):
        while press + 1 < len(presses) and presses[press + 1] <= at:
            press += 1
        if press >= 0:
            answers[press] = at - presses[press]
    return answers


def _changes(log: Sequence[Chunk], mask: Mask | None) -> Iterator[float]:
    """When the screen changed, masked rows apart."""
    emulator = Emulator()
    rows: dict[int, Row] = {}
    for at, data in log:
        emulator.feed(data)
        changed = False
        for number in emulator.screen.dirty:
            line = emulator.screen.buffer[number]
            row = tuple(line[column] for column in range(COLUMNS))
            row = mask(number, row) if mask else row
            changed = changed or rows.get(number) != row
            rows[number] = row
        emulator.screen.dirty.clear()
        if changed:
            yield at
