"""A learner who comes from elsewhere: a folder filled out of sight, that becomes a learner in one step."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator

from filelock import FileLock, Timeout

from trainer.kernel.problems import N_, StorageUnusable
from trainer.progress.disk import PRIVATE_FILE, Disk, make_folder, storage_problems, write_whole
from trainer.progress.locations import Locations

_HIDDEN = ".arriving"


class Arrival:
    """``folder`` is to be filled as a learner's; :meth:`settle` makes it one."""

    def __init__(self, locations: Locations, disk: Disk) -> None:
        self.folder = locations.learners / _HIDDEN
        self._learners, self._disk = locations.learners, disk
        make_folder(self.folder, disk)

    def write(self, path: str, data: bytes) -> None:
        """Keep a file at a path below the folder, private and durable."""
        target = self.folder / path
        make_folder(target.parent, self._disk)
        write_whole(self._disk, target, data)

    def settle(self, learner: str) -> None:
        """From here on the folder is this learner's, whose id must be free."""
        target = self._learners / learner
        with storage_problems(target):
            if target.is_dir() and not any(path for path in target.iterdir() if path.name != ".lock"):
                shutil.rmtree(target)  # what a crash left of a learner who never was
            self._disk.replace(self.folder, target)
            self._disk.sync_folder(self._learners)


@contextlib.contextmanager
def arriving(locations: Locations, disk: Disk) -> Iterator[Arrival]:
    """A place for one learner to arrive; what did not settle is gone at the end."""
    make_folder(locations.learners, disk)
    lock = _lock(locations)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise StorageUnusable(N_("Another Trainer is importing a learner. Wait until it is done.")) from None
    try:
        shutil.rmtree(locations.learners / _HIDDEN, ignore_errors=True)
        yield Arrival(locations, disk)
    finally:
        shutil.rmtree(locations.learners / _HIDDEN, ignore_errors=True)
        lock.release()


def sweep_arrivals(locations: Locations) -> None:
    """Remove what a crash left of a learner who was arriving."""
    if (locations.learners / _HIDDEN).is_dir():
        with contextlib.suppress(Timeout), _lock(locations).acquire(timeout=0):
            shutil.rmtree(locations.learners / _HIDDEN, ignore_errors=True)


def _lock(locations: Locations) -> FileLock:
    return FileLock(locations.learners / ".arriving.lock", mode=PRIVATE_FILE)
