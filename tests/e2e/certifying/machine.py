"""Somebody's machine: a home of its own, commands whose output is kept as frames, and the program in a terminal."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.e2e.certifying.known import Known
from tests.e2e.plays.sitting import Sitting
from tests.e2e.terminal import ScreenTimeout, trainer


class Machine(Sitting):
    """``known``: the content that is added here, with its key."""

    def __init__(self, known: Known, size: tuple[int, int], language: str, frames: Path | None, home: Path) -> None:
        super().__init__(size, language, frames, home)
        self.known, self.unit = known, known.unit
        self.root, self.qualification = known.courses, known.qualification
        self._kept = 0
        home.mkdir(parents=True, exist_ok=True)

    def ask(self, name: str, *arguments: str) -> tuple[int, str]:
        """A command: its exit code and what it printed, kept under ``name``."""
        command = trainer("--home", str(self.home / "trainer"), "--lang", self.language, *arguments)
        environment = {**os.environ, **self._environment()}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=120)
        self.keep(name, f"$ trainer {' '.join(arguments)}\n{done.stdout}{done.stderr}[{done.returncode}]\n")
        return done.returncode, done.stdout or done.stderr

    def command(self, name: str, *arguments: str) -> str:
        """A command that must succeed: what it printed."""
        code, said = self.ask(name, *arguments)
        if code:
            raise ScreenTimeout(f"trainer {' '.join(arguments)} gave {code}:\n{said}")
        return said

    def keep(self, name: str, text: str) -> None:
        """Keep what a command printed beside the frames of the program."""
        self._kept += 1
        if self.frames is not None:
            self.frames.mkdir(parents=True, exist_ok=True)
            (self.frames / f"command-{self._kept:02}-{name}.txt").write_text(text, encoding="utf-8")

    def leave(self) -> None:
        """End the program as its user does."""
        if self.terminal is not None and self.terminal._child.isalive():
            self.terminal.press("ctrl+q")
            self.terminal.pump(0.3)
            if self.terminal._child.isalive():
                self.terminal.press("enter")
            if code := self.terminal.exit_code():
                raise ScreenTimeout(f"leaving gave exit code {code}")

    @contextmanager
    def unwatched(self) -> Iterator[None]:
        """While what is read, asked or judged stands on the screen: its words are in no catalogue of messages."""
        assert self.terminal is not None
        before, self.terminal.watched = self.terminal.watched, ""
        yield
        self.terminal.watched = before
