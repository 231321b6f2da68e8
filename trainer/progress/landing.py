"""Files that come into a learner's folder together: all of them, or, whenever the machine dies, none.

They are written below a hidden folder first and made durable; then one marker says that all are there. Whoever opens
the learner next puts them in place, and begins again where a crash broke it off. The marker goes when everything that
derives from them has been derived.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from trainer.progress.disk import Disk, make_folder, storage_problems, write_whole
from trainer.progress.storage import previous_version

STAGE = ".import"
_READY = "ready"
_STORE = "store.json"


class Landing:
    """A place beside the learner's files to write the new ones to. Only for who holds the learner's lock."""

    def __init__(self, folder: Path, disk: Disk) -> None:
        self._folder, self._stage, self._disk = folder, folder / STAGE, disk
        with storage_problems(self._stage):
            shutil.rmtree(self._stage, ignore_errors=True)
        make_folder(self._stage / "files", disk)

    def write(self, path: str, data: bytes) -> None:
        """Keep a file that will stand at ``path`` below the learner's folder, in the place of one that is there."""
        target = self._stage / "files" / path
        make_folder(target.parent, self._disk)
        write_whole(self._disk, target, data)

    def commit(self) -> None:
        """From here on the files belong to the learner: opening the store puts them in place."""
        write_whole(self._disk, self._stage / _READY, b"{}")


def land(folder: Path, disk: Disk) -> bool:
    """Put in place what was committed, sweep what was not; whether what derives from it must be derived again.

    The files are copied and stay below the stage until :func:`landed`: one that is moved from folder to folder can be
    in neither after a power cut, since each folder is made durable by itself.
    """
    stage = folder / STAGE
    if not stage.is_dir():
        return False
    if not (stage / _READY).exists():
        shutil.rmtree(stage, ignore_errors=True)
        return False
    with storage_problems(folder):
        for source in sorted(path for path in (stage / "files").rglob("*") if path.is_file()):
            _put(source, folder / source.relative_to(stage / "files"), disk)
    return True


def _put(source: Path, target: Path, disk: Disk) -> None:
    make_folder(target.parent, disk)
    if target.name == _STORE and target.exists():
        write_whole(disk, previous_version(target), target.read_bytes())
    write_whole(disk, target, source.read_bytes())


def landed(folder: Path, disk: Disk) -> None:
    """Everything has been derived: forget that there was something to put in place."""
    stage = folder / STAGE
    with storage_problems(stage):
        (stage / _READY).unlink(missing_ok=True)
        disk.sync_folder(stage)
        shutil.rmtree(stage, ignore_errors=True)
