"""One answer of a learner with 50,000 responses behind them, beside one of a learner with none."""

from __future__ import annotations

from benchmarks.measure import Bound, Contender, Figures, Measure
from benchmarks.measures.answer import respond

#: Of 20 items each.
ATTEMPTS = 2_500


def _experienced() -> Figures:
    return {"answer": respond(ATTEMPTS)["ms"]}


def _new() -> Figures:
    return {"answer": respond(0)["ms"]}


MEASURE = Measure(
    name="answer-history",
    question="Does acknowledging an answer take longer with 50,000 responses kept?",
    unit="ms",
    subject=Contender("with 50,000 responses", _experienced),
    floor=Contender("with none", _new),
    bounds={"answer": Bound(1.3)},
)
