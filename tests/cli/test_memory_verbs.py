"""``learner export --csv`` and what ``practise`` can be asked for."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from trainer.cli.main import main
from trainer.cli.parse import verb_parser
from trainer.cli.verbs import practise
from trainer.flows.practice_start import SCOPES
from trainer.flows.workspace import Workspace
from trainer.kernel.problems import UsageProblem
from trainer.progress.learners import read_machine
from trainer.progress.locations import find_locations
from trainer.tui.run import Start, first_screens


@pytest.fixture
def home(tmp_path: Path) -> str:
    """Where Ada learns; Bruno was the last to open the program."""
    home = str(tmp_path / "home")
    for name in ("Ada", "Bruno"):
        workspace = Workspace(find_locations(home))
        workspace.create_learner(name, "it", "en", "abr")
        workspace.close()
    return home


def run(capsys: pytest.CaptureFixture[str], home: str, *words: str) -> tuple[int, str, str]:
    code = main(["--home", home, "--lang", "en", *words])
    out, err = capsys.readouterr()
    return code, out, err


def test_tables_are_written_and_counted(capsys: pytest.CaptureFixture[str], home: str, tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    code, out, err = run(capsys, home, "--json", "learner", "export", "ada", "--csv", str(folder))
    assert (code, json.loads(out)["files"], "4 files written" in err) == (0, 4, True)
    assert (folder / "mastery.csv").read_text().splitlines()[0] == "statement,unit,part,mastery,answers,reason"
    assert read_machine(find_locations(home))["last_learner"] == "bruno"
    assert run(capsys, home, "learner", "export", "ada", "--csv", str(folder))[0] == 1


@pytest.mark.parametrize("words", [[], ["-o", "x.zip", "--csv", "x"]])
def test_one_way_of_exporting_must_be_chosen(capsys: pytest.CaptureFixture[str], home: str, words: list[str]) -> None:
    code, _, err = run(capsys, home, "learner", "export", "ada", *words)
    assert (code, "--csv DIR" in err) == (2, True)


def parsed(*words: str) -> argparse.Namespace:
    parser = verb_parser("practise", "")
    practise.add_arguments(parser)
    return parser.parse_args(list(words))


@pytest.mark.parametrize(
    ("words", "scope", "target"),
    [
        (["gdpr"], "module", "gdpr"), (["gdpr/rights"], "lesson", "gdpr/rights"),
        (["gdpr", "--lesson", "rights"], "lesson", "gdpr/rights"), (["--unit", "abr.uc1"], "unit", "abr.uc1"),
        (["--review"], "review", ""), (["--weak"], "weak", ""), (["--mistakes"], "mistakes", ""),
        (["--retry", "20261121t080000-00000000"], "retry", "20261121t080000-00000000"),
    ],
)  # fmt: skip
def test_what_can_be_asked_for(words: list[str], scope: str, target: str) -> None:
    assert practise.chosen(parsed(*words)) == (scope, target)
    assert scope in SCOPES


@pytest.mark.parametrize(
    "words", [[], ["gdpr", "--weak"], ["--lesson", "rights"], ["gdpr/rights", "--lesson", "rights"],
              ["--review", "--lesson", "rights"]],
)  # fmt: skip
def test_what_cannot_be_asked_for(words: list[str]) -> None:
    with pytest.raises(UsageProblem, match="Say what to practise"):
        practise.chosen(parsed(*words))


def test_two_choices_at_once_are_refused(capsys: pytest.CaptureFixture[str], home: str) -> None:
    assert run(capsys, home, "practise", "--weak", "--mistakes")[0] == 2


def test_a_choice_opens_the_practice_screen(home: str) -> None:
    workspace = Workspace(find_locations(home))
    workspace.choose_learner("ada")
    place = first_screens(workspace, Start("practice", "abr.uc1", scope="unit"))[-1]
    assert (place.name, place.arguments) == ("practice", {"scope": "unit", "target": "abr.uc1"})
