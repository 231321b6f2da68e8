"""The driver in a process of its own, and what it told before it died."""

from __future__ import annotations

import json
import os
import select
import signal
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.faults.driver import Driver
from tests.faults.facts import Facts
from tests.faults.layers import Watching
from trainer.progress.disk import Disk

#: More than any run gets to do before it is killed.
ACTIONS = 300

#: Makes the disk of the program: what it writes to, and the layer that watches the order of steps.
MakeDisk = Callable[[], tuple[Disk, Watching]]


@dataclass(slots=True)
class Told:
    """What a dead program had shown as saved, and what it was about to do (``may``: with which values)."""

    shown: Facts = field(default_factory=dict)
    may: Facts = field(default_factory=dict)
    doing: str = "start"
    actions: int = 0
    ended: bool = False
    wrong: list[str] = field(default_factory=list)
    last: dict[str, int] = field(default_factory=dict)

    def hear(self, line: bytes) -> None:
        """Take in one line."""
        message = json.loads(line)
        kind, name, facts = message["kind"], message["name"], message["facts"]
        self.wrong += message["wrong"]
        if kind == "do":
            self.doing, self.may = name, facts
        elif kind == "ok":
            self.shown |= facts
            self.doing, self.may, self.actions = "nothing", {}, self.actions + 1
            self.last[name] = self.last.get(name, 0) + 1
        else:
            self.ended = True


def run_child(home: Path, seed: str, make_disk: MakeDisk, *, kill_after: int | None = None, pause: float = 0.0) -> Told:
    """Run the driver in a child until it ends, dies, or has told ``kill_after`` lines; then kill it after ``pause``."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _play(home, seed, make_disk, writing)
    os.close(writing)
    told = Told()
    try:
        _listen(reading, told, child, kill_after, pause)
    finally:
        os.close(reading)
        os.waitpid(child, 0)
    return told


def _play(home: Path, seed: str, make_disk: MakeDisk, pipe: int) -> None:
    """In the child: never returns."""
    status = 1
    try:
        disk, watch = make_disk()
        driver = Driver(home, Random(seed), lambda kind, name, facts: teller(kind, name, facts), disk)
        teller = Teller(pipe, watch, driver)
        driver.run(ACTIONS)
        status = 0
    except BaseException:
        message = {"kind": "end", "name": "", "facts": {}, "wrong": [traceback.format_exc()]}
        os.write(pipe, json.dumps(message).encode() + b"\n")
    finally:
        os._exit(status)


class Teller:
    """Tells what happens down a pipe, and has the order of steps looked at when something is shown as saved."""

    def __init__(self, pipe: int, watch: Watching, driver: Driver) -> None:
        self.pipe = pipe
        self.watch = watch
        self.driver = driver
        self.changing = False

    def __call__(self, kind: str, name: str, facts: Facts) -> None:
        watch = self.watch
        if kind == "do":
            watch.writes, self.changing = 0, bool(facts)
        elif kind == "ok":
            journal = self.driver.attempt._running._journal if self.driver.attempt else None
            if journal is None:
                watch.acknowledged(name, writes=self.changing)
            else:
                watch.acknowledged(name, writes=self.changing, journal=journal.path, events=journal._number)
        wrong, watch.wrong = watch.wrong, []
        os.write(self.pipe, json.dumps({"kind": kind, "name": name, "facts": facts, "wrong": wrong}).encode() + b"\n")


def _listen(pipe: int, told: Told, child: int, kill_after: int | None, pause: float) -> None:
    rest, lines = b"", 0
    while chunk := os.read(pipe, 65536):
        *whole, rest = (rest + chunk).split(b"\n")
        for line in whole:
            told.hear(line)
            lines += 1
        if kill_after is not None and lines >= kill_after:
            # Not a sleep: the child goes on telling, and is killed wherever it then is.
            select.select([], [], [], pause)
            os.kill(child, signal.SIGKILL)
            kill_after = None
