"""Bookmarks and notes in the store, beside the settings of the third format."""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from tests.builders import a_store
from tests.fakes.disks import FailingDisk
from tests.fixtures import FORMAT_2
from trainer.kernel.problems import InputUnreadable, StorageUnusable
from trainer.progress.foreign import parse_foreign_store
from trainer.progress.merging import merged_store
from trainer.progress.rows import NOTE_LIMIT, PageMark
from trainer.progress.storage import older_version
from trainer.progress.store import STORE_FILE, LearnerStore

A_MARK = PageMark("gdpr", "rights", 2, 3, True, 10.0, "Chiedere ad Ada", 11.0)


def test_one_row_a_page(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    other = PageMark("gdpr", "rights", 3)
    for mark in (A_MARK, other, replace(A_MARK, note="", noted_at=12.0)):
        store.save_page_mark(mark)
    assert store.page_marks() == [replace(A_MARK, note="", noted_at=12.0), other]
    assert store.page_marks("gdpr", "rights") == store.page_marks()
    assert store.page_marks("gdpr", "breach") == []
    store.close()


def test_a_full_disk_changes_nothing(tmp_path: Path) -> None:
    disk = FailingDisk()
    store = a_store(tmp_path, disk)
    store.save_page_mark(A_MARK)
    disk.failing = {"write"}
    with pytest.raises(StorageUnusable):
        store.save_page_mark(replace(A_MARK, note="lost"))
    disk.failing = set()
    assert store.page_marks() == [A_MARK]
    store.close()


def test_a_store_of_the_second_format_is_migrated_on_a_copy(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(FORMAT_2 / "maria-rossi", tmp_path / "maria-rossi"))
    raw = (folder / STORE_FILE).read_bytes()
    store = LearnerStore(folder)
    assert (store.settings().extra_time, store.settings().reduced_motion, store.page_marks()) == (0, False, [])
    answers = dict(store.answers())
    assert answers and (folder / STORE_FILE).read_bytes() == raw
    store.save_page_mark(A_MARK)
    store.close()
    assert older_version(folder / STORE_FILE, 2).read_bytes() == raw
    again = LearnerStore(folder)
    assert (again.page_marks(), dict(again.answers())) == ([A_MARK], answers)
    again.close()


def tree_with(*rows: dict[str, object]) -> dict[str, dict[str, object]]:
    return {"pages": {str(number): row for number, row in enumerate(rows, 1)}}


def test_of_two_machines_the_later_change_counts() -> None:
    mine = {
        "module": "m",
        "lesson": "l",
        "page": 0,
        "bookmarked": True,
        "bookmarked_at": 5.0,
        "note": "",
        "noted_at": 9.0,
    }
    theirs = {**mine, "bookmarked": False, "bookmarked_at": 6.0, "note": "old", "noted_at": 8.0, "revision": 2}
    other = asdict(PageMark("m", "l", 4, note="theirs", noted_at=1.0))
    merged = merged_store(tree_with(mine), tree_with(theirs, other), ())["pages"]
    assert merged == {"1": {**mine, "bookmarked": False, "bookmarked_at": 6.0}, "2": other}
    assert merged_store({"pages": merged}, tree_with(theirs, other), ())["pages"] == merged


def foreign(tmp_path: Path, **changes: object) -> dict[str, object]:
    store = a_store(tmp_path)
    store.save_page_mark(A_MARK)
    store.save_settings(store.settings())
    raw = json.loads((store.folder / STORE_FILE).read_bytes())
    store.close()
    raw["pages"]["1"].update({key: value for key, value in changes.items() if key != "extra_time"})
    raw["settings"]["1"].update({key: value for key, value in changes.items() if key == "extra_time"})
    return dict(parse_foreign_store(json.dumps(raw).encode(), "store.json")["pages"]["1"])


def test_a_foreign_note_is_cleaned_and_cut(tmp_path: Path) -> None:
    row = foreign(tmp_path, note="\x1b[31m" + "a" * 5000)
    assert row["note"] == ("[31m" + "a" * 5000)[:NOTE_LIMIT]


@pytest.mark.parametrize("changes", [{"page": "2"}, {"noted_at": 1e99}, {"bookmarked": 1}, {"extra_time": 500}])
def test_what_makes_no_sense_is_refused(tmp_path: Path, changes: dict[str, object]) -> None:
    with pytest.raises(InputUnreadable):
        foreign(tmp_path, **changes)
