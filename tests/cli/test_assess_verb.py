"""``trainer register assess``: the queue as data without names; the program where there is a terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.test_commands import run
from tests.flows.registering import UNIT, School, take
from tests.tui.stage import Stage
from trainer.flows.assessing import AssessingFlow
from trainer.flows.workspace import Workspace
from trainer.i18n.catalogue import Translator
from trainer.tui.app import TrainerApp
from trainer.tui.run import Start, first_screens

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> School:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "TRAINER_HOME"):
        monkeypatch.delenv(name, raising=False)
    found = School(tmp_path)
    monkeypatch.setattr(Workspace, "open_catalogue", lambda self, on_progress=None: found.open_catalogue())
    take(found.register(), found.finished("Anna Rossi").hand_in("anna.zip").file)
    return found


def home(school: School) -> str:
    return str(school.folder / "homes" / "instructor")


def test_the_queue_as_data_names_nobody(capsys: Capture, school: School) -> None:
    code, out, _ = run(capsys, "--home", home(school), "--json", "register", "assess", "--as", "Carla")
    data = json.loads(out)
    assert code == 0 and "Rossi" not in out
    assert (data["version"], data["rater"], data["due"], data["judged"], data["two_raters"]) == (
        1,
        "Carla",
        2,
        0,
        False,
    )
    assert {piece["part"] for piece in data["pieces"]} == {"rationale"}
    assert all(piece["state"] == "due" and piece["units"] == [UNIT] for piece in data["pieces"])


def test_what_was_judged_is_told(capsys: Capture, school: School) -> None:
    flow = AssessingFlow(school.register(), UNIT, "Carla")
    piece = flow.look().pieces[0]
    view = flow.piece(piece.attempt, piece.part)
    flow.judge(view, {one.id: 2 for one in view.work.criteria}, {})
    _, out, _ = run(capsys, "--home", home(school), "--json", "register", "assess", "--unit", UNIT)
    assert (json.loads(out)["judged"], json.loads(out)["due"]) == (1, 1)
    _, out, _ = run(capsys, "--home", home(school), "--json", "register", "assess", "--as", "Dario")
    assert sorted(one["state"] for one in json.loads(out)["pieces"]) == ["closed", "due"]


def test_a_unit_there_is_none_of_is_refused(capsys: Capture, school: School) -> None:
    for more in ([], ["--json"]):
        code, _, err = run(capsys, "--home", home(school), *more, "register", "assess", "--unit", "dem.u9")
        assert code == 1 and "dem.u9" in err


def test_without_a_terminal_the_program_does_not_open(capsys: Capture, school: School) -> None:
    assert run(capsys, "--home", home(school), "register", "assess")[0] == 2


async def test_an_instructor_need_not_be_a_learner(school: School) -> None:
    machine = school.machine("instructor")
    start = Start("assess", UNIT, "Carla")
    app = TrainerApp(machine, Translator("en"), first_screens(machine, start))
    async with app.run_test(size=(80, 24)) as pilot:
        stage = Stage(app, pilot)
        await stage.settle()
        assert stage.screens == ["AssessScreen"] and "Carla" in stage.text.split("\n")[0]
        await stage.press("escape")
        assert stage.screens == ["AssessScreen"], "there is nothing below it"
        await stage.press("1", "2", "escape", "g")
        assert app.crash is None and app.is_running
