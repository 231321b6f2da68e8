"""The demonstration’s exercises on the screen, the reserved ones for practice too, compiled once for a test run."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from tests.fakes.workspace import TinyWorkspace
from tests.fixtures import copy_exercises
from tests.tui.stage import Stage
from trainer.catalogue.index import Catalogue, Progress, open_or_build
from trainer.kernel.clock import Clock
from trainer.tui.routes import Route
from trainer.tui.screens.base import TrainerScreen

TWIN = "-to-practise"


def with_twins(root: Path) -> Path:
    """Every reserved exercise once more, for practice."""
    for source in sorted(root.glob("courses/modules/*/exercises/*.yaml")):
        text = source.read_text(encoding="utf-8")
        if "\nuse: assessed\n" in text:
            twin = text.replace("\nuse: assessed\n", "\nuse: practice\n", 1)
            twin = twin.replace(f"\nid: {source.stem}\n", f"\nid: {source.stem}{TWIN}\n", 1)
            source.with_name(f"{source.stem}{TWIN}.yaml").write_text(twin, encoding="utf-8")
    return root


@cache
def demonstration() -> Path:
    """A folder with the content and, beside it, where it is compiled; it goes when this process ends."""
    folder = Path(tempfile.mkdtemp(prefix="trainer-plays-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    with_twins(copy_exercises(folder))
    return folder


class PlayWorkspace(TinyWorkspace):
    """Ada, who learns for ``dem``; her first language is Italian."""

    def __init__(self, home: Path, clock: Clock | None = None, *, folder: Path | None = None) -> None:
        self._folder = folder or demonstration()
        super().__init__(home, clock, content=self._folder / "exercises")

    def open_catalogue(self, on_progress: Progress | None = None) -> Catalogue:
        if self._catalogue is None:
            self._catalogue = open_or_build([self.content], self._folder / "cache", on_progress)
        return self._catalogue


def ada(home: Path, clock: Clock | None = None, *, folder: Path | None = None) -> PlayWorkspace:
    """A workspace where she has just begun."""
    workspace = PlayWorkspace(home, clock, folder=folder)
    # Compiled before the program runs: in a test its two threads would both begin with it.
    workspace.open_catalogue()
    workspace.create_learner("Ada", "it", "en", "dem")
    return workspace


def note_results(stage: Stage) -> list[str]:
    """Attempts whose result is asked for from now on, instead of the result itself."""
    asked: list[str] = []

    def load(_: Any, *, attempt: str) -> str:
        asked.append(attempt)
        return attempt

    stage.app.routes["exercise_result"] = Route(load, lambda words, _: TrainerScreen(words))
    return asked
