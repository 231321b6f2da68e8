"""Assessing by keys: the queue, a piece beside the rubric, comments, undo, two raters, agreement."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.flows.registering import UNIT, School
from tests.tui.assessing import assessing, handed_in, seen
from trainer.flows.assessing import AssessingFlow, AssessingView


@pytest.fixture
def school(tmp_path: Path) -> School:
    return handed_in(tmp_path)


def queue(school: School, rater: str = "") -> AssessingView:
    return AssessingFlow(school.register(), UNIT, rater).look()


def sign(school: School, name: str = "Carla") -> None:
    AssessingFlow(school.register(), UNIT, name)


def judge_first(school: School, name: str, level: int) -> None:
    """Somebody judges the piece with the lowest number, at another screen."""
    flow = AssessingFlow(school.register(), UNIT, name)
    piece = min(flow.look().pieces, key=lambda one: one.number)
    view = flow.piece(piece.attempt, piece.part)
    flow.judge(view, {one.id: level for one in view.work.criteria}, {"choices": f"{name} says so."})


def criteria(school: School) -> list[str]:
    """What the first piece of the queue is judged by."""
    flow = AssessingFlow(school.register(), UNIT)
    piece = flow.look().pieces[0]
    return [one.id for one in flow.piece(piece.attempt, piece.part).work.criteria]


# -- the queue -------------------------------------------------------------------------------------------------------


async def test_the_queue_names_nobody_until_asked(school: School) -> None:
    sign(school)
    async with assessing(school, "assess", unit=UNIT) as stage:
        assert "0 of 4 judged" in seen(stage) and "Carla" in stage.text.split("\n")[0]
        assert seen(stage).count("Work ") == 4 and "Rossi" not in seen(stage)
        await stage.press("w")
        assert "Anna Rossi" in seen(stage) and "Names are shown." in seen(stage)
        await stage.press("w")
        assert "Rossi" not in seen(stage)


async def test_an_empty_register_says_so(tmp_path: Path) -> None:
    school = School(tmp_path)
    async with assessing(school, "assess") as stage:
        assert "Nothing waits for an assessor." in seen(stage)


async def test_who_judges_is_asked_before_the_first_piece(school: School) -> None:
    async with assessing(school, "assess", unit=UNIT) as stage:
        assert "Nobody has signed yet." in seen(stage)
        await stage.press("1")
        assert "Who decides?" in seen(stage)
        await stage.press("enter")
        assert "Say under whose name" in seen(stage)
        await stage.press(*"Carla", "enter")
        assert stage.screens[-1] == "JudgeScreen" and "Carla" in stage.text.split("\n")[0]


async def test_two_raters_are_asked_for_and_no_longer(school: School) -> None:
    sign(school)
    async with assessing(school, "assess", unit=UNIT) as stage:
        await stage.press("d")
        assert "Two raters are wanted" in seen(stage) and queue(school).two_raters
        await stage.press("d")
        assert not queue(school).two_raters
    async with assessing(school, "assess") as stage:
        await stage.press("d")
        assert not queue(school).two_raters, "of all units together nobody is asked"


# -- one piece -------------------------------------------------------------------------------------------------------


async def test_work_and_rubric_stand_side_by_side(school: School) -> None:
    sign(school)
    async with assessing(school, "assess", unit=UNIT) as stage:
        await stage.press("1")
        text = seen(stage)
        assert "unsupervised, on the learner's own machine" in text and "I did so because" in text
        assert "Nothing is said about choices" in text and "level –" in text
        assert "Rossi" not in text and "Verdi" not in text


@pytest.mark.parametrize("language", ["it", "en"])
async def test_where_there_is_little_room_a_key_goes_from_one_to_the_other(school: School, language: str) -> None:
    sign(school)
    async with assessing(school, "assess", unit=UNIT, size=(60, 18), language=language) as stage:
        await stage.press("1")
        assert "I did so because" not in seen(stage)
        footer = stage.text.split("\n")[-1]
        assert "esc " in footer and "? " in footer and "0–3" in footer and len(footer) <= 60
        await stage.press("tab")
        assert "I did so because" in seen(stage)
        before = stage.text
        await stage.press("pagedown")
        assert stage.text != before
        await stage.press("tab", "2")
        assert "2" in seen(stage) and stage.screens[-1] == "JudgeScreen"


async def test_levels_by_keys_then_confirmed(school: School) -> None:
    sign(school)
    count = len(criteria(school))
    async with assessing(school, "assess", unit=UNIT) as stage:
        await stage.press("1", "enter")
        assert "Still without a level: Choices, Approach" in seen(stage) and not queue(school).judged
        await stage.press("3", "9", "1", *"2" * (count - 2))
        await stage.press("enter")
        assert "✓ Sufficient" in seen(stage) and "1 of 4 judged" in seen(stage)
        view = AssessingFlow(school.register(), UNIT).piece(*_judged(school))
        assert [view.levels[one.id] for one in view.work.criteria] == [3, 1, *[2] * (count - 2)]


async def test_enter_again_opens_the_next_that_waits(school: School) -> None:
    sign(school)
    async with assessing(school, "assess", unit=UNIT) as stage:
        await stage.press("1")
        shown = set()
        for _ in range(4):
            await stage.press(*"22222", "enter")
            shown.add(seen(stage).partition("Work ")[2][:3])
            await stage.press("enter")
        assert len(shown) == 4 and "Nothing more waits for you." in seen(stage)
        assert queue(school).due == 0
        await stage.press("escape")
        assert "4 of 4 judged" in seen(stage)


async def test_a_level_is_taken_away_and_a_judgement_taken_back(school: School) -> None:
    sign(school)
    async with assessing(school, "assess", unit=UNIT) as stage:
        await stage.press("1", *"22222", "home", "backspace", "enter")
        assert "Still without a level: Choices" in seen(stage)
        await stage.press("2", "enter", "u")
        assert not queue(school).judged and "0 of 4 judged" in seen(stage)
        await stage.press("enter")
        assert queue(school).judged == 1, "the levels were kept as a draft"


async def test_a_comment_is_written_shown_and_kept(school: School) -> None:
    sign(school)
    async with assessing(school, "assess", unit=UNIT) as stage:
        await stage.press("1", "down", "c", *"Well put.")
        footer = stage.text.split("\n")[-1]
        assert "esc" in footer and "0–3" not in footer
        await stage.press("escape")
        assert "✎ Well put." in seen(stage)
        await stage.press("home", *"22222", "enter")
        view = AssessingFlow(school.register(), UNIT).piece(*_judged(school))
        assert view.comments == {"approach": "Well put."}


def _judged(school: School) -> tuple[str, str]:
    return next((piece.attempt, piece.part) for piece in queue(school).pieces if piece.mine)


async def test_half_a_comment_survives_leaving_the_screen(school: School) -> None:
    sign(school)
    async with assessing(school, "assess", unit=UNIT) as stage:
        await stage.press("1", "2", "up", "c", *"I was abou")
        stage.app.navigation.leave()
        await stage.pilot.pause()
    (begun,) = [piece for piece in queue(school).pieces if piece.begun]
    view = AssessingFlow(school.register(), UNIT).piece(begun.attempt, begun.part)
    assert view.comments == {"choices": "I was abou"} and view.levels == {"choices": 2}
    async with assessing(school, "assess", unit=UNIT) as stage:
        assert "begun" in seen(stage)


async def test_other_pieces_are_a_key_away_and_drafts_stay(school: School) -> None:
    sign(school)
    async with assessing(school, "assess", unit=UNIT) as stage:
        await stage.press("1", "3", "n")
        other = seen(stage)
        await stage.press("p")
        assert seen(stage) != other and "level 3" in seen(stage)


async def test_the_other_rater_is_shown_only_after_ones_own(school: School) -> None:
    judge_first(school, "Carla", 3)
    async with assessing(school, "assess", unit=UNIT) as stage:
        await stage.press("r", *["backspace"] * 9, *"Dario", "enter", "d")
        assert "Dario" in stage.text.split("\n")[0] and "another rater has judged it" in seen(stage)
        number = min(queue(school).pieces, key=lambda one: one.number)
        await stage.open("judge", unit=UNIT, attempt=number.attempt, part=number.part)
        assert "Carla" not in seen(stage)
        await stage.press(*"11111", "enter")
        assert "Two raters disagree: a third one is needed." in seen(stage)
        assert "Carla: level 3 (Carla says so.)" in seen(stage)
        await stage.press("escape", "v")
        text = seen(stage)
        assert "1 waits for a third rater" in text and "Both found the same, sufficient or not: 0%" in text
        assert "Carla: 3, 3" in text and "–" in text


async def test_an_unfinished_agreement_shows_no_levels_to_a_third(school: School) -> None:
    for name, level in (("Carla", 3), ("Dario", 1)):
        judge_first(school, name, level)
    sign(school, "Elena")
    async with assessing(school, "agreement", unit=UNIT) as stage:
        assert "a third rater is needed" in seen(stage) and "Carla" not in seen(stage)
        await stage.press("enter")
        assert stage.screens[-1] == "JudgeScreen" and "Carla" not in seen(stage)


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40), (200, 60)])
@pytest.mark.parametrize("language", ["it", "en"])
async def test_every_screen_fits(school: School, size: tuple[int, int], language: str) -> None:
    sign(school)
    for screen in ("assess", "agreement"):
        async with assessing(school, screen, unit=UNIT, size=size, language=language) as stage:
            assert all(len(line) <= size[0] for line in stage.text.split("\n"))
            assert "{" not in stage.text


async def test_names_and_comments_are_text_and_nothing_else(school: School) -> None:
    from tests.tui.hostile import BAIT, harm

    judge_first(school, f"{BAIT[:20]}", 3)
    sign(school, "Dario")
    async with assessing(school, "assess", unit=UNIT) as stage:
        await stage.press("d", "1", *"22222", "enter")
        assert harm(stage.app) == []
