"""Everything kept about a learner in one zip file: what an import reads again, and what people may ask for.

The store is written in an order of its own, and no entry carries a time, so that the same data gives the same bytes;
the time of the export stands in the manifest only. Older versions of the store and what is derived from it stay out.
"""

from __future__ import annotations

import json
import os
import re
import stat
import zipfile
from pathlib import Path
from typing import Any, NamedTuple

from trainer import __version__
from trainer.kernel.problems import N_, InputUnreadable, Problem, Refused
from trainer.progress.disk import PRIVATE_FILE, Disk, write_whole
from trainer.progress.locations import Locations
from trainer.progress.migrations import Tree
from trainer.progress.storage import FORMAT, FORMAT_TABLE, parse_store

EXPORT_FORMAT = 1
MANIFEST = "trainer-export.json"
STORE_FILE = "store.json"
#: What belongs to a learner, by its path in the learner's folder.
KEPT = re.compile(
    r"store\.json|reports\.jsonl|attempts/[a-z0-9][a-z0-9-]{0,79}\.jsonl|papers/[0-9a-f]{64}\.json"
    r"|aside/[a-z0-9][a-z0-9.-]{0,119}"
)
#: Says when and where to a learner was exported last; lies in the learner's folder.
LAST_EXPORT = "exported.json"
_NO_TIME = (1980, 1, 1, 0, 0, 0)


class LastExport(NamedTuple):
    """When (ISO, UTC) and where to a learner was exported; ``current``: nothing was written to the store since."""

    at: str
    file: Path
    current: bool


def export_learner(locations: Locations, learner: str, target: Path, now: str) -> int:
    """Put everything kept about a learner into one zip file; the number of files. ``now`` is ISO, UTC.

    Raises :class:`Refused` when the target exists, :class:`InputUnreadable` when it cannot be written.
    """
    from trainer.progress.lock import take_lock

    folder = locations.learner(learner)
    if target.exists():
        raise Refused(N_("{file} exists already; choose another name."), file=target)
    lock = take_lock(folder)
    temporary = target.with_name(f".{target.name}.new")
    try:
        files = kept_files(folder)
        temporary.touch(mode=PRIVATE_FILE)
        with zipfile.ZipFile(temporary, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(_entry(MANIFEST), _manifest(learner, now))
            for name in files:
                archive.writestr(_entry(f"{learner}/{name}"), _content(folder, name))
        _make_durable(temporary)  # the learner may be erased next
        temporary.replace(target)
        Disk().sync_folder(target.absolute().parent)
        _remember(folder, target, now)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise InputUnreadable(N_("{file} cannot be written: {why}."), file=target, why=error.strerror) from None
    finally:
        lock.release()
    return len(files)


def kept_files(folder: Path) -> list[str]:
    """What is kept in a learner's folder, by path, in order."""
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return sorted(name for name in found if KEPT.fullmatch(name))


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _NO_TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = (stat.S_IFREG | PRIVATE_FILE) << 16
    return entry


def _manifest(learner: str, now: str) -> str:
    data = {"format": EXPORT_FORMAT, "learner": learner, "exported": now, "trainer": __version__}
    return json.dumps(data, ensure_ascii=False)


def _content(folder: Path, name: str) -> bytes:
    raw = (folder / name).read_bytes()
    if name != STORE_FILE:
        return raw
    try:
        return store_bytes(parse_store(raw, name))
    except Problem:
        return raw  # damaged or of a newer version: as it is, it may still be mended


def store_bytes(tree: Tree) -> bytes:
    """A store in the one order: tables, rows and names sorted, rows numbered from 1, what is empty left out."""
    tables: dict[str, Any] = {FORMAT_TABLE: {"1": {"format": FORMAT}}}
    for name, rows in sorted(tree.items()):
        ordered = sorted((json.dumps(row, sort_keys=True), row) for row in rows.values() if row)
        if ordered and name != FORMAT_TABLE:
            tables[name] = {str(number): row for number, (_, row) in enumerate(ordered, 1)}
    return json.dumps(tables, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _make_durable(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _remember(folder: Path, target: Path, now: str) -> None:
    stamp = (folder / STORE_FILE).stat().st_mtime_ns if (folder / STORE_FILE).exists() else 0
    data = {"at": now, "file": str(target.absolute()), "store": stamp}
    try:
        write_whole(Disk(), folder / LAST_EXPORT, json.dumps(data, ensure_ascii=False).encode())
    except Problem:
        return  # the export is there; that it is remembered is a convenience


def last_export(folder: Path) -> LastExport | None:
    """The last export of a learner that still lies where it was put; None when there is none."""
    try:
        data = json.loads((folder / LAST_EXPORT).read_bytes())
        found = LastExport(
            str(data["at"]), Path(data["file"]), (folder / STORE_FILE).stat().st_mtime_ns == data["store"]
        )
        return found if found.file.is_file() else None
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
