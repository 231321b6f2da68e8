"""A file is replaced whole or not at all; folders and files are private; refusals are sentences."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from tests.fakes.disks import FailingDisk, FullDisk, TracingDisk
from trainer.kernel.problems import StorageUnusable
from trainer.progress.disk import Disk, make_folder, storage_problem, write_whole


def test_a_file_is_replaced_in_this_order(tmp_path: Path) -> None:
    disk, target = TracingDisk(), tmp_path / "store.json"
    write_whole(disk, target, b"new")
    assert [step for step, _ in disk.steps] == ["write", "sync", "replace", "sync_folder"]
    assert [name for _, name in disk.steps[2:]] == ["store.json", tmp_path.name]
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("step", ["write", "sync", "replace"])
def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path, step: str) -> None:
    target = tmp_path / "store.json"
    write_whole(Disk(), target, b"old")
    with pytest.raises(StorageUnusable):
        write_whole(FailingDisk(step), target, b"new")
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "store.json"
    write_whole(Disk(), target, b"old")
    with pytest.raises(StorageUnusable, match="What was saved before is safe"):
        write_whole(FullDisk(2), target, b"new")
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_write_goes_on_until_all_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    whole = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: whole(descriptor, bytes(data[:3])))
    write_whole(Disk(), tmp_path / "a", b"0123456789")
    assert (tmp_path / "a").read_bytes() == b"0123456789"


def test_files_and_all_new_folders_are_private_whatever_the_umask(tmp_path: Path, any_umask: int) -> None:
    folder = tmp_path / "home" / "data" / "learners" / "maria"
    make_folder(folder)
    write_whole(Disk(), folder / "store.json", b"x")
    assert (folder / "store.json").stat().st_mode & 0o777 == 0o600
    for made in (folder, *folder.parents[:3]):
        assert made.stat().st_mode & 0o777 == 0o700


def test_new_folders_are_made_durable_from_the_top(tmp_path: Path) -> None:
    disk = TracingDisk()
    make_folder(tmp_path / "a" / "b", disk)
    assert disk.steps == [("sync_folder", tmp_path.name), ("sync_folder", "a")]
    make_folder(tmp_path / "a" / "b", disk)
    assert len(disk.steps) == 2


def test_a_file_in_the_way_of_a_folder_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("")
    with pytest.raises(StorageUnusable, match="cannot be used"):
        make_folder(tmp_path / "a" / "b")
    with pytest.raises(StorageUnusable, match="cannot be used"):
        make_folder(tmp_path / "a")


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "The disk is full: /x could not be written. What was saved before is safe."),
        (errno.EDQUOT, "The disk is full: /x could not be written. What was saved before is safe."),
        (errno.EROFS, "/x lies on a read-only disk and cannot be written."),
        (errno.EACCES, "/x cannot be opened: permission denied."),
        (errno.EPERM, "/x cannot be opened: permission denied."),
        (errno.EIO, "/x cannot be used: Input/output error."),
    ],
)
def test_every_refusal_of_the_system_is_a_sentence(number: int, sentence: str) -> None:
    problem = storage_problem(Path("/x"), OSError(number, "Input/output error"))
    assert (str(problem), problem.exit_code) == (sentence, 6)


def test_a_folder_one_may_not_write_is_a_sentence(plain_user_folder: Path) -> None:
    plain_user_folder.chmod(0o500)
    with pytest.raises(StorageUnusable, match="permission denied"):
        make_folder(plain_user_folder / "data")
    with pytest.raises(StorageUnusable, match="permission denied"):
        write_whole(Disk(), plain_user_folder / "store.json", b"x")
