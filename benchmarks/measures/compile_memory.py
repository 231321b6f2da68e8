"""The memory compiling takes for a bank of 10,000 items, beside one of 1,000: it streams if they are alike."""

from __future__ import annotations

from benchmarks.compiled import compile_content, empty_cache
from benchmarks.content import content_with
from benchmarks.measure import Bound, Contender, Figures, Measure

#: Pieces a progress bar must at least move in.
REPORTS = 20


def _compile(items: int) -> Figures:
    with empty_cache() as cache:
        done = compile_content(content_with(items), cache)
    assert items < 10_000 or done["reports"] >= REPORTS, f"progress was told {done['reports']} times only"
    return {"peak": done["peak"], "growth": done["growth"]}


def _many() -> Figures:
    return _compile(10_000)


def _some() -> Figures:
    return _compile(1_000)


MEASURE = Measure(
    name="compile-memory",
    question="Does compiling need more memory for more items? (peak of the process; growth beyond its imports)",
    unit="MB",
    subject=Contender("10,000 items", _many),
    floor=Contender("1,000 items", _some),
    bounds={"peak": Bound(1.5), "growth": Bound(1.5)},
)
