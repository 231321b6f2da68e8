"""Writing progress down: where a person says, or a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fakes.clock import FakeClock
from tests.fakes.workspace import TinyWorkspace
from tests.flows.remembering import practised
from trainer.flows.progress_tables import ProgressFlow
from trainer.kernel.problems import InputUnreadable, Problem, Refused


@pytest.fixture
def flow(workspace: TinyWorkspace, clock: FakeClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ProgressFlow:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    practised(workspace, clock, [True, False])
    return ProgressFlow(workspace)


def test_a_folder_that_does_not_exist_yet_is_proposed(flow: ProgressFlow, tmp_path: Path) -> None:
    first = flow.export_folder()
    assert first.startswith("~/trainer-") and first.endswith("2026-11-21")
    written, files = flow.export(first)
    assert Path(written).parent == tmp_path and len(files) == 4
    assert all((Path(written) / name).read_bytes().count(b"\r\n") >= 1 for name in files)
    assert flow.export_folder() == f"{first}-2"


def test_a_relative_path_is_said_whole(flow: ProgressFlow, tmp_path: Path) -> None:
    written, _ = flow.export("here/tables")
    assert written == str(tmp_path / "here" / "tables")


@pytest.mark.parametrize(
    ("where", "problem"),
    [
        ("", Refused), ("  \x00 ", Refused), ("~nobody-at-all/x", Refused), ("/dev/null/x", InputUnreadable),
        ("x" * 999, InputUnreadable), ("/proc/nothing", InputUnreadable),
    ],
)  # fmt: skip
def test_a_place_that_does_not_do_is_refused(flow: ProgressFlow, where: str, problem: type[Problem]) -> None:
    with pytest.raises(problem):
        flow.export(where)


def test_nothing_is_written_over(flow: ProgressFlow) -> None:
    flow.export("here")
    with pytest.raises(Refused, match="exists already"):
        flow.export("here")
