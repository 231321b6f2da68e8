"""Added content on disk: complete or not there, private, one program at a time."""

from __future__ import annotations

import contextlib
import errno
import json
from pathlib import Path

import pytest

from tests.fakes.disks import FailingDisk, FullDisk, TracingDisk
from trainer.kernel.problems import Refused, StorageUnusable, StoreDamaged
from trainer.progress.added import MANIFEST, Manifest, read_manifest, remove_added, staging
from trainer.progress.disk import Disk
from trainer.progress.locations import Locations, added_folders, find_locations

FILES = {
    "courses/RELEASE": b"2026.1\n",
    "courses/modules/a/module.yaml": b"version: 1\n",
    "question_banks/a.yaml": b"x",
}
MADE = Manifest("demo", "demo.zip", "2026-11-21T08:00:00.000Z", 3, 12, ["dem"], ["a"], ["dem.u1"])


@pytest.fixture
def home(tmp_path: Path) -> Locations:
    return find_locations(str(tmp_path / "home"))


def add(home: Locations, disk: Disk | None = None, name: str = "demo") -> Path:
    with staging(home, name, disk or Disk()) as staged:
        for path, data in FILES.items():
            staged.write(path, data)
        return staged.publish(MADE)


def shown(home: Locations) -> list[str]:
    return [folder.name for folder in added_folders(home)]


def left(home: Locations) -> list[str]:
    return sorted(path.name for path in home.content.iterdir()) if home.content.exists() else []


def test_what_was_put_in_is_there_and_private(home: Locations) -> None:
    folder = add(home)
    assert shown(home) == ["demo"]
    assert {path: (folder / path).read_bytes() for path in FILES} == FILES
    assert read_manifest(folder) == MADE
    for path in (home.content, *home.content.rglob("*")):
        assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600), path


def test_nothing_was_added_yet(home: Locations) -> None:
    assert added_folders(home) == []
    home.data.mkdir(parents=True)
    home.content.write_text("no folder")
    with pytest.raises(StorageUnusable):
        added_folders(home)


def test_every_file_is_on_the_device_before_the_name_is_given(home: Locations) -> None:
    disk = TracingDisk()
    add(home, disk)
    steps = disk.steps
    given = steps.index(("replace", "demo"))
    for name in ("RELEASE", "module.yaml", "a.yaml"):
        assert steps.index(("write", name)) < steps.index(("sync", name)) < given
    assert ("sync_folder", "content") in steps[given:]
    assert {name for step, name in steps[:given] if step == "sync_folder"} >= {".demo.new", "courses", "question_banks"}


@pytest.mark.parametrize("step", ["write", "sync", "replace", "sync_folder"])
def test_what_fails_on_the_way_never_shows(home: Locations, step: str) -> None:
    home.content.mkdir(parents=True)
    with pytest.raises(StorageUnusable):
        add(home, FailingDisk(step))
    assert shown(home) == []
    assert add(home).name == "demo"


def test_a_full_disk_is_said_and_leaves_nothing(home: Locations) -> None:
    with pytest.raises(StorageUnusable, match="disk is full"):
        add(home, FullDisk(20))
    assert left(home) == [".lock"]


class Dying(Disk):
    """The power goes at the given step: nothing after it happens, nothing is tidied up."""

    def __init__(self, steps: int) -> None:
        self.steps = steps

    def _count(self) -> None:
        self.steps -= 1
        if self.steps < 0:
            raise KeyboardInterrupt

    def write(self, descriptor: int, data: bytes) -> None:
        self._count()
        super().write(descriptor, data[: len(data) // 2] if self.steps == 0 else data)

    def sync(self, descriptor: int) -> None:
        self._count()
        super().sync(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        self._count()
        super().replace(source, target)

    def sync_folder(self, folder: Path) -> None:
        self._count()
        super().sync_folder(folder)


def test_whenever_the_power_goes_it_is_whole_or_not_there(home: Locations, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.rmtree", lambda *_, **__: None)  # nobody tidies up after a power cut
    outcomes = set()
    for steps in range(60):
        place = Locations(home.data / str(steps), home.config, home.cache)
        with contextlib.suppress(KeyboardInterrupt):
            add(place, Dying(steps))
        names = shown(place)
        outcomes.add(bool(names))
        for name in names:
            assert {path: (place.content / name / path).read_bytes() for path in FILES} == FILES
            assert read_manifest(place.content / name) == MADE
    assert outcomes == {True, False}


def test_what_a_crash_left_is_swept(home: Locations) -> None:
    for name in (".old.new", ".older.gone"):
        (home.content / name / "courses").mkdir(parents=True)
    add(home)
    assert left(home) == [".lock", "demo"]


def test_the_same_name_twice_is_refused(home: Locations) -> None:
    add(home)
    with pytest.raises(Refused, match="trainer content remove demo"):
        add(home)
    assert shown(home) == ["demo"]


def test_one_program_at_a_time(home: Locations) -> None:
    with (
        staging(home, "one", Disk()),
        pytest.raises(StorageUnusable, match="Another Trainer"),
        staging(home, "two", Disk()),
    ):
        pass


def test_removing_hides_it_in_one_step(home: Locations) -> None:
    add(home)
    with pytest.raises(StorageUnusable):
        remove_added(home, "demo", FailingDisk("replace", number=errno.EACCES))
    assert shown(home) == ["demo"]
    disk = TracingDisk()
    remove_added(home, "demo", disk)
    assert disk.steps == [("replace", ".demo.gone"), ("sync_folder", "content")]
    assert left(home) == [".lock"]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": 1}', '{"format": 1, "id": 7', '"x"'])
def test_a_damaged_manifest_is_a_sentence(home: Locations, text: str) -> None:
    folder = add(home)
    (folder / MANIFEST).write_text(text)
    with pytest.raises(StoreDamaged, match="add it again"):
        read_manifest(folder)
    (folder / MANIFEST).unlink()
    with pytest.raises(StoreDamaged):
        read_manifest(folder)


def test_a_newer_manifest_is_refused(home: Locations) -> None:
    folder = add(home)
    data = json.loads((folder / MANIFEST).read_bytes())
    (folder / MANIFEST).write_text(json.dumps({**data, "format": 2}))
    with pytest.raises(StorageUnusable, match="newer version"):
        read_manifest(folder)
