"""Opening Progress from Today with 20,000 responses, beside a screen of the program that is empty.

What counts is the time beyond the empty screen, round by round; the first time in a run and each later one.
"""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.environments import project
from benchmarks.measure import Bound, Contender, Figures, Measure, Round
from benchmarks.measures.lesson_page import open_often

_KEY = "o"


def _progress() -> Figures:
    return open_often([str(project().folder / "bin" / "trainer")], _KEY)


def _empty() -> Figures:
    return open_often(project().program("empty_page", "progress"), _KEY)


def _rounds(runs: int) -> Sequence[Round]:
    """The subject's figures without what an empty screen takes."""
    _progress(), _empty()
    pairs = [(_progress(), _empty()) for _ in range(runs)]
    return [({name: opened[name] - bare[name] for name in opened}, bare) for opened, bare in pairs]


MEASURE = Measure(
    name="progress",
    question="How long from the key until Progress is readable, beyond an empty screen, with 20,000 responses kept?",
    unit="ms",
    subject=Contender("Progress beyond it", _progress),
    floor=Contender("an empty screen of the program", _empty),
    bounds={"again": Bound(150, absolute=True), "first": Bound(150, absolute=True)},
    all_rounds=_rounds,
)
