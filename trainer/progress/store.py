"""The learner's store: TinyDB tables behind typed methods. Small facts only; responses live in the journals."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any, TypeVar

from tinydb import TinyDB, where

from trainer.progress.disk import Disk, make_folder
from trainer.progress.glance import write_glance
from trainer.progress.lock import take_lock
from trainer.progress.rows import AttemptRow, ItemHistory, LessonProgress, Profile, Settings
from trainer.progress.storage import AtomicJSONStorage, damaged

R = TypeVar("R", Profile, Settings, LessonProgress, AttemptRow)

STORE_FILE = "store.json"
_NAMES: dict[type[Any], frozenset[str]] = {
    cls: frozenset(field.name for field in fields(cls)) for cls in (Profile, Settings, LessonProgress, AttemptRow)
}


def _row(cls: type[R], data: Mapping[str, Any]) -> R:
    names = _NAMES[cls]
    make: Any = cls
    try:
        values = {key: tuple(value) if key in ("opened", "checks") else value for key, value in data.items()}
        row: R = make(**{key: value for key, value in values.items() if key in names})
    except TypeError:
        raise damaged(STORE_FILE) from None
    return row


def _sweep(folder: Path) -> None:
    """Remove what a crash left of unfinished writes; only for who holds the lock."""
    with contextlib.suppress(OSError):
        for left in (*folder.glob(".*.new"), *folder.glob("papers/.*.new")):
            left.unlink(missing_ok=True)


class LearnerStore:
    """One learner's folder, held with a lock until :meth:`close`.

    ``folder`` holds ``store.json``, ``attempts/<id>.jsonl``, ``papers/<digest>.json`` and the derived ``glance.json``.
    """

    def __init__(self, folder: Path, disk: Disk | None = None) -> None:
        self.folder = folder
        self.disk = disk or Disk()
        # Made once and not for each page of a lesson: 1,000 rows take 8 ms.
        self._attempts: list[AttemptRow] | None = None
        self._turn = threading.RLock()
        make_folder(folder, self.disk)
        self._lock = take_lock(folder)
        try:
            _sweep(folder)
            self._storage = AtomicJSONStorage(folder / STORE_FILE, self.disk)
            self._storage.read()
            self._db = TinyDB(storage=lambda: self._storage)
        except BaseException:
            self._lock.release()
            raise

    @property
    def attempts_folder(self) -> Path:
        return self.folder / "attempts"

    @property
    def papers_folder(self) -> Path:
        return self.folder / "papers"

    def close(self) -> None:
        """Release the learner for other programs."""
        self._lock.release()

    # -- profile and settings ------------------------------------------------------------------------------------

    def profile(self) -> Profile | None:
        rows = self._db.table("profile").all()
        return _row(Profile, rows[0]) if rows else None

    def save_profile(self, profile: Profile) -> None:
        self._save_only("profile", asdict(profile))

    def settings(self) -> Settings:
        rows = self._db.table("settings").all()
        return _row(Settings, rows[0]) if rows else Settings()

    def save_settings(self, settings: Settings) -> None:
        self._save_only("settings", asdict(settings))

    def _save_only(self, table: str, data: dict[str, Any]) -> None:
        with self._change():
            self._put_only(table, data)

    def _put_only(self, table: str, data: dict[str, Any]) -> None:
        rows = self._db.table(table)
        if rows.all():
            rows.update(data, doc_ids=[rows.all()[0].doc_id])
        else:
            rows.insert(data)

    # -- lessons -------------------------------------------------------------------------------------------------

    def lessons(self) -> list[LessonProgress]:
        return [_row(LessonProgress, row) for row in self._db.table("lessons").all()]

    def lesson(self, module: str, lesson: str) -> LessonProgress | None:
        row = self._db.table("lessons").get((where("module") == module) & (where("lesson") == lesson))
        return _row(LessonProgress, row) if isinstance(row, dict) else None

    def save_lesson(self, progress: LessonProgress) -> None:
        data = {**asdict(progress), "opened": list(progress.opened), "checks": list(progress.checks)}
        same = (where("module") == progress.module) & (where("lesson") == progress.lesson)
        with self._change():
            self._db.table("lessons").upsert(data, same)

    # -- attempts ------------------------------------------------------------------------------------------------

    def attempts(self) -> list[AttemptRow]:
        """All attempts, newest first."""
        if self._attempts is None:
            self._attempts = _newest_first([_row(AttemptRow, row) for row in self._db.table("attempts").all()])
        return list(self._attempts)

    def attempt(self, attempt_id: str) -> AttemptRow | None:
        row = self._db.table("attempts").get(where("id") == attempt_id)
        return _row(AttemptRow, row) if isinstance(row, dict) else None

    def save_attempt(self, row: AttemptRow, items: Mapping[str, ItemHistory] | None = None) -> None:
        """Keep an attempt's row; with ``items``, also how each item went, in the same write."""
        with self._change():
            known, self._attempts = self._attempts, None
            self._db.table("attempts").upsert(asdict(row), where("id") == row.id)
            if items:
                self._put_only("items", {key: _packed(value) for key, value in items.items()})
            if known is not None:
                self._attempts = _newest_first([row, *(other for other in known if other.id != row.id)])

    def _item_rows(self) -> dict[str, Any]:
        rows = self._db.table("items").all()
        return dict(rows[0]) if rows else {}

    def item_history(self) -> dict[str, ItemHistory]:
        """How each item went so far, by item id (one entry an item, whatever the number of answers)."""
        return {key: ItemHistory(int(v[0]), bool(v[1]), float(v[2])) for key, v in self._item_rows().items()}

    def replace_attempts(self, rows: Iterable[AttemptRow], items: Mapping[str, ItemHistory] | None = None) -> None:
        """Put what was rebuilt from journals in the place of all rows, and of the history of these items."""
        table = self._db.table("attempts")
        with self._change():
            self._attempts = None
            table.truncate()
            table.insert_multiple([asdict(row) for row in rows])
            self._put_only("items", {key: _packed(value) for key, value in (items or {}).items()})

    @contextlib.contextmanager
    def _change(self) -> Iterator[None]:
        """One write of the store, then the glance; one after the other, whatever threads they come from."""
        with self._turn:
            try:
                with self._storage.together():
                    yield
            except BaseException:
                self._attempts = None
                raise
            write_glance(self)


def _newest_first(rows: list[AttemptRow]) -> list[AttemptRow]:
    return sorted(rows, key=lambda row: row.started_at, reverse=True)


def _packed(history: ItemHistory) -> list[float]:
    return [history.times, int(history.right), history.last_at]
