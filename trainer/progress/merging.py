"""Two stores of one learner made one. What derives from journals is left as it is: it is derived again afterwards.

Merging the same export twice changes nothing the second time.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from trainer.progress.migrations import Tree

Row = dict[str, Any]


def merged_store(own: Tree, other: Tree, journals: Collection[str]) -> Tree:
    """The tables of ``own`` with what ``other`` knows more. ``journals`` are the attempts whose journal will be there.

    Profile and settings stay. What only a store knows, because its journal is lost, is taken from either.
    """
    merged = {**own}
    merged["lessons"] = _numbered(_lessons(_rows(own, "lessons"), _rows(other, "lessons")))
    merged["pages"] = _numbered(_pages(_rows(own, "pages"), _rows(other, "pages")))
    known = {row["id"] for row in _rows(own, "attempts")}
    lost = [row for row in _rows(other, "attempts") if row["id"] not in known and row["id"] not in journals]
    merged["attempts"] = _numbered([*_rows(own, "attempts"), *lost])
    lost_ids = {row["id"] for row in lost}
    answers = {name: given for name, given in _only(other, "answers").items() if name in lost_ids}
    merged["answers"] = _numbered([{**answers, **_only(own, "answers")}])
    merged["items"] = _numbered([_either(own, other, "items", _more_often)])
    # A day spent at both machines counts once, with the longer time: nobody can tell what both had in common.
    merged["study_seconds"] = _numbered([_either(own, other, "study_seconds", max)])
    return merged


def _rows(tree: Tree, table: str) -> list[Row]:
    return list(tree.get(table, {}).values())


def _only(tree: Tree, table: str) -> dict[str, Any]:
    return dict(next(iter(tree.get(table, {}).values()), {}))


def _numbered(rows: list[Row]) -> dict[str, Row]:
    return {str(number): row for number, row in enumerate(rows, 1) if row}


def _either(own: Tree, other: Tree, table: str, choose: Callable[[Any, Any], Any]) -> dict[str, Any]:
    mine, theirs = _only(own, table), _only(other, table)
    both = {key: choose(mine[key], value) if key in mine else value for key, value in theirs.items()}
    return {**mine, **both}


def _more_often(mine: list[Any], theirs: list[Any]) -> list[Any]:
    return theirs if (theirs[0], theirs[2]) > (mine[0], mine[2]) else mine


def _lessons(mine: list[Row], theirs: list[Row]) -> list[Row]:
    found = {(row["module"], row["lesson"]): row for row in mine}
    for row in theirs:
        key = (row["module"], row["lesson"])
        found[key] = _lesson(found[key], row) if key in found else row
    return list(found.values())


def _lesson(mine: Row, theirs: Row) -> Row:
    """All pages opened and checks answered, at the page of the later reading. A newer revision stands alone."""
    if mine["revision"] != theirs["revision"]:
        return max(mine, theirs, key=lambda row: int(row["revision"]))
    later = max(mine, theirs, key=lambda row: float(row.get("last_at", 0.0)))
    return {
        **later,
        "opened": sorted({*mine.get("opened", ()), *theirs.get("opened", ())}),
        "checks": list(dict.fromkeys([*mine.get("checks", ()), *theirs.get("checks", ())])),
    }


def _pages(mine: list[Row], theirs: list[Row]) -> list[Row]:
    """Bookmarks and notes, each as it was changed last."""
    found = {_page(row): row for row in mine}
    for row in theirs:
        before = found.get(_page(row))
        found[_page(row)] = row if before is None else _page_mark(before, row)
    return list(found.values())


def _page(row: Row) -> tuple[str, str, int]:
    return str(row["module"]), str(row["lesson"]), int(row["page"])


def _page_mark(mine: Row, theirs: Row) -> Row:
    later = {key: max(mine, theirs, key=lambda row: float(row.get(key, 0.0))) for key in ("bookmarked_at", "noted_at")}
    newest = max(mine, theirs, key=lambda row: max(row.get("bookmarked_at", 0.0), row.get("noted_at", 0.0)))
    bookmark, note = later["bookmarked_at"], later["noted_at"]
    return {
        **newest,
        "bookmarked": bookmark.get("bookmarked", False), "bookmarked_at": bookmark.get("bookmarked_at", 0.0),
        "note": note.get("note", ""), "noted_at": note.get("noted_at", 0.0),
    }  # fmt: skip
