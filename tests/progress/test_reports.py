"""Reports of mistakes: one line each, durable, private, and never more than was written."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.disks import FailingDisk, FullDisk, TracingDisk
from trainer.kernel.problems import StorageUnusable
from trainer.kernel.text import clean
from trainer.progress.disk import Disk
from trainer.progress.reports import REPORTS_FILE, Report, append_report, merged_reports, parse_report, read_reports

A_REPORT = Report("2026-11-21T08:00:00.000Z", "gdpr-1", "gdpr", 2, "2026.1", "it", "practice", "La B va bene.",
                  {"answer": ["b", "a"]})  # fmt: skip


def test_reports_come_back_in_order_and_are_private(tmp_path: Path) -> None:
    reports = [A_REPORT, replace(A_REPORT, item="gdpr-2", name="Ada"), replace(A_REPORT, text="due\nrighe")]
    for report in reports:
        path = append_report(tmp_path, report, Disk())
    assert read_reports(tmp_path) == (reports, 0)
    assert path.name == REPORTS_FILE and path.stat().st_mode & 0o777 == 0o600
    assert "name" in json.loads(path.read_bytes().split(b"\n")[0]) and path.read_bytes().count(b"\n") == 3


def test_a_report_is_synced_before_it_counts_as_kept(tmp_path: Path) -> None:
    disk = TracingDisk()
    append_report(tmp_path, A_REPORT, disk)
    assert [step for step, _ in disk.steps] == ["write", "sync", "sync_folder"]


@pytest.mark.parametrize("disk", [FullDisk(20), FailingDisk("sync"), FailingDisk("write")])
def test_a_disk_that_fails_leaves_the_file_as_it_was(tmp_path: Path, disk: Disk) -> None:
    path = append_report(tmp_path, A_REPORT, Disk())
    raw = path.read_bytes()
    with pytest.raises(StorageUnusable):
        append_report(tmp_path, replace(A_REPORT, text="lost"), disk)
    assert path.read_bytes() == raw


def test_a_torn_line_spoils_no_other(tmp_path: Path) -> None:
    path = append_report(tmp_path, A_REPORT, Disk())
    path.write_bytes(path.read_bytes() + b'{"version":1,"at"')
    append_report(tmp_path, A_REPORT, Disk())
    assert read_reports(tmp_path) == ([A_REPORT, A_REPORT], 1)


@pytest.mark.parametrize(
    "line",
    [b"", b"7", b"{}", b'{"version":1}', b"[" * 100_000, json.dumps({"version": 1, "text": 5}).encode(), b"\xff"],
)
def test_what_is_no_report_is_none(line: bytes) -> None:
    assert parse_report(line, "reports.jsonl") is None


def test_a_newer_version_is_refused(tmp_path: Path) -> None:
    (tmp_path / REPORTS_FILE).write_text('{"version": 2}\n')
    with pytest.raises(StorageUnusable, match="newer version"):
        read_reports(tmp_path)


@given(st.text(max_size=50).map(clean), st.dictionaries(st.text(max_size=5), st.lists(st.text(max_size=5))))
def test_any_clean_text_comes_back(text: str, shown: dict[str, list[str]]) -> None:
    report = replace(A_REPORT, text=text, shown=shown)
    (line, _) = merged_reports(_raw(report), b"").split(b"\n")
    assert parse_report(line, "r") == report


def _raw(*reports: Report) -> bytes:
    from trainer.progress.reports import _line

    return b"".join(map(_line, reports))


def test_two_machines_together_have_each_report_once() -> None:
    later = replace(A_REPORT, at="2026-11-22T08:00:00.000Z")
    earlier = replace(A_REPORT, at="2026-11-20T08:00:00.000Z")
    merged = merged_reports(_raw(A_REPORT, later) + b"torn", _raw(earlier, A_REPORT))
    assert merged == _raw(earlier, A_REPORT, later)
    assert merged_reports(merged, _raw(earlier)) == merged
