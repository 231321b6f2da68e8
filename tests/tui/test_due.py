"""Review begins at *Today*."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.flows.remembering import DAY, practised
from tests.tui.driving import a_workspace, drive
from trainer.flows.due import REVIEW_SIZE
from trainer.flows.today import Step
from trainer.i18n.catalogue import Translator
from trainer.tui.screens import today_words
from trainer.tui.screens.today_words import step_entry


async def test_what_is_due_is_offered_and_opens_a_review(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    clock = workspace.clock
    practised(workspace, clock, [False, True])
    clock.wait(DAY)
    async with drive(workspace) as driver:
        assert "1 Ripassa 1 quesito per oggi" in driver.text
        await driver.press("1")
        assert driver.screen == "PracticeScreen"
        assert "Ripasso" in driver.text


@pytest.mark.parametrize(
    ("language", "tomorrow", "later"),
    [("it", "prossimo ripasso domani", "prossimo ripasso fra 2 giorni"),
     ("en", "next review tomorrow", "next review in 2 days")],
)  # fmt: skip
async def test_when_nothing_is_due_it_says_when_something_will_be(
    tmp_path: Path, language: str, tomorrow: str, later: str
) -> None:
    workspace = a_workspace(tmp_path)
    practised(workspace, workspace.clock, [True])
    async with drive(workspace, language=language) as driver:
        assert later in driver.text
        workspace.clock.wait(DAY)
        await driver.press("c", "escape")
        assert tomorrow in driver.text


async def test_more_than_one_review_takes_is_said(tmp_path: Path) -> None:
    view = Step("due", "review", {"": "Spaced review"}, {"due": 45})
    entry = step_entry(view, Translator("en"))
    assert (entry.title, entry.detail) == ("Review 45 questions", "due today, 20 at a time")
    assert REVIEW_SIZE == today_words.REVIEW_SIZE
