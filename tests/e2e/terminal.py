"""A pseudo-terminal with an emulated screen: send keys, wait for words, keep every frame."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pexpect
import pyte

KEYS = {
    "enter": "\r", "escape": "\x1b", "tab": "\t", "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D",
    "backspace": "\x7f", "space": " ", "ctrl+q": "\x11", "ctrl+p": "\x10", "ctrl+l": "\x0c", "pagedown": "\x1b[6~",
    "pageup": "\x1b[5~", "end": "\x1b[F", "home": "\x1b[H", "shift+tab": "\x1b[Z",
}  # fmt: skip


#: Seconds after which the key ``escape`` is not taken for the beginning of another one any more.
_ESCAPED = 0.15
#: Seconds after which nobody waits any more, however busy the program is.
_LONGEST = 20.0
#: What the system says of a thread that runs or would, and of one that waits for the disk.
_AT_WORK = ("R", "D")


class ScreenTimeout(AssertionError):
    """What was waited for did not come; the message holds the last screen."""


class Terminal:
    """One run of a command at a size; use as a context manager."""

    def __init__(
        self, command: list[str], size: tuple[int, int], environment: Mapping[str, str], frames: Path | None = None
    ) -> None:
        self.columns, self.rows = size
        self._screen = pyte.Screen(self.columns, self.rows)
        self._stream = pyte.ByteStream(self._screen)
        self._shown: list[str] | None = None
        self._frames, self._count = frames, 0
        if frames:
            frames.mkdir(parents=True, exist_ok=True)
        env = {**os.environ, "TERM": "xterm-256color", "LINES": str(self.rows), "COLUMNS": str(self.columns)}
        env.pop("NO_COLOR", None)
        self._child = pexpect.spawn(
            command[0], command[1:], env={**env, **environment}, dimensions=(self.rows, self.columns), timeout=20
        )
        # Pexpect waits before each key, for passwords: what a key does is waited for after it.
        self._child.delaybeforesend = None
        self.raw = b""

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        if self._child.isalive():
            self._child.close(force=True)

    @property
    def pid(self) -> int:
        return int(self._child.pid)

    @property
    def lines(self) -> list[str]:
        """The screen, line by line, without trailing blanks."""
        if self._shown is None:
            self._shown = [line.rstrip() for line in self._screen.display]
        return list(self._shown)

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @property
    def underlined(self) -> str:
        """What is underlined on the screen."""
        rows = (self._screen.buffer[row] for row in range(self.rows))
        found = "".join(row[at].data if row[at].underscore else " " for row in rows for at in range(self.columns))
        return " ".join(found.split())

    def pump(self, seconds: float = 0.05) -> None:
        """Take in what the program has written, for at most ``seconds`` after the last byte."""
        while True:
            try:
                data = self._child.read_nonblocking(65536, timeout=seconds)
            except pexpect.TIMEOUT:
                return
            except pexpect.EOF:
                return
            self.raw += data
            self._stream.feed(data)
            self._shown = None

    def press(self, *keys: str) -> None:
        """Send keys by name or as they are, one at a time."""
        for key in keys:
            self._child.send(KEYS.get(key, key))
            self.pump(_ESCAPED if key == "escape" else 0.03)

    def type(self, text: str) -> None:
        self._child.send(text)
        self.pump(0.05)

    def wait(self, *texts: str, seconds: float = 20.0) -> None:
        """Until every text is on the screen."""
        self.wait_until(lambda: all(text in self.text for text in texts), " and ".join(repr(t) for t in texts), seconds)

    def wait_gone(self, text: str, seconds: float = 20.0) -> None:
        self.wait_until(lambda: text not in self.text, f"{text!r} to go", seconds)

    def wait_until(self, test: Callable[[], bool], what: str, seconds: float = 20.0) -> None:
        """Until ``test`` is true; :class:`ScreenTimeout` with the last screen otherwise, which is kept as a frame."""
        end = time.monotonic() + seconds
        while not test():
            if time.monotonic() > end or not self._child.isalive():
                self.pump()
                if test():
                    return
                self.frame("timeout")
                raise ScreenTimeout(f"waited for {what}; the screen is:\n{self.text}")
            self.pump()

    def soon(self, test: Callable[[], bool], seconds: float) -> bool:
        """Whether it becomes true before the program has had nothing to do for so long: a busy machine takes longer."""
        end = time.monotonic() + _LONGEST
        while not test():
            began = time.monotonic()
            self.pump()
            seconds -= 0 if self.busy else time.monotonic() - began
            if seconds < 0 or began > end or not self._child.isalive():
                return test()
        return True

    @property
    def busy(self) -> bool:
        """Whether the program computes or waits for its turn to; unknown where the system does not tell."""
        states = Path(f"/proc/{self.pid}/task").glob("*/stat")
        return any(_state(path) in _AT_WORK for path in states)

    def frame(self, name: str) -> None:
        """Keep the present screen as text."""
        self._count += 1
        if self._frames:
            path = self._frames / f"{self._count:03}-{name}.txt"
            path.write_text(self.text + "\n", encoding="utf-8")

    def kill(self) -> None:
        """As if the power went: no signal handler runs."""
        self._child.kill(9)
        self._child.wait()

    def exit_code(self, seconds: float = 20.0) -> int:
        """Wait for the end and give the exit code (negative: killed by that signal)."""
        end = time.monotonic() + seconds
        while self._child.isalive():
            if time.monotonic() > end:
                raise ScreenTimeout(f"the program did not end; the screen is:\n{self.text}")
            self.pump()
        self.pump()
        self._child.wait() if self._child.exitstatus is None and self._child.signalstatus is None else None
        return int(-self._child.signalstatus if self._child.signalstatus else self._child.exitstatus or 0)


def _state(path: Path) -> str:
    """The letter for what a thread does; "" for one that is gone."""
    try:
        return path.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()[0]
    except OSError:
        return ""


def trainer(*arguments: str) -> list[str]:
    """The command line of the installed program under this interpreter."""
    return [sys.executable, "-m", "trainer", *arguments]
