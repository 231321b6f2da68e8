"""The learner's store: TinyDB tables behind typed methods. What was chosen lives in the journals.

Of an answer the store keeps its mark, its certainty and its time: what memory, mastery and charts are computed from.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any, TypeVar

from tinydb import TinyDB, where

from trainer.kernel.days import from_iso_day, iso_day
from trainer.memory.answers import Answer
from trainer.memory.cards import Card
from trainer.progress.disk import Disk, make_folder
from trainer.progress.glance import write_glance
from trainer.progress.landing import land
from trainer.progress.lock import take_lock
from trainer.progress.packing import pack_answers, pack_cards, pack_plans, unpack_answers, unpack_cards
from trainer.progress.rows import AttemptRow, ItemHistory, LessonProgress, PageMark, Profile, Settings
from trainer.progress.storage import AtomicJSONStorage, damaged

R = TypeVar("R", Profile, Settings, LessonProgress, AttemptRow, PageMark)

STORE_FILE = "store.json"
_NAMES: dict[type[Any], frozenset[str]] = {
    cls: frozenset(field.name for field in fields(cls))
    for cls in (Profile, Settings, LessonProgress, AttemptRow, PageMark)
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
        for left in (*folder.glob(".*.new"), *folder.glob("*/.*.new")):
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
        self._answers: dict[str, tuple[Answer, ...]] | None = None
        self._cards: dict[str, Card] | None = None
        self._turn = threading.RLock()
        make_folder(folder, self.disk)
        self._lock = take_lock(folder)
        try:
            _sweep(folder)
            #: Whether an import has put files here from which not everything has been derived yet.
            self.landed = land(folder, self.disk)
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

    def save_lesson(self, progress: LessonProgress, seconds: Mapping[int, float] | None = None) -> None:
        """Keep where a learner is in a lesson and, in the same write, the ``seconds`` spent on it, by day number."""
        data = {**asdict(progress), "opened": list(progress.opened), "checks": list(progress.checks)}
        same = (where("module") == progress.module) & (where("lesson") == progress.lesson)
        with self._change():
            self._db.table("lessons").upsert(data, same)
            if seconds:
                spent = self.study_seconds()
                days = {iso_day(day): spent.get(day, 0.0) + more for day, more in seconds.items()}
                self._put_only("study_seconds", days)

    def study_seconds(self) -> dict[int, float]:
        """Seconds spent on lessons, by day number."""
        with _shapely():
            return {from_iso_day(day): float(seconds) for day, seconds in self._only("study_seconds").items()}

    def page_marks(self, module: str | None = None, lesson: str | None = None) -> list[PageMark]:
        """Bookmarks and notes of one lesson, or all of them; what was taken away stands there empty."""
        rows = [_row(PageMark, row) for row in self._db.table("pages").all()]
        return [row for row in rows if module is None or (row.module, row.lesson) == (module, lesson)]

    def save_page_mark(self, mark: PageMark) -> None:
        """Keep what was left at a page in the place of what was there."""
        same = (where("module") == mark.module) & (where("lesson") == mark.lesson) & (where("page") == mark.page)
        with self._change():
            self._db.table("pages").upsert(asdict(mark), same)

    # -- attempts ------------------------------------------------------------------------------------------------

    def attempts(self) -> list[AttemptRow]:
        """All attempts, newest first."""
        if self._attempts is None:
            self._attempts = _newest_first([_row(AttemptRow, row) for row in self._db.table("attempts").all()])
        return list(self._attempts)

    def attempt(self, attempt_id: str) -> AttemptRow | None:
        row = self._db.table("attempts").get(where("id") == attempt_id)
        return _row(AttemptRow, row) if isinstance(row, dict) else None

    def save_attempt(
        self,
        row: AttemptRow,
        items: Mapping[str, ItemHistory] | None = None,
        answers: Sequence[Answer] | None = None,
        cards: Mapping[str, Card] | None = None,
    ) -> None:
        """Keep an attempt's row; in the same write also how each item went, its answers, and all review cards."""
        with self._change():
            known, self._attempts = self._attempts, None
            self._db.table("attempts").upsert(asdict(row), where("id") == row.id)
            if items:
                self._put_only("items", {key: _packed(value) for key, value in items.items()})
            if answers is not None:
                self._put_answers({row.id: answers})
            if cards is not None:
                self._put_cards(cards)
            if known is not None:
                self._attempts = _newest_first([row, *(other for other in known if other.id != row.id)])

    def replace_attempts(
        self,
        rows: Iterable[AttemptRow],
        items: Mapping[str, ItemHistory] | None = None,
        answers: Mapping[str, Sequence[Answer]] | None = None,
        cards: Mapping[str, Card] | None = None,
    ) -> None:
        """Put what was rebuilt from journals in the place of all rows and cards, and of what is known of these."""
        table = self._db.table("attempts")
        with self._change():
            self._attempts = None
            table.truncate()
            table.insert_multiple([asdict(row) for row in rows])
            self._put_only("items", {key: _packed(value) for key, value in (items or {}).items()})
            self._put_answers(answers or {})
            self._put_cards(cards or {})

    # -- what memory is made of ----------------------------------------------------------------------------------

    def item_history(self) -> dict[str, ItemHistory]:
        """How each item went so far, by item id (one entry an item, whatever the number of answers)."""
        return {key: ItemHistory(int(v[0]), bool(v[1]), float(v[2])) for key, v in self._only("items").items()}

    def answers(self) -> Mapping[str, tuple[Answer, ...]]:
        """Every answer that counts, by attempt."""
        if self._answers is None:
            with _shapely():
                self._answers = {name: unpack_answers(rows) for name, rows in self._only("answers").items()}
        return self._answers

    def cards(self) -> Mapping[str, Card]:
        """The review cards, by item."""
        if self._cards is None:
            with _shapely():
                self._cards = unpack_cards(self._only("cards"))
        return self._cards

    def plans(self) -> dict[str, list[int]]:
        """What the glance keeps of each card."""
        return pack_plans(self.cards())

    def _put_answers(self, answers: Mapping[str, Sequence[Answer]]) -> None:
        self._put_only("answers", {name: pack_answers(own) for name, own in answers.items()})
        self._answers = None if self._answers is None else {**self._answers, **_tuples(answers)}

    def _put_cards(self, cards: Mapping[str, Card]) -> None:
        self._db.table("cards").truncate()
        self._put_only("cards", pack_cards(cards))
        self._cards = dict(cards)

    def _only(self, table: str) -> dict[str, Any]:
        rows = self._db.table(table).all()
        return dict(rows[0]) if rows else {}

    @contextlib.contextmanager
    def _change(self) -> Iterator[None]:
        """One write of the store, then the glance; one after the other, whatever threads they come from."""
        with self._turn:
            try:
                with self._storage.together():
                    yield
            except BaseException:
                self._attempts = self._answers = self._cards = None
                raise
            write_glance(self)


def _newest_first(rows: list[AttemptRow]) -> list[AttemptRow]:
    return sorted(rows, key=lambda row: (row.started_at, row.id), reverse=True)


def _tuples(answers: Mapping[str, Sequence[Answer]]) -> dict[str, tuple[Answer, ...]]:
    return {name: tuple(own) for name, own in answers.items()}


@contextlib.contextmanager
def _shapely() -> Iterator[None]:
    try:
        yield
    except (TypeError, ValueError, IndexError, AttributeError):
        raise damaged(STORE_FILE) from None


def _packed(history: ItemHistory) -> list[float]:
    return [history.times, int(history.right), history.last_at]
