"""A stratified paper of 60 items out of 10,000, beside fetching 60 rows of the same file."""

from __future__ import annotations

import json
from itertools import count

from benchmarks.compiled import compiled_cache
from benchmarks.content import LARGE_EXAM, content_with
from benchmarks.environments import project
from benchmarks.homes import run_program
from benchmarks.measure import Bound, Contender, Figures, Measure

ITEMS, DRAWN = 10_000, 60
_SEEDS = count()


def _draw() -> Figures:
    content, compiled = content_with(ITEMS), compiled_cache(ITEMS)
    drawn = json.loads(
        run_program(project(), compiled, "draw", str(content), str(compiled), LARGE_EXAM, str(next(_SEEDS)))
    )
    assert drawn["items"] == DRAWN, drawn
    return {"draw": drawn["ms"]}


def _fetch() -> Figures:
    compiled = compiled_cache(ITEMS)
    return {"draw": json.loads(run_program(project(), compiled, "fetch", str(compiled), str(DRAWN)))["ms"]}


MEASURE = Measure(
    name="draw",
    question="How long does drawing and freezing a stratified paper of 60 items out of 10,000 take?",
    unit="ms",
    subject=Contender("draw_exam", _draw),
    floor=Contender("opening the file, 60 rows at random", _fetch),
    bounds={"draw": Bound(20.0, absolute=True)},
)
