"""The first screen of a learner with 20,000 responses and 2,000 review cards, beside that of one who has just begun."""

from __future__ import annotations

from benchmarks.environments import project
from benchmarks.homes import home_of
from benchmarks.measure import Bound, Contender, Figures, Measure
from benchmarks.measures.first_paint import sample_today, today
from benchmarks.starts import time_start


def _beginner() -> Figures:
    return time_start(today(project()), home_of(project(), 0))


MEASURE = Measure(
    name="first-paint-history",
    question="Does Today take longer with 20,000 responses and 2,000 review cards kept?",
    unit="ms",
    subject=Contender("20,000 responses, 2,000 cards", sample_today),
    floor=Contender("none", _beginner),
    bounds={"painted": Bound(1.1), "answered": Bound(1.1)},
)
