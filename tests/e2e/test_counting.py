"""A counting exam end to end: content added, a try killed and gone on with, a second one on the same day refused."""

from __future__ import annotations

import os
import subprocess
import zipfile
from pathlib import Path

import pytest

from tests.e2e.terminal import Terminal, trainer
from tests.fixtures import DEMO
from trainer.flows.workspace import Workspace
from trainer.progress.locations import find_locations


class Machine:
    """A home of its own, with the demonstration added as a zip archive and one learner."""

    def __init__(self, folder: Path) -> None:
        self.home = folder / "home"
        self.environment = {"HOME": str(folder), "LC_ALL": "C.UTF-8", "TZ": "UTC"}
        archive = folder / "demo.zip"
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
            for path in sorted(DEMO.rglob("*")):
                packed.write(path, f"demo/{path.relative_to(DEMO).as_posix()}")
        assert "«demo» was added" in self.say("content", "add", str(archive))
        workspace = Workspace(find_locations(str(self.home)))
        workspace.create_learner("Ada Rossi", "en", "it", "dem")
        workspace.close()

    def _command(self, *words: str) -> list[str]:
        return trainer("--home", str(self.home), "--lang", "en", *words)

    def say(self, *words: str, code: int = 0) -> str:
        done = subprocess.run(
            self._command(*words), env={**os.environ, **self.environment}, capture_output=True, text=True, timeout=60
        )
        assert done.returncode == code, done.stderr
        return done.stdout + done.stderr

    def open(self, *words: str) -> Terminal:
        return Terminal(self._command(*words), (80, 24), self.environment)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_one_counting_try_a_day(machine: Machine) -> None:
    with machine.open("exam", "take", "dem.u1", "--counting") as terminal:
        terminal.wait("Start the counting exam")
        assert "Start the mock exam" not in terminal.text
        terminal.press("enter")
        terminal.wait("Question 1 of 10")
        terminal.press("a")
        terminal.wait("● a")
        terminal.kill()
    assert "once a day" in machine.say("exam", "take", "dem.u1", "--counting", code=1)
    assert "not finished" in machine.say("unit", "status", "dem.u1")
    with machine.open() as terminal:
        terminal.wait("What to do next", "DEMONSTRATION: unit exam")
        terminal.press("1")
        terminal.wait("Question 1 of 10", "● a")
        terminal.press("s")
        terminal.wait("Submit the exam?")
        terminal.press("end", "enter")
        terminal.wait("counting exam", "Tries so far")
        assert "Review the questions" not in terminal.text
        terminal.press("ctrl+q")
        terminal.pump(0.2)
        if terminal._child.isalive():
            terminal.press("enter")
        assert terminal.exit_code() == 0
    refusal = machine.say("exam", "take", "dem.u1", "--counting", code=1)
    assert "once a day" in refusal and "opens on" in refusal
    assert "Not passed" in machine.say("unit", "status", "dem.u1")
    assert "was removed" in machine.say("content", "remove", "demo")
    assert "There is no unit «dem.u1»" in machine.say("unit", "status", "dem.u1", code=1)
