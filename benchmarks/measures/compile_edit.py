"""Compiling after one of 10,000 items was edited, beside compiling everything."""

from __future__ import annotations

import re
import shutil
from functools import cache
from pathlib import Path

from benchmarks.compiled import compile_content, empty_cache
from benchmarks.content import MODULE, content_with
from benchmarks.measure import Bound, Contender, Figures, Measure
from benchmarks.places import CACHE

ITEMS = 10_000
EDITED = "copy-05000"


@cache
def _workplace() -> tuple[Path, Path]:
    """A content folder to edit, with its catalogue compiled."""
    folder = CACHE / "bench-edited"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(content_with(ITEMS), folder / "content")
    compile_content(folder / "content", folder / "cache")
    return folder / "content", folder / "cache"


def _edit(bank: Path) -> None:
    """Say that one item is easy, or hard if it was."""
    text = bank.read_text(encoding="utf-8")
    place = text.index(f"- id: {EDITED}\n")
    found = re.compile(r"\n +difficulty: (\w+)").search(text, place)
    assert found
    new = "hard" if found[1] == "easy" else "easy"
    bank.write_text(text[: found.start(1)] + new + text[found.end(1) :], encoding="utf-8")


def _edited() -> Figures:
    content, cache = _workplace()
    _edit(content / "question_banks" / f"{MODULE}.yaml")
    return {"compile": compile_content(content, cache)["s"]}


def _full() -> Figures:
    with empty_cache() as cache:
        return {"compile": compile_content(content_with(ITEMS), cache)["s"]}


MEASURE = Measure(
    name="compile-edit",
    question="How much of a full compile of 10,000 items does the edit of one item cost?",
    unit="s",
    subject=Contender("after editing one item", _edited),
    floor=Contender("everything", _full),
    bounds={"compile": Bound(0.35)},
)
