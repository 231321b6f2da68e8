"""The question who is learning, on a machine of five learners with a past, beside an empty Textual app."""

from __future__ import annotations

from benchmarks.environments import project
from benchmarks.homes import shared_home
from benchmarks.measure import Bound, Contender, Figures, Measure
from benchmarks.starts import DOWN, Start, time_start


def _asked() -> Figures:
    command = [str(project().folder / "bin" / "trainer")]
    return time_start(Start(command, "Chi studia?", DOWN, "▸ 2"), shared_home(project()))


def _empty() -> Figures:
    return time_start(Start(project().program("empty_app"), "ready", DOWN, "answered"), shared_home(project()))


MEASURE = Measure(
    name="first-paint-learners",
    question="How long until the learners of a shared machine can be chosen from, five with 20,000 responses each?",
    unit="ms",
    subject=Contender("who is learning", _asked),
    floor=Contender("an empty Textual app", _empty),
    bounds={"painted": Bound(1.25), "answered": Bound(1.25)},
)
