"""A lesson's first page, from the key in Today to its being readable, beside a screen of the program that is empty.

Both are opened the same way: the floor is the program with lessons that load nothing and show nothing.
"""

from __future__ import annotations

from statistics import median

from benchmarks.environments import project
from benchmarks.frames import Row, answer_times
from benchmarks.homes import clean_environment, copy_of, home_of
from benchmarks.measure import Bound, Contender, Figures, Measure
from benchmarks.measures.first_paint import TODAY
from benchmarks.starts import ENTER, ESCAPE
from benchmarks.terminal import LINES, Terminal

#: How often a lesson is left and opened again in a run.
AGAIN = 4
_SECONDS = 0.4


def _page_only(number: int, row: Row) -> Row:
    """Nothing of the quiet line and the footer: they change when the page is already being read."""
    return row if number < LINES - 2 else ()


def open_often(command: list[str], opening: str = ENTER) -> Figures:
    """``first``: the first time a key opens a screen in a run; ``again``: the median of the later ones."""
    with copy_of(home_of(project())) as home, Terminal(command, clean_environment(home)) as terminal:
        terminal.wait_for(TODAY)
        terminal.watch(2.0)
        for key in [opening, ESCAPE] * (AGAIN + 1):
            terminal.press(key)
            terminal.watch(_SECONDS)
    times = [seconds for seconds in answer_times(terminal.log, terminal.presses, _page_only)[::2] if seconds]
    assert len(times) == AGAIN + 1, "a key opened nothing"
    return {"again": median(times[1:]) * 1000, "first": times[0] * 1000}


def _lesson() -> Figures:
    return open_often([str(project().folder / "bin" / "trainer")])


def _empty_page() -> Figures:
    return open_often(project().program("empty_page"))


MEASURE = Measure(
    name="lesson",
    question="How long from the key until a lesson's first page is readable?",
    unit="ms",
    subject=Contender("a lesson from Today", _lesson),
    floor=Contender("an empty screen of the program", _empty_page),
    bounds={"again": Bound(1.3)},
)
