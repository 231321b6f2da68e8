"""Two machines, each with a home of its own, and what goes between them."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.fakes.clock import FakeClock
from tests.fakes.workspace import TinyWorkspace
from trainer.flows.moving import Imported, export_everything, import_learner
from trainer.progress.disk import Disk
from trainer.progress.exporting import MANIFEST

MARIA = "maria-rossi"


class Machine:
    """A home; ``open`` is a new run of the program in it."""

    def __init__(self, folder: Path, clock: FakeClock) -> None:
        self.folder, self.clock = folder, clock
        self._run: TinyWorkspace | None = None

    def open(self, learner: str | None = None, disk: Disk | None = None) -> TinyWorkspace:
        self.close()
        self._run = TinyWorkspace(self.folder / "home", self.clock, disk)
        self._run.choose_learner(learner)
        return self._run

    def close(self) -> None:
        if self._run:
            self._run.close()
        self._run = None

    def export(self, name: str, learner: str = MARIA) -> Path:
        self.close()
        target = self.folder / name
        export_everything(self.open(), learner, target)
        self.close()
        return target

    def take(self, archive: Path, *, disk: Disk | None = None, **options: Any) -> Imported:
        workspace = self.open(disk=disk)
        try:
            return import_learner(workspace, archive, **options)
        finally:
            self.close()

    def learner(self, learner: str = MARIA) -> Path:
        return self.open().locations.learner(learner)

    def everything(self, learner: str = MARIA) -> dict[str, Any]:
        """What the store says, without the order it says it in."""
        store = self.open(learner).store
        found = {
            "profile": store.profile(), "settings": store.settings(), "items": store.item_history(),
            "attempts": {row.id: row for row in store.attempts()}, "answers": dict(store.answers()),
            "cards": dict(store.cards()), "time": store.study_seconds(),
            "pages": {(mark.module, mark.lesson, mark.page): mark for mark in store.page_marks()},
            "lessons": {(row.module, row.lesson): row for row in store.lessons()},
        }  # fmt: skip
        self.close()
        return found


def files(archive: Path) -> dict[str, bytes]:
    """What an archive holds, by name."""
    with zipfile.ZipFile(archive) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def packed(target: Path, members: Mapping[str, bytes]) -> Path:
    """An archive of these."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            made.writestr(name, data)
    return target


def without_time(archive: Path) -> dict[str, Any]:
    """An export but for the time of it."""
    found: dict[str, Any] = dict(files(archive))
    found[MANIFEST] = {key: value for key, value in json.loads(found[MANIFEST]).items() if key != "exported"}
    return found


def everything_in(folder: Path) -> dict[str, str]:
    """Every file below a folder and what is in it; locks left out."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.endswith(".lock")
    }
