"""The program as a whole: help, palette, theme, language, leaving, refusals and crashes."""

from __future__ import annotations

import asyncio
import os
import signal
from typing import Any, ClassVar

import pytest

from tests.fakes.workspace import TinyWorkspace
from tests.tui.conftest import an_exam
from tests.tui.stage import on_stage
from trainer.i18n.catalogue import Translator
from trainer.kernel.problems import N_, Problem, StorageUnusable
from trainer.tui.app import INTERNAL_ERROR, TrainerApp
from trainer.tui.commands import Command
from trainer.tui.messages import OpenScreen, SpeakLanguage
from trainer.tui.routes import Route
from trainer.tui.run import Start, first_screens
from trainer.tui.screens.base import TrainerScreen
from trainer.tui.theme import DARK, LIGHT


async def test_help_names_the_keys_of_the_screen(workspace: TinyWorkspace) -> None:
    async with on_stage(workspace, size=(80, 40)) as stage:
        await stage.open("sitting", flow=an_exam(workspace))
        await stage.press("question_mark")
        assert "Keys" in stage.text and "Look over the exam and submit it" in stage.text and "ctrl+q" in stage.text
        await stage.press("escape")
        assert stage.screens == ["ExamScreen"]


async def test_the_theme_changes_and_is_remembered(workspace: TinyWorkspace) -> None:
    async with on_stage(workspace) as stage:
        await stage.open("exam", exam="greeting")
        assert stage.app.theme == DARK
        await stage.press("ctrl+t")
        assert stage.app.theme == LIGHT
    assert workspace.store.settings().theme == "light"


async def test_every_open_screen_changes_language(workspace: TinyWorkspace) -> None:
    async with on_stage(workspace) as stage:
        await stage.open("exam", exam="greeting")
        stage.app.post_message(SpeakLanguage("it"))
        await stage.settle()
        assert "Inizia la simulazione" in stage.text and "indietro" in stage.text
        await stage.press("question_mark")
        assert "Tasti" in stage.text


async def test_escape_leaves_a_screen_but_never_the_first(workspace: TinyWorkspace) -> None:
    async with on_stage(workspace) as stage:
        await stage.open("exam", exam="greeting")
        await stage.press("escape")
        assert stage.screens == ["ExamStartScreen"]


async def test_ctrl_c_says_how_to_leave(workspace: TinyWorkspace) -> None:
    async with on_stage(workspace) as stage:
        await stage.open("exam", exam="greeting")
        await stage.press("ctrl+c")
        assert "Press ctrl+q to leave Trainer." in stage.text


async def test_a_closed_terminal_puts_an_exam_to_rest(workspace: TinyWorkspace) -> None:
    flow = an_exam(workspace)
    async with on_stage(workspace) as stage:
        await stage.open("sitting", flow=flow)
        await stage.press("a")
        os.kill(os.getpid(), signal.SIGHUP)
        await asyncio.sleep(0.05)
        assert stage.app.return_code == 0
    row = workspace.store.attempt(flow.attempt)
    assert row is not None and row.answered == 1 and row.submitted_at is None


async def test_a_refusal_without_any_screen_ends_with_its_exit_code(workspace: TinyWorkspace) -> None:
    app = TrainerApp(workspace, Translator("en"), [OpenScreen("locked")])

    def refuse(_: Any) -> None:
        raise StorageUnusable(N_("This learner is open in another window of Trainer. Close it there first."))

    app.routes["locked"] = Route(refuse, lambda words, loaded: TrainerScreen(words))
    async with app.run_test() as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
    assert app.return_code == 6 and isinstance(app.stopped_by, Problem)


class _Crash(Command):
    id: ClassVar[str] = "crash"
    key: ClassVar[str] = "x"
    action: ClassVar[str] = "crash"
    footer: ClassVar[str] = "crash"
    about: ClassVar[str] = "crash"


class _CrashingScreen(TrainerScreen):
    OFFERS = (_Crash,)
    BINDINGS = [_Crash.binding()]

    def action_crash(self) -> None:
        secret = "the key is B"
        raise RuntimeError(f"{secret}!")


@pytest.mark.parametrize("where", ["action", "background"])
async def test_a_crash_keeps_places_but_no_values(
    workspace: TinyWorkspace, where: str, capsys: pytest.CaptureFixture[str]
) -> None:
    app = TrainerApp(workspace, Translator("en"))

    def fail(_: Any) -> None:
        raise RuntimeError("the key is B")

    app.routes["crashing"] = Route(fail, lambda words, loaded: _CrashingScreen(words))
    with pytest.raises(Exception):  # noqa: B017 - the test harness raises again what the program reported
        async with app.run_test() as pilot:
            if where == "action":
                app.push_screen(_CrashingScreen(app.words))
                await pilot.pause()
                await pilot.press("x")
            else:
                app.open_screen("crashing")
                await app.workers.wait_for_complete()
            await pilot.pause()
    assert app.return_code == INTERNAL_ERROR
    assert app.crash is not None and "RuntimeError" in app.crash and "test_app.py" in app.crash
    printed = capsys.readouterr()
    assert "the key is B" not in app.crash + printed.out + printed.err
    assert not app._exit_renderables


def test_the_program_starts_at_today_or_at_the_place_asked_for(workspace: TinyWorkspace) -> None:
    def wanted(start: Start | None) -> list[tuple[str, dict[str, Any]]]:
        return [(screen.name, screen.arguments) for screen in first_screens(workspace, start)]

    assert wanted(None) == [("today", {})]
    lesson = wanted(Start("lesson", "greeting", "listening"))
    assert lesson == [("today", {}), ("lesson", {"module": "greeting", "lesson": "listening"})]
    assert wanted(Start("exam", "tin.u1", "", counting=True))[1] == ("exam", {"exam": "tin.u1", "counting": True})
    workspace.learner = None
    assert [screen.name for screen in first_screens(workspace, Start("catalogue"))] == ["first_run"]
