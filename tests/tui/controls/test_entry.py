"""What is typed, by keys: numbers, words and arguments; leaving the field, asking back, keeping."""

from __future__ import annotations

import pytest
from textual import events

from tests.fakes.clock import FakeClock
from tests.fakes.workspace import TinyWorkspace
from tests.tui.kinds import GAPS, MATCHING, NUMERIC, OPEN, SHORT_TEXT, SIZES, answering
from trainer.flows.exam import ExamFlow
from trainer.tui.screens.exam import ExamScreen
from trainer.tui.widgets.item_view import ItemView


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("language", "typed"), [("it", "12,5"), ("en", "12.5")])
async def test_a_number_as_the_language_writes_it(
    workspace: TinyWorkspace, size: tuple[int, int], language: str, typed: str
) -> None:
    async with answering(workspace, NUMERIC, size=size, language=language) as now:
        assert now.focus == "LineField"
        await now.type(typed)
        assert f"[ {typed} " in now.text and now.response == ((),)
        await now.press("enter")
        assert now.response == ((typed,),)
        assert ("✓ Giusto" if language == "it" else "✓ Right") in now.text
        assert (f"{typed} ± 0,1 minuti" if language == "it" else f"{typed} ± 0.1 minutes") in now.text


@pytest.mark.parametrize("typed", ["12,5", "1,500", "about 12", "12 13", "9" * 16])
async def test_a_number_that_cannot_be_read_is_asked_back(workspace: TinyWorkspace, typed: str) -> None:
    async with answering(workspace, NUMERIC) as now:
        await now.type(typed)
        await now.press("enter")
        assert "! " in now.text and now.response == ((),)
        assert f"[ {typed} " in now.text and now.focus == "LineField"
        await now.press("backspace")
        assert "! " not in now.text


async def test_keys_of_the_screen_work_again_outside_the_field(workspace: TinyWorkspace) -> None:
    async with answering(workspace, SHORT_TEXT, NUMERIC) as now:
        await now.type("nplmag 1?")
        assert "[ nplmag 1? " in now.text
        assert now.flow.view.position == 0 and now.flow.view.language == "en" and not now.flow.view.flagged
        assert now.stage.screens == ["PracticeScreen"]
        await now.press("escape")
        assert now.focus == "ItemView" and now.response == (("nplmag 1?",),)
        assert "space write" in now.footer
        await now.press("m", "l")
        assert now.flow.view.flagged and now.flow.view.language == "it"
        await now.press("n")
        assert now.flow.view.position == 1


async def test_who_browses_goes_on_browsing_and_who_goes_on_writes(workspace: TinyWorkspace) -> None:
    async with answering(workspace, SHORT_TEXT, NUMERIC, GAPS) as now:
        await now.press("escape", "n")
        assert now.focus == "ItemView"
        await now.press("n")
        assert now.flow.view.position == 2 and now.focus == "ItemView"
        await now.press("p", "p", "tab")
        assert now.focus == "LineField"
        await now.type("x")
        await now.press("enter", "enter")
        assert now.flow.view.position == 1 and now.focus == "LineField"


async def test_a_digit_begins_a_number_outside_the_field(workspace: TinyWorkspace) -> None:
    async with answering(workspace, NUMERIC) as now:
        await now.press("escape")
        for character in "12.5":  # all before the first one is through
            key = events.Key({".": "full_stop"}.get(character, character), character)
            now.stage.app.screen.query_one(ItemView).post_message(key)
        await now.stage.settle()
        assert now.focus == "LineField" and "[ 12.5 " in now.text
        await now.press("escape", "backspace")
        assert now.response == ((),) and "12.5" not in now.text
        await now.press("enter")
        assert now.focus == "LineField"


async def test_the_language_is_switched_while_writing_and_nothing_is_lost(workspace: TinyWorkspace) -> None:
    async with answering(workspace, NUMERIC) as now:
        await now.type("12.5")
        await now.press("ctrl+l")
        assert now.flow.view.language == "it" and "[ 12,5 " in now.text and "Quanto dura" in now.text
        assert now.focus == "LineField" and now.response == (("12,5",),)
        await now.press("ctrl+l", "ctrl+l")
        assert "[ 12.5 " in now.text
        await now.type(",")  # no number any more, and not lost for that
        await now.press("ctrl+l")
        assert now.flow.view.language == "it" and "[ 12.5, " in now.text


async def test_what_cannot_be_read_keeps_the_learner_on_the_item(workspace: TinyWorkspace) -> None:
    async with answering(workspace, NUMERIC, MATCHING) as now:
        await now.type("twelve")
        await now.press("escape", "n")
        assert now.flow.view.position == 0 and "Write one number" in now.text and "[ twelve " in now.text
        await now.press("backspace", "n")
        assert now.flow.view.position == 1


async def test_both_languages_share_one_field(workspace: TinyWorkspace) -> None:
    for size in ((120, 40), (80, 24)):
        async with answering(workspace, NUMERIC, size=size) as now:
            await now.type("12.5")
            await now.press("ctrl+l", "ctrl+l")
            assert "Quanto dura" in now.text and "How long does" in now.text
            assert now.stage.text.count("12.5") == 1 and "minutes / minuti" in now.text


async def test_an_argument_of_several_lines_is_provisional(workspace: TinyWorkspace) -> None:
    async with answering(workspace, OPEN) as now:
        assert "0 of 400 characters" in now.text
        await now.type("No. ")
        await now.press("enter")
        await now.type("It is personal data.")
        assert "24 of 400 characters" in now.text and "new line" in now.footer
        await now.press("escape")
        assert now.response == (("No.\nIt is personal data.",),)
        await now.press("enter")
        assert "◇ Provisional: an assessor marks this answer" in now.text
        assert "A model answer" in now.text
        await now.press("end")
        assert "Does not give the address (2 points)" in now.text
        await now.press("enter")
        assert "The practice is finished" in now.text and "◇ 1 answer waits for an assessor" in now.text


async def test_slips_are_explained(workspace: TinyWorkspace) -> None:
    async with answering(workspace, NUMERIC) as now:
        await now.type("5")
        await now.press("enter")
        assert "✗ Your answer, wrong: 5 minutes That is 60 divided by 12" in now.text
        assert "✓ The right answer: 12.5 ± 0.1 minutes" in now.text


async def test_nothing_typed_is_nothing_answered(workspace: TinyWorkspace) -> None:
    async with answering(workspace, SHORT_TEXT) as now:
        await now.press("space", "space", "enter")
        assert "Write an answer first." in now.text
        assert now.focus == "LineField"


async def test_help_in_a_field_has_a_key_of_its_own(workspace: TinyWorkspace) -> None:
    async with answering(workspace, SHORT_TEXT) as now:
        assert "f1 help" in now.footer and "esc leave field" in now.footer
        await now.press("f1")
        assert "HelpScreen" in now.stage.screens
        await now.press("escape")
        assert now.focus == "LineField"


# -- what is acknowledged stays ------------------------------------------------------------------------------------


async def test_what_stands_in_a_field_survives_leaving(workspace: TinyWorkspace) -> None:
    async with answering(workspace, SHORT_TEXT, exam=True) as now:
        await now.type("portability")
        attempt = now.flow.attempt
        now.stage.app.screen.left()  # type: ignore[attr-defined] # what closing the terminal does
    async with answering(workspace, SHORT_TEXT) as other:
        await other.stage.open("attempt", attempt=attempt)
        assert "[ portability " in other.text


async def test_what_stands_in_a_field_when_time_is_up_counts(workspace: TinyWorkspace, clock: FakeClock) -> None:
    async with answering(workspace, SHORT_TEXT, exam=True) as now:
        screen = now.stage.app.screen
        assert isinstance(screen, ExamScreen) and isinstance(now.flow, ExamFlow)
        await now.type("portability")
        clock.wait(25 * 60 - 1)
        screen._tick()
        clock.wait(2)
        screen._tick()
        await now.stage.settle()
        assert now.flow.row is not None and now.flow.row.points == "1"


async def test_an_exam_shows_and_keeps_every_answer(workspace: TinyWorkspace) -> None:
    async with answering(workspace, NUMERIC, SHORT_TEXT, GAPS, exam=True) as now:
        await now.type("12.5")
        await now.press("enter")
        await now.type("portability")
        await now.press("enter")
        await now.type("withdrawal")
        await now.press("escape", "g")
        assert now.text.count("●") == 4  # three answered, and the legend
        await now.press("1", "enter")
        assert "[ 12.5 " in now.text
        await now.press("escape", "s", "end", "enter")
        assert "ResultScreen" in now.stage.screens


async def test_the_review_says_what_was_typed(workspace: TinyWorkspace) -> None:
    async with answering(workspace, NUMERIC, exam=True) as now:
        await now.type("12.4")
        await now.press("escape", "s", "end", "enter")
        await now.stage.open("review", attempt=now.flow.attempt)
        assert "✓ Your answer, right: 12.4 minutes" in now.text
        assert "r all rationales" not in now.footer
