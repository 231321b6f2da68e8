"""A learner's store that comes from elsewhere: every value is looked at before the program works with it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from typing import Any, NoReturn

from trainer.kernel.clock import from_iso
from trainer.kernel.days import from_iso_day, iso_day
from trainer.kernel.problems import N_, InputUnreadable, StoreDamaged
from trainer.kernel.text import clean, clean_line
from trainer.progress.migrations import Tree
from trainer.progress.rows import EXTRA_TIMES, NOTE_LIMIT, AttemptRow, LessonProgress, PageMark, Profile, Settings
from trainer.progress.shapes import fits
from trainer.progress.storage import FORMAT_TABLE, parse_store

LONGEST_NAME = 60
#: Epoch seconds of 1 January 2200: no clock that is set says later.
LAST_MOMENT = 7_258_118_400.0
_LONGEST_CODE = 40

#: Tables of many rows, tables of one row, and tables whose one row maps names to values.
_ROWS: dict[str, Any] = {"lessons": LessonProgress, "attempts": AttemptRow, "pages": PageMark}
_ROW: dict[str, Any] = {"profile": Profile, "settings": Settings}
_MAPS: dict[str, Any] = {
    "items": dict[str, tuple[int, int, float]],
    "answers": dict[str, list[tuple[int, str, int, float, int, float, int]]],
    "cards": dict[str, tuple[int, float, float, int, int, float, int, int]],
    "study_seconds": dict[str, float],
}


def parse_foreign_store(raw: bytes, name: str) -> Tree:
    """The tables of a store, migrated when it is of an older format, its name cleaned.

    Raises :class:`InputUnreadable` when a value cannot be, and what :func:`~trainer.progress.storage.parse_store` says
    of a newer format.
    """
    try:
        json.loads(raw, parse_constant=_no_number)
        tree = parse_store(raw, name)
        if not all(_sound(table, list(rows.values())) for table, rows in tree.items()):
            _refuse(name)
        _check_values(tree)
    except (StoreDamaged, ValueError, ArithmeticError, KeyError, IndexError, TypeError, RecursionError):
        _refuse(name)
    return tree


def _refuse(name: str) -> NoReturn:
    raise InputUnreadable(
        N_("{file} is no learner's store of Trainer, or it is damaged; nothing was taken."), file=name
    )


def _no_number(text: str) -> NoReturn:
    raise ValueError(text)


def _sound(table: str, rows: list[Any]) -> bool:
    if table in _ROWS:
        return all(fits(row, _ROWS[table]) for row in rows)
    single = _ROW.get(table) or _MAPS.get(table)
    return table == FORMAT_TABLE or (single is not None and len(rows) <= 1 and all(fits(row, single) for row in rows))


def _check_values(tree: Tree) -> None:
    """Raise ``ValueError`` and the like where a value of the right type means nothing."""
    _check_profile(next(iter(tree["profile"].values())))
    _check_settings(next(iter(tree.get("settings", {}).values()), {}))
    for mark in tree.get("pages", {}).values():
        mark["note"] = clean(mark.get("note", ""))[:NOTE_LIMIT]
    for at in _moments(tree):
        if not 0 <= at <= LAST_MOMENT:
            raise ValueError(at)
    for day in _days(tree):
        iso_day(day)
    for row in tree.get("pages", {}).values():
        row["note"] = clean(row.get("note", ""))[:NOTE_LIMIT]
    for row in tree.get("attempts", {}).values():
        for points in (row.get("points", "0"), *(section["points"] for section in row.get("sections", []))):
            _points(points)


def _check_profile(profile: dict[str, Any]) -> None:
    profile["name"] = clean_line(profile["name"], LONGEST_NAME)
    if not profile["name"]:
        raise ValueError("no name")
    from_iso(profile["created"])
    for code in (profile["language"], profile["second_language"], profile["qualification"]):
        _check_code(code)


def _check_settings(settings: dict[str, Any]) -> None:
    _check_code(settings.get("shown", ""))
    if settings.get("exam_date"):
        date.fromisoformat(settings["exam_date"])
    if settings.get("extra_time", 0) not in EXTRA_TIMES:
        raise ValueError("no extra time")
    if settings.get("extra_time", 0) not in EXTRA_TIMES:
        raise ValueError("no extra time")


def _check_code(code: str) -> None:
    if len(code) > _LONGEST_CODE or clean_line(code) != code or "/" in code:
        raise ValueError("no code")


def _points(text: str) -> Fraction:
    if len(text) > _LONGEST_CODE or "e" in text.lower():
        raise ValueError("no points")
    return Fraction(text)


def _only(tree: Tree, table: str) -> dict[str, Any]:
    return next(iter(tree.get(table, {}).values()), {})


def _moments(tree: Tree) -> Iterator[float]:
    for row in tree.get("attempts", {}).values():
        yield from (row["started_at"], row.get("submitted_at") or 0.0, row.get("seconds", 0.0), row.get("last_at", 0.0))
    for row in tree.get("lessons", {}).values():
        yield row.get("last_at", 0.0)
    for row in tree.get("pages", {}).values():
        yield from (row.get("bookmarked_at", 0.0), row.get("noted_at", 0.0))
    yield from (one[2] for one in _only(tree, "items").values())
    yield from (one[5] for one in _answers(tree))
    yield from (one[5] for one in _only(tree, "cards").values())
    yield from _only(tree, "study_seconds").values()


def _days(tree: Tree) -> Iterator[int]:
    yield from (one[6] for one in _answers(tree))
    for card in _only(tree, "cards").values():
        yield from (card[3], card[4])
    yield from map(from_iso_day, _only(tree, "study_seconds"))


def _answers(tree: Tree) -> Iterable[list[Any]]:
    for own in _only(tree, "answers").values():
        for answer in own:
            if not (0 <= answer[3] <= 1 and 0 <= answer[4] <= 2):
                raise ValueError("no answer")
            yield answer
