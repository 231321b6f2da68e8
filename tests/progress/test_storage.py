"""The storage below TinyDB: what is foreign or damaged is refused, a failed write changes nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tinydb import TinyDB

from tests.fakes.disks import FailingDisk, FullDisk, TracingDisk
from trainer.kernel.problems import StorageUnusable, StoreDamaged
from trainer.progress.disk import Disk
from trainer.progress.storage import FORMAT, AtomicJSONStorage, parse_store, previous_version

GOOD = {"_format": {"1": {"format": FORMAT}}, "profile": {"1": {"name": "Maria"}}}


def opened(path: Path, disk: Disk | None = None) -> TinyDB:
    return TinyDB(storage=lambda: AtomicJSONStorage(path, disk or Disk()))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "store.json"
    found.write_text(json.dumps(GOOD))
    return found


def test_rows_come_back(path: Path) -> None:
    opened(path).table("profile").insert({"name": "Luca"})
    assert [row["name"] for row in opened(path).table("profile").all()] == ["Maria", "Luca"]


def test_there_is_nothing_before_the_first_write(tmp_path: Path) -> None:
    assert opened(tmp_path / "store.json").table("profile").all() == []
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("cut", range(0, len(json.dumps(GOOD)), 7))
def test_a_truncated_store_is_refused_and_left(path: Path, cut: int) -> None:
    raw = path.read_bytes()[:cut]
    path.write_bytes(raw)
    with pytest.raises(StoreDamaged, match=r"store\.json\.previous; «trainer doctor --repair»") as refused:
        opened(path).table("profile").all()
    assert refused.value.exit_code == 5
    assert path.read_bytes() == raw


@pytest.mark.parametrize(
    "raw",
    ["null", "7", "[]", "{}", '{"name": "Maria"}', '{"_default": {"1": {"a": 1}}}', '{"_format": 1}', "\x00" * 50,
     '{"_format": {"1": {"format": "one"}}}', '{"_format": {"1": {"format": 1}}, "profile": {"1": 7}}',
     '{"_format": {"1": {"format": 1}}, "profile": {"one": {}}}', '{"_format": {"1": {"format": 1}}, "profile": []}',
     "[" * 100_000, "<html>"],
)  # fmt: skip
def test_a_foreign_file_is_refused(raw: str) -> None:
    with pytest.raises(StoreDamaged, match="not a learner's file"):
        parse_store(raw.encode(), "store.json")


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(StoreDamaged):
        parse_store(b"\xff\xfe\x80", "store.json")


def test_a_newer_store_is_refused_as_such_and_left(path: Path) -> None:
    newer = json.dumps({**GOOD, "_format": {"1": {"format": FORMAT + 1, "mood": "calm"}}})
    path.write_text(newer)
    with pytest.raises(StorageUnusable, match="newer version") as refused:
        opened(path).table("profile").insert({})
    assert refused.value.exit_code == 6
    assert path.read_text() == newer


def test_a_store_that_vanished_is_not_begun_anew(path: Path) -> None:
    path.rename(previous_version(path))
    with pytest.raises(StoreDamaged, match=r"store\.json is missing"):
        opened(path).table("profile").insert({"name": "Luca"})
    assert not path.exists()


def test_the_version_before_is_kept(path: Path) -> None:
    before = path.read_bytes()
    store = opened(path)
    store.table("profile").insert({"name": "Luca"})
    assert previous_version(path).read_bytes() == before
    middle = path.read_bytes()
    store.table("profile").insert({"name": "Anna"})
    assert previous_version(path).read_bytes() == middle
    assert sorted(found.name for found in path.parent.iterdir()) == ["store.json", "store.json.previous"]


def test_the_version_before_is_kept_where_there_are_no_links(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.link", _no_links)
    before = path.read_bytes()
    opened(path).table("profile").insert({"name": "Luca"})
    kept = previous_version(path)
    assert kept.read_bytes() == before
    assert kept.stat().st_mode & 0o777 == 0o600
    assert sorted(found.name for found in path.parent.iterdir()) == ["store.json", "store.json.previous"]


def _no_links(*_: object) -> None:
    raise PermissionError


@pytest.mark.parametrize("disk", [FullDisk(0), FullDisk(30), FailingDisk("sync"), FailingDisk("replace")])
def test_a_failed_write_has_not_happened(path: Path, disk: Disk) -> None:
    """TinyDB changes its documents in place: memory must not be ahead of the file."""
    before = path.read_bytes()
    store = opened(path, disk)
    table = store.table("profile")
    for change in (lambda: table.update({"name": "Luca"}), lambda: table.insert({"name": "Anna"}), table.truncate):
        with pytest.raises(StorageUnusable):
            change()
        assert path.read_bytes() == before
        assert [row["name"] for row in table.all()] == ["Maria"]
    assert sorted(found.name for found in path.parent.iterdir()) == ["store.json", "store.json.previous"]


def test_changes_made_together_are_one_write(path: Path) -> None:
    disk = TracingDisk()
    storage = AtomicJSONStorage(path, disk)
    store = TinyDB(storage=lambda: storage)
    with storage.together():
        store.table("profile").update({"name": "Luca"})
        store.table("settings").insert({"theme": "dark"})
        assert json.loads(path.read_text()) == GOOD
    assert [step for step, _ in disk.steps] == ["write", "sync", "replace", "sync_folder"]
    assert opened(path).table("settings").all() == [{"theme": "dark"}]
    assert opened(path).table("profile").all() == [{"name": "Luca"}]


def test_changes_made_together_all_fail_together(path: Path) -> None:
    storage = AtomicJSONStorage(path, Disk())
    store = TinyDB(storage=lambda: storage)
    with pytest.raises(RuntimeError), storage.together():
        store.table("profile").update({"name": "Luca"})
        raise RuntimeError
    assert store.table("profile").all() == [{"name": "Maria"}]
    store.table("settings").insert({"theme": "dark"})
    assert opened(path).table("profile").all() == [{"name": "Maria"}]


def test_files_are_private_whatever_the_umask(tmp_path: Path, any_umask: int) -> None:
    store = opened(tmp_path / "store.json")
    for name in ("Maria", "Luca"):
        store.table("profile").insert({"name": name})
    assert {found.name: found.stat().st_mode & 0o777 for found in tmp_path.iterdir()} == {
        "store.json": 0o600,
        "store.json.previous": 0o600,
    }
