"""The first start: five keys and a name lead to *Today*."""

from __future__ import annotations

from pathlib import Path

from tests.tui.driving import a_workspace, drive


async def test_a_name_and_enter_lead_to_today(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path, learner=False)
    async with drive(workspace) as driver:
        assert driver.screen == "FirstRunScreen"
        await driver.press(*"Maria", *["enter"] * 5)
        assert driver.screen == "TodayScreen"
        assert "Ciao, Maria" in driver.text
        profile = workspace.profile()
        assert (profile.name, profile.language, profile.second_language) == ("Maria", "it", "en")
        assert profile.qualification == workspace.catalogue.qualifications()[0].id


async def test_the_dialogue_speaks_the_language_being_chosen(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path, learner=False)
    async with drive(workspace) as driver:
        assert "Il tuo nome" in driver.text
        await driver.press(*"Ann", "enter", "right")
        assert "Your name" in driver.text
        assert "Ann" in driver.text
        await driver.press("down", "down", "right", "enter", "enter")
        profile = workspace.profile()
        assert (profile.language, profile.second_language, profile.qualification) == ("en", "it", "alp")
        assert "Hello, Ann" in driver.text


async def test_without_a_name_it_is_said_what_is_missing(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path, learner=False)
    async with drive(workspace) as driver:
        await driver.press("up", "enter")
        assert driver.screen == "FirstRunScreen"
        assert "Scrivi il tuo nome" in driver.text
        assert workspace.learner is None
        await driver.press("A", *["enter"] * 5)
        assert driver.screen == "TodayScreen"


async def test_names_are_text(tmp_path: Path) -> None:
    async with drive(a_workspace(tmp_path, learner=False)) as driver:
        hostile = "[@click=app.quit]x[/]"
        driver.app.screen.query_one("#name").value = hostile  # type: ignore[attr-defined] # an Input
        await driver.press(*["enter"] * 5)
        assert f"Ciao, {hostile}" in driver.text
        assert "@click" not in str([segment.style and segment.style.meta for strip in
                                    driver.app.screen._compositor.render_strips() for segment in strip])  # fmt: skip
