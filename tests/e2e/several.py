"""Two people at one machine, and one of them moving to another and back, as a learner sees it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

from tests.e2e.terminal import ScreenTimeout, Terminal, trainer

F2 = "\x1bOQ"
SECOND = "Berta Neri"

Say = Callable[[str], str]


def add(terminal: Terminal, _: Say) -> None:
    """From *Today*: somebody else begins."""
    terminal.press(F2)
    terminal.wait(_("Who is learning?"), _("A new learner"))
    terminal.frame("learners")
    terminal.press("n")
    terminal.wait(_("Your name"), _("Qualification"))
    terminal.type(SECOND)
    terminal.wait(SECOND)
    terminal.press("enter", "enter", "enter", "enter", "enter")
    terminal.wait(_("What to do next"), SECOND)
    terminal.frame("second-learner")


def take_over(terminal: Terminal, _: Say, name: str) -> None:
    """At the start: everybody is listed, and one says who they are."""
    terminal.wait(_("Who is learning?"), name, SECOND)
    terminal.frame("learners-at-the-start")
    terminal.press(next(line.split()[0] for line in terminal.lines if name in line).strip("▸") or "1")
    terminal.wait_until(lambda: _("What to do next") in terminal.text and SECOND not in terminal.text, f"{name}'s day")
    terminal.wait(name)
    terminal.frame("first-learner-again")


def move(home: Path, learner: str) -> None:
    """Export, erase, import: on the command line, because it is done once in a long while."""
    archive = home / "moving.zip"
    steps = (("export", learner, "-o", str(archive)), ("erase", learner, "--yes"), ("import", str(archive)),
             ("import", str(archive)))  # fmt: skip
    for step in steps:
        command = trainer("--home", str(home / "trainer"), "learner", *step)
        done = subprocess.run(
            command, capture_output=True, text=True, check=False, env={**os.environ, "HOME": str(home)}
        )
        if done.returncode:
            raise ScreenTimeout(f"{' '.join(step)} gave {done.returncode}: {done.stdout}{done.stderr}")
