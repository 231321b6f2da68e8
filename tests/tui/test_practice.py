"""Practice by keys: choosing, confirming, feedback in place, going on, the summary."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from tests.builders import a_practice, an_item, an_option, item_data, some_items
from tests.fakes.disks import FullDisk
from tests.fakes.workspace import TinyWorkspace
from tests.flows.remembering import play
from tests.tui.conftest import a_practice_flow
from tests.tui.driving import drive
from tests.tui.stage import Stage, on_stage
from trainer.flows.practise import PracticeFlow
from trainer.flows.titles import Titles
from trainer.items.base import Item
from trainer.tui.loading import Loaded
from trainer.tui.routes import Route
from trainer.tui.run import Start
from trainer.tui.sittings import show_practice


@asynccontextmanager
async def practising(
    workspace: TinyWorkspace, items: list[Item] | None = None, *, size: tuple[int, int] = (80, 24), language: str = "en"
) -> AsyncIterator[tuple[Stage, PracticeFlow]]:
    flow = a_practice_flow(workspace, a_practice(items or some_items(3)))
    loaded = Loaded(flow, ("en", "it"), Titles(workspace.catalogue), clock_hidden=False)
    async with on_stage(workspace, size=size, language=language) as stage:
        stage.app.routes["made"] = Route(lambda _: loaded, show_practice, at_once=True)
        await stage.open("made")
        yield stage, flow


def letter_of(flow: PracticeFlow, option: str) -> str:
    """The letter an option (by its English text) stands behind; the group is the item's last."""
    group = flow.view.item.groups[-1]
    return "abcde"[next(i for i, o in enumerate(group.options) if o.text.get("en", "").endswith(option))]


async def test_a_letter_chooses_and_enter_confirms_with_feedback_in_place(workspace: TinyWorkspace) -> None:
    async with practising(workspace) as (stage, flow):
        assert "Question 1 of 3" in stage.text and "Question item-1?" in stage.text
        await stage.press(letter_of(flow, "ten-days"))
        assert len(flow.view.chosen) == 1
        assert "Because the rule" not in stage.text
        await stage.press("enter")
        assert flow.view.confirmed
        assert "✗ Wrong" in stage.text
        assert "✗ Your answer, wrong. Because the rule says so." in stage.text
        assert "✓ The right answer. Because the rule says so." in stage.text
        assert stage.text.count("Because the rule") == 2
        assert "Art. 12" in stage.text
        await stage.press("r")
        assert stage.text.count("Because the rule") == 4
        await stage.press("r", "enter")
        assert "Question 2 of 3" in stage.text
        assert stage.screens == ["PracticeScreen"]


async def test_a_digit_chooses_another_choice_replaces_and_the_same_takes_back(workspace: TinyWorkspace) -> None:
    async with practising(workspace) as (stage, flow):
        await stage.press("2")
        second = flow.view.chosen
        await stage.press("3")
        assert flow.view.chosen != second and len(flow.view.chosen) == 1
        await stage.press("3")
        assert not flow.view.chosen
        await stage.press("enter")
        assert "Choose an answer first." in stage.text and not flow.view.confirmed
        await stage.press("n")
        assert "Choose an answer first." not in stage.text


async def test_arrows_highlight_and_enter_or_space_choose(workspace: TinyWorkspace) -> None:
    async with practising(workspace) as (stage, flow):
        await stage.press("down", "down", "space")
        chosen = flow.view.chosen
        assert flow.view.item.groups[0].options[1].token in chosen
        await stage.press("up", "enter")
        assert flow.view.item.groups[0].options[0].token in flow.view.chosen
        assert not flow.view.confirmed
        await stage.press("enter")
        assert flow.view.confirmed


async def test_multiple_response_ticks_boxes(workspace: TinyWorkspace) -> None:
    async with practising(workspace, [an_item("multiple")]) as (stage, flow):
        assert "More than one is right" in stage.text and stage.text.count("[ ]") == 4
        await stage.press("a", "b")
        assert stage.text.count("[x]") == 2 and len(flow.view.chosen) == 2
        await stage.press("a")
        assert stage.text.count("[x]") == 1


async def test_true_or_false_asks_for_the_verdict_then_the_reason(workspace: TinyWorkspace) -> None:
    async with practising(workspace, [an_item("true_false")]) as (stage, flow):
        assert "a  True" in stage.text and "a  text" not in stage.text
        await stage.press("a")
        assert "a  True" not in stage.text and "a  text" in stage.text
        await stage.press(letter_of(flow, "one-month"))
        await stage.press("tab", "b")
        verdict = flow.view.item.groups[0].options[1].token
        assert verdict in flow.view.chosen and len(flow.view.chosen) == 2
        await stage.press("tab", "a", "enter")
        assert "True" in stage.text and "Your answer" in stage.text


async def test_more_than_five_options_are_numbered(workspace: TinyWorkspace) -> None:
    options = [an_option(f"choice-{n}", key=n == 1) for n in range(1, 8)]
    async with practising(workspace, [an_item(options=options)]) as (stage, flow):
        assert "7  text" in stage.text and "a  text" not in stage.text
        await stage.press("7")
        assert flow.view.item.groups[0].options[6].token in flow.view.chosen


async def test_moving_flagging_and_the_language_cycle(workspace: TinyWorkspace) -> None:
    async with practising(workspace) as (stage, flow):
        await stage.press("n", "m")
        assert "Question 2 of 3" in stage.text and "⚑ flagged" in stage.text
        await stage.press("m", "p")
        assert "Question 1 of 3" in stage.text and "⚑" not in stage.text
        await stage.press("p")
        assert "This is the first question." in stage.text
        await stage.press("a")
        chosen = flow.view.chosen
        await stage.press("l")
        assert "Domanda item-1?" in stage.text and "Question item-1?" not in stage.text
        await stage.press("ctrl+l")
        assert "Domanda item-1?" in stage.text and "Question item-1?" in stage.text
        await stage.press("l")
        assert "Domanda item-1?" not in stage.text and flow.view.chosen == chosen


@pytest.mark.parametrize(("width", "beside"), [(120, True), (80, False)])
async def test_both_languages_stand_side_by_side_where_there_is_room(
    workspace: TinyWorkspace, width: int, beside: bool
) -> None:
    async with practising(workspace, size=(width, 30)) as (stage, _):
        await stage.press("l", "l")
        assert (
            any("Question item-1?" in line and "Domanda item-1?" in line for line in stage.text.split("\n")) == beside
        )


async def test_matter_of_an_item_is_never_translated_and_its_task_is(workspace: TinyWorkspace) -> None:
    options = [{**one, "text": {"en": one["text"]["en"]}} for one in item_data("single", "item-1")["options"]]
    said = [one["text"]["en"] for one in options]
    async with practising(workspace, [an_item(matter_language="en", options=options)]) as (stage, _):
        for shown in ("en", "it", "both"):
            assert all(stage.text.count(one) == 1 for one in said), shown
            assert ("Domanda item-1?" in stage.text) == (shown != "en")
            assert ("Question item-1?" in stage.text) == (shown != "it")
            await stage.press("l")


async def test_a_text_with_gaps_in_one_language_is_read_in_it(workspace: TinyWorkspace) -> None:
    text = {"en": "We will [[word]] within [[deadline]]."}
    async with practising(workspace, [an_item("gaps", matter_language="en", text=text)]) as (stage, _):
        assert "We will" in stage.text
        await stage.press("l")
        assert "We will" in stage.text


async def test_the_summary_names_what_to_study(workspace: TinyWorkspace) -> None:
    async with practising(workspace, [an_item(), an_item("single", "item-2")]) as (stage, flow):
        for option in ("one-month", "ten-days"):
            await stage.press(letter_of(flow, option), "enter", "enter")
        assert "The practice is finished" in stage.text
        assert "1 of 2 questions right" in stage.text
        assert "What to study, most missed first" in stage.text
        row = workspace.store.attempts()[0]
        assert row.submitted_at is not None and row.points == "1"
        assert stage.screens == ["PracticeScreen"]


async def test_the_summary_says_when_it_comes_back_and_repeats_what_was_wrong(workspace: TinyWorkspace) -> None:
    async with drive(workspace, language="en", start=Start("practice", "greeting")) as driver:
        flow = driver.app.screen._flow
        play(flow, [True, False, False, True], workspace.clock)
        driver.app.screen.view = flow.view
        await driver.press("n")
        assert "2 of 4 questions right" in driver.text
        assert "Comes back: 2 tomorrow, 2 in 2 days." in driver.text
        assert "By lesson" in driver.text and "Practise what was wrong again · 2 questions" in driver.text
        await driver.press("r")
        assert driver.screens == ["TodayScreen", "PracticeScreen"]
        assert "Question 1 of 2" in driver.text
        assert "retry" not in driver.text


async def test_nothing_wrong_offers_no_repeat(workspace: TinyWorkspace) -> None:
    async with practising(workspace, [an_item()]) as (stage, flow):
        await stage.press(letter_of(flow, "one-month"), "enter", "enter")
        assert "Nothing to go over again" in stage.text
        assert "Practise what was wrong" not in stage.text and "the wrong ones again" not in stage.text
        await stage.press("r")
        assert stage.screens == ["PracticeScreen"]


async def test_ending_with_open_questions_asks(workspace: TinyWorkspace) -> None:
    async with practising(workspace) as (stage, flow):
        await stage.press("n", "n", "a", "a", "enter", "enter")
        assert "2 questions have no confirmed answer" in stage.text
        await stage.press("enter")
        assert "Question 3 of 3" in stage.text and not flow.view.over
        await stage.press("enter", "right", "enter")
        assert "The practice is finished" in stage.text


async def test_leaving_puts_the_practice_to_rest(workspace: TinyWorkspace) -> None:
    async with practising(workspace) as (stage, _):
        await stage.press("a", "enter", "ctrl+q")
        assert stage.app.return_code == 0
    row = workspace.store.attempts()[0]
    assert row.submitted_at is None and row.answered == 1


async def test_a_full_disk_is_said_and_nothing_is_shown_as_chosen(workspace: TinyWorkspace, disk: FullDisk) -> None:
    async with practising(workspace) as (stage, flow):
        disk.room = 0
        await stage.press("a")
        assert "The disk is full" in stage.text
        assert not flow.view.chosen and "●  a" not in stage.text
        disk.room = None
        await stage.press("a")
        assert len(flow.view.chosen) == 1


async def test_the_interface_changes_language_while_practising(workspace: TinyWorkspace) -> None:
    async with practising(workspace) as (stage, _):
        await stage.press("ctrl+o")
        assert "Quesito 1 di 3" in stage.text and "Pratica" in stage.text
        assert "Question item-1?" in stage.text
        assert workspace.profile().language == "it"
