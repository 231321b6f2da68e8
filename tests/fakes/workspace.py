"""A workspace over the small content of ``tests/fixtures/tiny``, compiled once for all tests of a run."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from tests.fakes.clock import FakeClock
from tests.fixtures import TINY
from trainer.catalogue.index import Catalogue, Progress, open_or_build
from trainer.flows.workspace import Workspace
from trainer.kernel.clock import Clock
from trainer.progress.disk import Disk
from trainer.progress.locations import find_locations


@cache
def tiny_cache() -> Path:
    """Where the compiled content lies until this process ends."""
    folder = Path(tempfile.mkdtemp(prefix="trainer-tests-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


class TinyWorkspace(Workspace):
    """Qualification ``tin`` with the modules ``greeting`` and ``privacy``, a module exam and a unit exam."""

    def __init__(
        self, home: Path, clock: Clock | None = None, disk: Disk | None = None, *, content: Path = TINY
    ) -> None:
        super().__init__(find_locations(str(home)), clock or FakeClock(), disk)
        self.content = content

    def open_catalogue(self, on_progress: Progress | None = None) -> Catalogue:
        if self._catalogue is None:
            self._catalogue = open_or_build([self.content], tiny_cache(), on_progress)
        return self._catalogue

    def catalogue_if_current(self) -> Catalogue | None:
        return self.open_catalogue()
