"""A workstation on the screen: keys become moves, what they come to is seen, and nothing else is needed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.fakes.clock import FakeClock
from tests.tui.hostile import harm
from tests.tui.playing import PlayWorkspace, ada, note_results
from tests.tui.plays.at_a_post import (
    at_the_post,
    choose_phrase,
    pane_of,
    presses,
    screen_of,
    seen,
    set_up,
    view_of,
    wait,
)
from tests.tui.stage import on_stage
from trainer.flows.exercise_result import exercise_result
from trainer.tui.messages import OpenScreen

SIZES = [(60, 18), (80, 24), (120, 40), (200, 60)]


@pytest.fixture
def workspace(tmp_path: Path, clock: FakeClock) -> Iterator[PlayWorkspace]:
    found = ada(tmp_path / "home", clock)
    yield found
    found.close()


@pytest.mark.parametrize("size", [(60, 18), (120, 40)])
async def test_it_is_played_to_the_full_mark_by_keys_alone(
    workspace: PlayWorkspace, clock: FakeClock, size: tuple[int, int]
) -> None:
    async with at_the_post(workspace, size=size) as stage:
        results = note_results(stage)
        await set_up(stage, clock)
        assert [one.kind for one in view_of(stage).moments].count("set") == 7
        await stage.press("f", "right", "enter")
        assert results
        result = exercise_result(workspace.store, results[0])
        assert result.share == 1 and result.passed
        assert [moment.kind for moment in result.moments][-1] == "finished"


# -- the place ---------------------------------------------------------------------------------------------------------


async def test_a_step_is_drawn_at_once_and_several_are_one_move(workspace: PlayWorkspace) -> None:
    async with at_the_post(workspace, size=(120, 40)) as stage:
        before = stage.text
        assert "‹ 35 cm ›" in before and "╌ 35 cm ╌" in before
        await stage.press("right", "right", "right")
        assert "‹ 50 cm ›" in stage.text and "50 cm ╌" in stage.text and not view_of(stage).moments
        await stage.press("down")
        assert [one.text["it"] for one in view_of(stage).moments] == ["Occhi–schermo → 50 cm"]
        assert "‹ 140 cm ›" in stage.text


async def test_what_is_measured_waits_until_a_change_has_settled(workspace: PlayWorkspace) -> None:
    async with at_the_post(workspace) as stage:
        assert "Misurato" in stage.text and "14 cm" in stage.text
        await presses(stage, "down left*5")
        assert "14 cm" not in stage.text and "…" in stage.text
        pane_of(stage).settle()
        await stage.pilot.pause()
        assert "Bordo alto sopra gli occhi 4 cm" in seen(stage)
        assert [one.kind for one in view_of(stage).moments] == ["set"]


async def test_what_comes_back_to_where_it_was_is_no_move(workspace: PlayWorkspace) -> None:
    async with at_the_post(workspace) as stage:
        await presses(stage, "right left enter left*9 right*1 down")
        assert [one.text["it"] for one in view_of(stage).moments] == []


async def test_a_step_that_was_taken_back_is_seen_taken_back(workspace: PlayWorkspace) -> None:
    async with at_the_post(workspace) as stage:
        await presses(stage, "right*3 down")
        assert "50 cm" in stage.text
        await stage.press("u")
        assert "50 cm" not in stage.text and "35 cm" in stage.text
        await presses(stage, "up right*2 u")
        assert "35 cm" in stage.text and "45 cm" not in stage.text


async def test_one_of_several_ways_goes_round(workspace: PlayWorkspace) -> None:
    async with at_the_post(workspace, size=(120, 40)) as stage:
        await presses(stage, "l down*4")
        assert "‹ behind you ›" in stage.text and "● ○ ○" in stage.text
        await stage.press("left")
        assert "‹ beside you ›" in stage.text and "○ ○ ●" in stage.text
        await stage.press("enter")
        assert view_of(stage).moments[-1].text["en"] == "Window → beside you"


@pytest.mark.parametrize("size", [(60, 18), (80, 24)])
async def test_the_window_is_seen_from_above_where_it_matters(workspace: PlayWorkspace, size: tuple[int, int]) -> None:
    async with at_the_post(workspace, size=size) as stage:
        assert "dall’alto" not in stage.text
        await presses(stage, "down*4")
        assert "dall’alto" in stage.text and "●" in stage.text and "finestra" in stage.text


# -- devices, reports, day, rules --------------------------------------------------------------------------------------


async def test_a_test_shows_its_answer_and_an_act_what_came_of_it(workspace: PlayWorkspace) -> None:
    async with at_the_post(workspace, size=(60, 18)) as stage:
        await presses(stage, "2 enter")
        assert "● Guarda un testo bianco" in stage.text and "→ Sfarfalla ogni due secondi." in stage.text
        await presses(stage, "down*2 enter")
        assert "Stringi il connettore: Gira un quarto e si ferma." in seen(stage)
        await presses(stage, "u")
        assert "Gira un quarto" not in stage.text


async def test_a_report_grows_and_is_refused_until_it_is_complete(workspace: PlayWorkspace) -> None:
    async with at_the_post(workspace, size=(120, 40)) as stage:
        await presses(stage, "3")
        await choose_phrase(stage, "Il telefono non va.")
        assert "✓ Che cosa" in stage.text and "│ Il telefono non va." in stage.text
        await presses(stage, "right*2 enter")
        assert "Scegli una frase per ogni parte" in seen(stage) or "!" in stage.text
        assert not view_of(stage).reports[0].sent
        await presses(stage, "left*2")
        await choose_phrase(stage, "Non ho provato nulla.")
        await choose_phrase(stage, "Venite subito.")
        await presses(stage, "w S c h e r m o enter enter")
        assert view_of(stage).reports[0].sent == 1 and "inviata una volta" in stage.text
        said = view_of(stage).moments[-1].text["it"]
        assert said == "Il telefono non va.\nNon ho provato nulla.\nVenite subito.\nSchermo"


async def test_a_break_is_put_moved_made_longer_and_taken_out(workspace: PlayWorkspace) -> None:
    async with at_the_post(workspace) as stage:
        await presses(stage, "4 left*8 enter")
        assert [(one.start, one.end) for one in view_of(stage).day.breaks] == [("11:00", "11:15")]  # type: ignore[union-attr] # the exercise has a day
        await presses(stage, "up right*2 plus")
        assert "11:30–12:00" in stage.text and len(view_of(stage).moments) == 1
        await stage.press("enter")
        assert [one.kind for one in view_of(stage).moments] == ["break", "unbreak", "break"]
        assert [(one.start, one.end) for one in view_of(stage).day.breaks] == [("11:30", "12:00")]  # type: ignore[union-attr] # the exercise has a day
        assert "▸ ● 11:30–12:00" in stage.text
        await stage.press("x")
        assert not view_of(stage).day.breaks and "▸ + nuova pausa" in stage.text  # type: ignore[union-attr] # the exercise has a day


async def test_a_break_never_stands_on_a_meal(workspace: PlayWorkspace) -> None:
    async with at_the_post(workspace) as stage:
        await presses(stage, "4 left")
        assert "12:45–13:00" in stage.text
        await stage.press("plus")
        assert "12:45–13:00" in stage.text
        await stage.press("right")
        assert "14:00–14:15" in stage.text


async def test_a_rule_is_opened_read_and_left(workspace: PlayWorkspace) -> None:
    async with at_the_post(workspace, language="en", size=(60, 18)) as stage:
        await presses(stage, "5 enter")
        assert "Il tuo compito" in stage.text or "Your task" in stage.text
        assert "Oggi lavori alla postazione 3" in seen(stage) and not view_of(stage).moments
        await presses(stage, "escape down enter")
        assert "Occhi–schermo 50–70 cm." in stage.text and "Eyes to screen 50" not in stage.text
        await stage.press("h")
        assert "Eyes to screen 50–70 cm." in stage.text
        await stage.press("escape")
        assert "✓ W-1" in stage.text and stage.screens[-1] == "ExerciseScreen"
        assert [one.kind for one in view_of(stage).moments] == ["opened"]
        await stage.press("escape")
        assert stage.screens[-1] != "ExerciseScreen"


# -- what demands an act -----------------------------------------------------------------------------------------------


async def test_what_happens_stands_over_everything_and_stops_nothing(
    workspace: PlayWorkspace, clock: FakeClock
) -> None:
    async with at_the_post(workspace, size=(60, 18)) as stage:
        await presses(stage, "right down")
        await wait(stage, clock, 121)
        assert "! Una chiavetta sul banco" in stage.text and "1  La registri" in stage.text
        await presses(stage, "left down")
        assert [one.kind for one in view_of(stage).moments] == ["set", "incident", "set"]
        await stage.press("1")
        assert not [one for one in view_of(stage).moments if one.kind == "did"]
        await stage.press("enter")
        assert view_of(stage).moments[-1].kind == "did" and "Ha il numero 271" in seen(stage)
        assert "La registri con un numero, senza aprirla →" in seen(stage)
        await presses(stage, "2 up up down enter")
        assert "! Una chiavetta" not in stage.text and "ricevuta" in seen(stage)


async def test_it_is_folded_and_it_takes_its_course(workspace: PlayWorkspace, clock: FakeClock) -> None:
    async with at_the_post(workspace) as stage:
        await presses(stage, "right down")
        await wait(stage, clock, 121)
        await stage.press("i")
        assert "! Una chiavetta sul banco" in stage.text and "La registri" not in stage.text
        await stage.press("3")
        assert "▸ 3" in stage.text
        await stage.press("escape")
        assert "▸ 3" not in stage.text and stage.screens[-1] == "ExerciseScreen"
        await wait(stage, clock, 301)
        assert "La chiavetta è sparita dal banco." in stage.text and "! Una chiavetta" not in stage.text


# -- everywhere --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["it", "en"])
async def test_nothing_is_cut_at_any_size(
    workspace: PlayWorkspace, clock: FakeClock, size: tuple[int, int], language: str
) -> None:
    async with at_the_post(workspace, language=language, size=size) as stage:
        await stage.press("right", "down")
        for region in "12345":
            await stage.press(region, "enter")
            assert harm(stage.app) == []
            lines = stage.text.split("\n")
            assert max(map(cell_len, lines)) <= size[0]
            assert not any(line.rstrip().endswith("…") and "▸" in line for line in lines)
        await wait(stage, clock, 121)
        for _ in range(5):
            await stage.press("tab")
            assert max(map(cell_len, stage.text.split("\n"))) <= size[0]
            assert "!" in stage.text


async def test_it_is_resized_while_it_is_played(workspace: PlayWorkspace) -> None:
    async with at_the_post(workspace) as stage:
        await stage.press("right")
        for size in (*SIZES, (59, 18), (60, 18)):
            await stage.resize(*size)
        assert "‹ 40 cm ›" in stage.text
        await stage.press("right", "enter")
        assert view_of(stage).moments[-1].text["it"] == "Occhi–schermo → 45 cm"


async def test_the_language_changes_labels_and_never_what_is_spoken(workspace: PlayWorkspace, clock: FakeClock) -> None:
    async with at_the_post(workspace) as stage:
        await stage.press("right", "down")
        await wait(stage, clock, 121)
        await stage.press("l")
        assert "Eyes to screen" in stage.text and "A stick on the counter" in stage.text
        assert "Un signore posa una chiavetta" in seen(stage) and "Measured" in stage.text
        await stage.press("l")
        assert "Occhi–schermo / Eyes to screen" in seen(stage)


async def test_a_hint_translates_what_happened_and_then_what_one_is_at(
    workspace: PlayWorkspace, clock: FakeClock
) -> None:
    async with at_the_post(workspace, language="en", size=(120, 40)) as stage:
        await stage.press("right", "down")
        await wait(stage, clock, 121)
        await stage.press("h")
        assert "A man puts a stick down" in seen(stage)
        await presses(stage, "tab tab h")
        assert any(text in seen(stage) for text in ("The phone does not work.", "Yesterday’s colleague"))


async def test_resumed_it_shows_the_same(workspace: PlayWorkspace) -> None:
    async with at_the_post(workspace, size=(120, 40)) as stage:
        await presses(stage, "right*3 down left*4 down right 4 enter 2 enter 1 up*2")
        shown, attempt = stage.text.split("\n")[3:-2], screen_of(stage).view.attempt
        await stage.press("escape")
    again = OpenScreen("exercise_play", {"attempt": attempt})
    async with on_stage(workspace, OpenScreen("today"), again, language="it", size=(120, 40)) as stage:
        assert stage.text.split("\n")[3:-2] == shown
        await stage.press("2")
        assert "→ Sfarfalla ogni due secondi." in stage.text
        await stage.press("4")
        assert "● 14:00–14:15" in stage.text


@pytest.mark.parametrize("key", ["ctrl+q", "escape"])
async def test_a_step_is_kept_however_soon_one_leaves(workspace: PlayWorkspace, key: str) -> None:
    async with at_the_post(workspace) as stage:
        attempt = screen_of(stage).view.attempt
        await presses(stage, f"right*2 {key}")
    again = OpenScreen("exercise_play", {"attempt": attempt})
    async with on_stage(workspace, OpenScreen("today"), again, language="it") as stage:
        assert [one.text["it"] for one in view_of(stage).moments] == ["Occhi–schermo → 45 cm"]


async def test_when_it_is_over_no_key_does_anything(workspace: PlayWorkspace) -> None:
    async with at_the_post(workspace) as stage:
        screen = screen_of(stage)
        screen.move(pane_of(stage).closing())
        await stage.pilot.pause()
        before = len(view_of(stage).moments)
        pane_of(stage).take_focus()
        await presses(stage, "right enter space x")
        assert len(view_of(stage).moments) == before
