"""Every picture of every screen, over content, names and input full of bait, at every size.

What is shown is what ``docs/pictures.py`` arranges, and a screen without a picture is an error: so a new screen is
swept without a word about it here. ``TRAINER_LONG=1`` sweeps every state there is a picture of.
"""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from rich.cells import cell_len
from textual import events

from tests.tui.hostile import BAIT, SEEN, BaitedWorkspace, bait_content, harm
from tests.tui.stage import screen_text
from trainer.i18n.catalogue import Translator
from trainer.progress.locations import find_locations
from trainer.tui.app import TrainerApp
from trainer.tui.messages import OpenScreen
from trainer.tui.screens.base import TrainerScreen

SIZES = [(60, 18), (80, 24), (120, 40), (200, 60)]
TOO_SMALL = [(59, 18), (60, 17), (20, 5), (1, 1)]


def _pictures() -> ModuleType:
    file = Path(__file__).resolve().parents[2] / "docs" / "pictures.py"
    spec = importlib.util.spec_from_file_location("pictures", file)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["pictures"] = module
    spec.loader.exec_module(module)
    return module


PICTURES = _pictures()
LONG = os.environ.get("TRAINER_LONG") == "1"


def _swept() -> list[str]:
    """Every picture in the long run; otherwise the first of each screen."""
    names: dict[str, str] = {}
    for name, picture in PICTURES.PICTURES.items():
        names.setdefault(name if LONG else picture.route, name)
    return list(names.values())


@pytest.fixture(scope="module")
def baited(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Path]]:
    """Baited content and where it is compiled. What refuses control codes in content is put to sleep meanwhile."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("trainer.schema.fields", "trainer.content.yamlfile", "trainer.content.prose"):
            patch.setattr(f"{name}.is_clean", lambda text: True)
        folder = tmp_path_factory.mktemp("baited")
        content, cache = bait_content(folder / "content"), folder / "cache"
        workspace = _workspace(folder / "home", content, cache)
        assert not workspace.catalogue.flaws
        workspace.catalogue.close()
        yield content, cache


def _workspace(home: Path, content: Path, cache: Path) -> BaitedWorkspace:
    locations = find_locations(str(home))._replace(cache=cache)
    return BaitedWorkspace(locations, PICTURES.PictureClock(), content)


def _learner(workspace: BaitedWorkspace) -> None:
    """Somebody whose name never went through any door."""
    workspace.create_learner("Eve", "it", "en", "abr")
    workspace.store.save_profile(replace(workspace.profile(), name=f"{BAIT}{'x' * 5000}"))


@pytest.mark.parametrize("name", _swept())
async def test_nothing_acts_nothing_breaks_at_any_size(name: str, tmp_path: Path, baited: tuple[Path, Path]) -> None:
    picture = PICTURES.PICTURES[name]
    workspace = _workspace(tmp_path / "home", *baited)
    if picture.learner:
        _learner(workspace)
    first = [OpenScreen("today")] if picture.learner else []
    app = TrainerApp(workspace, Translator("it", cache=workspace.locations.cache), first)
    async with app.run_test(size=(120, 40)) as pilot:
        stage = PICTURES.Stage(app, pilot, workspace.clock)
        await stage.settle()
        await picture.arrange(stage)
        await stage.settle()
        await _sweep(stage, bait=picture.learner)
    workspace.close()
    assert app.crash is None and app.return_code in (0, None)


async def _sweep(stage: Any, *, bait: bool) -> None:
    app = stage.app
    assert harm(app) == []
    assert SEEN in screen_text(app) or not bait or not isinstance(app.screen, TrainerScreen)
    await _resize(stage)
    app.post_message(events.Paste(f"{BAIT}\x07\x9b{'y' * 20_000}"))
    await stage.settle()
    assert harm(app) == [] and app.is_running
    for keys in (("ctrl+l",), ("ctrl+o",), ("ctrl+o",), ("f1",), ("escape",), ("ctrl+p",), ("escape",)):
        await stage.press(*keys)
        assert harm(app) == [], keys


async def _resize(stage: Any) -> None:
    for size in [*SIZES, *TOO_SMALL, SIZES[1]]:
        await stage.pilot.resize_terminal(*size)
        await stage.settle()
        text = screen_text(stage.app)
        assert harm(stage.app) == [] and stage.app.is_running, size
        if size in TOO_SMALL[:2] and isinstance(stage.app.screen, TrainerScreen):
            assert "60 × 18" in text, size
        assert max(map(cell_len, text.split("\n"))) <= size[0], size
        assert len(text.split("\n")) <= size[1], size
