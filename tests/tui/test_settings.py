"""Settings apply at once and are kept."""

from __future__ import annotations

from pathlib import Path

from tests.tui.driving import a_workspace, drive
from trainer.tui.theme import LIGHT


async def test_the_interface_language_changes_at_once(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    async with drive(workspace) as driver:
        await driver.press("s", "right")
        assert "Interface language" in driver.text
        assert (workspace.profile().language, workspace.profile().second_language) == ("en", "it")
        await driver.press("escape")
        assert "What to do next" in driver.text


async def test_qualification_theme_and_clock_are_kept(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    before = workspace.profile().qualification
    async with drive(workspace) as driver:
        await driver.press("s", "down", "down", "enter", "down", "enter", "down", "enter")
        assert workspace.profile().qualification != before
        assert workspace.store.settings().theme == "light"
        assert workspace.store.settings().clock_hidden is True
        assert driver.app.theme == LIGHT
        assert str(workspace.store.folder)[:20] in driver.text.replace(" ", "")


async def test_a_second_language_can_be_none(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    async with drive(workspace) as driver:
        await driver.press("s", "down", "right")
        assert workspace.profile().second_language == workspace.profile().language
        assert "nessuna" in driver.text
