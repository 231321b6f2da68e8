"""Exports: everything, private, durable, the same bytes for the same data; and what is known of the last one."""

from __future__ import annotations

import json
import os
import zipfile
from pathlib import Path

import pytest

from trainer.kernel.problems import InputUnreadable, Refused
from trainer.progress.exporting import MANIFEST, export_learner, last_export, store_bytes
from trainer.progress.locations import Locations, find_locations
from trainer.progress.rows import LessonProgress, Profile, Settings
from trainer.progress.storage import parse_store
from trainer.progress.store import LearnerStore

NOW = "2026-11-21T08:00:00.000Z"


@pytest.fixture
def home(tmp_path: Path) -> Locations:
    return find_locations(str(tmp_path / "home"))


def add(home: Locations) -> str:
    store = LearnerStore(home.learner("maria-rossi"))
    store.save_profile(Profile("Maria Rossi", "it", "en", "abr", NOW))
    store.save_settings(Settings())
    store.close()
    return "maria-rossi"


def test_export_holds_everything_and_nothing_else(home: Locations, tmp_path: Path) -> None:
    found = add(home)
    (home.learner(found) / "attempts").mkdir()
    (home.learner(found) / "attempts" / "a1.jsonl").write_text("{}\n")
    target = tmp_path / "maria.zip"
    count = export_learner(home, found, target, NOW)
    with zipfile.ZipFile(target) as archive:
        names = archive.namelist()
        assert archive.testzip() is None
        assert json.loads(archive.read("maria-rossi/store.json"))["profile"]["1"]["name"] == "Maria Rossi"
    assert count == len(names) - 1 == 2
    assert names[0] == MANIFEST
    assert "maria-rossi/attempts/a1.jsonl" in names
    assert "maria-rossi/store.json.previous" not in names and "maria-rossi/glance.json" not in names
    assert target.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_export_is_durable_before_it_is_there(home: Locations, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The learner may be erased next."""
    found, target, whole = add(home), tmp_path / "maria.zip", os.fsync
    synced: list[bool] = []

    def sync(descriptor: int) -> None:
        synced.append(target.exists())
        whole(descriptor)

    monkeypatch.setattr(os, "fsync", sync)
    export_learner(home, found, target, NOW)
    assert synced[0] is False


def test_export_overwrites_nothing(home: Locations, tmp_path: Path) -> None:
    target = tmp_path / "maria.zip"
    target.write_text("mine")
    with pytest.raises(Refused, match="exists already"):
        export_learner(home, add(home), target, NOW)
    assert target.read_text() == "mine"


def test_export_to_where_one_cannot_write_is_a_sentence(home: Locations, tmp_path: Path) -> None:
    with pytest.raises(InputUnreadable, match="cannot be written") as refused:
        export_learner(home, add(home), tmp_path / "no" / "such" / "maria.zip", NOW)
    assert refused.value.exit_code == 3
    export_learner(home, "maria-rossi", tmp_path / "maria.zip", NOW)


def test_the_same_data_gives_the_same_bytes(home: Locations, tmp_path: Path) -> None:
    found = add(home)
    export_learner(home, found, tmp_path / "a.zip", NOW)
    export_learner(home, found, tmp_path / "b.zip", NOW)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_a_store_has_one_order() -> None:
    rows = {"7": {"module": "b"}, "3": {"module": "a"}}
    ordered = store_bytes({"_format": {"1": {"format": 2}}, "lessons": rows, "attempts": {}})
    again = parse_store(ordered, "store.json")
    assert again["lessons"] == {"1": {"module": "a"}, "2": {"module": "b"}}
    assert store_bytes(again) == ordered


def test_a_damaged_store_is_exported_as_it_is(home: Locations, tmp_path: Path) -> None:
    found = add(home)
    (home.learner(found) / "store.json").write_bytes(b"{ not a store")
    export_learner(home, found, tmp_path / "maria.zip", NOW)
    with zipfile.ZipFile(tmp_path / "maria.zip") as archive:
        assert archive.read("maria-rossi/store.json") == b"{ not a store"


def test_the_last_export_is_known_while_it_lies_there(home: Locations, tmp_path: Path) -> None:
    found = add(home)
    folder, target = home.learner(found), tmp_path / "maria.zip"
    assert last_export(folder) is None
    export_learner(home, found, target, NOW)
    last = last_export(folder)
    assert last is not None and (last.at, last.file, last.current) == (NOW, target, True)
    store = LearnerStore(folder)
    store.save_lesson(LessonProgress("gdpr", "rights", 1))
    store.close()
    last = last_export(folder)
    assert last is not None and not last.current
    target.unlink()
    assert last_export(folder) is None
    (folder / "exported.json").write_text("[" * 100_000)
    assert last_export(folder) is None
