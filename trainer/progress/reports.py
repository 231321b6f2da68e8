"""Mistakes a learner reported in items: a line of JSON each, in a file that reaches nobody unless it is handed over."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field
from pathlib import Path

from trainer.kernel.canonical import canonical_json
from trainer.kernel.problems import newer_format
from trainer.kernel.text import clean
from trainer.progress.disk import PRIVATE_FILE, Disk, storage_problems
from trainer.progress.shapes import fits

FORMAT = 1
REPORTS_FILE = "reports.jsonl"
#: Characters of the longest report.
REPORT_LIMIT = 1000


@dataclass(frozen=True, slots=True)
class Report:
    """What somebody says of an item. ``at`` is ISO, UTC; ``where`` the kind of place it was seen at.

    ``shown`` has the ids of the options by group, in the order they stood on screen: never what was answered, and no
    text of the item. ``name`` is empty unless the learner signed.
    """

    at: str
    item: str
    module: str
    revision: int
    content_version: str
    language: str
    where: str
    text: str
    shown: dict[str, list[str]] = field(default_factory=dict)
    name: str = ""


def append_report(folder: Path, report: Report, disk: Disk) -> Path:
    """Add a report to the file in a learner's folder, durably; the file. A full disk leaves it as it was."""
    path = folder / REPORTS_FILE
    with storage_problems(path):
        fresh = not path.exists()
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, PRIVATE_FILE)
        try:
            _append(descriptor, _line(report), disk)
        finally:
            os.close(descriptor)
        if fresh:
            disk.sync_folder(folder)
    return path


def _append(descriptor: int, line: bytes, disk: Disk) -> None:
    size = os.fstat(descriptor).st_size
    torn = size > 0 and os.pread(descriptor, 1, size - 1) != b"\n"
    os.lseek(descriptor, size, os.SEEK_SET)
    try:
        # What a crash cut off stays on a line of its own, where it can be seen.
        disk.write(descriptor, b"\n" + line if torn else line)
        disk.sync(descriptor)
    except OSError:
        disk.truncate(descriptor, size)
        raise


def _line(report: Report) -> bytes:
    return canonical_json({"version": FORMAT, **asdict(report)}) + b"\n"


def read_reports(folder: Path) -> tuple[list[Report], int]:
    """The reports in a learner's folder, oldest first, and how many lines are no report.

    :class:`StorageUnusable` when a newer version wrote one.
    """
    path = folder / REPORTS_FILE
    if not path.exists():
        return [], 0
    with storage_problems(path):
        raw = path.read_bytes()
    found = [parse_report(line, REPORTS_FILE) for line in raw.split(b"\n") if line]
    return [one for one in found if one], sum(one is None for one in found)


def parse_report(line: bytes, name: str) -> Report | None:
    """A line as a report, None when it is none. :class:`StorageUnusable` when a newer version wrote it."""
    try:
        data = json.loads(line)
        version = data.pop("version")
    except (ValueError, KeyError, AttributeError, TypeError, RecursionError):
        return None
    if isinstance(version, int) and version > FORMAT:
        raise newer_format(name, found=version, known=FORMAT)
    if not fits(data, Report):
        return None
    report = Report(**{name: value for name, value in data.items() if name in Report.__slots__})
    return report if report.text == clean(report.text) and len(report.text) <= REPORT_LIMIT else None


def merged_reports(own: bytes, other: bytes) -> bytes:
    """Both files in one by time, every report once; lines that are no report are left out."""
    lines = own.split(b"\n") + other.split(b"\n")
    found = [one for line in lines if line and (one := parse_report(line, REPORTS_FILE))]
    unique = {_line(one): one.at for one in found}
    return b"".join(line for line, _ in sorted(unique.items(), key=lambda pair: (pair[1], pair[0])))
