"""``python -m tests.e2e.painted FOLDER NAME…``: the program in a real terminal, brought to one picture after the other.

Whoever holds the other end of the terminal finds :func:`mark` in what comes, right behind the frame of each picture.
"""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

from textual.pilot import Pilot

from trainer.flows.workspace import Workspace
from trainer.i18n.catalogue import Translator
from trainer.progress.locations import find_locations
from trainer.tui.app import TrainerApp
from trainer.tui.messages import OpenScreen

FILE = Path(__file__).resolve().parents[2] / "docs" / "pictures.py"


def load_pictures() -> ModuleType:
    """The module ``docs/pictures.py``."""
    spec = importlib.util.spec_from_file_location("pictures", FILE)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["pictures"] = module
    spec.loader.exec_module(module)
    return module


def mark(name: str) -> str:
    """A sequence terminals take without showing anything: the title of the window."""
    return f"\x1b]0;painted {name}\x07"


def paint(pictures: ModuleType, name: str, home: Path, cache: Path) -> None:
    """Open the program, arrange the picture, say so, and leave."""
    picture, clock = pictures.PICTURES[name], pictures.PictureClock()
    workspace = Workspace(find_locations(str(home))._replace(cache=cache), clock)
    if picture.learner:
        workspace.create_learner("Anna Rossi", "it", "en", "abr")
    app = TrainerApp(workspace, Translator("it", cache=cache), [OpenScreen("today")] if picture.learner else [])

    async def arrange(pilot: Pilot[None]) -> None:
        stage = pictures.Stage(app, pilot, clock)
        await stage.settle()
        await picture.arrange(stage)
        await stage.settle()
        assert app._driver is not None
        app._driver.write(mark(name))
        app.exit()

    app.run(auto_pilot=arrange)  # type: ignore[arg-type] # a pilot of this very program
    workspace.close()


def main(folder: str, names: list[str]) -> None:
    pictures = load_pictures()
    for name in names:
        paint(pictures, name, Path(folder) / name, Path(folder) / "cache")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
