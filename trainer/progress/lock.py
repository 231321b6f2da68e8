"""One program at a time per learner: a second one is refused, the first goes on unharmed."""

from __future__ import annotations

from pathlib import Path

from filelock import FileLock, Timeout

from trainer.kernel.problems import N_, StorageUnusable
from trainer.progress.disk import PRIVATE_FILE, storage_problems


class Busy(StorageUnusable):
    """Another Trainer has this learner open."""


def take_lock(folder: Path) -> FileLock:
    """Hold the learner's folder until ``release``. :class:`Busy` when somebody else holds it."""
    # Not one lock a thread: a store opened in the background is closed by the program's own thread.
    lock = FileLock(folder / ".lock", mode=PRIVATE_FILE, thread_local=False)
    with storage_problems(folder):
        try:
            lock.acquire(timeout=0)
        except Timeout:
            raise Busy(
                N_("This learner is open in another window of Trainer. Close it there first."),
            ) from None
    return lock
