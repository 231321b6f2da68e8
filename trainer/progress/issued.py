"""Records issued, on disk: each as signed JSON in two forms and as PDF, and the signed list of their status.

Nothing here counts until an act of the register says so. What an act brings with it is written before it: records
under their number, the list beside the present one. After a crash the acts decide: files no act tells of are swept, and
a list waiting for an act takes its place once that act is there.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from trainer.kernel.problems import N_, StoreDamaged, newer_format
from trainer.progress.disk import Disk, make_folder, storage_problems, write_whole

VERSION = 1
#: The forms of a record, by the end of the file's name.
JSON, CANONICAL, PDF = FORMS = ("json", "jcs.json", "pdf")
_LIST, _NEXT = "status-list.json", "status-list.next"
_URN = "urn:uuid:"
#: Characters of a record's number; files called otherwise are none of ours.
_NUMBER = 36


class IssuedFiles:
    """The folder ``issued`` of a register. ``record`` is a record's id, ``urn:uuid:…``."""

    def __init__(self, folder: Path, disk: Disk) -> None:
        self._folder, self._disk = folder, disk

    def path(self, record: str, form: str) -> Path:
        """Where a form of a record lies."""
        return self._folder / f"{record.removeprefix(_URN)}.{form}"

    # -- records -------------------------------------------------------------------------------------------------

    def save(self, record: str, forms: Mapping[str, bytes]) -> None:
        """Write the forms of a record; each is on the device when this returns."""
        make_folder(self._folder, self._disk)
        for form, raw in forms.items():
            write_whole(self._disk, self.path(record, form), raw)

    def read(self, record: str, form: str) -> bytes:
        """A form of a record. :class:`StoreDamaged` when it is not there."""
        path = self.path(record, form)
        with storage_problems(path):
            try:
                return path.read_bytes()
            except FileNotFoundError:
                raise StoreDamaged(N_("{file} is missing."), file=path) from None

    def remove(self, record: str) -> None:
        """Remove every form of a record; nothing, where they are gone."""
        paths = [path for form in FORMS if (path := self.path(record, form)).exists()]
        with storage_problems(self._folder):
            for path in paths:
                path.unlink()
            if paths:
                self._disk.sync_folder(self._folder)

    # -- the status list -----------------------------------------------------------------------------------------

    def status_list(self, acts: int) -> bytes | None:
        """The list that holds with so many acts told; None before the first record."""
        waiting = self._waiting()
        if waiting is not None and waiting[0] <= acts:
            return waiting[1]
        path = self._folder / _LIST
        with storage_problems(path):
            return path.read_bytes() if path.exists() else None

    def await_act(self, raw: bytes, acts: int) -> None:
        """Keep a list that holds once so many acts are told."""
        make_folder(self._folder, self._disk)
        text = json.dumps({"version": VERSION, "acts": acts, "list": raw.decode()}, ensure_ascii=False)
        write_whole(self._disk, self._folder / _NEXT, text.encode())

    def settle(self, acts: int) -> None:
        """The waiting list takes its place where its act was told, and goes where it was not."""
        waiting = self._waiting()
        if waiting is None:
            return
        if waiting[0] <= acts:
            write_whole(self._disk, self._folder / _LIST, waiting[1])
        with storage_problems(self._folder):
            (self._folder / _NEXT).unlink(missing_ok=True)
            self._disk.sync_folder(self._folder)

    def _waiting(self) -> tuple[int, bytes] | None:
        path = self._folder / _NEXT
        with storage_problems(path):
            if not path.exists():
                return None
            raw = path.read_bytes()
        try:
            data: Any = json.loads(raw)
            version, acts, text = int(data["version"]), int(data["acts"]), str(data["list"])
        except (ValueError, KeyError, TypeError, RecursionError):
            raise StoreDamaged(N_("{file} is damaged; it was left as it is."), file=path) from None
        if version > VERSION:
            raise newer_format(path, found=version, known=VERSION)
        return acts, text.encode()

    # -- after a crash -------------------------------------------------------------------------------------------

    def sweep(self, told: Collection[str], acts: int) -> None:
        """Remove the files of records that no act tells of, or whose holder was erased; settle the list."""
        if not self._folder.is_dir():
            return
        names = {record.removeprefix(_URN) for record in told}
        with storage_problems(self._folder):
            for path in self._folder.iterdir():
                stem, _, form = path.name.partition(".")
                if form in FORMS and len(stem) == _NUMBER and stem not in names:
                    path.unlink()
        self.settle(acts)
