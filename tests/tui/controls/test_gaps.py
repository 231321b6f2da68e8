"""Gaps by keys: going from one to the next, choosing, typing, and the text with what fills it."""

from __future__ import annotations

import pytest

from tests.fakes.workspace import TinyWorkspace
from tests.tui.kinds import GAPS, SIZES, Answering, answering


async def fill_in(now: Answering) -> None:
    """Every gap right, in the order of the text."""
    await now.type("withdrawal")
    await now.press("enter")
    await now.press(now.label(1, "14 days"), now.label(2, "without saying why"), now.label(3, "14 days"))
    await now.type("means of payment")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["it", "en"])
async def test_all_gaps_right(workspace: TinyWorkspace, size: tuple[int, int], language: str) -> None:
    async with answering(workspace, GAPS, size=size, language=language) as now:
        assert now.text.count("______]") == 5
        await fill_in(now)
        assert "______" not in now.text and now.focus == "LineField"
        await now.press("enter")
        assert ("✓ Giusto" if language == "it" else "✓ Right") in now.text
        assert all(now.response)


async def test_a_gap_to_choose_shows_its_options_and_letters_choose(workspace: TinyWorkspace) -> None:
    async with answering(workspace, GAPS) as now:
        await now.press("tab")
        assert "Gap 2 of 5" in now.text and "7 days" in now.text and now.focus == "ItemView"
        await now.press("b")
        assert now.response[1] == (now.token(1, "b"),)
        assert "Gap 3 of 5" in now.text and "[2:14 days]" in now.text.replace("\n", " ")
        await now.press("left")
        assert "● b 14 days" in now.text
        await now.press("delete")
        assert now.response[1] == () and "[2▸______]" in now.text


async def test_tab_and_arrows_go_round_and_keep_what_was_typed(workspace: TinyWorkspace) -> None:
    async with answering(workspace, GAPS) as now:
        await now.type("npl")
        await now.press("down")
        assert now.response[0] == ("npl",) and "[1:npl]" in now.text
        await now.press("shift+tab")
        assert now.focus == "LineField" and "[1▸npl]" in now.text
        await now.press("up")
        assert "Gap 5 of 5" in now.text and now.focus == "LineField"
        await now.type("x")
        await now.press("tab")
        assert now.response[0] == ("npl",) and now.response[4] == ("x",)
        assert now.flow.view.position == 0


async def test_enter_goes_to_the_next_open_gap_and_then_confirms(workspace: TinyWorkspace) -> None:
    async with answering(workspace, GAPS) as now:
        await now.type("a")
        await now.press("enter")
        assert "Gap 2 of 5" in now.text and "confirm" in now.footer
        await now.press("shift+tab", "shift+tab")
        await now.type("b")
        await now.press("enter")
        assert "Gap 2 of 5" in now.text
        await now.press("enter")
        assert "◐" not in now.text and "✗ Wrong" in now.text


async def test_feedback_stands_in_the_text_and_below(workspace: TinyWorkspace) -> None:
    async with answering(workspace, GAPS, size=(120, 60)) as now:
        await now.type("withdrawal")
        await now.press("enter", now.label(1, "7 days"), "enter")
        assert "[1 ✓ withdrawal]" in now.text and "[2 ✗ 7 days]" in now.text and "[3 ○ ______]" in now.text
        assert "Gap 1 ✓ Your answer, right: withdrawal That is what the law calls it." in now.text
        assert "7 days ✗ Your answer, wrong. That was the term once." in now.text
        assert "14 days ✓ The right answer. Fourteen days, from delivery." in now.text
        assert "Gap 5 ○ Not answered ✓ Accepted: means of payment · means" in now.text
        assert "Some shops offer that" not in now.text
        await now.press("r")
        assert "Some shops offer that" in now.text


@pytest.mark.parametrize(("width", "beside"), [(120, True), (80, False)])
async def test_both_languages_have_their_gaps_in_place(workspace: TinyWorkspace, width: int, beside: bool) -> None:
    async with answering(workspace, GAPS, size=(width, 40)) as now:
        await now.type("withdrawal")
        await now.press("tab", "b", "l", "l")
        assert "[2:14 days]" in now.text and "[2:14 giorni]" in now.text
        assert now.text.count("[1:withdrawal]") == 2
        lines = now.stage.text.split("\n")
        assert any("Dear customer" in line and "Gentile cliente" in line for line in lines) == beside
