"""How sure one is, asked once an answer is chosen and before it is confirmed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import an_item
from tests.fakes.disks import FullDisk
from tests.fakes.workspace import TinyWorkspace
from tests.tui.driving import a_workspace, drive
from tests.tui.test_practice import letter_of, practising

SIZES = [(60, 18), (80, 24), (120, 40)]
ASKED = "How sure are you?"


@pytest.fixture(autouse=True)
def _asking(workspace: TinyWorkspace) -> None:
    workspace.change_settings(ask_certainty=True)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("key", "sure", "said"), [("1", True, "you were sure"), ("2", False, "you were unsure")])
async def test_enter_asks_and_a_number_answers(
    workspace: TinyWorkspace, size: tuple[int, int], key: str, sure: bool, said: str
) -> None:
    async with practising(workspace, size=size) as (stage, flow):
        await stage.press(letter_of(flow, "one-month"), "enter")
        assert ASKED in stage.text and "1 sure   2 unsure" in stage.text
        assert not flow.view.confirmed and "Because the rule" not in stage.text
        await stage.press(key)
        assert flow.view.confirmed and flow.view.certainty is sure
        assert ASKED not in stage.text
        assert f"✓ Right  ·  {said}" in stage.text
        await stage.press("enter")
        assert "Question 2 of 3" in stage.text and ASKED not in stage.text
        await stage.press("2")
        assert len(flow.view.chosen) == 1


async def test_enter_again_confirms_without_saying(workspace: TinyWorkspace) -> None:
    async with practising(workspace) as (stage, flow):
        await stage.press("a", "enter", "enter")
        assert flow.view.confirmed and flow.view.certainty is None
        assert "you were" not in stage.text


async def test_one_can_go_back_to_the_answer_or_give_another(workspace: TinyWorkspace) -> None:
    async with practising(workspace) as (stage, flow):
        await stage.press("a", "enter", "escape")
        assert ASKED not in stage.text and not flow.view.confirmed
        assert stage.screens == ["PracticeScreen"]
        await stage.press("b")
        second = flow.view.chosen
        await stage.press("enter", "c")
        assert ASKED not in stage.text
        assert flow.view.chosen != second and len(flow.view.chosen) == 1
        await stage.press("enter", "n")
        assert "Question 2 of 3" in stage.text and ASKED not in stage.text
        await stage.press("a")
        assert len(flow.view.chosen) == 1
        await stage.press("p", "enter", "1")
        assert flow.view.confirmed


async def test_nothing_is_asked_about_nothing(workspace: TinyWorkspace) -> None:
    async with practising(workspace) as (stage, _):
        await stage.press("enter")
        assert "Choose an answer first." in stage.text and ASKED not in stage.text


async def test_what_is_typed_is_read_before_one_is_asked(workspace: TinyWorkspace) -> None:
    async with practising(workspace, [an_item("numeric")]) as (stage, flow):
        await stage.press(*"1,5", "enter")
        assert ASKED not in stage.text and "written the way of another language" in stage.text
        await stage.press("backspace", "backspace", "backspace", *"20", "enter")
        assert ASKED in stage.text and "20" in stage.text
        await stage.press("2")
        assert flow.view.confirmed and flow.view.certainty is False


async def test_a_full_disk_asks_again(workspace: TinyWorkspace, disk: FullDisk) -> None:
    async with practising(workspace) as (stage, flow):
        await stage.press("a", "enter")
        disk.room = 0
        await stage.press("1")
        assert "The disk is full" in stage.text and not flow.view.confirmed and ASKED in stage.text
        disk.room = None
        await stage.press("1")
        assert flow.view.confirmed and flow.view.certainty is True


async def test_the_languages_go_round_meanwhile(workspace: TinyWorkspace) -> None:
    async with practising(workspace) as (stage, _):
        await stage.press("a", "enter", "l")
        assert ASKED in stage.text and "Domanda item-1?" in stage.text
        await stage.press("ctrl+o")
        assert "Quanta certezza hai?   1 certezza   2 dubbi" in stage.text


async def test_settings_switch_it_off(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path, certainty=True)
    async with drive(workspace, language="en") as driver:
        await driver.open("settings")
        driver.app.screen.query_one("#certainty").focus()
        await driver.press("right")
        assert workspace.store.settings().ask_certainty is False
        assert "not asked" in driver.text
        await driver.open("practice", module="greeting")
        await driver.press("a", "enter")
        assert ASKED not in driver.text
