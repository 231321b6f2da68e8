"""A conversation by keys: what is said and heard, what lies at hand, an answer in parts, hints, both languages."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
import yaml
from textual.widget import Widget

from tests.exercises.making import BOX, RUCKSACK
from tests.fakes.clock import FakeClock
from tests.fixtures import copy_exercises
from tests.tui.hostile import harm
from tests.tui.playing import TWIN, PlayWorkspace, ada, note_results
from tests.tui.stage import Stage, on_stage
from tests.tui.talking import offered, open_document, pane_of, pick, play, screen_of
from trainer.exercises.play import Move
from trainer.flows.running import journal_path
from trainer.progress.journal import read_journal
from trainer.tui.messages import OpenScreen
from trainer.tui.screens.exercise import ExerciseScreen

COUNTER, CALL = f"{RUCKSACK}{TWIN}", f"{BOX}{TWIN}"
SIZES = [(60, 18), (80, 24), (120, 40)]


@pytest.fixture
def workspace(tmp_path: Path, clock: FakeClock) -> Iterator[PlayWorkspace]:
    found = ada(tmp_path / "home", clock)
    yield found
    found.close()


@asynccontextmanager
async def playing(
    workspace: PlayWorkspace,
    exercise: str = COUNTER,
    *,
    spoken: str = "it",
    language: str = "it",
    size: tuple[int, int] = (80, 24),
    attempt: str = "",
) -> AsyncIterator[Stage]:
    workspace.speak(language)
    given = {"attempt": attempt} if attempt else {"exercise": exercise, "spoken": spoken}
    async with on_stage(
        workspace, OpenScreen("today"), OpenScreen("exercise_play", given), language=language, size=size
    ) as stage:
        await stage.settle()
        assert isinstance(stage.app.screen, ExerciseScreen), stage.text
        yield stage


def seen(stage: Stage) -> str:
    """What is on the screen as one line."""
    return " ".join(stage.text.split())


# -- talking -----------------------------------------------------------------------------------------------------------


async def test_what_is_said_is_answered_and_its_effect_seen(workspace: PlayWorkspace) -> None:
    async with playing(workspace) as stage:
        assert "Olena Kovalenko: Buonasera." in seen(stage) and "umore basso" in seen(stage)
        first = offered(stage)
        kind = next(text for text in first if "sono Paolo" in text)
        await pick(stage, kind)
        assert "» Buonasera, sono Paolo." in seen(stage)
        assert "Posa il trolley e respira." in seen(stage) and "umore neutro" in seen(stage)
        assert "una poesia per me" in seen(stage) and offered(stage) != first


async def test_a_number_or_letter_only_highlights(workspace: PlayWorkspace) -> None:
    async with playing(workspace) as stage:
        before = len(pane_of(stage).talk.moments)
        for key in ("3", "b", "down", "9", "e"):
            await stage.press(key)
        assert len(pane_of(stage).talk.moments) == before
        assert pane_of(stage)._answers.highlighted == pane_of(stage).talk.choices[2].token


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["it", "en"])
async def test_a_perfect_conversation_to_its_end(
    workspace: PlayWorkspace, size: tuple[int, int], language: str
) -> None:
    async with playing(workspace, language=language, size=size) as stage:
        asked = note_results(stage)
        await play(stage, RUCKSACK, "perfect")
        text = seen(stage)
        assert ("Esito: obiettivo raggiunto" if language == "it" else "Outcome: what was wanted was reached") in text
        assert ("ritira lo zaino" if language == "it" else "catches her train") in text
        assert ("Avere lo zaino oggi" if language == "it" else "To have the rucksack today") in text
        await stage.press("enter")
        assert asked == [screen_attempt(workspace)]
        assert workspace.store.attempts()[0].points == "20"


def screen_attempt(workspace: PlayWorkspace) -> str:
    """The latest attempt."""
    return workspace.store.attempts()[0].id


async def test_at_the_end_the_last_words_can_be_taken_back(workspace: PlayWorkspace) -> None:
    async with playing(workspace) as stage:
        await play(stage, RUCKSACK, "perfect")
        await stage.press("2")
        assert not screen_of(stage).view.finished and "Esito" not in stage.text
        assert pane_of(stage)._answers.has_focus
        await stage.press("u")
        assert "perché stamattina" not in seen(stage)


async def test_an_assessed_one_hands_itself_in_and_gives_no_help(workspace: PlayWorkspace) -> None:
    async with playing(workspace, RUCKSACK) as stage:
        asked = note_results(stage)
        assert "Vale" in stage.text or "Conta" in stage.text
        for key in ("u", "h", "v"):
            await stage.press(key)
        assert not screen_of(stage).view.hints and "traduci" not in stage.text
        await play(stage, RUCKSACK, "perfect")
        assert screen_of(stage).view.over and "Esito: obiettivo raggiunto" in seen(stage) and asked == []
        await stage.press("enter")
        assert asked == [screen_attempt(workspace)]


async def test_leaving_asks_only_where_the_clock_runs_on(workspace: PlayWorkspace) -> None:
    async with playing(workspace, RUCKSACK) as stage:
        await stage.press("escape")
        assert stage.screens[-1] == "Confirm"
        await stage.press("right", "enter")
        assert stage.screens == ["TodayScreen"]
    async with playing(workspace) as stage:
        await stage.press("escape")
        assert stage.screens == ["TodayScreen"] and "L’esercitazione ti aspetta" in seen(stage)


async def test_a_refused_move_is_said_and_changes_nothing(workspace: PlayWorkspace) -> None:
    async with playing(workspace) as stage:
        path = journal_path(workspace.store, screen_of(stage).view.attempt)
        before, text = read_journal(path).events, pane_of(stage)._transcript.render().plain
        assert screen_of(stage).move(Move("say", "deadbeef")) is None
        await stage.settle()
        assert "A questo punto della conversazione non si può dire" in seen(stage)
        assert read_journal(path).events == before and pane_of(stage)._transcript.render().plain == text


async def test_what_was_left_is_the_same_when_it_is_taken_up_again(workspace: PlayWorkspace) -> None:
    async with playing(workspace) as stage:
        await play(stage, RUCKSACK, "ordinary", steps=2)
        before, answers = pane_of(stage)._transcript.render().plain, offered(stage)
        attempt = screen_of(stage).view.attempt
        await stage.press("escape")
    async with playing(workspace, attempt=attempt) as stage:
        assert pane_of(stage)._transcript.render().plain == before and offered(stage) == answers


# -- an answer in parts ------------------------------------------------------------------------------------------------


async def test_an_answer_grows_and_can_be_changed_before_it_is_said(workspace: PlayWorkspace) -> None:
    async with playing(workspace, CALL) as stage:
        assert "Al telefono · Marco Ferri" in seen(stage) and "1 di 3" in seen(stage)
        await pick(stage, "Ehi, ciao!")
        assert "✎ Ehi, ciao!" in seen(stage) and "2 di 3" in seen(stage)
        await stage.press("left")
        assert "1 di 3" in seen(stage)
        await pick(stage, "Buongiorno, oggetti smarriti, sono Leila.")
        await pick(stage, "Come è fatta la scatola, e quando l’ha persa?")
        await pick(stage, "Faccia presto.")
        assert len(pane_of(stage).talk.moments) == 1
        await stage.press("4", "enter")
        assert "3 di 3" in seen(stage)
        await pick(stage, "Mi dica pure.")
        said = "Buongiorno, oggetti smarriti, sono Leila. Come è fatta la scatola, e quando l’ha persa? Mi dica pure."
        assert f"✎ {said}" in seen(stage)
        await stage.press("enter")
        assert f"» {said}" in seen(stage) and "Faccia presto" not in seen(stage)
        assert "✓ Ora sai: L’ha persa il 3 marzo." in seen(stage)


async def test_escape_goes_back_part_by_part_and_then_leaves(workspace: PlayWorkspace) -> None:
    async with playing(workspace, CALL) as stage:
        await pick(stage, "Ehi, ciao!")
        await stage.press("escape")
        assert "1 di 3" in seen(stage) and "✎ Ehi, ciao!" in seen(stage)
        await stage.press("escape")
        assert stage.screens == ["TodayScreen"]


# -- what lies at hand -------------------------------------------------------------------------------------------------


async def test_documents_cover_the_conversation_where_it_is_narrow(workspace: PlayWorkspace) -> None:
    async with playing(workspace, size=(60, 18)) as stage:
        await stage.press("t")
        assert "Scheda n. 231" in seen(stage) and "Buonasera" not in stage.text
        await stage.press("1")
        assert "Segno nascosto: biglietto con versi" in seen(stage)
        opened = len(pane_of(stage).talk.moments)
        await stage.press("escape")
        assert "Hai aperto: Scheda n. 231" in seen(stage)
        await stage.press("t", "1")
        assert "Segno nascosto" in seen(stage) and len(pane_of(stage).talk.moments) == opened
        await stage.press("t")
        assert pane_of(stage)._answers.has_focus


async def test_documents_stand_beside_the_conversation_where_it_is_wide(workspace: PlayWorkspace) -> None:
    async with playing(workspace, size=(120, 40)) as stage:
        assert "Scheda n. 231" in seen(stage) and "Olena Kovalenko: Buonasera." in seen(stage)
        await stage.press("t", "2", "escape")
        assert "Art. 6: chi ritira mostra un documento." in seen(stage)
        await pick(stage, next(text for text in offered(stage) if "sono Paolo" in text))
        assert "Art. 6: chi ritira mostra un documento." in seen(stage) and "una poesia" in seen(stage)


async def test_what_must_be_read_first_is_offered_only_afterwards(workspace: PlayWorkspace) -> None:
    async with playing(workspace) as stage:
        await pick(stage, next(text for text in offered(stage) if "sono Paolo" in text))
        assert not any("Per l’art. 6" in text for text in offered(stage))
        await open_document(stage, "card-231")
        assert any("Per l’art. 6" in text for text in offered(stage))


# -- help in practice --------------------------------------------------------------------------------------------------


async def test_a_hint_and_a_translation_are_shown_and_noted(workspace: PlayWorkspace) -> None:
    async with playing(workspace) as stage:
        await stage.press("h")
        assert "Prima di cercare lo zaino" in seen(stage)
        await stage.press("v")
        assert "≈ Good evening. I came already this morning" in seen(stage) and list(screen_of(stage).view.hints) == [
            "0"
        ]
        await pick(stage, offered(stage)[0])
        assert "Prima di cercare lo zaino" not in seen(stage)
        await stage.press("tab", "up")
        number = pane_of(stage)._transcript.cursor
        await stage.press("v")
        assert str(number) in screen_of(stage).view.hints
        await stage.press("escape")
        assert pane_of(stage)._answers.has_focus


async def test_the_language_key_changes_everything_but_what_is_spoken(workspace: PlayWorkspace) -> None:
    async with playing(workspace, size=(120, 40)) as stage:
        await pick(stage, next(text for text in offered(stage) if "sono Paolo" in text))
        await stage.press("l")
        text = seen(stage)
        assert "She puts the trolley down" in text and "mood even" in text and "At the counter" in text
        assert "una poesia per me" in text and "Che cosa c’è scritto" not in text
        await stage.press("l")
        assert "She puts the trolley down" in seen(stage) and "Posa il trolley" in seen(stage)


async def test_it_is_spoken_in_the_language_that_was_chosen(workspace: PlayWorkspace) -> None:
    async with playing(workspace, spoken="en") as stage:
        text = seen(stage)
        assert "Olena Kovalenko: Good evening." in text and "umore basso" in text and "English" in text
        await stage.press("v")
        assert "≈ Buonasera. Io sono venuta già" in seen(stage)


# -- room --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("spoken", ["it", "en"])
async def test_the_last_words_and_every_answer_are_in_sight(
    workspace: PlayWorkspace, size: tuple[int, int], spoken: str
) -> None:
    async with playing(workspace, size=size, spoken=spoken) as stage:
        for _ in range(2):
            last = " ".join(stage.text.split("│")).split()
            assert all(word in last for word in offered(stage)[-1].split()), offered(stage)[-1]
            said = [moment for moment in pane_of(stage).talk.moments if moment.kind == "heard"][-1]
            assert next(iter(said.text.values())).split()[-1] in seen(stage)
            await pick(stage, offered(stage)[0])


async def test_resizing_keeps_everything(workspace: PlayWorkspace) -> None:
    async with playing(workspace, size=(120, 40)) as stage:
        await stage.press("t", "1")
        for size in ((60, 18), (59, 18), (80, 24), (200, 60), (60, 18)):
            await stage.resize(*size)
            assert stage.app.is_running
        await stage.press("escape")
        assert "Olena Kovalenko" in stage.text


# -- hostile text ------------------------------------------------------------------------------------------------------

BAIT = "[@click=app.quit]boom[/] [bold "


def _baited(data: Any) -> Any:
    if isinstance(data, list):
        return [_baited(one) for one in data]
    if isinstance(data, dict):
        if data and set(data) <= {"it", "en"} and all(isinstance(text, str) for text in data.values()):
            return {language: f"{BAIT}{text}" for language, text in data.items()}
        return {key: _baited(value) for key, value in data.items()}
    return data


@pytest.mark.parametrize("size", SIZES)
async def test_nothing_in_a_text_acts(tmp_path: Path, clock: FakeClock, size: tuple[int, int]) -> None:
    root = copy_exercises(tmp_path)
    path = next(root.rglob(f"{RUCKSACK}.yaml"))
    data = _baited(yaml.safe_load(path.read_text(encoding="utf-8"))) | {"use": "practice"}
    data["customer"]["name"] = f"{BAIT}Olena"
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    workspace = ada(tmp_path / "home", clock, folder=tmp_path)
    async with playing(workspace, RUCKSACK, size=size) as stage:
        assert "boom" in stage.text and harm(stage.app) == []
        for keys in (
            ("v",),
            ("h",),
            ("t", "1"),
            ("escape",),
            ("1", "enter"),
            ("l",),
            ("tab", "up"),
            ("question_mark",),
        ):
            await stage.press(*keys)
            assert harm(stage.app) == [] and stage.app.is_running, keys
    workspace.close()


async def test_a_move_touches_only_what_changed(workspace: PlayWorkspace) -> None:
    """Painted in place: no widget is made for a turn."""
    async with playing(workspace) as stage:
        before: set[Widget] = set(stage.app.screen.query("*"))
        await play(stage, RUCKSACK, "perfect", steps=3)
        assert set(stage.app.screen.query("*")) == before
