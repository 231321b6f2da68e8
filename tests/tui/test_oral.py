"""The oral assessment and the other decisions by keys: marks, notes, time, confirming, taking back."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.flows.registering import UNIT, School, sit, take
from tests.tui.assessing import assessing, handed_in, instructor, seen
from trainer.assessment.register import RegisterState
from trainer.flows.assessing import AssessingFlow
from trainer.flows.oral import OralFlow

PERSON = "Anna Rossi"
#: Three questions put, then the three points observed.
ALL = (*"222", "end", "up", "up", *"222")


@pytest.fixture
def school(tmp_path: Path) -> School:
    return handed_in(tmp_path, PERSON)


def state(school: School) -> RegisterState:
    return school.register().state


def sign(school: School) -> None:
    AssessingFlow(school.register(), UNIT, "Carla")


# -- the oral assessment ---------------------------------------------------------------------------------------------


async def test_marks_are_given_and_it_is_written_down_after_asking(school: School) -> None:
    sign(school)
    async with assessing(school, "oral", person=PERSON, unit=UNIT) as stage:
        assert "6 marks are still open" in seen(stage) and "Place, day, time, who brought it." in seen(stage)
        await stage.press(*ALL)
        assert "✓ Sufficient" in seen(stage)
        await stage.press("enter")
        assert "Write this oral assessment down?" in seen(stage) and not state(school).orals
        await stage.press("right", "enter")
        assert stage.screens[-1] == "TodayScreen" and "is in the register" in seen(stage)
    (held,) = state(school).orals.values()
    assert held.act.by == "Carla" and held.act.outcome == "sufficient" and len(held.act.marks) == 6


async def test_what_is_open_is_shown_and_nothing_is_written(school: School) -> None:
    sign(school)
    async with assessing(school, "oral", person=PERSON, unit=UNIT) as stage:
        await stage.press(*"222", "enter")
        assert "Not marked yet: Asks before showing." in seen(stage) and not state(school).orals
        await stage.press("2")
        assert "2 marks are still open" in seen(stage)


async def test_who_assesses_is_asked_where_nobody_signed(school: School) -> None:
    async with assessing(school, "oral", person=PERSON, unit=UNIT) as stage:
        await stage.press(*ALL, "enter")
        assert "Who decides?" in seen(stage)
        await stage.press(*"Dario", "enter")
        assert "Write this oral assessment down?" in seen(stage)
        await stage.press("right", "enter")
    (held,) = state(school).orals.values()
    assert held.act.by == "Dario" and len(held.act.marks) == 6, "the marks given before signing are not lost"


async def test_notes_time_and_marks_survive_leaving(school: School) -> None:
    sign(school)
    async with assessing(school, "oral", person=PERSON, unit=UNIT) as stage:
        await stage.press("3", "o", *"Half a sen")
        school.clock.wait(65)
        stage.app.navigation.leave()
        await stage.pilot.pause()
    view = OralFlow(school.register(), PERSON, UNIT).view
    assert view.notes == "Half a sen" and view.marks == {"tag": 3} and view.seconds == 65
    async with assessing(school, "oral", person=PERSON, unit=UNIT) as stage:
        assert "Half a sen" in seen(stage) and "mark 3" in seen(stage)


async def test_the_time_is_seen_and_can_be_stopped(school: School) -> None:
    sign(school)
    async with assessing(school, "oral", person=PERSON, unit=UNIT) as stage:
        assert "0:00 / 10:00" in seen(stage)
        await stage.press("t")
        assert "The time goes on." in seen(stage)
        school.clock.wait(61)
        async with asyncio.timeout(20):  # the clock on screen shows the time once a second
            while "1:01 / 10:00" not in seen(stage):
                await stage.pilot.pause(0.05)
        await stage.press("t")
        assert "The time stands." in seen(stage)


async def test_statements_covered_are_listed(school: School) -> None:
    sign(school)
    async with assessing(school, "oral", person=PERSON, unit=UNIT, size=(120, 60)) as stage:
        assert "Statements covered none yet" in seen(stage)
        await stage.press("2")
        assert "✓ Rules for registering found objects" in seen(stage)


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (200, 60)])
@pytest.mark.parametrize("language", ["it", "en"])
async def test_it_fits(school: School, size: tuple[int, int], language: str) -> None:
    sign(school)
    async with assessing(school, "oral", person=PERSON, unit=UNIT, size=size, language=language) as stage:
        lines = stage.text.split("\n")
        assert all(len(line) <= size[0] for line in lines) and "0–3" in lines[-1] and "esc" in lines[-1]


# -- other decisions -------------------------------------------------------------------------------------------------


async def test_an_oral_assessment_is_taken_back_with_a_reason(school: School) -> None:
    sign(school)
    flow = OralFlow(school.register(), PERSON, UNIT)
    for name in ("tag", "open-bag", "describe", "questions", "care", "record"):
        flow.mark(name, 2)
    flow.confirm()
    async with assessing(school, "decide", person=PERSON, unit=UNIT) as stage:
        assert "Oral assessments held" in seen(stage) and "sufficient" in seen(stage)
        await stage.press("5", *"The wrong learner.", "enter")
        assert "Oral assessments held" not in seen(stage)
    assert not state(school).orals


async def test_unsupervised_work_is_accepted_knowingly(school: School) -> None:
    sign(school)
    async with assessing(school, "decide", person=PERSON, unit=UNIT) as stage:
        await stage.press("2")
        assert "Nobody watched this work being done" in seen(stage)
        await stage.press("enter")
        assert not state(school).accepted, "the safe answer has the focus"
        await stage.press("2", "right", "enter")
        assert "nothing waits for that" in seen(stage)
    ((_, accepted),) = state(school).accepted.items()
    assert len(accepted) == 3


async def test_prior_learning_is_recognised_with_a_reason(tmp_path: Path) -> None:
    school = School(tmp_path)
    take(school.register(), school.handed_in(PERSON, sit))
    instructor(school).close()
    sign(school)
    async with assessing(school, "decide", person=PERSON, unit=UNIT) as stage:
        await stage.press("3", "space", "enter")
        assert "printed on the record" in seen(stage)
        await stage.press("enter")
        assert "Say why" in seen(stage)
        await stage.press(*"Ten years at a desk.", "enter")
    ((_, recognised),) = state(school).recognised.items()
    assert [*recognised] == ["demo-intake"]


async def test_identity_is_said_in_words_and_signed(school: School) -> None:
    async with assessing(school, "decide", person=PERSON, unit=UNIT) as stage:
        await stage.press("4", *"passport 12345678", "enter")
        assert "number here" in seen(stage)
        await stage.press(*["backspace"] * 9, "enter", *"Carla", "enter")
        assert "passport (Carla)" in seen(stage)
    assert state(school).identity


async def test_the_register_leads_here(school: School) -> None:
    sign(school)
    async with assessing(school, "register") as stage:
        await stage.press("a")
        assert stage.screens[-1] == "AssessScreen"
        await stage.press("escape", "enter", "d")
        assert stage.screens[-1] == "DecideScreen"
        await stage.press("1")
        assert stage.screens[-1] == "OralScreen"
