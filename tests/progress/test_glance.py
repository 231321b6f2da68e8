"""The glance says what the store says, or is not believed."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from tests.builders import a_store
from tests.fakes.disks import FullDisk
from tests.progress.test_store import A_ROW
from trainer.progress.glance import GLANCE_FILE, glance_of, read_glance, read_profile
from trainer.progress.rows import ItemHistory, LessonProgress, Profile, Settings
from trainer.progress.store import STORE_FILE, LearnerStore


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    store = a_store(tmp_path)
    store.save_settings(Settings("light"))
    store.save_lesson(LessonProgress("gdpr", "rights", 2, 1, (0, 1), ("check-a",), 5.0))
    for number in range(7):
        store.save_attempt(replace(A_ROW, id=f"a{number}", started_at=float(number), submitted_at=9.0))
    store.save_attempt(replace(A_ROW, id="now"), {"i": ItemHistory(3, True, 2.0), "j": ItemHistory(1, False, 2.0)})
    store.close()
    return store.folder


def test_the_profile_at_its_beginning_is_believed_as_the_whole_is(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    assert read_profile(store.folder) == (read_glance(store.folder) or {})["profile"]
    store.save_profile(Profile("x" * 6000, "it", "en", "tin", "2026-11-21T08:00:00.000Z"))
    assert read_profile(store.folder) is None and read_glance(store.folder) is not None
    store.save_profile(Profile('"}], "Èva', "it", "en", "tin", "2026-11-21T08:00:00.000Z"))
    assert (read_profile(store.folder) or {})["name"] == '"}], "Èva'
    glance = store.folder / "glance.json"
    glance.write_bytes(glance.read_bytes().replace(b'"format":', b'"format": ', 1))
    assert read_profile(store.folder) is None
    glance.unlink()
    assert read_profile(store.folder) is None and read_glance(store.folder) is None
    store.close()


def test_it_says_what_the_store_says(folder: Path) -> None:
    glance = read_glance(folder)
    assert glance is not None
    assert (glance["profile"]["name"], glance["settings"]["theme"]) == ("Maria", "light")
    assert [(row["lesson"], row["opened"], row["checks"]) for row in glance["lessons"]] == [
        ("rights", [0, 1], ["check-a"])
    ]
    assert [row["id"] for row in glance["running"]] == ["now"]
    assert [row["id"] for row in glance["recent"]] == ["a6", "a5", "a4", "a3", "a2"]
    assert glance["answered"] == {"i": True, "j": False}
    store = LearnerStore(folder)
    assert json.loads(json.dumps(glance_of(store))) == glance
    store.close()


def test_it_is_not_believed_when_the_store_is_another(folder: Path) -> None:
    store = folder / STORE_FILE
    raw, status = store.read_bytes(), store.stat()
    store.write_bytes(raw.replace(b"Maria", b"Mario"))
    assert read_glance(folder) is None
    other = folder / "other"
    other.write_bytes(raw)
    os.utime(other, ns=(status.st_atime_ns, status.st_mtime_ns))
    other.replace(store)
    assert store.stat().st_size == status.st_size
    assert read_glance(folder) is None


def test_it_is_not_believed_without_a_store(folder: Path) -> None:
    (folder / STORE_FILE).unlink()
    assert read_glance(folder) is None


@pytest.mark.parametrize("raw", ["", "{", "null", "7", "[]", "{}", '"x"', "[" * 100_000, '{"format": 1}'])
def test_what_is_no_glance_is_passed_over(folder: Path, raw: str) -> None:
    (folder / GLANCE_FILE).write_text(raw)
    assert read_glance(folder) is None


@pytest.mark.parametrize("change", [{"format": 2}, {"format": 4}, {"lessons": None}])
def test_a_glance_of_another_version_is_passed_over(folder: Path, change: dict[str, object]) -> None:
    data = json.loads((folder / GLANCE_FILE).read_text())
    data |= change
    if data["lessons"] is None:
        del data["lessons"]
    (folder / GLANCE_FILE).write_text(json.dumps(data))
    assert read_glance(folder) is None


def test_failing_to_write_it_loses_nothing(tmp_path: Path) -> None:
    class NoRoomForTheGlance(FullDisk):
        def replace(self, source: Path, target: Path) -> None:
            if target.name == GLANCE_FILE:
                raise OSError(28, "No space left on device")
            super().replace(source, target)

    store = a_store(tmp_path, NoRoomForTheGlance())
    store.save_settings(Settings("light"))
    assert store.settings() == Settings("light")
    assert read_glance(store.folder) is None
    assert sorted(path.name for path in store.folder.iterdir() if path.name[0] != ".") == [
        "store.json", "store.json.previous",
    ]  # fmt: skip
    store.close()
