"""The folder of records issued: what no act tells of is swept, a waiting list counts with its act, the rest is left."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from trainer.kernel.problems import StorageUnusable, StoreDamaged
from trainer.progress.disk import Disk
from trainer.progress.issued import FORMS, JSON, IssuedFiles

ONE, OTHER = (f"urn:uuid:{digit * 8}-0000-4000-8000-000000000000" for digit in "12")


@pytest.fixture
def issued(tmp_path: Path) -> IssuedFiles:
    found = IssuedFiles(tmp_path / "issued", Disk())
    for record in (ONE, OTHER):
        found.save(record, {form: record.encode() for form in FORMS})
    return found


def test_what_no_act_tells_of_is_swept_and_nothing_else(issued: IssuedFiles, tmp_path: Path) -> None:
    mine = tmp_path / "issued" / "notes.json"
    mine.write_text("kept")
    (tmp_path / "issued" / "folder").mkdir()
    issued.sweep([ONE], 3)
    assert issued.read(ONE, JSON) == ONE.encode() and mine.exists()
    with pytest.raises(StoreDamaged, match="missing"):
        issued.read(OTHER, JSON)
    issued.remove(ONE)
    issued.remove(ONE)
    assert not issued.path(ONE, JSON).exists()


def test_a_list_counts_from_its_act_on(issued: IssuedFiles, tmp_path: Path) -> None:
    assert issued.status_list(9) is None
    issued.await_act(b"first", 4)
    assert issued.status_list(3) is None and issued.status_list(4) == b"first"
    issued.settle(4)
    issued.await_act(b"second", 5)
    assert issued.status_list(4) == b"first" and issued.status_list(5) == b"second"
    issued.settle(4)
    assert issued.status_list(9) == b"first", "its act was never told"
    issued.settle(9)
    assert sorted(path.name for path in (tmp_path / "issued").glob("status*")) == ["status-list.json"]


def test_a_newer_or_damaged_waiting_list_is_refused(issued: IssuedFiles, tmp_path: Path) -> None:
    path = tmp_path / "issued" / "status-list.next"
    path.write_text(json.dumps({"version": 2, "acts": 1, "list": ""}))
    with pytest.raises(StorageUnusable, match="newer"):
        issued.status_list(1)
    for raw in ("", "[]", '{"version": 1}', "x"):
        path.write_text(raw)
        with pytest.raises(StoreDamaged, match="damaged"):
            issued.settle(1)
        assert path.exists()


def test_sweeping_needs_no_folder(tmp_path: Path) -> None:
    IssuedFiles(tmp_path / "none", Disk()).sweep([], 0)
    assert not (tmp_path / "none").exists()
