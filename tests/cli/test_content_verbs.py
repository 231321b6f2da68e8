"""``trainer content``, ``trainer unit`` and counting exams on the command line, as people and programs call them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.fixtures import DEMO, TINY, change
from trainer.cli.main import main
from trainer.content.load import ContentFolder
from trainer.content.locate import shipped_root
from trainer.flows import adding
from trainer.flows import workspace as workspaces
from trainer.flows.prepare import start_exam
from trainer.flows.workspace import Workspace
from trainer.progress.locations import find_locations


@pytest.fixture(autouse=True)
def plain_language(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "TRAINER_HOME"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def tiny_is_shipped(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program comes with the small content, so that nothing large is compiled."""
    for module in (workspaces, adding):
        monkeypatch.setattr(module, "shipped_root", lambda: TINY)


@pytest.fixture
def home(tmp_path: Path) -> str:
    return str(tmp_path / "home")


class Command:
    """``trainer --home … --lang en`` with what it printed."""

    def __init__(self, home: str, capsys: pytest.CaptureFixture[str]) -> None:
        self._home, self._capsys = home, capsys

    def __call__(self, *words: str, language: str = "en") -> tuple[int, str, str]:
        code = main(["--home", self._home, "--lang", language, *words])
        out, err = self._capsys.readouterr()
        assert "Traceback" not in err
        return code, out, err


@pytest.fixture
def trainer(home: str, capsys: pytest.CaptureFixture[str]) -> Command:
    return Command(home, capsys)


@pytest.mark.usefixtures("tiny_is_shipped")
def test_added_listed_and_removed(trainer: Command, home: str) -> None:
    assert trainer("content", "list") == (0, "Nothing was added on this machine.\n", "")
    code, out, err = trainer("content", "add", str(DEMO))
    assert (code, err) == (0, "") and "«demo» was added. Modules: 2, items: 27" in out
    code, out, _ = trainer("content", "list")
    assert code == 0 and out.startswith("demo ") and "dem.u1" in out
    assert "lost-property" in trainer("catalogue", "dem")[1]
    code, _, err = trainer("content", "add", str(DEMO))
    assert code == 1 and "trainer content remove demo" in err
    code, out, _ = trainer("content", "remove", "demo")
    assert code == 0 and "Attempts that were begun go on" in out
    code, _, err = trainer("content", "remove", "demo")
    assert code == 2 and "«demo»" in err


@pytest.mark.usefixtures("tiny_is_shipped")
def test_the_same_as_json(trainer: Command, home: str) -> None:
    code, out, _ = trainer("content", "add", str(DEMO), "--json")
    data = json.loads(out)
    assert (code, data["version"], data["id"], data["added"], data["left_out"]) == (0, 1, "demo", True, [])
    assert (data["content"]["items"], data["content"]["exams"]) == (27, ["dem.u1"])
    workspace = Workspace(find_locations(home))
    ada = workspace.create_learner("Ada Rossi", "it", "en", "dem")
    workspace.close()
    (row,) = json.loads(trainer("content", "list", "--json")[1])["content"]
    assert (row["id"], row["readable"], row["qualifications"]) == ("demo", True, ["dem"])
    code, out, err = trainer("content", "remove", "demo", "--json")
    assert json.loads(out) == {"version": 1, "id": "demo", "removed": True, "learners": [ada]}
    assert "ada-rossi" in err


@pytest.mark.usefixtures("tiny_is_shipped")
def test_mistakes_are_listed_and_nothing_is_added(trainer: Command, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(DEMO, tmp_path / "mine"))
    line = change(copy / "question_banks/demo-intake.yaml", "use: exam", "use: quiz")
    code, out, _ = trainer("content", "add", str(copy))
    assert code == 1 and f"{copy}/question_banks/demo-intake.yaml:{line}: error F01" in out
    assert "Nothing was added: 1 error." in out
    code, out, _ = trainer("content", "add", str(copy), "--json")
    data = json.loads(out)
    assert code == 1 and not data["added"] and data["content"] is None
    assert [f["line"] for f in data["findings"] if f["severity"] == "error"] == [line]
    assert json.loads(trainer("content", "list", "--json")[1])["content"] == []


@pytest.mark.parametrize(
    ("name", "says"), [("nowhere", "no such file"), ("plain.zip", "neither a folder"), ("", "no content")]
)
def test_what_cannot_be_read_is_exit_3(trainer: Command, tmp_path: Path, name: str, says: str) -> None:
    (tmp_path / "plain.zip").write_text("no zip")
    code, out, err = trainer("content", "add", str(tmp_path / name))
    assert (code, out) == (3, "") and says in err


def test_damaged_content_is_listed_with_its_code(trainer: Command, home: str) -> None:
    folder = find_locations(home).content / "broken"
    folder.mkdir(parents=True)
    code, out, _ = trainer("content", "list")
    assert code == 5 and "broken" in out and "damaged" in out
    assert trainer("content", "remove", "broken")[0] == 0


# -- unit exams ----------------------------------------------------------------------------------------------------


def test_a_counting_exam_of_a_unit_in_preparation_names_what_is_missing(trainer: Command) -> None:
    code, out, err = trainer("exam", "take", "abr.uc2", "--counting")
    assert (code, out) == (1, "")
    assert "cannot count yet" in err
    for module in ("remote-channels", "statistics-and-computing"):
        assert module in err


def test_the_exam_of_a_whole_unit_is_drawn_whole(trainer: Command) -> None:
    code, out, _ = trainer("exam", "draw", "abr.uc1", "--seed", "7")
    assert code == 0 and "Still in preparation" not in out
    paper = json.loads(trainer("exam", "draw", "abr.uc1", "--seed", "7", "--json")[1])
    assert paper["missing_modules"] == [] and len(paper["items"]) == 40


@pytest.mark.parametrize("unit", ["abr.uc2", "abr.uc3", "abr.uc4"])
def test_a_mock_is_drawn_over_the_modules_that_exist(trainer: Command, unit: str) -> None:
    code, out, _ = trainer("exam", "draw", unit, "--seed", "7")
    assert code == 0 and "Still in preparation:" in out and "of 40 questions can be drawn" in out
    paper = json.loads(trainer("exam", "draw", unit, "--seed", "7", "--json")[1])
    status = json.loads(trainer("unit", "status", unit, "--json")[1])
    assert set(paper["missing_modules"]) == set(status["missing_modules"]) and paper["missing_modules"]
    (exam,) = (one.value for one in ContentFolder(shipped_root()).exams() if one.value.id == unit)
    whole = {one.id for one in exam.sections if not {*one.modules} & set(paper["missing_modules"])}
    assert {item["section"] for item in paper["items"]} == whole
    assert 4 <= len(paper["items"]) < 40
    (told,) = status["exams"]
    assert (told["items"], told["minutes"], told["drawable"], told["tries"]) == (40, 50, len(paper["items"]), [])


def test_before_the_program_opens_it_says_what_is_missing(trainer: Command) -> None:
    code, out, err = trainer("exam", "take", "abr.uc2")
    assert code == 2 and "Still in preparation: remote-channels" in out and "needs a terminal" in err


@pytest.mark.usefixtures("tiny_is_shipped")
def test_a_second_try_on_one_day_is_refused_before_the_program_opens(trainer: Command, home: str) -> None:
    trainer("content", "add", str(DEMO))
    workspace = Workspace(find_locations(home))
    workspace.create_learner("Ada Rossi", "it", "en", "dem")
    start_exam(workspace, "dem.u1", counting=True).submit()
    workspace.close()
    code, out, err = trainer("exam", "take", "dem.u1", "--counting")
    assert (code, out) == (1, "") and "once a day" in err and "opens on" in err
    assert "si apre" in trainer("exam", "take", "dem.u1", "--counting", language="it")[2]
    code, _, err = trainer("exam", "take", "dem.u1", "--counting", "--seed", "7")
    assert code == 2 and "needs a terminal" in err  # a seed makes it a mock
    code, out, _ = trainer("unit", "status", "dem.u1")
    assert code == 0 and "certifiable" in out and "0% · Not passed" in out
    (exam,) = json.loads(trainer("unit", "status", "dem.u1", "--json")[1])["exams"]
    (one,) = exam["tries"]
    assert (one["share"], one["passed"], one["voided"]) == (0.0, False, None)


def test_a_unit_that_is_not_there(trainer: Command) -> None:
    code, _, err = trainer("unit", "status", "abr.uc9")
    assert code == 1 and "abr.uc9" in err
