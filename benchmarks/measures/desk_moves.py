"""Moves at a desk with 500 customers and 5,000 records, beside the same desk with as few as paint the same screens.

Each kind of move has a figure of its own: the median over a run of its times from key to complete frame.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain, repeat
from statistics import median

from benchmarks.content import DESK, environment_with_desk
from benchmarks.frames import Row, answer_times
from benchmarks.homes import clean_environment, copy_of, home_of
from benchmarks.measure import Bound, Contender, Figures, Measure
from benchmarks.starts import ENTER
from benchmarks.terminal import Terminal

#: Customers and records nobody asks about; the few, with those of the exercise, fill two pages and one.
MANY, FEW = (500, 5_000), (14, 6)
#: How often each move is made in a run.
TURNS = 5
#: Seconds without output after which a move is painted: the lists, what is open and the counts come one after another.
QUIET = 0.15
RIGHT, LEFT = "\x1b[C", "\x1b[D"
#: Somebody who is at the desk with and without the crowd.
NAME = "colombara"
#: The header and the desk's own line, in which clocks run.
_CLOCKS = 3

#: A key, and the kind of move it makes; keys that only lead there have none.
Press = tuple[str, str]


def _turn() -> Iterator[Press]:
    """Both great lists: somebody looked for, opened, and all of it again; then a card put right, and a letter read.

    What a move of a kind paints is the same with and without the crowd: first pages, and what fits the name.
    """
    for number in "34":
        yield from ((f"{number}/", ""), (NAME, ""), (ENTER, "search"), (ENTER, "open"))
        yield from ((f"{number}/", ""), (ENTER, "all"))
        if number == "3":
            yield from ((RIGHT, ""), (LEFT, "page"))
    for wanted in "12":
        yield from (("3/", ""), (NAME, ""), (ENTER, "search"), (ENTER, ""), ("c5", ""), (wanted, "correct"))
    yield from (("1", ""), (ENTER, "open"))


def _without_clocks(number: int, row: Row) -> Row:
    return row if number >= _CLOCKS else ()


def work(customers: int, records: int) -> Figures:
    """Milliseconds of each kind of move."""
    environment = environment_with_desk(customers, records)
    command = environment.program("desk", DESK)
    presses = list(chain.from_iterable(_turn() for _ in repeat(None, TURNS)))
    with copy_of(home_of(environment, 0)) as home, Terminal(command, clean_environment(home)) as terminal:
        terminal.wait_for("M-301")
        terminal.settle(0.3)
        for key, _ in presses:
            terminal.press(key)
            terminal.settle(QUIET)
    times = answer_times(terminal.log, terminal.presses, _without_clocks)
    taken = defaultdict[str, list[float]](list)
    for (_, kind), seconds in zip(presses, times, strict=True):
        if kind and seconds is not None:
            taken[kind].append(seconds * 1000)
    assert all(len(found) >= TURNS for found in taken.values()) and set(taken) == set(KINDS), dict(taken)
    return {kind: median(taken[kind]) for kind in KINDS}


#: Every kind of move, in the order of the work.
KINDS = tuple(dict.fromkeys(kind for _, kind in _turn() if kind))

MEASURE = Measure(
    name="desk-moves",
    question="Does a move at a desk take longer to paint with 500 customers and 5,000 records?",
    unit="ms",
    subject=Contender("500 customers, 5,000 records", lambda: work(*MANY)),
    floor=Contender("14 customers, 6 records", lambda: work(*FEW)),
    bounds={kind: Bound(1.3) for kind in KINDS},
    most=4,
)
