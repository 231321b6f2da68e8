"""The terminal is closed while the program starts, by somebody who has hang-ups ignored: it must not stay and spin."""

from __future__ import annotations

import os
import pty
import signal
import sys
import time
from pathlib import Path

import pytest

from trainer.flows.workspace import Workspace
from trainer.progress.locations import find_locations

SECONDS = 30.0


def start(home: Path) -> tuple[int, int]:
    child, descriptor = pty.fork()
    if child == 0:
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        environment = {"PATH": os.environ["PATH"], "HOME": str(home), "TERM": "xterm-256color", "LANG": "C.UTF-8"}
        os.execve(sys.executable, [sys.executable, "-m", "trainer", "--home", str(home / "trainer")], environment)
    return child, descriptor


@pytest.mark.parametrize("open_for", [0.0, 0.2, 0.6])
def test_it_ends(tmp_path: Path, open_for: float) -> None:
    workspace = Workspace(find_locations(str(tmp_path / "trainer")))
    workspace.open_catalogue()
    workspace.create_learner("Maria", "it", "en", "abr")
    workspace.close()
    child, descriptor = start(tmp_path)
    time.sleep(open_for)
    os.close(descriptor)
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        if os.waitpid(child, os.WNOHANG)[0]:
            return
        time.sleep(0.05)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    raise AssertionError("the program stays without a terminal")
