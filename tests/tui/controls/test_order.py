"""Orders by keys: carrying, numbers, what counts when, and what is said afterwards."""

from __future__ import annotations

import pytest

from tests.fakes.workspace import TinyWorkspace
from tests.tui.kinds import NUMERIC, ORDERING, SIZES, Answering, answering

RIGHT = (
    "Greet and say your name",
    "Let the customer tell without interrupting",
    "Sum up what you understood, and acknowledge the trouble",
    "Check who is calling and the contract number",
    "Look at the state of the order",
    "Propose a solution with a date and agree on it",
    "Repeat the agreement and take leave",
)


def shown(now: Answering) -> list[str]:
    """The steps in the order on the screen."""
    places = {text: now.text.index(text) for text in RIGHT}
    return sorted(RIGHT, key=lambda text: places[text])


async def put_right(now: Answering) -> None:
    """Bring every step to its place with the numbers, from the first on."""
    here = 0
    for place, text in enumerate(RIGHT):
        await now.press(*["down"] * (shown(now).index(text) - here), str(place + 1))
        here = place


async def test_nothing_counts_before_the_order_was_confirmed_once(workspace: TinyWorkspace) -> None:
    async with answering(workspace, ORDERING) as now:
        first = shown(now)
        await now.press("space", "down", "space", "3")
        assert shown(now) != first
        assert now.response == ((),)
        assert "○ This order does not count yet" in now.text and "this order" in now.footer
        await now.press("enter")
        assert len(now.response[0]) == 7 and "● This order is your answer." in now.text
        assert "this order" not in now.footer
        before = now.response
        await now.press("1")
        assert now.response != before


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["it", "en"])
async def test_the_right_order_by_numbers(workspace: TinyWorkspace, size: tuple[int, int], language: str) -> None:
    async with answering(workspace, ORDERING, size=size, language=language) as now:
        if language == "it":
            await now.press("l")
        await put_right(now)
        assert shown(now) == list(RIGHT)
        await now.press("enter", "enter")
        assert ("✓ Giusto" if language == "it" else "✓ Right") in now.text


async def test_a_step_that_was_taken_up_is_carried(workspace: TinyWorkspace) -> None:
    async with answering(workspace, ORDERING) as now:
        first = shown(now)
        await now.press("enter", "space")
        assert "↕" in now.stage.text and "put down" in now.footer
        await now.press("down", "down")
        assert shown(now) == [first[1], first[2], first[0], *first[3:]]
        before = now.response
        await now.press("space")
        assert now.response != before and "↕" not in now.stage.text.replace("↑/↓", "")
        await now.press("down", "up", "up")
        assert shown(now)[2] == first[0]


async def test_an_order_that_counts_is_kept_while_a_step_is_carried(workspace: TinyWorkspace) -> None:
    async with answering(workspace, ORDERING, NUMERIC) as now:
        await now.press("enter", "space", "down")
        await now.press("n", "p")
        first = now.flow.view.item.groups[0].options  # type: ignore[union-attr] # a group to order
        assert now.response[0][1] == first[0].token


async def test_the_order_is_taken_back(workspace: TinyWorkspace) -> None:
    async with answering(workspace, ORDERING) as now:
        await now.press("3", "enter", "backspace")
        assert now.response == ((),) and "○ This order does not count yet" in now.text
        await now.press("backspace")
        assert now.response == ((),)


async def test_an_order_that_does_not_count_is_still_there_afterwards(workspace: TinyWorkspace) -> None:
    async with answering(workspace, ORDERING, NUMERIC) as now:
        await now.press("4", "n", "p")
        there = shown(now)
        await now.press("n", "p")
        assert shown(now) == there and now.response == ((),)
        await now.press("enter")
        assert now.response != ((),)


async def test_letters_belong_to_the_screen(workspace: TinyWorkspace) -> None:
    async with answering(workspace, ORDERING) as now:
        first = shown(now)
        await now.press("c", "d", "8", "9")
        assert shown(now) == first


async def test_feedback_shows_the_right_order_and_where_each_step_was(workspace: TinyWorkspace) -> None:
    async with answering(workspace, ORDERING, size=(120, 60)) as now:
        await put_right(now)
        await now.press(*["up"] * 6, "2", "enter", "enter")
        assert "◐ Partly right" in now.text
        assert "1 · Greet and say your name Your place for it: 2" in now.text
        assert "2 ✗ Let the customer tell without interrupting Your place for it: 1" in now.text
        assert "4 ✓ Check who is calling" in now.text
        assert "A promise without a date is worth nothing." in now.text


@pytest.mark.parametrize(("width", "beside"), [(120, True), (80, False)])
async def test_both_languages(workspace: TinyWorkspace, width: int, beside: bool) -> None:
    async with answering(workspace, ORDERING, size=(width, 40)) as now:
        await now.press("3", "enter")
        before = now.response
        await now.press("l", "l")
        lines = now.stage.text.split("\n")
        assert any("Greet and say" in line and "Saluta e di’" in line for line in lines) == beside
        assert now.response == before
