"""An exam being sat in a pseudo-terminal, its clock running."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from benchmarks.content import MODULE, environment_of_choices
from benchmarks.frames import Row
from benchmarks.homes import clean_environment, copy_of, home_of
from benchmarks.starts import ENTER
from benchmarks.terminal import COLUMNS, Terminal

ITEMS = 20
_CLOCK_COLUMNS = 12


@contextmanager
def sat_exam(attempts: int) -> Iterator[Terminal]:
    """At its first question, by a learner with so many attempts behind them."""
    environment = environment_of_choices()
    command = [str(environment.python), "-P", "-m", "trainer", "exam", "take", MODULE, "--seed", "7"]
    with copy_of(home_of(environment, attempts)) as home, Terminal(command, clean_environment(home)) as terminal:
        terminal.wait_for("25 minuti")
        terminal.settle(0.3)
        terminal.press(ENTER)
        terminal.wait_for(f"1 di {ITEMS}")
        terminal.watch(0.3)
        yield terminal


def without_clock(number: int, row: Row) -> Row:
    """The header without the clock on its right."""
    return row[: COLUMNS - _CLOCK_COLUMNS] if number == 0 else row
