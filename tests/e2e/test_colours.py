"""Every screen in a terminal of 16 colours and in one without any: what is shown can be read, and says the same.

``TRAINER_LONG=1`` looks at every picture there is; otherwise at some that lean on colour most.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from functools import cache
from pathlib import Path

import pyte
import pytest

from tests.e2e.painted import load_pictures, mark
from tests.e2e.terminal import Terminal

SIZE = (80, 24)
PICTURES = load_pictures().PICTURES
USUAL = ["today", "learners", "practice-feedback", "exam-overview", "result", "progress-mastery", "settings"]
NAMES = list(PICTURES) if os.environ.get("TRAINER_LONG") == "1" else [name for name in USUAL if name in PICTURES]

#: What a program must not write where there are 16 colours: colours by number or by their parts.
MANY_COLOURS = re.compile(rb"\x1b\[[0-9;]*[34]8;[25]")
PARTS = re.compile(rb"[34]8;2;(\d+);(\d+);(\d+)")
#: Modes of a terminal: what is set in the environment.
MODES = {
    "true": {"TERM": "xterm-256color", "COLORTERM": "truecolor"},
    "16": {"TERM": "xterm", "COLORTERM": ""},
    "none": {"TERM": "xterm-256color", "COLORTERM": "truecolor", "NO_COLOR": "1"},
}

Screen = list[list[pyte.screens.Char]]


@cache
def painted(mode: str) -> tuple[bytes, dict[str, Screen]]:
    """All a program wrote in a mode, and the screen of each picture."""
    # The same place each time: settings name it.
    folder = Path(tempfile.gettempdir()) / f"painted-{os.getpid()}"
    folder.mkdir()
    try:
        command = [sys.executable, "-m", "tests.e2e.painted", str(folder), *NAMES]
        with Terminal(command, SIZE, {**MODES[mode], "TZ": "UTC"}) as terminal:
            assert terminal.exit_code(seconds=40.0 * len(NAMES)) == 0, terminal.text
    finally:
        shutil.rmtree(folder)
    emulated = pyte.Screen(*SIZE)
    stream = pyte.ByteStream(emulated)
    rest, found = terminal.raw, {}
    for name in NAMES:
        shown, marked, rest = rest.partition(mark(name).encode())
        assert marked, f"{name} was not shown"
        stream.feed(shown)
        found[name] = [[emulated.buffer[y][x] for x in range(SIZE[0])] for y in range(SIZE[1])]
    return terminal.raw, found


def text(screen: Screen) -> str:
    return "\n".join("".join(char.data for char in line).rstrip() for line in screen)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("mode", ["16", "none"])
def test_every_screen_says_the_same_without_colours(name: str, mode: str) -> None:
    shown = text(painted(mode)[1][name])
    assert shown == text(painted("true")[1][name])
    assert shown.strip()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("mode", MODES)
def test_every_character_stands_out_from_its_ground(name: str, mode: str) -> None:
    hidden = [
        (y, x, char)
        for y, line in enumerate(painted(mode)[1][name])
        for x, char in enumerate(line)
        if char.data.strip() and char.data not in "█▄▀▌▐▁▂▃▅▆▇ " and char.fg == char.bg != "default"
    ]
    assert hidden == []


def test_where_there_are_16_colours_no_others_are_written() -> None:
    assert not MANY_COLOURS.search(painted("16")[0])


def test_without_colours_all_are_greys() -> None:
    assert all(len(set(parts)) == 1 for parts in PARTS.findall(painted("none")[0]))
