"""The desk's pane: keys become moves, and what they came to is seen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from rich.cells import cell_len
from textual import events

from tests.exercises.desks import MONDAY_INBOX, desk_data, phrase
from tests.exercises.making import exercises, text
from tests.fakes.clock import FakeClock
from tests.flows.playing import DemoWorkspace
from tests.tui.hostile import harm
from tests.tui.playing import PlayWorkspace, ada
from tests.tui.plays.at_a_desk import AtADesk, at_a_desk, on_the_screen, steps_of
from trainer.flows.exercise import ExerciseFlow
from trainer.flows.exercise_start import resume_exercise, start_exercise
from trainer.tui.plays.desk.acts import ACTS
from trainer.tui.plays.desk.speech import Speech

#: Markup that would act, markup that is broken, letters from right to left and twice as wide.
BAIT = "[@click=app.quit]boom[/] [bold مر 店"


@pytest.fixture
def workspace(tmp_path: Path, clock: FakeClock) -> Iterator[PlayWorkspace]:
    found = ada(tmp_path / "home", clock)
    yield found
    found.close()


def monday(workspace: PlayWorkspace) -> ExerciseFlow:
    return start_exercise(workspace, MONDAY_INBOX, spoken="it", seed="7")


def small(folder: Path, clock: FakeClock, **fields: Any) -> tuple[DemoWorkspace, ExerciseFlow]:
    """The small desk of the engine's tests as content, with these fields, and its start."""
    workspace = DemoWorkspace(folder, clock)
    for path in workspace.content.glob("courses/modules/*/exercises/*.yaml"):
        path.unlink()
    target = workspace.content / "courses/modules/demo-intake/exercises/small-desk.yaml"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(yaml.safe_dump(desk_data(**fields), allow_unicode=True, sort_keys=False), encoding="utf-8")
    workspace.create_learner("Ada", "it", "en", "dem")
    return workspace, start_exercise(workspace, "small-desk", spoken="it", seed="7")


def seen(desk: AtADesk) -> str:
    return " ".join(desk.stage.text.split())


async def on_mail(desk: AtADesk) -> None:
    """Open the mail about the umbrella, the last line of the inbox."""
    await desk.press("down", "down", "down", "down", "enter")
    assert desk.view.sheet is not None and desk.view.sheet.number == "M-101"


# -- the whole of it ---------------------------------------------------------------------------------------------------


async def test_the_monday_is_played_to_the_last_point_by_keys(workspace: PlayWorkspace, clock: FakeClock) -> None:
    flow = monday(workspace)
    async with at_a_desk(workspace, flow, clock, size=(60, 18)) as desk:
        await desk.work(steps_of(MONDAY_INBOX, "perfect"))
    row = flow.finish()
    assert row.points == str(exercises()[MONDAY_INBOX].maximum) and row.passed


async def test_and_on_the_real_screen(workspace: PlayWorkspace, clock: FakeClock) -> None:
    async with on_the_screen(workspace, clock, MONDAY_INBOX, size=(120, 40)) as desk:
        await desk.work(steps_of(MONDAY_INBOX, "perfect"))
        flow = desk.flow
        assert flow.view.finished and not flow.view.over
        await desk.press("enter")
        assert flow.row is not None
        assert flow.row.points == str(exercises()[MONDAY_INBOX].maximum) and flow.row.passed


# -- lists and what is open --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)])
@pytest.mark.parametrize("language", ["it", "en"])
async def test_every_list_has_its_number_and_its_count(
    workspace: PlayWorkspace, clock: FakeClock, size: tuple[int, int], language: str
) -> None:
    async with at_a_desk(workspace, monday(workspace), clock, language=language, size=size) as desk:
        italian = language == "it"
        for name in ("1 Posta 5", "3 Clienti 64", "8 Archivio 2") if italian else ("1 Inbox 5", "3 Customers 64"):
            assert name in seen(desk)
        await desk.press("3")
        assert ("pagina 1 di 7" if italian else "page 1 of 7") in seen(desk)
        await desk.press("right", "right", "left")
        assert desk.pane.window is not None and desk.pane.window.page == 1


async def test_a_search_shows_what_fits_and_an_empty_one_everything(workspace: PlayWorkspace, clock: FakeClock) -> None:
    async with at_a_desk(workspace, monday(workspace), clock) as desk:
        await desk.press("3", "slash")
        await desk.write("rossetti")
        await desk.press("enter")
        assert "trovati per «rossetti»" in seen(desk) and "3 Clienti 3" in seen(desk)
        await desk.press("slash", "enter")
        assert "3 Clienti 64" in seen(desk)
        await desk.press("slash")
        await desk.write("xyz")
        await desk.press("escape")
        assert "3 Clienti 64" in seen(desk) and not desk.pane.writing


async def test_what_is_typed_at_once_after_the_key_is_searched_for(workspace: PlayWorkspace, clock: FakeClock) -> None:
    async with at_a_desk(workspace, monday(workspace), clock) as desk:
        await desk.press("3")
        for character in "/rossetti":
            desk.stage.app.post_message(events.Key("slash" if character == "/" else character, character))
        desk.stage.app.post_message(events.Key("enter", "\r"))
        await desk.stage.settle()
        assert "trovati per «rossetti»" in seen(desk) and "3 Clienti 3" in seen(desk)


async def test_narrow_one_side_at_a_time_wide_both(workspace: PlayWorkspace, clock: FakeClock) -> None:
    async with at_a_desk(workspace, monday(workspace), clock, size=(99, 30)) as desk:
        await on_mail(desk)
        assert "M-101 · Il mio ombrello" in seen(desk) and "Etichette scontate" not in seen(desk)
        await desk.press("escape")
        assert "M-101 · Il mio ombrello" not in seen(desk) and "Etichette scontate" in seen(desk)
        await desk.stage.resize(100, 30)
        assert "M-101 · Il mio ombrello" in seen(desk) and "Etichette scontate" in seen(desk)


async def test_where_something_leads_to_is_opened_by_number(workspace: PlayWorkspace, clock: FakeClock) -> None:
    async with at_a_desk(workspace, monday(workspace), clock) as desk:
        await desk.press("down", "enter")
        assert "Rimanda a" in seen(desk) and "OS-258 Orologio da polso" in seen(desk)
        await desk.press("o")
        assert desk.view.sheet is not None and desk.view.sheet.number == "OS-258"


async def test_a_page_cites_its_sources(workspace: PlayWorkspace, clock: FakeClock) -> None:
    async with at_a_desk(workspace, monday(workspace), clock) as desk:
        await desk.press("5", "enter", "end")
        assert "Regolamento dimostrativo (inventato), art. 6" in seen(desk) and "DEM-" not in seen(desk)


async def test_the_task_can_be_read_again(workspace: PlayWorkspace, clock: FakeClock) -> None:
    async with at_a_desk(workspace, monday(workspace), clock) as desk:
        await on_mail(desk)
        await desk.press("b")
        assert "sei da solo all’ufficio oggetti smarriti" in seen(desk)
        await desk.press("escape", "tab")
        assert "faccio una terapia" in seen(desk)


@pytest.mark.parametrize("language", ["it", "en"])
async def test_all_acts_are_named_at_the_smallest_size(
    workspace: PlayWorkspace, clock: FakeClock, language: str
) -> None:
    async with at_a_desk(workspace, monday(workspace), clock, language=language, size=(60, 18)) as desk:
        await on_mail(desk)
        words = desk.pane.words
        for word in ("register", "new-card", "reply", "archive", "delete", "wait", "finish", "briefing"):
            assert f"{ACTS[word].key} {words._(ACTS[word].footer)}" in seen(desk)


# -- acts --------------------------------------------------------------------------------------------------------------


async def test_what_happened_is_said_in_a_line(workspace: PlayWorkspace, clock: FakeClock) -> None:
    async with at_a_desk(workspace, monday(workspace), clock) as desk:
        await on_mail(desk)
        await desk.press("r", "1")
        assert "Registrata: M-101 → R-001." in seen(desk)
        await desk.press("o", "d", "right", "enter")
        assert "Scadenza fissata: R-001 → 1 dic 2026." in seen(desk)
        await desk.press("escape", "t")
        assert "È arrivato: M-106 · Nadia Haddad." in seen(desk)


async def test_a_refused_move_is_explained_and_changes_nothing(workspace: PlayWorkspace, clock: FakeClock) -> None:
    async with at_a_desk(workspace, monday(workspace), clock) as desk:
        await on_mail(desk)
        await desk.press("r", "1", "o", "d", "left")
        before = desk.flow.view.play
        await desk.press("enter")
        assert "fra oggi e un anno" in seen(desk)
        assert desk.flow.view.play == before and desk.pane.form is not None
        await desk.press("right", "enter")
        assert desk.pane.form is None and len(desk.view.moments) == len(before.moments) + 1


@pytest.mark.parametrize("size", [(60, 18), (120, 40)])
async def test_a_reply_grows_in_sight_and_is_sent_at_the_end(
    workspace: PlayWorkspace, clock: FakeClock, size: tuple[int, int]
) -> None:
    async with at_a_desk(workspace, monday(workspace), clock, size=size) as desk:
        await on_mail(desk)
        await desk.press("w")
        written = []
        for part in range(3):
            assert f"parte {part + 1} di 3" in seen(desk)
            sheet = desk.view.sheet
            assert sheet is not None and sheet.reply is not None
            written.append(Speech.line(sheet.reply.slots[part].offers[0].text))
            await desk.press("1")
        assert "rileggila" in seen(desk) and not any(moment.kind == "replied" for moment in desk.view.moments)
        await desk.press("2")
        await desk.write("A presto")
        await desk.press("escape")
        assert "┃ A presto" in seen(desk) and "1 Invia la risposta" in seen(desk)
        await desk.press("enter")
        sent = desk.view.moments[-1]
        assert sent.kind == "replied" and Speech.spoken(sent.text) == "\n".join([*written, "A presto"])
        await desk.press("7", "enter")
        assert "A presto" in seen(desk)


async def test_a_reply_is_read_in_the_order_it_is_sent_in(tmp_path: Path, clock: FakeClock) -> None:
    several = [phrase(name, says=["solved"]) for name in ("first", "second", "third", "fourth", "fifth")]
    slots = [{"id": "matter", "label": text("matter"), "pick": "any", "phrases": several}]
    workspace, flow = small(tmp_path, clock, replies=[{"id": "answer", "title": text("answer"), "slots": slots}])
    async with at_a_desk(workspace, flow, clock) as desk:
        await desk.press("enter", "w", *"54321", "enter")
        read = [line.partition("┃ ")[2].strip() for line in desk.stage.text.split("\n") if "┃ " in line]
        assert read == [f"it says {one['id']}" for one in several]
        await desk.press("enter")
        assert Speech.spoken(desk.view.moments[-1].text).split("\n") == read
    workspace.close()


async def test_what_was_begun_is_there_when_one_comes_back(workspace: PlayWorkspace, clock: FakeClock) -> None:
    async with at_a_desk(workspace, monday(workspace), clock, size=(120, 40)) as desk:
        await on_mail(desk)
        await desk.press("w", "1", "tab", "5", "enter")
        assert desk.view.sheet is not None and desk.view.sheet.kind == "article"
        await desk.press("1", "enter")
        assert "w rispondi (iniziato)" in seen(desk)
        await desk.press("w")
        assert "parte 2 di 3" in seen(desk)
        await desk.press("backspace")
        assert "parte 1 di 3" in seen(desk)
        await desk.press("escape")
        assert desk.pane.form is None


async def test_deleting_and_finishing_ask_first(workspace: PlayWorkspace, clock: FakeClock) -> None:
    async with at_a_desk(workspace, monday(workspace), clock) as desk:
        await on_mail(desk)
        before = len(desk.view.moments)
        await desk.press("x")
        assert "Eliminare «M-101 · Il mio ombrello»?" in seen(desk)
        await desk.press("enter", "f")
        assert "Finire il turno?" in seen(desk)
        await desk.press("escape")
        assert len(desk.view.moments) == before
        await desk.press("x", "right", "enter")
        assert "Eliminato: M-101." in seen(desk) and "1 Posta 4" in seen(desk)


async def test_a_number_is_read_as_the_language_writes_it(workspace: PlayWorkspace, clock: FakeClock) -> None:
    async with at_a_desk(workspace, monday(workspace), clock) as desk:
        await desk.press("6", "down", "enter", "w", "1")
        await desk.write("vier")
        await desk.press("enter")
        assert "Scrivi un numero" in seen(desk) or "numero e nient’altro" in seen(desk)
        await desk.press(*["backspace"] * 4, "4", "enter", "2", "0", "enter", "4")
        assert desk.view.moments[-1].kind == "reported"


async def test_letters_do_nothing_while_a_form_is_open(workspace: PlayWorkspace, clock: FakeClock) -> None:
    async with at_a_desk(workspace, monday(workspace), clock) as desk:
        await on_mail(desk)
        before = len(desk.view.moments)
        await desk.press("a", "r", "x", "t", "n")
        assert len(desk.view.moments) == before and desk.pane.form is not None and desk.pane.form.word == "archive"


# -- practice, languages, coming back ----------------------------------------------------------------------------------


async def test_hints_stand_below_what_they_translate(workspace: PlayWorkspace, clock: FakeClock) -> None:
    async with on_the_screen(workspace, clock, MONDAY_INBOX, size=(120, 40)) as desk:
        await on_mail(desk)
        await desk.press("h")
        assert "Cerca prima se la cliente ha già una scheda." in seen(desk)
        await desk.press("h")
        assert "↳ Good morning, on Saturday I left a black umbrella" in seen(desk)
        await desk.press("w", "h")
        assert "↳ Dear Ms Rossetti" in seen(desk) or "↳ Hi Lidia" in seen(desk)


async def test_what_is_spoken_stays_when_the_language_changes(workspace: PlayWorkspace, clock: FakeClock) -> None:
    async with on_the_screen(workspace, clock, MONDAY_INBOX, size=(120, 40)) as desk:
        await on_mail(desk)
        await desk.press("l")
        await desk.stage.settle()
        assert "Address" in seen(desk) and "r register" in seen(desk) and "faccio una terapia" in seen(desk)
        await desk.press("l")
        assert "Indirizzo / Address" in seen(desk) and "Mon, Nov 30" in seen(desk)
        await desk.press("l")
        await desk.stage.settle()
        assert "lun 30 nov" in seen(desk) and "Nov 30" not in seen(desk)


async def test_taking_back_shows_what_was_before(workspace: PlayWorkspace, clock: FakeClock) -> None:
    async with on_the_screen(workspace, clock, MONDAY_INBOX) as desk:
        await on_mail(desk)
        await desk.press("r", "1")
        assert "2 Richieste 1" in seen(desk)
        await desk.press("u")
        assert "2 Richieste 0" in seen(desk) and "r registra" in seen(desk)


async def test_a_shift_that_waited_looks_the_same(workspace: PlayWorkspace, clock: FakeClock) -> None:
    flow = monday(workspace)
    async with at_a_desk(workspace, flow, clock, size=(120, 40)) as desk:
        await on_mail(desk)
        await desk.press("r", "1", "tab")
        shown = [line for line in desk.stage.text.split("\n") if "Registrata" not in line]
    flow.leave()
    again = resume_exercise(workspace, flow.attempt)
    async with at_a_desk(workspace, again, clock, size=(120, 40)) as desk:
        await desk.press("down", "down", "down", "down")
        back = desk.stage.text.split("\n")
    assert [line for line in back if line in shown] == back[: len(shown)]


# -- people who wait ---------------------------------------------------------------------------------------------------


async def test_who_waits_is_seen_opened_and_told_of_when_gone(tmp_path: Path, clock: FakeClock) -> None:
    workspace, flow = small(tmp_path, clock)
    async with at_a_desk(workspace, flow, clock) as desk:
        assert "aspetta" not in seen(desk).replace("t aspetta", "")
        await desk.press("0")
        assert "nessuno aspetta" in seen(desk)
        await desk.press("t")
        assert "0 ◔ chat Ada Riva · aspetta da 0:00, dalle 09:05 · promesso entro 1:00" in seen(desk)
        await desk.press("0")
        assert desk.view.sheet is not None and desk.view.sheet.number == "C-1"
        await desk.press("0")
        assert desk.view.sheet.number == "C-2"
        clock.wait(90)
        desk.pane.host.paint()  # type: ignore[attr-defined] # what a screen does once a second
        await desk.press("5")
        assert "0 ‼ chat Ada Riva · aspetta da 1:30, dalle 09:05 · oltre i 1:00 promessi" in seen(desk)
        clock.wait(60)
        desk.pane.host.paint()  # type: ignore[attr-defined] # what a screen does once a second
        await desk.stage.settle()
        assert "Se n’è andato senza risposta: C-1 · Ada Riva." in seen(desk)
    workspace.close()


# -- foreign text ------------------------------------------------------------------------------------------------------


def _baited(data: Any) -> Any:
    if isinstance(data, dict):
        if data and set(data) == {"it", "en"}:
            return {language: f"{BAIT} {words}" for language, words in data.items()}
        return {key: _baited(value) for key, value in data.items()}
    return [_baited(one) for one in data] if isinstance(data, list) else data


@pytest.mark.parametrize("size", [(60, 18), (120, 40)])
async def test_foreign_text_is_text_wherever_it_stands(tmp_path: Path, clock: FakeClock, size: tuple[int, int]) -> None:
    own = {key: value for key, value in _baited(desk_data()).items() if key not in ("version", "kind", "id")}
    own["documents"][0]["sender"] = own["customers"][0]["name"] = BAIT
    workspace, flow = small(tmp_path, clock, **own)
    seen_at_all = False
    async with at_a_desk(workspace, flow, clock, size=size) as desk:
        for keys in (
            ("enter",), ("r",), ("escape", "w"), ("1",), ("escape", "escape", "a"), ("1",), ("3", "enter"), ("c",),
            ("2",), ("escape", "escape", "escape", "4", "enter"), ("5", "enter"), ("6", "enter"),
            ("escape", "2", "enter"), ("b",), ("escape", "1", "t", "0", "x"), ("escape",), ("question_mark",),
        ):  # fmt: skip
            await desk.press(*keys)
            assert harm(desk.stage.app) == [], keys
            assert max(map(cell_len, desk.stage.text.split("\n"))) <= size[0]
            seen_at_all = seen_at_all or "boom" in desk.stage.text
        assert seen_at_all


def test_the_words_of_all_moments_and_acts_are_the_engines() -> None:
    from trainer.exercises.desk.acts.table import ACTS as ENGINE

    assert set(ACTS) - {"follow", "briefing"} == set(ENGINE) - {"open", "search", "page"}
    letters = [{ACTS[word].key for word in words} for words in (
        ("register", "new-card", "reply", "archive", "delete", "follow", "briefing", "wait", "finish"),
        ("link", "classify", "prioritise", "route", "deadline", "close", "follow", "briefing", "wait", "finish"),
        ("correct", "merge", "delete", "follow", "briefing", "wait", "finish"),
        ("fill", "follow", "briefing", "wait", "finish"),
    )]  # fmt: skip
    assert [len(keys) for keys in letters] == [9, 10, 7, 5] and not any({"u", "h", "l"} & keys for keys in letters)
