"""Compiling: on a copy of the old file where there is one, synced, then put in its place in one step."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from hashlib import blake2b
from pathlib import Path

from trainer import __version__
from trainer.catalogue.current import ContentFile, content_files, fingerprint
from trainer.catalogue.opening import is_whole, open_file
from trainer.catalogue.schema import FORMAT, TABLES
from trainer.catalogue.writing.changes import find_changes
from trainer.catalogue.writing.courses import write_courses
from trainer.catalogue.writing.derived import write_derived
from trainer.catalogue.writing.exercises import write_exercises
from trainer.catalogue.writing.items import write_banks
from trainer.catalogue.writing.lessons import write_lessons
from trainer.catalogue.writing.target import Target, as_json
from trainer.content.load import paused_collection

Progress = Callable[[int, int], None] | None

#: When a fifth of the full-text index speaks of texts that are gone, compiling anew is cheaper than carrying them.
_STALE_SHARE = 5


def compile_catalogue(roots: Sequence[Path], path: Path, on_progress: Progress, *, keep: bool) -> sqlite3.Connection:
    """Compile to ``path`` and open it. ``keep`` False ignores what was compiled before.

    Where ``path`` cannot be written the catalogue lives in a temporary file, else in memory, for this run only.
    """
    files = content_files(roots)
    with paused_collection():
        for place in (path, None):
            with suppress(OSError, sqlite3.OperationalError):
                return _compile_file(roots, files, place, path if keep else None, on_progress)
        connection = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        _fill(connection, roots, files, on_progress, fresh=True)
        return connection


def _compile_file(
    roots: Sequence[Path], files: Sequence[ContentFile], path: Path | None, old: Path | None, on_progress: Progress
) -> sqlite3.Connection:
    """``path`` None: a temporary file without a name, gone with the program."""
    if path:
        path.parent.mkdir(parents=True, exist_ok=True)
        _sweep(path)
    part = path.with_name(f"{path.name}.{os.getpid()}.part") if path else _temporary()
    try:
        _compile_part(roots, files, part, old, on_progress)
        if path is None:
            return open_file(part)
        _sync(part)
        part.replace(path)
        _sync(path.parent)
        return open_file(path)
    finally:
        part.unlink(missing_ok=True)


def _temporary() -> Path:
    handle, name = tempfile.mkstemp(prefix="trainer-", suffix=".sqlite")
    os.close(handle)
    return Path(name)


def _compile_part(
    roots: Sequence[Path], files: Sequence[ContentFile], part: Path, old: Path | None, on_progress: Progress
) -> None:
    """Starting from the old file where it is usable; from nothing where it is not, or turns out damaged."""
    if old and _usable(old):
        with suppress(sqlite3.DatabaseError):
            shutil.copyfile(old, part)
            with closing(_connect(part)) as connection:
                _fill(connection, roots, files, on_progress, fresh=False)
            return
    part.unlink(missing_ok=True)
    with closing(_connect(part)) as connection:
        _fill(connection, roots, files, on_progress, fresh=True)


def _connect(path: Path) -> sqlite3.Connection:
    """For writing without a journal: a file cut short is never put in place."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -16000;")
    return connection


def _usable(old: Path) -> bool:
    """Whether only what changed since must be written: same format, same program, not too much left behind."""
    try:
        with closing(open_file(old)) as connection:
            meta = dict(connection.execute("SELECT key, value FROM meta"))
            docs = connection.execute("SELECT count(*) FROM doc").fetchone()[0]
            written = connection.execute("SELECT coalesce(max(seq), 0) FROM sqlite_sequence").fetchone()[0]
            known = (meta.get("format"), meta.get("program")) == (str(FORMAT), __version__)
            return known and is_whole(connection, old) and (written - docs) * _STALE_SHARE <= written
    except (OSError, sqlite3.Error):
        return False


def _fill(
    connection: sqlite3.Connection,
    roots: Sequence[Path],
    files: Sequence[ContentFile],
    on_progress: Progress,
    *,
    fresh: bool,
) -> None:
    if fresh:
        connection.executescript(TABLES)
    connection.execute("BEGIN")
    target = Target(connection, roots, on_progress)
    changes = find_changes(connection, roots, files)
    target.expect(sum(changes.sizes[number] for number in changes.changed))
    version, release = _release(roots)
    courses = write_courses(target)
    write_lessons(target, changes)
    write_banks(target, changes)
    write_exercises(target, changes)
    write_derived(target, courses, release)
    _write_flaws(target)
    meta = {
        "format": str(FORMAT),
        "program": __version__,
        "fingerprint": fingerprint(files),
        "content": _content_digest(connection),
        "version": version,
        "release": release,
    }
    connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", meta.items())
    connection.execute("COMMIT")
    target.finish()


def _write_flaws(target: Target) -> None:
    connection = target.connection
    connection.execute("DELETE FROM flaw")
    connection.executemany(
        "INSERT INTO flaw VALUES (?, ?, ?, ?)",
        [(flaw.file, flaw.line, flaw.template, as_json(_plain(flaw.values))) for flaw in target.flaws],
    )
    connection.execute("UPDATE file SET flawed = path IN (SELECT file FROM flaw)")


def _plain(values: dict[str, object]) -> dict[str, object]:
    return {name: value if isinstance(value, str | int) else str(value) for name, value in values.items()}


def _content_digest(connection: sqlite3.Connection) -> str:
    rows = connection.execute("SELECT root, path, hash FROM file ORDER BY root, path").fetchall()
    return blake2b(as_json(rows).encode(), digest_size=16).hexdigest()


def _release(roots: Sequence[Path]) -> tuple[str, str]:
    """Version and date of the first folder's ``courses/RELEASE``, empty where it has none."""
    with suppress(OSError, ValueError):
        version, date = (roots[0] / "courses" / "RELEASE").read_text(encoding="utf-8").split()[:2]
        return version, date
    return "", ""


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sweep(path: Path) -> None:
    """Remove what compilers that were killed left behind; those still at work keep theirs."""
    for part in path.parent.glob("catalogue-*.part"):
        number = part.suffixes[-2][1:] if len(part.suffixes) > 1 else ""
        if number.isdigit() and not _alive(int(number)):
            part.unlink(missing_ok=True)


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
