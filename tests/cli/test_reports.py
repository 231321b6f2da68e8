"""``learner export --reports``: a copy to hand over, and where the reports are kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.test_memory_verbs import run
from trainer.flows.workspace import Workspace
from trainer.progress.disk import Disk
from trainer.progress.locations import find_locations
from trainer.progress.reports import Report, append_report

A_REPORT = Report("2026-11-21T08:00:00.000Z", "gdpr-1", "gdpr", 2, "2026.1", "it", "practice", "La B va bene.")


@pytest.fixture
def home(tmp_path: Path) -> str:
    """Where Ada learns."""
    workspace = Workspace(find_locations(str(tmp_path / "home")))
    workspace.create_learner("Ada", "it", "en", "abr")
    workspace.close()
    return str(tmp_path / "home")


def test_reports_are_copied_and_counted(capsys: pytest.CaptureFixture[str], home: str, tmp_path: Path) -> None:
    folder, target = find_locations(home).learner("ada"), tmp_path / "reports.jsonl"
    code, _, err = run(capsys, home, "learner", "export", "ada", "--reports", str(target))
    assert code == 1 and "no report" in err
    path = append_report(folder, A_REPORT, Disk())
    path.write_bytes(path.read_bytes() + b"torn")
    code, out, err = run(capsys, home, "--json", "learner", "export", "ada", "--reports", str(target))
    assert code == 0
    assert json.loads(out) == {
        "version": 1, "learner": "ada", "file": str(target), "reports": 1, "source": str(path), "unreadable": 1,
    }  # fmt: skip
    assert "1 report written" in err and "1 line of it is no report" in err
    assert target.read_bytes() == path.read_bytes()
    assert run(capsys, home, "learner", "export", "ada", "--reports", str(target))[0] == 1
    assert run(capsys, home, "learner", "export", "ada", "--reports", str(tmp_path / "no" / "x"))[0] == 3


def test_reports_belong_to_export_and_erasure(capsys: pytest.CaptureFixture[str], home: str, tmp_path: Path) -> None:
    import zipfile

    path = append_report(find_locations(home).learner("ada"), A_REPORT, Disk())
    assert run(capsys, home, "learner", "export", "ada", "-o", str(tmp_path / "ada.zip"))[0] == 0
    assert "ada/reports.jsonl" in zipfile.ZipFile(tmp_path / "ada.zip").namelist()
    assert run(capsys, home, "learner", "erase", "ada", "--yes")[0] == 0
    assert not path.exists()
