"""A program in a pseudo-terminal: started, read with the time of every chunk, given keys, ended."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType

COLUMNS, LINES = 100, 30
#: Seconds a program may take to show what is waited for.
PATIENCE = 30.0
#: Seconds without output after which a frame is complete. Textual paints at most every 17 ms.
QUIET = 0.025

#: Colours and styles: a line of text is full of them.
_COLOURS = re.compile(rb"\x1b\[[0-9;]*m")

Chunk = tuple[float, bytes]


class Terminal:
    """A running program. ``log`` is everything it wrote, with the time it arrived; ``started`` when it was started."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self.log: list[Chunk] = []
        self.presses: list[float] = []
        self.started = time.perf_counter()
        self.process, self._descriptor = pty.fork()
        if self.process == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
            os.execve(command[0], list(command), dict(environment))

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self._descriptor)

    def press(self, key: str) -> None:
        """Type a key (or the bytes a terminal sends for it) and remember when."""
        self.presses.append(time.perf_counter())
        os.write(self._descriptor, key.encode())

    def wait_for(self, text: str) -> None:
        """Read until ``text`` came, colours left out. ``TimeoutError`` when it does not come."""
        wanted, seen = text.encode(), b""
        until = time.perf_counter() + PATIENCE
        while wanted not in _COLOURS.sub(b"", seen):
            chunk = self._read(until - time.perf_counter())
            if chunk is None:
                last = _COLOURS.sub(b"", seen)[-1000:].decode(errors="replace")
                raise TimeoutError(f"«{text}» was not shown; the last output was {last!r}")
            seen += chunk

    def settle(self, quiet: float = QUIET) -> None:
        """Read until nothing has come for ``quiet`` seconds."""
        while self._read(quiet) is not None:
            pass

    def watch(self, seconds: float) -> None:
        """Read whatever comes during so many seconds."""
        until = time.perf_counter() + seconds
        while (left := until - time.perf_counter()) > 0:
            self._read(left)

    def answer(self, key: str) -> None:
        """Type a key and read until the program's answer is complete; ``TimeoutError`` when there is none."""
        self.press(key)
        if self._read(PATIENCE) is None:
            raise TimeoutError(f"the key {key!r} was not answered")
        self.settle()

    def drain(self) -> None:
        """Read what there is, without waiting."""
        self.settle(0)

    def processor_seconds(self) -> float:
        """Seconds of processor time the program has used so far."""
        fields = Path(f"/proc/{self.process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def _read(self, seconds: float) -> bytes | None:
        """The next chunk, None when none came in time or the program ended."""
        ready, _, _ = select.select([self._descriptor], [], [], max(0.0, seconds))
        if not ready:
            return None
        try:
            data = os.read(self._descriptor, 65536)
        except OSError:
            return None
        self.log.append((time.perf_counter(), data))
        return data
