"""After an exercise: how it went, every lost point explained, and the replay moment by moment."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.exercises.desks import MONDAY_INBOX, WINDOW_POST
from tests.exercises.making import BOX, RUCKSACK
from tests.fakes.clock import FakeClock
from tests.tui.finished import finished
from tests.tui.playing import TWIN, PlayWorkspace, ada
from tests.tui.stage import Stage, on_stage
from trainer.flows.evidence import void_attempt
from trainer.flows.exercise_result import exercise_result
from trainer.flows.exercise_start import start_exercise
from trainer.tui.messages import OpenScreen

SIZES = [(60, 18), (80, 24), (120, 40)]
TALL = (80, 120)
PRACTICE = f"{RUCKSACK}{TWIN}"


@pytest.fixture
def workspace(tmp_path: Path, clock: FakeClock) -> Iterator[PlayWorkspace]:
    found = ada(tmp_path / "home", clock)
    yield found
    found.close()


@asynccontextmanager
async def result_of(
    workspace: PlayWorkspace, attempt: str, *, size: tuple[int, int] = (80, 24), language: str = "it"
) -> AsyncIterator[Stage]:
    async with on_stage(workspace, OpenScreen("today"), language=language, size=size) as stage:
        await stage.open("exercise_result", attempt=attempt)
        yield stage


def seen(stage: Stage) -> str:
    return " ".join(stage.text.split())


async def test_a_result_says_how_it_went(workspace: PlayWorkspace, clock: FakeClock) -> None:
    attempt = finished(workspace, clock, RUCKSACK, "ordinary")
    async with result_of(workspace, attempt, size=TALL) as stage:
        text = seen(stage)
        assert "✓ Superata · conta" in text and "su 20" in text
        assert "Per superarla: 60% dei punti" in text and "Regola interna." in text
        assert "Tempo usato: 1 minuto su 10 minuti." in text
        assert "Prima volta che la fai." in text and "a 5 parti manca qualcosa" in text


async def test_every_lost_point_is_explained_the_dearest_first(workspace: PlayWorkspace, clock: FakeClock) -> None:
    attempt = finished(workspace, clock, RUCKSACK, "bad")
    result = exercise_result(workspace.store, attempt)
    async with result_of(workspace, attempt, size=(80, 200)) as stage:
        text = seen(stage)
        places = [text.index(mark.text["it"]) for mark in result.lost]
        assert places == sorted(places) and len(places) > 4
        for mark in result.lost:
            assert f"−{mark.lost} su {mark.maximum}" in text and mark.why["it"] in text
        assert text.count("fondamentale") >= sum(mark.critical for mark in result.lost)
        assert "Fonte: " in text and result.sources["DEM-6"]["it"] in text
        met = [mark for mark in result.marks if not mark.lost]
        assert all(text.index(mark.text["it"]) > places[-1] for mark in met)


async def test_nothing_lost_says_so(workspace: PlayWorkspace, clock: FakeClock) -> None:
    async with result_of(workspace, finished(workspace, clock, RUCKSACK), size=TALL, language="en") as stage:
        assert "✓ Passed" in stage.text and "100%" in stage.text and "Nothing cost points" in stage.text
        assert "Outcome: what was wanted was reached" in seen(stage)


async def test_the_replay_goes_moment_by_moment(workspace: PlayWorkspace, clock: FakeClock) -> None:
    attempt = finished(workspace, clock, RUCKSACK, "ordinary")
    result = exercise_result(workspace.store, attempt)
    async with result_of(workspace, attempt) as stage:
        await stage.press("n")
        assert f"Momento 1 di {len(result.moments)}" in stage.text and "Olena Kovalenko" in stage.text
        for number in range(2, len(result.moments) + 1):
            await stage.press("n")
            assert f"Momento {number} di " in stage.text and f"▸ {number:>2}  " in stage.text
        await stage.press("n")
        assert "Questo è l’ultimo momento." in stage.text
        await stage.press("p")
        assert f"Momento {len(result.moments) - 1} di " in stage.text
        await stage.press("escape")
        assert stage.screens[-1] == "ExerciseResultScreen" and "Superata" in stage.text
        await stage.press("escape")
        assert stage.screens == ["TodayScreen"]


async def test_comments_and_moods_stand_below_what_was_said(workspace: PlayWorkspace, clock: FakeClock) -> None:
    attempt = finished(workspace, clock, RUCKSACK, "ordinary")
    result = exercise_result(workspace.store, attempt)
    async with result_of(workspace, attempt, size=(80, 200)) as stage:
        await stage.press("n")
        text = seen(stage)
        for comment in result.comments:
            assert all(words["it"] in text for words in comment.texts)
        assert "↓ l’umore peggiora nettamente" in text and "↑ l’umore migliora" in text
        assert "✗ −" in stage.text and "✓ +" in stage.text


async def test_the_language_changes_comments_and_never_what_was_said(
    workspace: PlayWorkspace, clock: FakeClock
) -> None:
    attempt = finished(workspace, clock, RUCKSACK, "ordinary", spoken="it")
    result = exercise_result(workspace.store, attempt)
    said, comment = result.moments[0].text["it"], result.comments[0].texts[0]
    async with result_of(workspace, attempt, size=(80, 200)) as stage:
        await stage.press("n", "l")
        assert said[:30] in seen(stage) and comment["en"][:40] in seen(stage) and comment["it"][:40] not in seen(stage)
        assert "You came" not in seen(stage) and "I came already" not in seen(stage)
        await stage.press("l")
        assert comment["en"][:40] in seen(stage) and comment["it"][:40] in seen(stage)


async def test_a_translation_is_for_practice(workspace: PlayWorkspace, clock: FakeClock) -> None:
    practice = finished(workspace, clock, PRACTICE, "ordinary")
    async with result_of(workspace, practice, size=TALL) as stage:
        await stage.press("n", "t")
        assert "I came already this morning" in seen(stage)
        await stage.press("t")
        assert "I came already this morning" not in seen(stage)
    counting = finished(workspace, clock, RUCKSACK, "ordinary")
    assert exercise_result(workspace.store, counting).translations == {}
    async with result_of(workspace, counting, size=TALL) as stage:
        await stage.press("n", "t")
        assert "I came already" not in seen(stage)


async def test_hints_and_steps_taken_back_are_told(workspace: PlayWorkspace, clock: FakeClock) -> None:
    flow = start_exercise(workspace, PRACTICE)
    flow.hint("tip")
    flow.hint("0")
    flow.finish()
    async with result_of(workspace, flow.attempt, size=TALL, language="en") as stage:
        assert "2 hints read." in stage.text and "practice" in stage.text
        assert "Nothing of what happened shows it." in seen(stage)


async def test_beyond_the_time_is_said(workspace: PlayWorkspace, clock: FakeClock) -> None:
    flow = start_exercise(workspace, RUCKSACK, assessed=True)
    clock.wait(700)
    flow.finish()
    async with result_of(workspace, flow.attempt, size=TALL, language="en") as stage:
        assert "Time used: 12 minutes of 10 minutes." in seen(stage)
        assert "Beyond the time allotted" in seen(stage)


async def test_a_void_attempt_says_why(workspace: PlayWorkspace, clock: FakeClock) -> None:
    attempt = finished(workspace, clock, RUCKSACK)
    void_attempt(workspace, attempt, "another person played")
    async with result_of(workspace, attempt, size=TALL, language="en") as stage:
        assert "does not count" in stage.text and "another person played" in seen(stage)


async def test_a_desk_says_how_its_requests_stood(workspace: PlayWorkspace, clock: FakeClock) -> None:
    attempt = finished(workspace, clock, MONDAY_INBOX, "perfect")
    async with result_of(workspace, attempt, size=(80, 200)) as stage:
        assert "Richieste alla fine" in stage.text and "ancora aperta" in stage.text
        await stage.press("n")
        assert "Registrato" in stage.text


async def test_a_workstation_is_replayed(workspace: PlayWorkspace, clock: FakeClock) -> None:
    attempt = finished(workspace, clock, WINDOW_POST, "ordinary")
    async with result_of(workspace, attempt, size=(80, 200)) as stage:
        await stage.press("n")
        assert "Regolato" in stage.text and "Occhi–schermo" in stage.text


async def test_what_is_not_over_has_no_result(workspace: PlayWorkspace) -> None:
    flow = start_exercise(workspace, RUCKSACK, assessed=True)
    async with result_of(workspace, flow.attempt, language="en") as stage:
        assert stage.screens == ["TodayScreen"] and "when the exercise is over" in seen(stage)
    flow.leave()


async def test_from_the_result_to_the_rest(workspace: PlayWorkspace, clock: FakeClock) -> None:
    attempt = finished(workspace, clock, RUCKSACK)
    async with result_of(workspace, attempt) as stage:
        await stage.press("1")
        assert stage.screens[-1] == "RationaleScreen"
        await stage.press("escape", "3")
        assert stage.screens == ["TodayScreen", "ExerciseStartScreen"]
        await stage.press("escape")
        await stage.open("exercise_result", attempt=attempt)
        await stage.press("4")
        assert stage.screens == ["TodayScreen", "UnitScreen"]
        await stage.open("exercise_result", attempt=attempt)
        await stage.press("4")
        assert stage.screens == ["TodayScreen", "UnitScreen"]


@pytest.mark.parametrize("language", ["it", "en"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("exercise", [BOX, MONDAY_INBOX, WINDOW_POST])
async def test_nothing_runs_over_the_edge(
    workspace: PlayWorkspace, clock: FakeClock, exercise: str, size: tuple[int, int], language: str
) -> None:
    attempt = finished(workspace, clock, exercise, "ordinary")
    async with result_of(workspace, attempt, size=size, language=language) as stage:
        for keys in ((), ("end",), ("n",), ("l", "l"), ("n", "n")):
            await stage.press(*keys)
            lines = stage.text.split("\n")
            assert len(lines) <= size[1] and all(len(line) <= size[0] for line in lines)


async def test_the_result_begins_at_its_top(workspace: PlayWorkspace, clock: FakeClock) -> None:
    async with result_of(workspace, finished(workspace, clock, RUCKSACK, "bad"), size=(60, 18)) as stage:
        assert "✗ Non superata" in stage.text and "1  " in stage.text
