"""Several people at one machine: asked who they are at the start, taking over from each other, and adding one more."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.fakes.workspace import TinyWorkspace
from tests.tui.driving import Driver, a_workspace, drive
from trainer.flows.workspace import Workspace
from trainer.tui.run import Start


def shared(home: Path, *names: str) -> TinyWorkspace:
    """A home of these learners, the last named used last, where nobody was asked for."""
    workspace = TinyWorkspace(home)
    for number, name in enumerate(names or ("Anna", "Bruno", "Carla")):
        learner = workspace.create_learner(name, "it", "en", "tin")
        workspace.close()
        at = 1795248000.0 - 86_400 * (10 - number)
        os.utime(workspace.locations.learner(learner) / "store.json", (at, at))
    workspace.switch_learner(None)
    return workspace


async def test_several_are_asked_who_they_are(tmp_path: Path) -> None:
    async with drive(shared(tmp_path)) as driver:
        assert driver.screens == ["LearnersScreen"]
        text = driver.text
        assert text.index("1 Carla") < text.index("2 ")
        assert "Addetto di prova" in text and "giorni fa" in text
        await driver.press("enter")
        assert driver.screen == "TodayScreen"
        assert "Ciao, Carla" in driver.text
        await driver.press("escape")
        assert driver.screen == "TodayScreen"


async def test_a_number_or_arrows_choose(tmp_path: Path) -> None:
    workspace = shared(tmp_path)
    async with drive(workspace) as driver:
        await driver.press("2")
        assert workspace.learner in ("anna", "bruno")
    other = shared(tmp_path / "other", "Anna", "Bruno")
    async with drive(other) as driver:
        await driver.press("down", "enter")
        assert "Ciao, Anna" in driver.text


async def test_one_is_not_asked(tmp_path: Path) -> None:
    async with drive(a_workspace(tmp_path)) as driver:
        assert driver.screens == ["TodayScreen"]


async def test_the_place_asked_for_opens_above_today_of_who_is_chosen(tmp_path: Path) -> None:
    async with drive(shared(tmp_path), start=Start("module", "greeting")) as driver:
        assert driver.screen == "LearnersScreen"
        await driver.press("1")
        assert driver.screens[-2:] == ["TodayScreen", "ModuleScreen"]


async def test_taking_over_leaves_nothing_of_the_other(tmp_path: Path) -> None:
    workspace = shared(tmp_path, "Anna", "Bruno")
    workspace.switch_learner("anna")
    workspace.change_profile(language="en", second_language="it")
    workspace.change_settings(theme="light")
    workspace.switch_learner(None)
    async with drive(workspace) as driver:
        await driver.press("2" if "1 Anna" in driver.text else "1")
        assert "Ciao, Bruno" in driver.text
        await driver.open("lesson", module="greeting", lesson="listening")
        await driver.press("n", "f2")
        assert driver.screen == "LearnersScreen" and "qui adesso" in driver.text
        await driver.press("1" if "1 Anna" in driver.text else "2")
        assert driver.screen == "TodayScreen"
        assert "Hello, Anna" in driver.text and "Bruno" not in driver.text
        assert driver.app.theme.endswith("light")
        assert workspace.learner == "anna" and workspace.store.lessons() == []
        await driver.press("1")
        assert driver.screen == "LessonScreen" and "Bruno" not in driver.text and "Anna" in driver.text
        await driver.press("escape", "f2")
        await driver.press("2" if "1 Anna" in driver.text else "1")
        assert "Continua la lezione" in driver.text and "pagina 2" in driver.text


async def test_the_same_learner_again_and_escape_go_back_to_where_one_was(tmp_path: Path) -> None:
    async with drive(shared(tmp_path, "Anna", "Bruno")) as driver:
        await driver.press("1")
        await driver.open("module", module="greeting")
        for key in ("enter", "escape"):
            await driver.press("f2")
            assert driver.screen == "LearnersScreen"
            await driver.press(key)
            assert driver.screen == "ModuleScreen"


async def test_an_exam_asks_before_somebody_takes_over(tmp_path: Path) -> None:
    workspace = shared(tmp_path, "Anna", "Bruno")
    async with drive(workspace) as driver:
        await driver.press("1")
        first = workspace.learner
        await driver.open("exam", exam="greeting")
        await driver.press("enter", "a", "f2", "2")
        assert driver.screen == "Confirm" and workspace.learner == first
        await driver.press("escape")
        assert driver.screen == "LearnersScreen"
        await driver.press("escape")
        assert driver.screen == "ExamScreen"
        await driver.press("f2", "2", "right", "enter")
        assert driver.screen == "TodayScreen" and workspace.learner != first
        await driver.press("f2", "2")
        assert "Riprendi" in driver.text and workspace.learner == first


async def test_a_new_learner_is_added_and_can_be_called_off(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    async with drive(workspace) as driver:
        await driver.press("s", "f2")
        assert driver.screen == "LearnersScreen" and "1 Maria" in driver.text
        await driver.press("n")
        assert driver.screen == "FirstRunScreen" and workspace.learner is None
        await driver.press("escape")
        assert driver.screen == "LearnersScreen"
        await driver.press("escape")
        assert driver.screen == "LearnersScreen"
        await driver.press("n", *"Bea", "enter", "enter", "enter", "enter", "enter")
        assert driver.screen == "TodayScreen" and "Ciao, Bea" in driver.text
        assert [card.id for card in workspace.learners()] == ["bea", "maria"]
        await driver.press("f2")
        assert "Maria" in driver.text and "qui adesso" in driver.text


async def test_the_entry_below_the_list_adds_one_too(tmp_path: Path) -> None:
    async with drive(shared(tmp_path)) as driver:
        await driver.press("end", "enter")
        assert driver.screen == "FirstRunScreen"


async def test_a_learner_who_cannot_be_opened_is_said_and_left_again(tmp_path: Path) -> None:
    workspace = shared(tmp_path, "Anna", "Bruno")
    (workspace.locations.learner("anna") / "store.json").write_text("{")
    async with drive(workspace) as driver:
        assert "non si può aprire" in driver.text
        await driver.press("2" if "1 Bruno" in driver.text else "1")
        assert driver.screen == "StoppedScreen"
        await driver.press("f2")
        await driver.press("1" if "1 Bruno" in driver.text else "2")
        assert driver.screen == "TodayScreen" and "Ciao, Bruno" in driver.text


@pytest.mark.parametrize("size", [(60, 18), (120, 40), (200, 60)])
@pytest.mark.parametrize("language", ["it", "en"])
async def test_it_fits_every_size(tmp_path: Path, size: tuple[int, int], language: str) -> None:
    names = [f"Learner number {number} with a rather long name" for number in range(12)]
    async with drive(shared(tmp_path, *names), size=size, language=language) as driver:
        assert "number 11" in driver.text
        await driver.press("end")
        assert "n " in driver.lines[-1] or driver.lines[-1]
        await driver.press("up", "enter")
        assert driver.screen == "TodayScreen"


async def test_bait_in_a_name_is_text(tmp_path: Path) -> None:
    bait = "[@click=app.quit]boom[/] [bold"
    async with drive(shared(tmp_path, "Anna", bait)) as driver:
        assert bait in driver.text


async def test_settings_and_palette_offer_it(tmp_path: Path) -> None:
    async with drive(a_workspace(tmp_path), size=(120, 40)) as driver:
        await driver.press("s")
        assert "f2 altra persona" in driver.text
        await driver.press("ctrl+p", *"persona")
        await driver.press("enter")
        await driver.settle()
        assert driver.screen == "LearnersScreen"


def test_who_was_asked_for_is_not_asked(tmp_path: Path) -> None:
    workspace = shared(tmp_path)
    assert workspace.shared
    assert Workspace(workspace.locations).choose_learner("anna") == "anna"
    assert isinstance(Driver, type)
