"""The first screen with 10,000 items installed, beside 100, for the same learner of 20,000 responses."""

from __future__ import annotations

from dataclasses import replace

from benchmarks.content import environment_with
from benchmarks.homes import home_of, same_learner
from benchmarks.measure import Bound, Contender, Figures, Measure
from benchmarks.measures.first_paint import today
from benchmarks.starts import time_start

FEW, MANY = 100, 10_000


def _start(items: int) -> Figures:
    environment, few = environment_with(items), environment_with(FEW)
    home = home_of(few) if items == FEW else same_learner(home_of(few), environment)
    command = [str(environment.python), "-m", "trainer"]
    return time_start(replace(today(environment), command=command), home)


def _many() -> Figures:
    return _start(MANY)


def _few() -> Figures:
    return _start(FEW)


MEASURE = Measure(
    name="first-paint-items",
    question="Does Today take longer with 10,000 items installed?",
    unit="ms",
    subject=Contender("10,000 items", _many),
    floor=Contender("100 items", _few),
    bounds={"painted": Bound(1.1), "answered": Bound(1.1)},
)
