"""Markup in content or in a name is text on every screen one studies with: nothing acts, nothing crashes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fakes.workspace import TinyWorkspace
from tests.fixtures import copy_tiny
from tests.tui.driving import Driver, drive

BAIT = "[@click=app.quit]boom[/] [/ [bold"
SCREENS: dict[str, dict[str, str]] = {
    "today": {},
    "catalogue": {},
    "unit": {"unit": "tin.u1"},
    "module": {"module": "greeting"},
    "glossary": {"module": "greeting"},
    "lesson": {"module": "greeting", "lesson": "listening"},
    "settings": {},
    "practice_menu": {},
    "progress": {},
}


def baited(folder: Path) -> Path:
    """The tiny content with bait in every Italian text."""
    root = copy_tiny(folder)
    for file in [*root.rglob("*.yaml"), *root.rglob("*.md")]:
        text = file.read_text(encoding="utf-8")
        if file.suffix == ".md":
            text = text.replace("## ", f"## {BAIT} ").replace(" il cliente", f" il {BAIT} cliente")
        lines = [_bait(line) for line in text.split("\n")]
        file.write_text("\n".join(lines), encoding="utf-8")
    return root


def _bait(line: str) -> str:
    return line.replace("{it: ", f"{{it: '{BAIT} ", 1).replace(", en: ", "', en: ", 1) if "{it: " in line else line


def actions(driver: Driver) -> list[object]:
    """Everything on the screen that a click would run."""
    strips = driver.app.screen._compositor.render_strips()
    metas = [segment.style.meta for strip in strips for segment in strip if segment.style and segment.style.meta]
    return [meta for meta in metas if any(key.startswith("@") for key in meta)]


@pytest.mark.parametrize("name", SCREENS)
async def test_bait_is_shown_and_does_nothing(tmp_path: Path, name: str) -> None:
    workspace = TinyWorkspace(tmp_path / "home", content=baited(tmp_path))
    workspace.create_learner(BAIT, "it", "en", "tin")
    async with drive(workspace, size=(120, 60)) as driver:
        if name != "today":
            await driver.open(name, **SCREENS[name])
        assert BAIT in driver.text
        assert actions(driver) == []
        await driver.press("t", "down", "ctrl+o", "l")
        assert actions(driver) == []
        assert driver.app.is_running
