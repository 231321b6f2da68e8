"""The same first screen beside that of a well-made Textual program of a similar size."""

from __future__ import annotations

from benchmarks.environments import PEER, peer, project
from benchmarks.homes import home_of
from benchmarks.measure import Bound, Contender, Figures, Measure
from benchmarks.measures.first_paint import sample_today
from benchmarks.starts import Start, time_start


def _posting() -> Figures:
    command = [str(peer().folder / "bin" / "posting")]
    return time_start(Start(command, "nter a URL", "x", "▌x", seconds=2.0), home_of(project()))


MEASURE = Measure(
    name="first-paint-peer",
    question="How does that compare with another program on Textual?",
    unit="ms",
    subject=Contender("trainer", sample_today),
    floor=Contender(PEER[0].replace("==", " "), _posting),
    bounds={"painted": Bound(0.4), "answered": Bound(0.4)},
)
