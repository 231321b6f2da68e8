"""Choosing options and moving between the items of an exam whose clock runs, beside a bare Textual OptionList."""

from __future__ import annotations

from benchmarks.homes import USUAL_ATTEMPTS
from benchmarks.keys import type_into_bare_list, type_keys
from benchmarks.measure import Bound, Contender, Figures, Measure
from benchmarks.sitting import ITEMS, sat_exam, without_clock


def _exam() -> Figures:
    with sat_exam(USUAL_ATTEMPTS) as terminal:
        return type_keys(terminal, ITEMS, without_clock)


MEASURE = Measure(
    name="keys-exam",
    question="How long from a key to its frame in an exam?",
    unit="ms",
    subject=Contender("exam", _exam),
    floor=Contender("a bare OptionList", type_into_bare_list),
    bounds={"p50": Bound(1.5), "p99": Bound(1.3)},
)
