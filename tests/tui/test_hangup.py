"""The terminal is closed while the program starts, by somebody who has hang-ups ignored: it must not stay and spin."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from trainer.flows.workspace import Workspace
from trainer.progress.locations import find_locations

SECONDS = 30.0
#: What the terminal is closed after: nothing yet, the first of what the driver asks the terminal, the first screen.
MOMENTS = {"at once": b"", "the driver begins": b"\x1b[?", "Today is seen": b"Maria"}


def start(home: Path, terminal: int) -> subprocess.Popen[bytes]:
    environment = {"PATH": os.environ["PATH"], "HOME": str(home), "TERM": "xterm-256color", "LANG": "C.UTF-8"}
    command = [sys.executable, "-m", "trainer", "--home", str(home / "trainer")]
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        return subprocess.Popen(
            command, stdin=terminal, stdout=terminal, stderr=terminal, env=environment, start_new_session=True
        )
    finally:
        signal.signal(signal.SIGHUP, before)


@pytest.mark.parametrize("moment", MOMENTS)
def test_it_ends(tmp_path: Path, moment: str) -> None:
    workspace = Workspace(find_locations(str(tmp_path / "trainer")))
    workspace.open_catalogue()
    workspace.create_learner("Maria", "it", "en", "abr")
    workspace.close()
    ours, theirs = pty.openpty()
    process = start(tmp_path, theirs)
    os.close(theirs)
    seen = b""
    while MOMENTS[moment] not in seen:
        seen += os.read(ours, 65_536)
    os.close(ours)
    try:
        process.wait(SECONDS)
    finally:
        process.kill()
        process.wait()
