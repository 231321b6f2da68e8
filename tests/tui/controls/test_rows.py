"""Rows by keys: letters and numbers, arrows, taking back, and where the options stand at each size."""

from __future__ import annotations

import pytest

from tests.fakes.workspace import TinyWorkspace
from tests.tui.kinds import CLASSIFICATION, MATCHING, SIZES, answering

ANSWERS = {
    "A customer finds the same charge twice on the bill": "Billing",
    "The line drops every evening after eight": "Technical support",
    "She wants a copy of all the data we hold on her": "Data protection officer",
    "She complains about the way an agent answered her": "Complaints desk",
    "He asks what a second line in the shop costs": "Offers and contracts",
    "He returned the modem and waits for the confirmation": "Warehouse and returns",
}


async def test_numbers_choose_and_go_to_the_next_open_row(workspace: TinyWorkspace) -> None:
    async with answering(workspace, MATCHING) as now:
        await now.press("2", "down", "5")
        assert now.response[0] == (now.token(0, "2"),)
        assert now.response[1] == ()
        assert now.response[2] == (now.token(2, "5"),)
        await now.press("1", "1", "1")
        assert [len(values) for values in now.response] == [1, 0, 1, 1, 1, 1]
        await now.press("7")  # from the last row round to the one left out
        assert now.response[1] == (now.token(1, "7"),)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["it", "en"])
async def test_every_row_can_be_answered_right(workspace: TinyWorkspace, size: tuple[int, int], language: str) -> None:
    async with answering(workspace, MATCHING, size=size, language=language) as now:
        for row in range(6):
            assert now.row(row, language) in now.text
            await now.press(now.label(row, ANSWERS[now.row(row)]))
        await now.press("enter")
        assert ("✓ Giusto" if language == "it" else "✓ Right") in now.text


@pytest.mark.parametrize("size", SIZES)
async def test_row_and_options_are_in_sight_together(workspace: TinyWorkspace, size: tuple[int, int]) -> None:
    for name in (MATCHING, CLASSIFICATION):
        async with answering(workspace, name, size=size) as now:
            for step in range(len(now.flow.view.item.groups)):
                lines = now.stage.text.split("\n")
                assert sum("▸" in line for line in lines) == 1, (name, step)
                for option in now.group(0).options:
                    assert option.text["en"] in now.text, (name, step)
                await now.press("down")


async def test_arrows_go_through_the_options_of_a_row(workspace: TinyWorkspace) -> None:
    async with answering(workspace, CLASSIFICATION) as now:
        await now.press("right")
        assert now.response[0] == (now.token(0, "a"),)
        await now.press("right", "right")
        assert now.response[0] == (now.token(0, "c"),)
        await now.press("left", "left", "left")
        assert now.response[0] == (now.token(0, "d"),)
        await now.press("down", "left")
        assert now.response[1] == (now.token(1, "d"),)


async def test_an_answer_is_taken_back(workspace: TinyWorkspace) -> None:
    async with answering(workspace, CLASSIFICATION) as now:
        await now.press("a", "b", "up", "backspace")
        assert now.response[:2] == ((now.token(0, "a"),), ())
        await now.press("up", "delete")
        assert not any(now.response)
        await now.press("backspace", "enter")
        assert "Choose an answer first." in now.text


async def test_a_letter_beyond_the_options_is_left_to_the_screen(workspace: TinyWorkspace) -> None:
    async with answering(workspace, CLASSIFICATION, MATCHING) as now:
        await now.press("e", "9")
        assert not any(now.response)
        await now.press("n")
        assert now.flow.view.position == 1


async def test_feedback_says_per_row_what_was_chosen_what_is_right_and_why(workspace: TinyWorkspace) -> None:
    async with answering(workspace, MATCHING, size=(120, 60)) as now:
        rows = [now.row(number) for number in range(6)]
        right = now.label(0, ANSWERS[rows[0]])
        await now.press(right, now.label(1, "Press office"))
        await now.press("enter")
        assert "◐ Partly right: 0.17 of 1 point" in now.text
        assert f"✓ {rows[0]} Your answer, right: {ANSWERS[rows[0]]}" in now.text
        assert f"✗ {rows[1]} Your answer, wrong: Press office" in now.text
        assert "The press office answers journalists, not customers." in now.text
        assert f"The right answer: {ANSWERS[rows[1]]}" in now.text
        assert f"○ {rows[2]} Not answered" in now.text
        assert "r all rationales" not in now.footer


@pytest.mark.parametrize(("width", "beside"), [(120, True), (80, False)])
async def test_both_languages(workspace: TinyWorkspace, width: int, beside: bool) -> None:
    async with answering(workspace, CLASSIFICATION, size=(width, 40)) as now:
        await now.press("b")
        before = now.response
        await now.press("l", "l")
        assert now.response == before
        lines = now.stage.text.split("\n")
        assert any("Anonymous data" in line and "Dato anonimo" in line for line in lines) == beside
        assert "Dato anonimo" in now.text and "Anonymous data" in now.text


async def test_options_used_up_are_still_offered(workspace: TinyWorkspace) -> None:
    async with answering(workspace, MATCHING) as now:
        await now.press("1", "1")
        assert now.response[:2] == ((now.token(0, "1"),), (now.token(1, "1"),))


async def test_two_languages_and_all_options_fit_the_smallest_screen(workspace: TinyWorkspace) -> None:
    async with answering(workspace, CLASSIFICATION, size=(60, 18)) as now:
        await now.press("l", "l")
        for row in range(8):
            assert now.row(row, "it") in now.text and now.row(row) in now.text, row
            for option in now.group(0).options:
                assert f"{option.text['en']} / {option.text['it']}" in now.text, row
            await now.press("down")
