"""Frozen papers on disk: named by their content, damaged or missing ones refused and left."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import a_paper
from tests.fakes.disks import FailingDisk, TracingDisk
from trainer.assessment.paper import paper_digest, to_bytes
from trainer.kernel.problems import StorageUnusable, StoreDamaged
from trainer.progress.disk import Disk
from trainer.progress.papers import load_paper, save_paper

PAPER = a_paper()
NAME = paper_digest(PAPER)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    save_paper(tmp_path / "papers", PAPER, Disk())
    return tmp_path / "papers"


def test_a_paper_is_kept_under_its_digest(folder: Path) -> None:
    assert [path.name for path in folder.iterdir()] == [f"{NAME}.json"]
    assert load_paper(folder, NAME) == PAPER


def test_the_same_paper_is_written_once(folder: Path) -> None:
    disk = TracingDisk()
    assert save_paper(folder, PAPER, disk) == NAME
    assert disk.steps == []


def test_a_paper_is_durable_before_it_is_named(tmp_path: Path) -> None:
    disk = TracingDisk()
    save_paper(tmp_path / "papers", PAPER, disk)
    assert [step for step, _ in disk.steps] == ["sync_folder", "write", "sync", "replace", "sync_folder"]


def test_a_flipped_byte_anywhere_is_refused_and_left(folder: Path) -> None:
    path, raw = folder / f"{NAME}.json", to_bytes(PAPER)
    for place in range(0, len(raw), 37):
        damaged = bytearray(raw)
        damaged[place] ^= 1
        path.write_bytes(damaged)
        with pytest.raises(StoreDamaged, match=f"{NAME}") as refused:
            load_paper(folder, NAME)
        assert refused.value.exit_code == 5
        assert path.read_bytes() == damaged


@pytest.mark.parametrize("size", [0, 1, 100, -1])
def test_a_truncated_paper_is_refused(folder: Path, size: int) -> None:
    (folder / f"{NAME}.json").write_bytes(to_bytes(PAPER)[:size])
    with pytest.raises(StoreDamaged, match="is damaged"):
        load_paper(folder, NAME)


def test_another_paper_in_its_place_is_refused(folder: Path) -> None:
    (folder / f"{NAME}.json").write_bytes(to_bytes(a_paper(seed="8")))
    with pytest.raises(StoreDamaged, match="is damaged"):
        load_paper(folder, NAME)


def test_a_missing_paper_is_a_sentence(folder: Path) -> None:
    with pytest.raises(StoreDamaged, match="is missing") as refused:
        load_paper(folder, "0" * 64)
    assert refused.value.exit_code == 5


@pytest.mark.parametrize("step", ["write", "sync", "replace"])
def test_a_paper_that_could_not_be_kept_is_not_there(tmp_path: Path, step: str) -> None:
    with pytest.raises(StorageUnusable):
        save_paper(tmp_path / "papers", PAPER, FailingDisk(step))
    assert list((tmp_path / "papers").iterdir()) == []


def test_a_paper_is_private_whatever_the_umask(tmp_path: Path, any_umask: int) -> None:
    save_paper(tmp_path / "papers", PAPER, Disk())
    assert (tmp_path / "papers").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "papers" / f"{NAME}.json").stat().st_mode & 0o777 == 0o600
