"""A lesson's first page, from the key in Today to its being readable, beside pushing an empty screen."""

from __future__ import annotations

from benchmarks.environments import project
from benchmarks.frames import answer_times
from benchmarks.homes import clean_environment, copy_of, home_of
from benchmarks.measure import Bound, Contender, Figures, Measure
from benchmarks.measures.first_paint import TODAY
from benchmarks.starts import ENTER, ESCAPE
from benchmarks.terminal import Terminal

#: How often a lesson is left and opened again in a run.
AGAIN = 5
_SECONDS = 0.7


def _open_often(terminal: Terminal, text: str) -> Figures:
    """``first``: the first screen opened in a run; ``again``: the median of the later ones."""
    terminal.wait_for(text)
    terminal.watch(2.0)
    for key in [ENTER, ESCAPE] * (AGAIN + 1):
        terminal.press(key)
        terminal.watch(_SECONDS)
    times = answer_times(terminal.log, terminal.presses)[::2]
    assert None not in times, "a key opened nothing"
    first, *later = [seconds * 1000 for seconds in times if seconds is not None]
    return {"again": sorted(later)[len(later) // 2], "first": first}


def _lesson() -> Figures:
    command = [str(project().folder / "bin" / "trainer")]
    with copy_of(home_of(project())) as home, Terminal(command, clean_environment(home)) as terminal:
        return _open_often(terminal, TODAY)


def _empty_screen() -> Figures:
    with Terminal(project().program("empty_screen"), clean_environment(home_of(project(), 0))) as terminal:
        return _open_often(terminal, "ready")


MEASURE = Measure(
    name="lesson",
    question="How long from the key to a lesson's first page?",
    unit="ms",
    subject=Contender("a lesson from Today", _lesson),
    floor=Contender("an empty screen", _empty_screen),
    bounds={"again": Bound(1.3)},
)
