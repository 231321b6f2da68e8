"""Proving many hand-ins: on every processor there is, because a class has thousands of attempts to replay."""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from trainer.flows.register_content import UnitContent
from trainer.flows.register_proving import Proven, prove_hand_in
from trainer.kernel.problems import Problem

#: Fewer files than these are proved before other processes have started.
WORTH_IT = 8


class ToProve(NamedTuple):
    """A file and the unit it is a hand-in for."""

    source: Path
    unit: str


#: What forked processes find here; set while they are being made.
_CONTENTS: dict[str, UnitContent] = {}


def proofs(files: Sequence[ToProve], contents: Mapping[str, UnitContent]) -> Iterator[Proven | Problem]:
    """Each file proved, or why not, in order."""
    done = 0
    if len(files) >= WORTH_IT and _may_fork():
        # The first one here: what it makes the program load and read, the other processes then have.
        yield _proof(files[0], contents)
        done = 1
        for found in _in_processes(files[1:], contents):
            yield found
            done += 1
    with collecting_no_garbage():
        for file in files[done:]:
            yield _proof(file, contents)


@contextmanager
def collecting_no_garbage() -> Iterator[None]:
    """Replaying makes a million small values and no circles: looking for some takes a tenth of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _may_fork() -> bool:
    """A process with other threads must not be copied: what they hold locked stays locked in the copy."""
    return sys.platform == "linux" and (os.cpu_count() or 1) > 1 and threading.active_count() == 1


def _in_processes(files: Sequence[ToProve], contents: Mapping[str, UnitContent]) -> Iterator[Proven | Problem]:
    """As far as the other processes get: where one of them dies, the rest is left to be done here."""
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    _CONTENTS.update(contents)
    pool = ProcessPoolExecutor(min(os.cpu_count() or 1, len(files)), get_context("fork"), initializer=gc.disable)
    try:
        yield from pool.map(_proof_in_process, files)
    except BrokenProcessPool:
        return
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
        _CONTENTS.clear()


def _proof_in_process(file: ToProve) -> Proven | Problem:
    return _proof(file, _CONTENTS)


def _proof(file: ToProve, contents: Mapping[str, UnitContent]) -> Proven | Problem:
    try:
        return prove_hand_in(file.source, contents[file.unit])
    except Problem as problem:
        return problem
